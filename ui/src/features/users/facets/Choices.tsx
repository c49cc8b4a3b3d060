import { useState } from "react";
import { cx } from "@/kit/cx";
import { CheckIcon } from "@/kit/icons";
import { filters as words } from "@/words/filters";
import { count } from "@/words/format";

/** Something to filter by. */
export type Value = { id: string; label: string; people: number; note?: string };

type ChoicesProps = {
  values: Value[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** One at most: choosing another takes the first one off. */
  single?: boolean;
  /** As they come, not by how many. */
  inOrder?: boolean;
};

/** In sight before someone asks for more. */
const FEW = 6;

/** Values with the number of people that each would leave; any of the chosen ones. */
export function Choices({ values, chosen, onChange, single, inOrder }: ChoicesProps) {
  const [more, setMore] = useState(false);
  const sorted = inOrder ? values : values.toSorted((a, b) => b.people - a.people);
  const few = sorted.filter((one, place) => place < FEW || chosen.includes(one.id));
  const hidden = sorted.length - few.length;
  const flip = (id: string, on: boolean) => onChange(changed(chosen, id, on, single));
  return (
    <>
      {(more ? sorted : few).map((value) => (
        <Choice
          key={value.id}
          value={value}
          on={chosen.includes(value.id)}
          onChange={(on) => flip(value.id, on)}
          round={single}
        />
      ))}
      {hidden > 0 ? (
        <button
          type="button"
          className="mt-0.5 h-6.5 rounded-sm px-1 text-accent hover:underline"
          onClick={() => setMore(!more)}
        >
          {more ? words.fewer : words.more(hidden)}
        </button>
      ) : null}
    </>
  );
}

/** The chosen ones with one more or one less. */
export function changed(chosen: readonly string[], id: string, on: boolean, single = false): string[] {
  const others = single ? [] : chosen.filter((other) => other !== id);
  return on ? [...others, id] : others;
}

type ChoiceProps = { value: Value; on: boolean; onChange: (on: boolean) => void; round?: boolean | undefined };

function Choice({ value: { label, people, note }, on, onChange, round }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      title={note}
      onClick={() => onChange(!on)}
      className="flex h-6.5 w-full items-center gap-2 rounded-sm px-1 text-start text-ink-2 hover:bg-bg"
    >
      <CheckBox on={on} round={round} />
      <span className="min-w-0 flex-1 truncate">{label}</span>{" "}
      <span className={cx("text-sm tabular-nums", people === 0 ? "text-ink-3" : "text-ink-2")}>{count(people)}</span>
    </button>
  );
}

/** A box that is ticked or not; a round one where only one can be. */
export function CheckBox({ on, round }: { on: boolean; round?: boolean | undefined }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "grid size-3.5 shrink-0 place-items-center border-[1.5px]",
        round ? "rounded-full" : "rounded-[3px]",
        on ? "border-accent bg-accent text-on-accent" : "border-line-strong",
      )}
    >
      {on ? <CheckIcon width="10" height="10" strokeWidth="15%" /> : null}
    </span>
  );
}
