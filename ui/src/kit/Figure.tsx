import type { ReactNode } from "react";
import { cx } from "./cx";

type FigureProps = { value: ReactNode; label: ReactNode; tone?: "ok" | "bad" | "warn" | "new" };

const INK = { ok: "text-ok", bad: "text-bad", warn: "text-warn", new: "text-new" };

/** A number that matters, and what it counts. */
export function Figure({ value, label, tone }: FigureProps) {
  return (
    <div>
      <b className={cx("block text-2xl leading-[1.15] font-[650] tracking-tight tabular-nums", tone && INK[tone])}>
        {value}
      </b>
      <span className="text-sm text-ink-3">{label}</span>
    </div>
  );
}
