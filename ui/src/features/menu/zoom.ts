import { hits, type Pressed } from "@/kit/keymap";

/** The sizes that one press leads to, in percent. */
export const ZOOMS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** As the page was designed. */
export const NORMAL = 100;

/** What a press asks for. */
export type Zoom = "in" | "out" | "normal";

/** The size after a press; at either end it stays. */
export function zoomed(percent: number, zoom: Zoom): number {
  if (zoom === "normal") return NORMAL;
  const next = zoom === "in" ? ZOOMS.find((one) => one > percent) : [...ZOOMS].reverse().find((one) => one < percent);
  return next ?? percent;
}

/** What a key asks for, whatever keyboard it is on. */
export function zoomOfKey(event: Pressed): Zoom | null {
  if (hits(event, "larger")) return "in";
  if (hits(event, "smaller")) return "out";
  return hits(event, "usualSize") ? "normal" : null;
}
