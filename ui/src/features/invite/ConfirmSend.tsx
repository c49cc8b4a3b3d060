import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { isSample, platformName } from "@/components/platform";
import { useCancelRefresh, useRefreshProgress } from "@/data/roster";
import { runQuery, type useStartRun } from "@/data/runs";
import type { CheckView, PrivilegedRole, ProfileView, RunView, SendMode } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { cx } from "@/kit/cx";
import { Dialog } from "@/kit/Dialog";
import { ago, count, dateTime } from "@/words/format";
import { invite as words } from "@/words/invite";
import { repair } from "@/words/repair";
import { shell } from "@/words/shell";
import { isOver } from "../runs/outcome";
import { useNow } from "../runs/useNow";
import { rowsIn } from "./classes";
import { ErrorBanner } from "./ErrorBanner";
import { isNamed, TypedName } from "./TypedName";
import { useToRun } from "./useToRun";

type ConfirmSendProps = {
  platform: ProfileView;
  check: CheckView;
  /** The check is being made anew: until it is there nothing is sent. */
  checking: boolean;
  /** What is asked. It goes on, and what became of it is known, where this question is gone. */
  start: ReturnType<typeof useStartRun>;
  onClose: () => void;
};

/** The last question before mails go out: where to, to how many, and that they can't be called back. */
export function ConfirmSend({ platform, check, checking, start, onClose }: ConfirmSendProps) {
  const now = useNow(30_000);
  const toRun = useToRun(platform.id);
  const [typed, setTyped] = useState("");
  const named = !check.nameNeeded || isNamed(typed, platform);
  const off = named ? null : words.send.nameFirst(platform.name);
  const send = (mode: SendMode) =>
    start.mutate({ mode, typedName: check.nameNeeded ? typed : null }, { onSuccess: (run) => toRun(run.id) });
  const stop = useCancelRefresh(platform.id);
  const progress = useRefreshProgress(platform.id);
  const writing = progress ? shell.foot.refreshing(progress.read, progress.total) : words.send.writing;
  const doing = start.isPending ? writing : checking ? words.review.checking(check.rows) : null;
  const leftOut = rowsIn("all", check.counts) - rowsIn("ready", check.counts);
  const sending = (mode: SendMode) => start.isPending && start.variables.mode === mode;
  // Only the other one is disabled: the one that was pressed keeps the focus.
  const how = (mode: SendMode) => ({
    isDisabled: start.isPending && !sending(mode),
    offBecause: off,
    pending: checking || sending(mode),
    onPress: () => send(mode),
  });
  return (
    <Dialog
      title={words.send.title(check.invites, platformName(platform))}
      open
      // Once it is asked for there is no way back: leaving would not stop it.
      onClose={start.isPending ? () => undefined : onClose}
      actions={
        <>
          {start.isPending ? null : (
            <Button kind="quiet" onPress={onClose}>
              {words.send.cancel}
            </Button>
          )}
          {/* A list that grew old while it was asked is read first, which can be stopped: nothing is sent then. */}
          {start.isPending && progress ? (
            <Button kind="quiet" pending={stop.isPending} onPress={() => stop.mutate()}>
              {words.send.stopReading}
            </Button>
          ) : null}
          <span className="flex-1" />
          {check.invites > 1 ? <Button {...how("one-then-pause")}>{words.send.one}</Button> : null}
          <Button kind="primary" {...how("all")}>
            {words.send.all(check.invites)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <ErrorBanner
          error={start.error}
          profile={platform.id}
          onSignedIn={() => start.variables && send(start.variables.mode)}
        />
        <Power roles={check.privileged} />
        <SameRuns profile={platform.id} runs={check.sameRuns} />
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
          <Fact name={words.send.platform}>
            <span className="flex items-center gap-2">
              <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full bg-profile" />
              <b className="font-semibold text-ink">{platformName(platform)}</b>
            </span>
          </Fact>
          <Fact name={words.send.head}>
            <b className="font-semibold text-ink tabular-nums">{count(check.invites)}</b>
          </Fact>
          <Fact name={words.send.calls}>{words.send.callsOf(check.calls)}</Fact>
          <Fact name={words.send.list}>{words.send.listAge(ago(check.listFetchedAt, now), check.checkedAgainst)}</Fact>
          {leftOut > 0 ? <Fact name={words.send.notSent}>{words.send.notSentRows(leftOut)}</Fact> : null}
        </dl>
        <p className="font-semibold text-ink">{isSample(platform) ? words.send.sample : words.send.noRecall}</p>
        {check.nameNeeded ? <TypedName platform={platform} check={check} value={typed} onChange={setTyped} /> : null}
        <p role="status" className={cx("text-ink-2", doing === null && "sr-only")}>
          {doing}
        </p>
      </div>
    </Dialog>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="text-ink">{children}</dd>
    </>
  );
}

/** Who gets power over others, role by role: the one thing that a wrong line must not do unseen. */
function Power({ roles }: { roles: readonly PrivilegedRole[] }) {
  const said = roles.map(({ role, people }) => repair.power.title(people, role));
  if (said.length === 0) return null;
  if (said.length === 1) {
    return (
      <Banner tone="warn" title={said[0] ?? ""}>
        {repair.power.text}
      </Banner>
    );
  }
  return (
    <Banner tone="warn" title={repair.power.severalTitle}>
      <ul>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Banner>
  );
}

/** The same file was sent before: said, with the way to what became of it. */
function SameRuns({ profile, runs }: { profile: string; runs: readonly string[] }) {
  const views = useQueries({ queries: runs.slice(0, 3).map((run) => runQuery(profile, run)) });
  const known = views.flatMap((view) => (view.data ? [view.data] : []));
  const open = known.find((run) => !isOver(run));
  if (known.length === 0) return null;
  return (
    <Banner tone="warn" title={words.send.seenTitle}>
      {open ? words.send.seenUnfinished : words.send.seenFinished} <SameRun run={open ?? known[0]} />
    </Banner>
  );
}

function SameRun({ run }: { run: RunView | undefined }) {
  if (!run) return null;
  return (
    <Link
      to="/p/$profile/runs/$run"
      params={{ profile: run.profile, run: run.id }}
      className="rounded-sm font-semibold text-inherit underline underline-offset-3"
    >
      {words.send.openRun(dateTime(run.startedAt))}
    </Link>
  );
}
