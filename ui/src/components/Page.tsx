import type { ReactNode } from "react";
import { cx } from "@/kit/cx";
import { useTitle } from "./useTitle";

type PageProps = {
  title: string;
  /** Beside the title, smaller: how many, which file. */
  note?: ReactNode;
  /** To the right: search, buttons. */
  actions?: ReactNode;
  /** Has the actions take a second line where the words of a language leave too little room on the first. */
  wraps?: boolean;
  children: ReactNode;
};

/** One screen: its heading, and under it whatever fills the window. */
export function Page({ title, note, actions, wraps, children }: PageProps) {
  useTitle(title);
  return (
    <div className="flex h-full min-w-0 flex-col">
      {/* One line where there is room for it; twice as large letters take as many as they need. */}
      <header
        className={cx(
          "flex min-h-15 items-center gap-3 px-6 pt-4 pb-3 max-large:flex-wrap max-large:gap-y-1.5 [@media(height<=640px)]:min-h-12 [@media(height<=640px)]:py-2",
          wraps && "flex-wrap gap-y-1.5 large:justify-end",
        )}
      >
        {/* Never narrower than its words: a fraction of a pixel less would cut the heading to two letters. */}
        <div className="flex shrink-0 items-baseline gap-2 max-large:max-w-full max-large:flex-wrap">
          <h1
            tabIndex={-1}
            className="max-w-[60vw] truncate text-xl font-[650] tracking-[-0.01em] outline-none max-large:max-w-full"
          >
            {title}
          </h1>
          {note ? <span className="shrink-0 text-ink-3 tabular-nums max-large:shrink">{note}</span> : null}
        </div>
        <span className="flex-1" />
        {actions}
      </header>
      {children}
    </div>
  );
}
