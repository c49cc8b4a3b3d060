import { useState } from "react";
import type { FindingView } from "@/ipc";
import { Button } from "@/kit/Button";
import { findings } from "@/words/findings";
import { MuteDialog } from "./MuteDialog";

type MuteButtonProps = { profile: string; finding: FindingView; onMuted: () => void };

/** Puts a finding apart, after one more question. */
export function MuteButton({ profile, finding, onMuted }: MuteButtonProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button small aria-label={findings.mute.openOf(finding.title)} onPress={() => setAsking(true)}>
        {findings.mute.open}
      </Button>
      {/* What was typed is of one asking only. */}
      {asking ? (
        <MuteDialog profile={profile} finding={finding} onMuted={onMuted} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}
