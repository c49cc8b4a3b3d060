import type { FindingView } from "@/ipc";
import { Button } from "@/kit/Button";
import { findings } from "@/words/findings";
import { MutedBy } from "./MutedBy";

const words = findings.muted;

type UnmuteProps = { finding: FindingView; pending: boolean; onPress: () => void };

/** Who muted a finding, why and until when, and the way back. */
export function Unmute({ finding, pending, onPress }: UnmuteProps) {
  const { mute } = finding;
  return (
    <>
      <Button small pending={pending} aria-label={words.unmuteOf(finding.title)} onPress={onPress}>
        {words.unmute}
      </Button>
      {mute ? <MutedBy mute={mute} /> : null}
    </>
  );
}
