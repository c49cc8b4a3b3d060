import { count } from "@/words/format";
import { overview as words } from "@/words/overview";
import type { Mark } from "./marks";
import { PeopleLink } from "./PeopleLink";

type MarksTableProps = { profile: string; title: string; column: string; marks: readonly Mark[] };

/** What a chart shows, as a table. */
export function MarksTable({ profile, title, column, marks }: MarksTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it only if it can have the focus
    <div role="group" aria-label={title} tabIndex={0} className="max-h-80 overflow-auto rounded-sm">
      <table className="w-full select-text">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-surface text-start text-sm text-ink-3">
          <tr>
            <th scope="col" className="py-1 font-medium">
              {column}
            </th>
            <th scope="col" className="py-1 text-end font-medium">
              {words.people}
            </th>
          </tr>
        </thead>
        <tbody>
          {marks.map(({ id, label, value, query }) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className="max-w-0 truncate py-1 text-start font-normal" title={label}>
                {label}
              </th>
              <td className="w-24 py-1 text-end tabular-nums">
                <PeopleLink
                  profile={profile}
                  query={query}
                  aria-label={words.mark(label, value)}
                  className="rounded-sm text-accent hover:underline"
                >
                  {count(value)}
                </PeopleLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
