import { useState } from "react";
import { Failure } from "@/components/Failure";
import { dayOf, daysAfter } from "@/data/days";
import { useMuteFinding } from "@/data/findings";
import type { FindingView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { TextField } from "@/kit/TextField";
import { told } from "@/words/core/told";
import { findings } from "@/words/findings";
import { checkedMute } from "./muteDraft";

const words = findings.mute;

/** Days that a mute holds unless told: a quarter of a year. */
const USUAL_DAYS = 90;

type MuteDialogProps = { profile: string; finding: FindingView; onMuted: () => void; onClose: () => void };

/** Asks why a finding need not be told, until when, and who says so. */
export function MuteDialog({ profile, finding, onMuted, onClose }: MuteDialogProps) {
  const today = dayOf(new Date());
  const mute = useMuteFinding(profile);
  const [draft, setDraft] = useState({ reason: "", until: daysAfter(today, USUAL_DAYS), by: "" });
  const [tried, setTried] = useState(false);
  const { said, wrong } = checkedMute(draft, today);
  const confirm = () => {
    setTried(true);
    if (!said || mute.isPending) return;
    // The card with this question is gone by then; a refusal is shown by the question itself.
    mute.mutateAsync({ rule: finding.rule, ...said }).then(onMuted, () => undefined);
  };
  return (
    <Dialog
      open
      title={words.title(told(finding.title).text)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" pending={mute.isPending} onPress={confirm}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        {mute.error ? <Failure title={words.failed} error={mute.error} profile={profile} /> : null}
        <p>{words.text}</p>
        <TextField
          autoFocus
          lines={3}
          maxLength={500}
          label={words.reason}
          help={words.reasonHelp}
          value={draft.reason}
          onChange={(reason) => setDraft({ ...draft, reason })}
          error={tried && wrong.reason ? words.noReason : null}
        />
        <TextField
          label={words.until}
          help={words.untilHelp}
          value={draft.until}
          onChange={(until) => setDraft({ ...draft, until })}
          error={tried && wrong.until ? words.badDay : null}
        />
        <TextField
          label={words.by}
          help={words.byHelp}
          value={draft.by}
          onChange={(by) => setDraft({ ...draft, by })}
        />
        {/* Enter in a field of one line does what the button does. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
