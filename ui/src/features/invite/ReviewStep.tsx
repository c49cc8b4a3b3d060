import type { UseQueryResult } from "@tanstack/react-query";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { platformName } from "@/components/platform";
import { profilesQuery } from "@/data/profiles";
import { useRefreshProgress } from "@/data/roster";
import type { CheckView, DraftRow, DraftView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { Chip } from "@/kit/Chip";
import { ProgressBar } from "@/kit/ProgressBar";
import { invite as words } from "@/words/en/invite";
import { ago } from "@/words/format";
import { useNow } from "../runs/useNow";
import { ConfirmSend } from "./ConfirmSend";
import { CLASS_GROUP_ORDER, type ClassGroup, rowsIn } from "./classes";
import { ErrorBanner } from "./ErrorBanner";
import { maySend, type Step } from "./flow";
import { ProblemGroups } from "./ProblemGroups";
import { RowDetail } from "./RowDetail";
import { RowsGrid } from "./RowsGrid";
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

/** Every row and what will happen to it, and the button that sends. */
export function ReviewStep({ profile, draft, check, over, group, onStep, onGroup }: ReviewStepProps) {
  const platform = useQuery(profilesQuery()).data?.find((one) => one.id === profile);
  const [chosen, setChosen] = useState<DraftRow | null>(null);
  const checked = check.data;
  const may = maySend(checked, check.isFetching || check.isError);
  const back = () => onStep("review");
  useFreshCheck(check, over === "send");
  const choose = (next: ClassGroup) => {
    setChosen(null);
    onGroup(next);
  };
  return (
    <>
      <Chips check={checked} group={group} onGroup={choose} onCall={() => onStep("call")} />
      <div className="flex min-h-0 flex-1 flex-col gap-4 px-6 pb-4">
        <ErrorBanner error={check.error} profile={profile} onRetry={() => check.refetch()} />
        {checked ? <ProblemGroups draft={draft} check={checked} onColumns={() => onStep("columns")} /> : null}
        <Card className="flex min-h-40 flex-1 flex-col">
          {/* The rows' box must clip, not scroll: a pinned column sticks to the nearest box that could scroll. */}
          <div className="min-h-0 flex-1 [&_[role=rowgroup]:not(.grid-head)]:overflow-clip">
            <RowsGrid
              draft={draft}
              check={check}
              group={group}
              chosen={chosen}
              onChoose={setChosen}
              onClear={() => choose("all")}
            />
          </div>
          {chosen ? <RowDetail row={chosen} onClose={() => setChosen(null)} /> : null}
        </Card>
        <div className="flex items-center gap-3">
          <CheckedAgainst profile={profile} draft={draft} check={check} />
          <Button
            kind="primary"
            pending={may.kind === "checking" && !check.isError}
            offBecause={may.kind === "nobody" ? words.review.nobody : check.isError ? words.review.failed : null}
            onPress={() => onStep("send")}
          >
            {checked
              ? words.review.invite(checked.invites, platform ? platformName(platform) : "")
              : words.review.inviteUnknown}
          </Button>
        </div>
      </div>
      {checked && over === "call" ? (
        <WhatWillBeSent draft={draft} check={checked} checkedAt={check.dataUpdatedAt} onClose={back} />
      ) : null}
      {checked && platform && may.kind === "yes" && over === "send" ? (
        <ConfirmSend platform={platform} draft={draft} check={checked} onClose={back} />
      ) : null}
    </>
  );
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

/** A chip with nothing behind it is left out, unless it is the one that is on. */
function worthAChip(one: ClassGroup, chosen: ClassGroup, check: CheckView | undefined): boolean {
  return one === "all" || one === "ready" || one === chosen || !check || rowsIn(one, check.counts) > 0;
}

type ChipsProps = {
  check: CheckView | undefined;
  group: ClassGroup;
  onGroup: (group: ClassGroup) => void;
  onCall: () => void;
};

function Chips({ check, group, onGroup, onCall }: ChipsProps) {
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-6 pb-3">
      <fieldset className="contents">
        <legend className="sr-only">{words.review.filter}</legend>
        {CLASS_GROUP_ORDER.filter((one) => worthAChip(one, group, check)).map((one) => (
          <Chip
            key={one}
            selected={group === one}
            count={check ? rowsIn(one, check.counts) : null}
            onChange={() => onGroup(one)}
          >
            {words.review.group[one]}
          </Chip>
        ))}
      </fieldset>
      <span className="flex-1" />
      <Button small isDisabled={!check} onPress={onCall}>
        {words.review.whatWillBeSent}
      </Button>
    </div>
  );
}

type CheckedAgainstProps = { profile: string; draft: DraftView; check: UseQueryResult<CheckView> };

function CheckedAgainst({ profile, draft, check }: CheckedAgainstProps) {
  const now = useNow(30_000);
  const progress = useRefreshProgress(profile);
  const checked = check.data;
  if (check.isFetching) {
    return (
      <div className="flex min-w-0 flex-1 items-center gap-3">
        <p role="status" className="truncate text-ink-3">
          {progress ? words.review.fetching(progress.read, progress.total) : words.review.checking(draft.file.rowsRead)}
        </p>
        <div className="max-w-40 flex-1">
          <ProgressBar
            thin
            label={words.review.stillChecking}
            segments={progress?.total ? [{ tone: "accent", value: progress.read }] : []}
            total={progress?.total ?? null}
          />
        </div>
      </div>
    );
  }
  const typed = draft.file.name === null;
  const foot = [
    checked ? words.review.foot(checked.checkedAgainst, ago(checked.listFetchedAt, now)) : null,
    typed ? null : words.start.keepsFile,
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <p className="truncate text-ink-3" title={foot}>
        {foot}
      </p>
      {check.isError ? null : (
        <Button small kind="quiet" onPress={() => check.refetch()}>
          {words.review.checkAgain}
        </Button>
      )}
      <span role="status" className="sr-only">
        {checked ? words.review.announce(checked.rows, checked.invites) : null}
      </span>
    </div>
  );
}
