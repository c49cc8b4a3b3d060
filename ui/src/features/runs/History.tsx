import { useQuery } from "@tanstack/react-query";
import { Failure } from "@/components/Failure";
import { rowHistoryQuery } from "@/data/runs";
import type { RowMoment } from "@/ipc";
import { Skeleton } from "@/kit/Skeleton";
import { told as toldOf } from "@/words/core/told";
import { date, dateTime, timeSeconds } from "@/words/format";
import { history as words } from "@/words/history";

type HistoryProps = { profile: string; run: string; row: number };

/** Everything that happened to a row, a line each, the oldest first. */
export function History({ profile, run, row }: HistoryProps) {
  const known = useQuery(rowHistoryQuery(profile, run, row));
  if (known.error) return <Failure error={known.error} profile={profile} onRetry={() => void known.refetch()} />;
  if (!known.data) return <Skeleton width="50%" />;
  const { moments } = known.data;
  if (moments.length === 0) return <p className="text-ink-2">{words.nothing}</p>;
  return (
    <ol aria-label={words.label(row)} className="flex flex-col gap-0.5 select-text">
      {moments.map((moment, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what happened is only ever added to
        <li key={place} className="flex gap-3">
          <time dateTime={moment.at} title={dateTime(moment.at)} className="shrink-0 text-ink-2 tabular-nums">
            {when(moment, moments[place - 1])}
          </time>
          <span className="min-w-0 break-words">{words.step[moment.step](inLanguage(moment))}</span>
        </li>
      ))}
    </ol>
  );
}

/** What was said of it, in the language of the page where it has words for that; why somebody was refused says the platform. */
const inLanguage = (moment: RowMoment): RowMoment => ({
  ...moment,
  message: moment.message === null || moment.step === "refused" ? moment.message : toldOf(moment.message).text,
});

/** The time of day; with its day where that is not the one of the line before, or of today. */
function when(moment: RowMoment, before: RowMoment | undefined): string {
  const day = (at?: string) => (at ? new Date(at) : new Date()).toDateString();
  const told = timeSeconds(moment.at);
  return day(moment.at) === day(before?.at) ? told : words.on(date(moment.at), told);
}
