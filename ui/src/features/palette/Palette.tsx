import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from "react";
import { Failure } from "@/components/Failure";
import { profilesQuery } from "@/data/profiles";
import { NUMBERED } from "@/features/shell/switching";
import type { ProfileView } from "@/ipc";
import { SearchIcon } from "@/kit/icons";
import { keysOf } from "@/kit/keyNames";
import { palette as words } from "@/words/palette";
import { Choices } from "./Choices";
import { type Asked, type Choice, type Shown, shownFor, stillThere } from "./choice";
import { useChoices } from "./useChoices";
import { usePeople } from "./usePeople";
import { useThings } from "./useThings";

type PaletteProps = {
  profile: ProfileView | null;
  /** What was pasted onto the window, and is looked for at once; blank where nothing was. */
  pasted: string;
  /** What was chosen last, the latest first. */
  recent: Choice[];
  onChoose: (choice: Choice) => void;
};

/** A field, and under it whoever and whatever fits. The focus stays in the field. */
export function Palette({ profile, pasted, recent, onChoose }: PaletteProps) {
  const [typed, setTyped] = useState(pasted);
  const text = typed.trim();
  const { people, searching, error, again } = usePeople(text);
  const choices = useChoices(profile);
  // Once the field is there: it comes first.
  const things = useThings(profile, useDeferredValue(true, false));
  const platforms = useQuery(profilesQuery()).data ?? [];
  const asked: Question = { text, choices, things, people, searching, recent, platforms, open: profile?.id };
  // The field is there at once, and what it finds as soon as the page can: letters never wait for the list.
  const drawn = useDeferredValue(asked, null);
  const shown = useMemo(() => (drawn ? answer(drawn) : []), [drawn]);
  const all = listed(shown);
  const latest = () => (drawn === asked ? all : listed(answer(asked)));
  const { active, onKeyDown, toFirst } = useActive(all, latest, onChoose);
  const list = useId();
  const optionId = (place: number) => `${list}-${place}`;
  return (
    <>
      <div className="relative shrink-0 border-b border-line">
        <SearchIcon className="pointer-events-none absolute top-4 start-4 text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: it was opened to be typed into
          autoFocus
          type="text"
          role="combobox"
          aria-label={words.field}
          aria-expanded={all.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={all.length > 0 ? optionId(active) : undefined}
          placeholder={words.hint}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            toFirst();
          }}
          onKeyDown={onKeyDown}
          className="h-12 w-full bg-transparent pe-4 ps-11 text-ink outline-none"
        />
      </div>
      {error ? (
        <div className="p-3">
          <Failure error={error} onRetry={again} />
        </div>
      ) : null}
      <Choices id={list} optionId={optionId} shown={shown} active={active} onChoose={onChoose} />
      <p role="status" className="px-4 py-2 text-sm text-ink-3 empty:hidden">
        {searching ? words.searching : drawn && all.length === 0 && !error ? words.nothing(drawn.text) : null}
      </p>
      <p className="shrink-0 border-t border-line px-4 py-2 text-sm text-ink-3">
        {words.keys} · {words.switch(keysOf("platform", 1), `${NUMBERED}`)} · {words.allKeys(keysOf("keys"))}
      </p>
    </>
  );
}

/** What is asked, before anything is put together for it. */
type Question = Asked & { things: () => Choice[]; platforms: readonly ProfileView[] };

function answer({ choices, things, platforms, ...asked }: Question): Shown[] {
  const all = [...choices, ...things()];
  return shownFor({ ...asked, choices: all, recent: stillThere(asked.recent, all, platforms) });
}

const listed = (shown: Shown[]): Choice[] => shown.flatMap(({ choices }) => choices);

/**
 * Which choice Enter takes: the first, until the arrows say another. `all` are drawn; a key that comes before what was typed last is
 * drawn takes from `latest`.
 */
function useActive(all: Choice[], latest: () => Choice[], onChoose: (choice: Choice) => void) {
  const [moved, setMoved] = useState<string | null>(null);
  // By name and not by place: choices arrive while one looks.
  const placeIn = (choices: Choice[]) =>
    Math.max(
      0,
      choices.findIndex(({ id }) => id === moved),
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // Letters come through here as well, and must not wait for what they will find.
    if (by === undefined && event.key !== "Enter") return;
    const now = latest();
    const active = placeIn(now);
    const chosen = now[active];
    if (by !== undefined) setMoved(now[(active + by + now.length) % now.length]?.id ?? null);
    else if (!chosen) return;
    else if (!chosen.off) onChoose(chosen);
    event.preventDefault();
  };
  return { active: placeIn(all), onKeyDown, toFirst: () => setMoved(null) };
}
