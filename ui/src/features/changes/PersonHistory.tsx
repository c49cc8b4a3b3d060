import { useQuery } from "@tanstack/react-query";
import { Failure } from "@/components/Failure";
import { historyQuery } from "@/data/changes";
import type { HistoryEntry } from "@/ipc";
import { Skeleton } from "@/kit/Skeleton";
import { changes } from "@/words/changes";
import { date, dateTime } from "@/words/format";
import { saidOf } from "./said";

const words = changes.history;

/** What changed about a person from list to list, the newest first. */
export function PersonHistory({ profile, person }: { profile: string; person: string }) {
  const history = useQuery(historyQuery(profile, person));
  if (history.error) {
    return (
      <Failure title={words.failed} error={history.error} profile={profile} onRetry={() => void history.refetch()} />
    );
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

function Step({ entry }: { entry: HistoryEntry }) {
  return (
    <li className="flex gap-3">
      <time dateTime={entry.at} title={dateTime(entry.at)} className="w-24 shrink-0 text-ink-3 tabular-nums">
        {date(entry.at)}
      </time>
      <span className="min-w-0 break-words">{saidOf(entry)}</span>
    </li>
  );
}
