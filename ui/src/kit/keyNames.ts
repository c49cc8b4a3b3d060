import { keyWords } from "@/words/keys";
import { KEYMAP, type KeyName, type Stroke } from "./keymap";
import { isMac } from "./system";

/** Keys whose names are signs, and those that keyboards name with words. */
const SIGNS: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** A stroke as it is written where this runs: `Ctrl+Shift+K`, or `⇧⌘K`. */
export function written(stroke: Stroke, digit?: number, mac = isMac): string {
  const { names } = keyWords;
  const named = names[stroke.key as keyof typeof names] ?? SIGNS[stroke.key] ?? stroke.key.toUpperCase();
  const key = stroke.key === "1-9" ? `${digit ?? names.digits}` : named;
  if (mac) return `${stroke.alt ? "⌥" : ""}${stroke.shift ? "⇧" : ""}${stroke.mod ? "⌘" : ""}${key}`;
  const held = [stroke.mod && names.ctrl, stroke.alt && names.alt, stroke.shift && names.shift].filter(Boolean);
  return [...held, key].join("+");
}

/** The first stroke of a name, as it is written where this runs; of nine digits, a certain one. */
export const keysOf = (name: KeyName, digit?: number): string => written(KEYMAP[name].strokes[0], digit);

/** All strokes of a name. */
export const allKeysOf = (name: KeyName): string[] => KEYMAP[name].strokes.map((stroke) => written(stroke));
