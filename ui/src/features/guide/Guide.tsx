import { Link, useParams, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Page } from "@/components/Page";
import { NotFound } from "@/features/shell/NotFound";
import { cx } from "@/kit/cx";
import { support as words } from "@/words/support";
import { Blocks } from "./Blocks";
import { FIRST, guidePage, guidePages } from "./pages";

/** The user guide, which is in the app: it needs no network and no other program. */
export function Guide() {
  const { page: id = FIRST } = useParams({ strict: false });
  const page = guidePage(id);
  const text = usePart(id);
  if (!page) return <NotFound />;
  return (
    <Page title={words.guide}>
      <div className="flex min-h-0 flex-1 gap-6 px-6 pb-6">
        <nav aria-label={words.guidePage} className="w-56 shrink-0 overflow-auto">
          <ul lang="en" className="flex flex-col gap-0.5">
            {guidePages().map((each) => (
              <li key={each.id}>
                <Link
                  to="/guide/$page"
                  params={{ page: each.id }}
                  aria-current={each.id === id ? "page" : undefined}
                  className={cx(
                    "block rounded-md px-2 py-1 hover:bg-hover",
                    each.id === id ? "bg-accent-soft font-medium text-accent" : "text-ink-2",
                  )}
                >
                  {each.title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {/* The guide is written in English alone, and is read with the keys of any text. */}
        <article
          ref={text}
          lang="en"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
          tabIndex={0}
          aria-label={page.title}
          className="min-w-0 flex-1 overflow-auto rounded-lg select-text"
        >
          <div className="flex max-w-180 flex-col gap-3 p-1">
            <h2 className="text-xl font-semibold">{page.title}</h2>
            <Blocks blocks={page.blocks} page={id} />
          </div>
        </article>
      </div>
    </Page>
  );
}

/** Goes to the part of a page that its address names, else to its beginning. */
function usePart(page: string) {
  const text = useRef<HTMLElement>(null);
  const part = useRouterState({ select: (state) => state.location.hash });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its beginning
  useEffect(() => {
    const named = part ? document.getElementById(part) : null;
    if (named) named.scrollIntoView();
    else if (text.current) text.current.scrollTop = 0;
  }, [page, part]);
  return text;
}
