import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { runsQuery, useGoOn } from "@/data/runs";
import type { RunView } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { useContextMenu } from "@/kit/ContextMenu";
import { copyText } from "@/kit/copyText";
import { EmptyState } from "@/kit/EmptyState";
import { RunsIcon } from "@/kit/icons";
import { Skeleton } from "@/kit/Skeleton";
import { dateTime } from "@/words/format";
import { runs as words } from "@/words/runs";
import { toasts } from "@/words/toasts";
import { countsOf } from "./counts";
import { OutcomeBar } from "./OutcomeBar";
import { isOver, type Standing, standing } from "./outcome";
import { STANDING_TONE } from "./standing";

/** All runs of a connection: what is not finished on top, then newest first. */
export function RunsList({ profile }: { profile: string }) {
  const runs = useQuery(runsQuery(profile));
  const navigate = useNavigate();
  const invite = () => navigate({ to: "/p/$profile/invite", params: { profile } });
  const all = runs.data ?? [];
  const open = all.filter((run) => !isOver(run));
  const over = all.filter(isOver);
  return (
    <Page title={words.title} note={runs.data && all.length > 0 ? words.list.count(all.length) : null}>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-6">
        {runs.error ? <Failure error={runs.error} profile={profile} onRetry={() => runs.refetch()} /> : null}
        {runs.isPending ? <Loading /> : null}
        {runs.data && all.length === 0 ? (
          <EmptyState
            icon={<RunsIcon />}
            title={words.list.emptyTitle}
            action={
              <Button kind="primary" onPress={invite}>
                {words.list.emptyDo}
              </Button>
            }
          >
            {words.list.emptyText}
          </EmptyState>
        ) : null}
        <div className="flex flex-col gap-5">
          {open.length > 0 ? <Group title={words.list.unfinished} runs={open} /> : null}
          {over.length > 0 ? <Group title={words.list.finished} runs={over} /> : null}
        </div>
      </div>
    </Page>
  );
}

function Loading() {
  return (
    <Card className="flex flex-col" label={words.title}>
      {[62, 48, 70, 40].map((width) => (
        <div key={width} className="flex h-15 flex-col justify-center gap-2 border-b border-line px-4 last:border-0">
          <Skeleton width={`${width / 2}%`} />
          <Skeleton width={`${width / 3}%`} height={8} />
        </div>
      ))}
    </Card>
  );
}

function Group({ title, runs }: { title: string; runs: readonly RunView[] }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-1.5 text-sm font-semibold text-ink-2">{title}</h2>
      <Card>
        <ul>
          {runs.map((run) => (
            <Item key={run.id} run={run} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Item({ run }: { run: RunView }) {
  const stands = standing(run);
  const act = useItemAct(run, stands);
  const { openers, menu } = useContextMenu(run.title, () => [
    { id: "open", label: toasts.open, onAction: act.look },
    ...(act.canGoOn ? [{ id: "go on", label: words.list.goOn, disabled: act.pending, onAction: act.goOn }] : []),
    "-",
    { id: "copy", label: words.list.copyTitle, onAction: () => copyText(run.title) },
  ]);
  return (
    <li
      {...openers}
      className="relative grid grid-cols-[minmax(0,5fr)_minmax(0,4fr)_108px_68px] items-center gap-5 max-large:grid-cols-[minmax(0,1fr)_auto] max-large:gap-y-1.5 border-b border-line px-4 py-2.5 last:border-0 focus-within:bg-bg hover:bg-bg"
    >
      <div className="min-w-0 max-large:col-span-2">
        {/* The link's press area is the whole line; the button beside it stands above. */}
        <Link
          to="/p/$profile/runs/$run"
          params={{ profile: run.profile, run: run.id }}
          title={run.title}
          className="block rounded-sm font-semibold large:truncate after:absolute after:inset-0"
        >
          {run.title}
        </Link>
        <span className="block text-sm text-ink-3 large:truncate">
          {words.list.by(dateTime(run.startedAt), run.startedBy)}
        </span>
      </div>
      <div className="min-w-0 max-large:col-span-2">
        <OutcomeBar run={run} thin />
        <span className="mt-1 block text-sm large:truncate text-ink-2 tabular-nums">{countsOf(run)}</span>
      </div>
      <span>
        <Badge tone={STANDING_TONE[stands.kind]}>{stateOf(run, stands)}</Badge>
      </span>
      <span className="relative z-1 justify-self-end">
        <ItemAction run={run} act={act} />
      </span>
      {menu}
    </li>
  );
}

/** "Interrupted" is ours: the contract's word is still "running". */
function stateOf(run: RunView, stands: Standing): string {
  return stands.kind === "interrupted" ? words.interruptedState : words.state[run.state];
}

/** What can be done with a run from the list. */
function useItemAct(run: RunView, stands: Standing) {
  const goOn = useGoOn(run.profile, run.id);
  const navigate = useNavigate();
  const look = () => void navigate({ to: "/p/$profile/runs/$run", params: { profile: run.profile, run: run.id } });
  return {
    look,
    canGoOn: stands.kind === "stopped" || stands.kind === "interrupted" || stands.kind === "waits-for-you",
    pending: goOn.isPending,
    // Either way the run's own screen tells what became of it.
    goOn: () => void goOn.mutateAsync("all").then(look, look),
  };
}

function ItemAction({ run, act }: { run: RunView; act: ReturnType<typeof useItemAct> }) {
  if (!act.canGoOn) return null;
  return (
    <Button small aria-label={words.list.goOnWith(run.title)} pending={act.pending} onPress={act.goOn}>
      {words.list.goOn}
    </Button>
  );
}
