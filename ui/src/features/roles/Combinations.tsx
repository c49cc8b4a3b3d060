import { Link } from "@tanstack/react-router";
import { FromCore } from "@/components/FromCore";
import { Section } from "@/components/Section";
import type { CombinationView } from "@/ipc";
import { roles } from "@/words/roles";

const words = roles.combinations;

/** Roles of which it is known that they mean something else together, and where that is written. */
export function Combinations({ profile, combinations }: { profile: string; combinations: CombinationView[] }) {
  return (
    <Section title={words.title} note={words.note}>
      <ul className="flex flex-col gap-4">
        {combinations.map((one) => (
          <li key={one.id} className="max-w-180 select-text">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <h3 className="font-semibold">
                <FromCore of={one.title} />
              </h3>
              <span className="text-ink-2 tabular-nums">{words.people(one.people)}</span>
              {one.finding ? (
                <Link
                  to="/p/$profile/findings"
                  params={{ profile }}
                  search={{ open: "role-combination" }}
                  className="rounded-sm text-accent hover:underline"
                >
                  {words.finding}
                </Link>
              ) : null}
            </div>
            <p className="mt-0.5">
              <FromCore of={one.explanation} />
            </p>
            <p className="text-sm text-ink-3">
              {words.source} <FromCore of={one.source} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
