import type { FindingView } from "@/ipc";
import { Button } from "@/kit/Button";
import { told } from "@/words/core/told";
import { findings } from "@/words/findings";

const words = findings.muted;

type UnmuteProps = { finding: FindingView; pending: boolean; onPress: () => void };

/** Who muted a finding, why, until when and how many it is told again for, and the way back. */
export function Unmute({ finding, pending, onPress }: UnmuteProps) {
  const { mute } = finding;
  return (
    <>
      <Button small pending={pending} aria-label={words.unmuteOf(told(finding.title).text)} onPress={onPress}>
        {words.unmute}
      </Button>
      {mute ? (
        <p className="w-full ps-7 break-words text-ink-2 select-text">
          {words.by(mute.by, mute.at, mute.until)} {words.reason(mute.reason)}{" "}
          {mute.newSince > 0 ? words.newSince(mute.newSince) : null}
        </p>
      ) : null}
    </>
  );
}
