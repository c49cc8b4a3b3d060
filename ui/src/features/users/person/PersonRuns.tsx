import { Link } from "@tanstack/react-router";
import { FromCore } from "@/components/FromCore";
import type { RunOfPerson } from "@/ipc";
import { titleOf } from "@/words/core/titleOf";
import { date, dateTime } from "@/words/format";
import { people } from "@/words/people";

const words = people.person.history;

/** The runs that held a person, each with what became of them there. */
export function PersonRuns({ profile, runs }: { profile: string; runs: RunOfPerson[] }) {
  if (runs.length === 0) return <p className="text-ink-2">{words.noRuns}</p>;
  return (
    <ol aria-label={words.runs} className="flex flex-col gap-1.5">
      {runs.map(({ runId, title, startedAt, outcome }) => (
        <li key={runId} className="flex gap-3">
          <time dateTime={startedAt} title={dateTime(startedAt)} className="w-24 shrink-0 text-ink-3 tabular-nums">
            {date(startedAt)}
          </time>
          <span className="min-w-0 break-words">
            <Link
              to="/p/$profile/runs/$run"
              params={{ profile, run: runId }}
              aria-label={words.openRun(titleOf(title))}
              className="rounded-sm text-accent hover:underline"
            >
              {titleOf(title)}
            </Link>{" "}
            <FromCore of={outcome} />
          </span>
        </li>
      ))}
    </ol>
  );
}
