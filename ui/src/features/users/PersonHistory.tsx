import { useQuery } from "@tanstack/react-query";
import { Failure } from "@/components/Failure";
import { personHistoryQuery } from "@/data/users";
import type { HistoryEntry } from "@/ipc";
import { Skeleton } from "@/kit/Skeleton";
import { people } from "@/words/en/people";
import { date, dateTime } from "@/words/format";

const words = people.person.history;

/** What changed about a person from list to list, the newest first. */
export function PersonHistory({ profile, person }: { profile: string; person: string }) {
  const history = useQuery(personHistoryQuery(profile, person));
  if (history.error) {
    return <Failure error={history.error} profile={profile} onRetry={() => void history.refetch()} />;
  }
  if (!history.data) return <Skeleton width="60%" />;
  if (history.data.length === 0) return <p className="text-ink-2">{words.none}</p>;
  return (
    <ol aria-label={words.title} className="flex flex-col gap-1.5 select-text">
      {history.data.map((entry) => (
        <Step key={`${entry.number} ${entry.kind} ${entry.field ?? ""}`} entry={entry} />
      ))}
    </ol>
  );
}

function Step({ entry: { at, kind, before, after, field } }: { entry: HistoryEntry }) {
  return (
    <li className="flex gap-3">
      <time dateTime={at} title={dateTime(at)} className="w-24 shrink-0 text-ink-3 tabular-nums">
        {date(at)}
      </time>
      <span className="min-w-0 break-words">{words.change[kind](before, after, field)}</span>
    </li>
  );
}
