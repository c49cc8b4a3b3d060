import { useMemo } from "react";
import { dayOf } from "@/data/days";
import type { UserFacets } from "@/ipc";
import { overview as words } from "@/words/overview";
import { ChartCard } from "./ChartCard";
import { domainsOf, EVERYONE, type Mark, monthsOf, organizationsOf, providersOf, type Ranked, rolesOf } from "./marks";
import { PeopleLink } from "./PeopleLink";

type ChartProps = { profile: string; facets: UserFacets; caption: string };

const LINK = "rounded-sm text-accent tabular-nums hover:underline";

/** New people, month by month. */
export function CreatedChart({ profile, facets, caption }: ChartProps) {
  const today = dayOf(new Date());
  const { marks, earlier, later } = useMemo(() => monthsOf(facets.created, today), [facets, today]);
  const beyond = (mark: Mark | null, say: (n: number) => string) =>
    mark ? (
      <PeopleLink profile={profile} query={mark.query} className={LINK}>
        {say(mark.value)}
      </PeopleLink>
    ) : null;
  return (
    <ChartCard
      profile={profile}
      title={words.created.title}
      column={words.created.column}
      shape="columns"
      marks={marks}
      summary={summaryOf(marks)}
      caption={caption}
    >
      {beyond(earlier, words.created.earlier)}
      {beyond(later, words.created.later)}
      {facets.createdUnknown > 0 ? (
        <span className="text-ink-3 tabular-nums">{words.created.unknown(facets.createdUnknown)}</span>
      ) : null}
    </ChartCard>
  );
}

function summaryOf(marks: readonly Mark[]): string {
  const [first, last] = [marks[0]?.label ?? "", marks.at(-1)?.label ?? ""];
  const most = marks.reduce<Mark | undefined>((top, mark) => (mark.value > (top?.value ?? 0) ? mark : top), undefined);
  return most ? words.created.summary(first, last, most.label, most.value) : words.created.quiet(first, last);
}

const RANKED = {
  role: rolesOf,
  provider: providersOf,
  organization: organizationsOf,
  domain: domainsOf,
} satisfies Record<string, (facets: UserFacets) => Ranked>;

/** People by one thing that they have, the most of them first. */
export function RankedChart({ profile, facets, caption, by }: ChartProps & { by: keyof typeof RANKED }) {
  const { marks, more } = useMemo(() => RANKED[by](facets), [facets, by]);
  const { title, column, note, more: say } = words[by];
  return (
    <ChartCard
      profile={profile}
      title={title}
      column={column}
      shape="bars"
      marks={marks}
      summary={note}
      caption={caption}
    >
      {more > 0 ? (
        <PeopleLink profile={profile} query={EVERYONE} facet={by} className={LINK}>
          {say(more)}
        </PeopleLink>
      ) : null}
    </ChartCard>
  );
}
