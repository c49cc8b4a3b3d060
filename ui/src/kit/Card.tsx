import type { ReactNode } from "react";
import { cx } from "./cx";

type CardProps = {
  children: ReactNode;
  /** Room inside. */
  padded?: boolean;
  className?: string;
  /** Makes it a named region. */
  label?: string;
};

/** A sheet of paper on the desk. */
export function Card({ children, padded, className, label }: CardProps) {
  return (
    <section
      aria-label={label}
      className={cx("min-w-0 overflow-hidden rounded-lg border border-line bg-surface", padded && "p-4", className)}
    >
      {children}
    </section>
  );
}
