import type { UseQueryResult } from "@tanstack/react-query";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useChange, useIsChanging } from "@/data/drafts";
import { profilesQuery } from "@/data/profiles";
import { useStartRun } from "@/data/runs";
import type { CheckView, DraftRow, DraftView } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Card } from "@/kit/Card";
import { cx } from "@/kit/cx";
import { useBeginsAtTop } from "@/kit/useBeginsAtTop";
import { repair } from "@/words/repair";
import { useNow } from "../runs/useNow";
import { ConfirmSend } from "./ConfirmSend";
import type { ClassGroup } from "./classes";
import { ErrorBanner } from "./ErrorBanner";
import { FindBar } from "./FindBar";
import { type MaySend, maySend, type Step } from "./flow";
import { ProblemGroups } from "./ProblemGroups";
import { ReviewBar } from "./ReviewBar";
import { ReviewFoot } from "./ReviewFoot";
import { RowDetail } from "./RowDetail";
import { type GoToNext, RowsGrid } from "./RowsGrid";
import { useFind } from "./useFind";
import { WhatWillBeSent } from "./WhatWillBeSent";

type ReviewStepProps = {
  profile: string;
  draft: DraftView;
  check: UseQueryResult<CheckView>;
  over: null | "call" | "send";
  group: ClassGroup;
  onStep: (step: Step) => void;
  onGroup: (group: ClassGroup) => void;
};

/** Every row and what will happen to it, each put right in place, and the button that sends. */
export function ReviewStep({ profile, draft, check, over, group, onStep, onGroup }: ReviewStepProps) {
  const platform = useQuery(profilesQuery()).data?.find((one) => one.id === profile);
  const grid = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<DraftRow | null>(null);
  const next = useRef<GoToNext>(null);
  const body = useBeginsAtTop<HTMLDivElement>();
  const find = useFind(grid, draft.run === null);
  const change = useChange(draft.id);
  const checked = check.data;
  const open = draft.run === null;
  const changing = useIsChanging(draft.id);
  const may = maySend(checked, check.isFetching || check.isError || changing);
  const start = useStartRun(draft.id);
  const asking = useAsking(over === "send" && !check.isError, may);
  const back = () => onStep("review");
  const ask = () => {
    if (start.isError) start.reset();
    onStep("send");
  };
  const cancel = () => {
    start.reset();
    back();
  };
  useFreshCheck(check, over === "send");
  const choose = (next: ClassGroup) => {
    setChosen(null);
    onGroup(next);
  };
  const close = () => {
    setChosen(null);
    grid.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <ReviewBar
        draft={draft}
        check={checked}
        group={group}
        finding={find.open}
        onGroup={choose}
        onFind={find.toggle}
        onCall={() => onStep("call")}
      />
      <div ref={body} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-6 pb-4">
        <ErrorBanner error={check.error} profile={profile} onRetry={() => check.refetch()} />
        <ErrorBanner error={change.error} profile={profile} />
        <ErrorBanner error={asking || check.isError ? null : start.error} profile={profile} />
        {draft.run === null ? null : <Sent profile={profile} run={draft.run} />}
        {checked && open ? (
          <ProblemGroups
            profile={profile}
            draft={draft}
            check={checked}
            pending={change.isPending || check.isFetching}
            onChange={change.mutate}
            onShow={() => choose("attention")}
          />
        ) : null}
        {/* Where something stands over or under the rows, they still need room for themselves. */}
        <Card className={cx("flex flex-1 flex-col", find.open || chosen ? "min-h-64" : "min-h-40")}>
          {find.open ? (
            <FindBar
              draft={draft}
              group={group}
              checkedAt={check.dataUpdatedAt}
              checking={check.isFetching || change.isPending}
              findRef={find.field}
              nextRef={next}
              onChange={change.mutate}
              onClose={find.close}
            />
          ) : null}
          {/* The rows' box must clip, not scroll: a pinned column sticks to the nearest box that could scroll. */}
          <div className="min-h-0 flex-1 [&_[role=rowgroup]:not(.grid-head)]:overflow-clip">
            <RowsGrid
              profile={profile}
              draft={draft}
              check={check}
              group={group}
              chosen={chosen}
              gridRef={grid}
              finding={find.open}
              nextRef={next}
              refused={change.isError}
              onChoose={setChosen}
              onChange={change.mutate}
              onClear={() => choose("all")}
            />
          </div>
          {chosen ? (
            <RowDetail row={chosen} readOnly={!open} rows={grid} onChange={change.mutate} onClose={close} />
          ) : null}
        </Card>
        <ReviewFoot profile={profile} platform={platform} draft={draft} check={check} may={may} onSend={ask} />
      </div>
      {checked && over === "call" ? (
        <WhatWillBeSent draft={draft} check={checked} checkedAt={check.dataUpdatedAt} onClose={back} />
      ) : null}
      {checked && platform && asking && !platform.readOnly ? (
        <ConfirmSend
          platform={platform}
          check={checked}
          checking={may.kind === "checking"}
          start={start}
          onClose={cancel}
        />
      ) : null}
    </>
  );
}

/** Says that there is nothing more to change here, and where it went on. */
function Sent({ profile, run }: { profile: string; run: string }) {
  return (
    <Banner tone="muted" title={repair.sent.title}>
      {repair.sent.text}{" "}
      <Link
        to="/p/$profile/runs/$run"
        params={{ profile, run }}
        className="rounded-sm font-semibold text-inherit underline underline-offset-3"
      >
        {repair.sent.link}
      </Link>
    </Banner>
  );
}

/**
 * Whether the last question stands. It comes with a head-count that holds, and stays while that is made anew: so does
 * what was typed, and why it was refused.
 */
function useAsking(wanted: boolean, { kind }: MaySend): boolean {
  const [stood, setStood] = useState(false);
  const stands = wanted && (kind === "yes" || (kind === "checking" && stood));
  if (stands !== stood) setStood(stands);
  return stands;
}

/** Minutes for which a list is fresh; an older one is fetched anew by the next check. */
const FRESH_FOR = 15;

/** The head-count that a person confirms must be the one that is sent: an old check is made anew first. */
function useFreshCheck(check: UseQueryResult<CheckView>, asking: boolean) {
  const now = useNow(5_000, asking);
  const { data, isFetching, isError, refetch } = check;
  const fetchedAt = data?.listFetchedAt;
  const old = fetchedAt !== undefined && now - new Date(fetchedAt).getTime() > FRESH_FOR * 60_000;
  // Once for each list: a clock that was set must not ask for ever.
  const asked = useRef<string>(undefined);
  useEffect(() => {
    if (!asking || !old || isFetching || isError || asked.current === fetchedAt) return;
    asked.current = fetchedAt;
    void refetch();
  }, [asking, old, isFetching, isError, refetch, fetchedAt]);
}
