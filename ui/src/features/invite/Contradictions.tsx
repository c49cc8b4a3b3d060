import { useEffect, useRef, useState } from "react";
import type { Asked, CheckView, Contradiction, DraftChange } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { repair } from "@/words/repair";
import { GroupLine } from "./GroupRow";

const words = repair.conflict;

type ContradictionsProps = {
  check: Pick<CheckView, "conflicting" | "conflicts">;
  onChange: (change: DraftChange) => void;
};

const twoRoles = (conflict: Contradiction) => new Set(conflict.asks.map((ask) => ask.role)).size > 1;

/** Those of the moment when they were opened: who is decided stays in sight until they are closed. */
type Opened = { people: number; conflicts: readonly Contradiction[] };

/** People whose rows contradict each other, as one more group. */
export function Contradictions({ check, onChange }: ContradictionsProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { conflicting: people, conflicts } = check;
  return (
    <>
      {people > 0 ? (
        <GroupLine
          tone="warn"
          count={words.people(people)}
          title={conflicts.every(twoRoles) ? words.roles : words.asks}
          hint={words.hint}
        >
          <Button small onPress={() => setOpened({ people, conflicts })}>
            {words.review(people)}
          </Button>
        </GroupLine>
      ) : null}
      {opened ? <Decisions {...opened} onChange={onChange} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

type DecisionsProps = Opened & {
  onChange: (change: DraftChange) => void;
  onClose: () => void;
};

/** What a row asks for: role and sign-in. */
const asksOf = ({ role, identityProvider }: Asked): string =>
  [role ?? words.noRole, identityProvider].filter(Boolean).join(" · ");

/** Person after person: which of the rows holds. */
function Decisions({ people, conflicts, onChange, onClose }: DecisionsProps) {
  const [kept, setKept] = useState<ReadonlyMap<string, Asked>>(new Map());
  const list = useRef<HTMLUListElement>(null);
  const done = useRef<HTMLButtonElement>(null);
  const left = people - kept.size;
  useEffect(() => {
    if (kept.size === 0) return;
    // The button that was pressed is gone: the keyboard goes on with the next person.
    const next = list.current?.querySelector<HTMLElement>("button");
    (next ?? done.current)?.focus();
  }, [kept]);
  const keep = (email: string, ask: Asked) => {
    setKept((all) => new Map(all).set(email, ask));
    onChange({ kind: "keep-row", row: ask.row });
  };
  return (
    <Dialog
      title={words.title}
      open
      onClose={onClose}
      actions={
        <>
          <p role="status" className="min-w-0 flex-1 self-center text-ink-3">
            {words.left(left)}
          </p>
          <Button ref={done} kind={kept.size === conflicts.length ? "primary" : "normal"} onPress={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      <p>
        {words.text} {people > conflicts.length ? words.first(conflicts.length, people) : null}
      </p>
      <ul ref={list} className="mt-3 flex flex-col gap-4">
        {conflicts.map((conflict) => (
          <li key={conflict.email}>
            <p className="font-semibold break-all text-ink select-text">{conflict.email}</p>
            <Asks conflict={conflict} kept={kept.get(conflict.email)} onKeep={(ask) => keep(conflict.email, ask)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type AsksProps = { conflict: Contradiction; kept: Asked | undefined; onKeep: (ask: Asked) => void };

function Asks({ conflict, kept, onKeep }: AsksProps) {
  if (kept) return <p className="mt-1 text-ink-2">{words.kept(kept.row, asksOf(kept))}</p>;
  return (
    <ul className="mt-1 flex flex-col gap-1.5">
      {conflict.asks.map((ask) => (
        <li key={ask.row} className="flex items-center gap-3">
          <span className="w-20 shrink-0">
            <Button
              small
              aria-label={words.keepLabel(conflict.email, ask.row, asksOf(ask))}
              onPress={() => onKeep(ask)}
            >
              {words.keep(ask.row)}
            </Button>
          </span>
          <span className="min-w-0 truncate text-ink">{asksOf(ask)}</span>
          {ask.privileged ? <Badge tone="warn">{words.power}</Badge> : null}
        </li>
      ))}
    </ul>
  );
}
