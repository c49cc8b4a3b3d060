import { type ReactNode, useContext, useEffect } from "react";
import { shell } from "@/words/shell";
import { OpenPlatform } from "./openPlatform";

type PageProps = {
  title: string;
  /** Beside the title, smaller: how many, which file. */
  note?: ReactNode;
  /** To the right: search, buttons. */
  actions?: ReactNode;
  children: ReactNode;
};

/** One screen: its heading, and under it whatever fills the window. */
export function Page({ title, note, actions, children }: PageProps) {
  const platform = useContext(OpenPlatform);
  useEffect(() => {
    document.title = shell.title(title, platform);
  }, [title, platform]);
  return (
    <div className="flex h-full min-w-0 flex-col">
      <header className="flex min-h-15 items-center gap-3 px-6 pt-4 pb-3 [@media(height<=640px)]:min-h-12 [@media(height<=640px)]:py-2">
        {/* Never narrower than its words: a fraction of a pixel less would cut the heading to two letters. */}
        <div className="flex shrink-0 items-baseline gap-2">
          <h1 tabIndex={-1} className="max-w-[60vw] truncate text-xl font-[650] tracking-[-0.01em] outline-none">
            {title}
          </h1>
          {note ? <span className="shrink-0 text-ink-3 tabular-nums">{note}</span> : null}
        </div>
        <span className="flex-1" />
        {actions}
      </header>
      {children}
    </div>
  );
}
