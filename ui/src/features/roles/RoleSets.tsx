import { Section } from "@/components/Section";
import type { RoleSetView } from "@/ipc";
import { Bar } from "@/kit/Bar";
import { count, list } from "@/words/format";
import { roles } from "@/words/roles";

const words = roles.sets;

/**
 * Which roles are held together. The numbers lead nowhere: Users finds who holds any of some roles, not who holds
 * all of them.
 */
export function RoleSets({ sets, total }: { sets: RoleSetView[]; total: number }) {
  const most = Math.max(...sets.map((set) => set.people), 1);
  return (
    <Section title={words.title} note={words.note}>
      <ul className="flex flex-col gap-1">
        {sets.map((set) => (
          <li
            key={set.roleIds.join()}
            title={set.explanations.join(" ") || undefined}
            className="grid max-w-180 grid-cols-[minmax(0,1fr)_120px_56px] items-center gap-3 max-large:grid-cols-[minmax(0,1fr)_64px_56px]"
          >
            <span className="break-words select-text">{list(set.roles)}</span>
            <Bar value={set.people} of={most} />
            <span className="text-end tabular-nums">{count(set.people)}</span>
          </li>
        ))}
      </ul>
      {total > sets.length ? <p className="text-ink-3">{words.more(total - sets.length)}</p> : null}
    </Section>
  );
}
