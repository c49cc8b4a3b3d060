import type { SinceCounts, SinceOrganization } from "@/ipc";
import { count } from "@/words/format";
import { since as words } from "@/words/since";

/** Organizations shown at once. */
const SHOWN = 100;

const COUNTS = [
  "accepted",
  "waits",
  "lapsed",
  "notListed",
  "blocked",
  "other",
] as const satisfies (keyof SinceCounts)[];

/** The same figures, an organization a line; columns in which nobody is are left out. */
export function SinceByOrganization({ organizations }: { organizations: SinceOrganization[] }) {
  const columns = COUNTS.filter((key) => key === "accepted" || organizations.some(({ people }) => people[key] > 0));
  const more = organizations.length - SHOWN;
  const number = "h-7 px-3 text-end tabular-nums";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: taller than its box, so it has to be scrollable by keyboard
    <section aria-label={words.byOrganization} tabIndex={0} className="mt-2 max-h-64 overflow-auto">
      <table className="w-full border-collapse text-sm select-text">
        <caption className="sr-only">{words.byOrganization}</caption>
        <thead className="sticky top-0 bg-sunken text-ink-2">
          <tr>
            <th scope="col" className="h-7 px-3 text-start font-medium">
              {words.organization}
            </th>
            <th scope="col" className={`${number} font-medium`}>
              {words.column.invited}
            </th>
            {columns.map((key) => (
              <th key={key} scope="col" className={`${number} font-medium`}>
                {words.column[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {organizations.slice(0, SHOWN).map(({ id, label, invited, people }) => (
            <tr key={id} className="border-b border-line last:border-0">
              <th scope="row" title={label} className="h-7 max-w-64 truncate px-3 text-start font-normal">
                {label}
              </th>
              <td className={number}>{count(invited)}</td>
              {columns.map((key) => (
                <td key={key} className={number}>
                  {count(people[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="px-3 py-1 text-sm text-ink-3">
        {words.inSeveral} {more > 0 ? words.more(more) : null}
      </p>
    </section>
  );
}
