import { cx } from "./cx";

type BarProps = {
  /** The dark part, and the light one beside it. */
  value: number;
  more?: number;
  /** What the whole length stands for. */
  of: number;
  className?: string;
};

/** A length for the eye, beside a number that says the same: it is hidden from screen readers. */
export function Bar({ value, more = 0, of, className }: BarProps) {
  return (
    <span aria-hidden="true" className={cx("flex h-2 w-full overflow-hidden rounded-full bg-muted-soft", className)}>
      <Part value={value} of={of} className="bg-accent" />
      <Part value={more} of={of} className="bg-accent opacity-40" />
    </span>
  );
}

/** However few they are, they are seen. */
function Part({ value, of, className }: { value: number; of: number; className: string }) {
  if (value <= 0 || of <= 0) return null;
  return (
    <span
      className={cx("block h-full min-w-0.5", className)}
      style={{ width: `${Math.min(100, (value / of) * 100)}%` }}
    />
  );
}
