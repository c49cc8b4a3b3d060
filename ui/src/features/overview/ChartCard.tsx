import { type ReactNode, useState } from "react";
import { Failure } from "@/components/Failure";
import { useCopyPicture, useSavePicture } from "@/data/pictures";
import { Card } from "@/kit/Card";
import { Chart } from "@/kit/Chart";
import type { ChartShape } from "@/kit/chartShape";
import { IconButton } from "@/kit/IconButton";
import { MoreIcon } from "@/kit/icons";
import { Menu } from "@/kit/Menu";
import { overview } from "@/words/overview";
import { MarksTable } from "./MarksTable";
import type { Mark } from "./marks";
import { PeopleLink } from "./PeopleLink";

const words = overview.chart;

type ChartCardProps = {
  profile: string;
  title: string;
  /** What a mark is, over the table's first column. */
  column: string;
  shape: ChartShape;
  marks: readonly Mark[];
  /** The chart in a sentence. */
  summary: string;
  /** Where and when, below the title of a picture. */
  caption: string;
  /** Below the chart: who is not in it. */
  children?: ReactNode;
};

/** A chart in its card: drawn or as a table, to be copied or saved as a picture. */
export function ChartCard({ profile, title, column, shape, marks, summary, caption, children }: ChartCardProps) {
  const [shown, setShown] = useState<"chart" | "table" | "undrawn">("chart");
  const picture = usePicture({ title, note: caption, shape, marks });
  return (
    <Card className="flex flex-col gap-2 p-4" label={title}>
      <div className="flex items-center gap-2">
        <h2 className="min-w-0 flex-1 font-semibold">{title}</h2>
        {marks.length > 0 ? (
          <Menu
            label={words.more(title)}
            trigger={<IconButton small bare label={words.more(title)} icon={<MoreIcon />} />}
            entries={[
              shown === "chart"
                ? { id: "table", label: words.asTable, onAction: () => setShown("table") }
                : { id: "chart", label: words.asChart, onAction: () => setShown("chart") },
              "-",
              { id: "copy", label: words.copy, onAction: picture.copy },
              { id: "save", label: words.save, onAction: picture.save },
            ]}
          />
        ) : null}
      </div>
      {picture.note}
      {marks.length === 0 ? <p className="text-ink-3">{overview.nobody}</p> : null}
      {shown === "undrawn" ? <p className="text-sm text-ink-3">{words.undrawn}</p> : null}
      {marks.length > 0 && shown === "chart" ? (
        <Chart
          shape={shape}
          label={title}
          marks={marks}
          said={({ label, value }) => overview.mark(label, value)}
          summary={summary}
          link={(place, props) => <PeopleLink {...props} profile={profile} query={marks[place]?.query ?? {}} />}
          onFailed={() => setShown("undrawn")}
        />
      ) : null}
      {marks.length > 0 && shown !== "chart" ? (
        <MarksTable profile={profile} title={title} column={column} marks={marks} />
      ) : null}
      <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm empty:hidden">{children}</div>
    </Card>
  );
}

type Pictured = { title: string; note: string; shape: ChartShape; marks: readonly Mark[] };

/** The chart as a picture, and what became of it. What draws it is loaded when it is asked for. */
function usePicture(chart: Pictured) {
  const copying = useCopyPicture();
  const saving = useSavePicture();
  const draw = () => import("@/kit/chartPicture").then(({ pictureOf }) => pictureOf(chart));
  const said = copying.isSuccess ? words.copied : saving.data ? words.saved(saving.data) : null;
  return {
    copy: () => {
      saving.reset();
      copying.mutate(draw);
    },
    save: () => {
      copying.reset();
      saving.mutate({ name: `${chart.title}.png`, draw });
    },
    note: (
      <>
        <p role="status" className="text-sm text-ink-2 empty:hidden">
          {said}
        </p>
        {copying.error ? (
          <p role="alert" className="text-sm text-bad">
            {words.copyFailed}
          </p>
        ) : null}
        {saving.error ? <Failure title={words.saveFailed} error={saving.error} /> : null}
      </>
    ),
  };
}
