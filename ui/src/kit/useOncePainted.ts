import { startTransition, useEffect, useState } from "react";
import { painted } from "./turns";

/** Whether the first picture of what asks is on the screen by now: what is out of sight there can be drawn after it. */
export function useOncePainted(): boolean {
  const [is, setIs] = useState(false);
  useEffect(() => {
    let gone = false;
    void painted().then(() => {
      if (!gone) startTransition(() => setIs(true));
    });
    return () => {
      gone = true;
    };
  }, []);
  return is;
}
