import type { FindingView } from "@/ipc";
import { Button } from "@/kit/Button";
import { told } from "@/words/core/told";
import { findings } from "@/words/findings";
import { MuteDialog } from "./MuteDialog";

type MuteButtonProps = {
  profile: string;
  finding: FindingView;
  /** Whether it is being asked. */
  asking: boolean;
  onAsk: (asking: boolean) => void;
  onMuted: () => void;
};

/** Puts a finding apart, after one more question. */
export function MuteButton({ profile, finding, asking, onAsk, onMuted }: MuteButtonProps) {
  return (
    <>
      <Button small aria-label={findings.mute.openOf(told(finding.title).text)} onPress={() => onAsk(true)}>
        {findings.mute.open}
      </Button>
      {/* What was typed is of one asking only. */}
      {asking ? (
        <MuteDialog profile={profile} finding={finding} onMuted={onMuted} onClose={() => onAsk(false)} />
      ) : null}
    </>
  );
}
