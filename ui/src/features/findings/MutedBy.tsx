import type { MuteView } from "@/ipc";
import { findings } from "@/words/findings";

const words = findings.muted;

/** Who muted a finding, why, until when, and how many it is told again for. */
export function MutedBy({ mute }: { mute: MuteView }) {
  return (
    <p className="w-full ps-7 break-words text-ink-2 select-text">
      {words.by(mute.by, mute.at, mute.until)} {words.reason(mute.reason)}{" "}
      {mute.newSince > 0 ? words.newSince(mute.newSince) : null}
    </p>
  );
}
