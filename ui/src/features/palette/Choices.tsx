import { useEffect } from "react";
import { cx } from "@/kit/cx";
import { Kbd } from "@/kit/Kbd";
import { palette as words } from "@/words/palette";
import type { Choice, Shown } from "./choice";

type ChoicesProps = {
  id: string;
  optionId: (place: number) => string;
  shown: Shown[];
  /** The place of the choice that Enter takes, counted through all groups. */
  active: number;
  onChoose: (choice: Choice) => void;
};

/** What can be chosen, group by group. */
export function Choices({ id, optionId, shown, active, onChoose }: ChoicesProps) {
  useEffect(() => document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" }));
  let place = 0;
  return (
    <div id={id} role="listbox" aria-label={words.results} className="min-h-0 overflow-auto p-1.5 empty:hidden">
      {shown.map(({ group, choices }, at) => {
        const heading = `${id}-group-${at}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group may stand twice, nearer and farther matches
          <div key={`${group} ${at}`} role="group" aria-labelledby={heading}>
            <div id={heading} role="presentation" className="px-2.5 pt-2 pb-1 text-xs font-semibold text-ink-3">
              {words.group[group]}
            </div>
            {choices.map((choice) => {
              const here = place++;
              return (
                <Option
                  key={choice.id}
                  id={optionId(here)}
                  choice={choice}
                  active={here === active}
                  onChoose={onChoose}
                />
              );
            })}
          </div>
        );
      })}
    </div>
  );
}

type OptionProps = { id: string; choice: Choice; active: boolean; onChoose: (choice: Choice) => void };

function Option({ id, choice, active, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys and Enter in the field do the same
    <div
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={choice.off ? true : undefined}
      // The press must not take the focus out of the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !choice.off && onChoose(choice)}
      className={cx(
        "flex min-h-8 items-center gap-2.5 rounded-sm px-2.5 py-1 text-ink hover:bg-muted-soft",
        active && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      <span className="grid w-4 shrink-0 place-items-center text-ink-2">{choice.icon}</span>
      <span className={cx("max-w-[70%] shrink-0 truncate", choice.off && "text-ink-3")}>{choice.label}</span>{" "}
      {(choice.off ?? choice.note) ? (
        <span className="min-w-0 flex-1 truncate text-sm text-ink-2">{choice.off ?? choice.note}</span>
      ) : null}{" "}
      {choice.keys ? (
        <span className="ms-auto shrink-0">
          <Kbd>{choice.keys}</Kbd>
        </span>
      ) : null}{" "}
      {choice.group !== "platforms" && choice.platform ? (
        <span className="ms-auto max-w-40 shrink-0 truncate text-sm text-ink-2">{choice.platform.name}</span>
      ) : null}
    </div>
  );
}
