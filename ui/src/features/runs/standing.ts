import type { Tone } from "@/kit/Badge";
import type { Standing } from "./outcome";

/** Every way in which a run may stand has a tone. */
export const STANDING_TONE: Record<Standing["kind"], Tone> = {
  sending: "new",
  "waits-for-time": "warn",
  "waits-for-you": "warn",
  interrupted: "warn",
  stopped: "warn",
  finished: "ok",
};
