import type { Tone } from "./Badge";
import { cx } from "./cx";

type Segment = { tone: Tone | "accent"; value: number };

type ProgressBarProps = {
  label: string;
  /** Parts of the whole, in order. */
  segments: Segment[];
  /** The whole; without it the bar moves without an end in sight. */
  total: number | null;
  thin?: boolean;
};

const FILL: Record<Segment["tone"], string> = {
  new: "bg-new",
  ok: "bg-ok",
  warn: "bg-warn",
  bad: "bg-bad",
  muted: "bg-line-strong",
  accent: "bg-accent",
};

/** How far, and of what. */
export function ProgressBar({ label, segments, total, thin }: ProgressBarProps) {
  const done = segments.reduce((sum, segment) => sum + segment.value, 0);
  const known = total !== null && total > 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={known ? total : undefined}
      aria-valuenow={known ? Math.min(done, total) : undefined}
      className={cx("flex w-full overflow-hidden rounded-full bg-muted-soft", thin ? "h-1" : "h-2")}
    >
      {known ? (
        segments.map((segment, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts have a fixed order and no other name
            key={place}
            className={cx("block h-full transition-[width] duration-200", FILL[segment.tone])}
            style={{ width: `${Math.min(100, (segment.value / total) * 100)}%` }}
          />
        ))
      ) : (
        <span className="block h-full w-1/3 animate-[slide_1.4s_ease-in-out_infinite] rounded-full bg-accent rtl:[animation-direction:reverse]" />
      )}
    </div>
  );
}
