import type { ReactNode } from "react";
import { cx } from "./cx";

/** What a colour means. */
export type Tone = "new" | "ok" | "warn" | "bad" | "muted";

export const TONES: Record<Tone, string> = {
  new: "bg-new-soft text-new",
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  muted: "bg-muted-soft text-ink-2",
};

/** A state: always a word and a colour. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex h-5 max-w-full min-w-0 items-center gap-1.25 rounded-full pe-2 ps-1.5 text-sm font-[550] whitespace-nowrap",
        TONES[tone],
      )}
    >
      <span className="size-1.75 shrink-0 rounded-full bg-current" />
      <span className="truncate">{children}</span>
    </span>
  );
}
