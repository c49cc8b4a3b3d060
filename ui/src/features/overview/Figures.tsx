import { Card } from "@/kit/Card";
import { Figure } from "@/kit/Figure";
import { count } from "@/words/format";
import { overview as words } from "@/words/overview";
import type { FigureMark } from "./marks";
import { PeopleLink } from "./PeopleLink";

/** The numbers that one looks for first; each leads to its people. */
export function Figures({ profile, figures }: { profile: string; figures: FigureMark[] }) {
  return (
    <Card label={words.figures} className="@container">
      <ul className="grid grid-cols-2 gap-1 p-2 @min-[30rem]:grid-cols-4 @min-[56rem]:grid-cols-8">
        {figures.map(({ id, label, value, query, tone, note }) => (
          <li key={id} className="min-w-0">
            <PeopleLink
              profile={profile}
              query={query}
              title={note}
              className="block rounded-md px-2 py-1.5 hover:bg-muted-soft"
            >
              <Figure value={count(value)} label={label} {...(tone && value > 0 ? { tone } : {})} />
            </PeopleLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
