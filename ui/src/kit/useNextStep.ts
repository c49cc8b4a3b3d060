import { useEffect } from "react";
import { painted } from "./turns";

/**
 * Draws more once what was drawn before is painted, one step after another up to `last`: a screen stands there sooner, and keys are
 * answered in between. `step` is null as long as the first one waits for something else.
 */
export function useNextStep(step: number | null, last: number, setStep: (step: number) => void): void {
  useEffect(() => {
    if (step === null || step >= last) return;
    let gone = false;
    void painted().then(() => {
      if (!gone) setStep(step + 1);
    });
    return () => {
      gone = true;
    };
  }, [step, last, setStep]);
}
