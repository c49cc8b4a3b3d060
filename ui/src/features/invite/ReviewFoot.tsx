import type { UseQueryResult } from "@tanstack/react-query";
import { useRef } from "react";
import { platformName } from "@/components/platform";
import { useRefreshProgress } from "@/data/roster";
import { ReadOnlyNote } from "@/features/connections/ReadOnlyNote";
import type { CheckView, DraftView, ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { ProgressBar } from "@/kit/ProgressBar";
import { Said } from "@/kit/Said";
import { useWindowWidth } from "@/kit/useWindowWidth";
import { ago } from "@/words/format";
import { invite as words } from "@/words/invite";
import { repair } from "@/words/repair";
import { useNow } from "../runs/useNow";
import { Exports, ROOM_FOR_WORDS } from "./Exports";
import type { MaySend } from "./flow";
import { useToRun } from "./useToRun";

type ReviewFootProps = {
  profile: string;
  /** Where they would be invited to; nothing while that is not known. */
  platform: ProfileView | undefined;
  draft: DraftView;
  check: UseQueryResult<CheckView>;
  may: MaySend;
  onSend: () => void;
};

/** How fresh the check is, what can be taken elsewhere, and the button that sends. */
export function ReviewFoot({ profile, platform, draft, check, may, onSend }: ReviewFootProps) {
  const checked = check.data;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-3">
      <CheckedAgainst profile={profile} draft={draft} check={check} />
      {checked ? <Exports draft={draft.id} check={checked} /> : null}
      {draft.run === null && platform?.readOnly ? (
        <ReadOnlyNote profile={platform} />
      ) : draft.run === null ? (
        <SendButton platform={platform} check={check} may={may} onSend={onSend} />
      ) : (
        <OpenRun profile={profile} run={draft.run} />
      )}
    </div>
  );
}

type SendButtonProps = Pick<ReviewFootProps, "platform" | "check" | "may" | "onSend">;

function SendButton({ platform, check, may, onSend }: SendButtonProps) {
  const checked = check.data;
  const checking = may.kind === "checking" && !check.isError;
  const held = useRef(false);
  return (
    <Button
      // Made anew once it is known how many: WebKitGTK does not tell screen readers that a button has another name.
      key={checking ? "checking" : "known"}
      autoFocus={held.current}
      onFocusChange={(focused) => {
        held.current = focused;
      }}
      data-tour="send"
      kind="primary"
      pending={checking}
      offBecause={may.kind === "nobody" ? words.review.nobody : check.isError ? words.review.failed : null}
      onPress={onSend}
    >
      {checked
        ? words.review.invite(checked.invites, platform ? platformName(platform) : "")
        : words.review.inviteUnknown}
    </Button>
  );
}

/** What was sent is not sent again: its run says what became of it. */
function OpenRun({ profile, run }: { profile: string; run: string }) {
  const toRun = useToRun(profile);
  return (
    <Button kind="primary" onPress={() => toRun(run)}>
      {repair.sent.openRun}
    </Button>
  );
}

type CheckedAgainstProps = Pick<ReviewFootProps, "profile" | "draft" | "check">;

function CheckedAgainst({ profile, draft, check }: CheckedAgainstProps) {
  const now = useNow(30_000);
  const progress = useRefreshProgress(profile);
  const tight = useWindowWidth() < ROOM_FOR_WORDS;
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
  const when = checked ? ago(checked.listFetchedAt, now) : null;
  const against = checked && when ? words.review.foot(checked.checkedAgainst, when) : null;
  const keeps = draft.file.name === null ? null : words.start.keepsFile;
  const foot = [against, keeps].filter((sentence) => sentence !== null);
  const short = tight && when ? words.review.footShort(when) : null;
  return (
    <div className="flex min-w-0 flex-[1_1_13rem] items-center gap-1">
      {/* Each sentence whole: beside the other one, under it, or on hover. */}
      <p className="flex min-w-0 flex-wrap gap-x-1 text-ink-3" title={foot.join(" ")}>
        {short ? <span aria-hidden="true">{short}</span> : null}
        {foot.map((sentence) => (
          <span key={sentence} className={short ? "sr-only" : "min-w-0 truncate"}>
            {sentence}
          </span>
        ))}
      </p>
      {check.isError || draft.run !== null ? null : (
        <Button small kind="quiet" onPress={() => check.refetch()}>
          {words.review.checkAgain}
        </Button>
      )}
      <Said>{checked && draft.run === null ? words.review.announce(checked.rows, checked.invites) : null}</Said>
    </div>
  );
}
