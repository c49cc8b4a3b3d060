import { useQuery } from "@tanstack/react-query";
import { Failure } from "@/components/Failure";
import { isSample, platformName } from "@/components/platform";
import { SaveMenu } from "@/components/SaveMenu";
import { profilesQuery } from "@/data/profiles";
import { useSaveReport } from "@/data/since";
import type { ReportRows, RunView } from "@/ipc";
import { Card } from "@/kit/Card";
import { CopyButton } from "@/kit/CopyButton";
import { CheckIcon } from "@/kit/icons";
import { dateTime } from "@/words/format";
import { runs as words } from "@/words/runs";
import { countsOf } from "./counts";
import { figures, tally } from "./outcome";
import { RunSince } from "./RunSince";

/** The end of a run, calmly: what became of it, and what to take away. */
export function RunOver({ run }: { run: RunView }) {
  const { invited, refused } = figures(run);
  const platform = useQuery(profilesQuery()).data?.find((one) => one.id === run.profile);
  const leftOut = tally(run.counts)["not-sent"];
  const mailed = invited > 0 && platform !== undefined && !isSample(platform);
  return (
    <>
      <Card padded className="shrink-0">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <span className="grid size-8 shrink-0 place-items-center rounded-full bg-ok-soft text-ok">
            <CheckIcon />
          </span>
          <p role="status" className="min-w-60 flex-1 select-text">
            <b className="font-semibold">{words.over.clean(invited)}</b>{" "}
            <span className="text-ink-2">
              {refused > 0 ? words.over.refused(refused) : words.over.none}{" "}
              {leftOut > 0 ? words.over.leftOut(leftOut) : null} {mailed ? words.over.mail : null}
            </span>
          </p>
          <Takeaway
            run={run}
            summary={words.over.summary(
              run.title,
              platform ? platformName(platform) : "",
              dateTime(run.startedAt),
              countsOf(run),
            )}
          />
        </div>
      </Card>
      <RunSince run={run} />
    </>
  );
}

/** Rows that did not end well: what a report of failures would hold. */
function failures(run: RunView): number {
  const failed = new Set(["rejected", "conflict", "refused", "needs-review", "cancelled"]);
  return run.counts.filter(({ state }) => failed.has(state)).reduce((sum, { rows }) => sum + rows, 0);
}

function Takeaway({ run, summary }: { run: RunView; summary: string }) {
  const save = useSaveReport(run.profile, run.id);
  const saving = (rows: ReportRows) => save.isPending && save.variables.rows === rows;
  return (
    <>
      <div className="flex shrink-0 gap-2">
        <CopyButton text={summary} label={words.over.copy} />
        {failures(run) > 0 ? (
          <SaveMenu
            label={words.over.saveFailed}
            pending={saving("failed")}
            onSave={(format) => save.mutate({ rows: "failed", format })}
          />
        ) : null}
        <SaveMenu
          label={words.over.saveAll}
          pending={saving("all")}
          onSave={(format) => save.mutate({ rows: "all", format })}
        />
      </div>
      {save.error ? (
        <div className="w-full">
          <Failure error={save.error} profile={run.profile} />
        </div>
      ) : null}
      {save.data ? (
        <p role="status" className="w-full truncate text-ink-2">
          {words.over.saved(save.data)}
        </p>
      ) : null}
    </>
  );
}
