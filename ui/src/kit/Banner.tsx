import type { ReactNode } from "react";
import { TONES, type Tone } from "./Badge";
import { cx } from "./cx";

type BannerProps = {
  tone: Tone;
  /** What happened. */
  title: ReactNode;
  /** That nothing was lost, and what comes next. */
  children?: ReactNode;
  /** Small buttons. */
  actions?: ReactNode;
  /** More for those who want it. */
  detail?: ReactNode;
};

/** Something to know about the whole screen. Bad news is announced at once, the rest when there is a pause. */
export function Banner({ tone, title, children, actions, detail }: BannerProps) {
  return (
    <div role={tone === "bad" ? "alert" : "status"} className={cx("@container rounded-lg px-4 py-2.5", TONES[tone])}>
      <div className="flex flex-col items-start gap-x-4 gap-y-2 @md:flex-row">
        <div className="min-w-0 flex-1 select-text">
          <b className="font-semibold">{title}</b> <span>{children}</span>
          {detail ? <div className="mt-0.5 text-sm break-words text-ink-2">{detail}</div> : null}
        </div>
        {actions ? <div className="flex shrink-0 gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
