import { useQueryClient } from "@tanstack/react-query";
import { keys } from "@/data/queries";
import { useSaveSettings } from "@/data/status";
import type { AppStatus, Settings } from "@/ipc";
import { NotTakenBack, tell } from "@/kit/toasts";
import { settings as words } from "@/words/settings";

type Some = Partial<Settings>;
/** What a choice changed: as it was, and as it was kept. */
type Choice = { before: Some; after: Some };

/** What was chosen and not taken back, oldest first. Messages outlive the screen, and so does this. */
let chosen: Choice[] = [];

/** Keeps a choice, tells of it, and takes it back where that is asked. */
export function useKeeping(settings: Settings) {
  const client = useQueryClient();
  const save = useSaveSettings();
  const takeBack = async (choice: Choice) => {
    const now = client.getQueryData<AppStatus>(keys.status)?.settings ?? settings;
    const change = takingBack(choice, now);
    if (change) await save.mutateAsync(change);
    chosen = chosen.filter((one) => one !== choice);
  };
  const keep = (change: Some, said: string) => {
    const done = (kept: Settings) => {
      const choice = { before: partOf(settings, change), after: partOf(kept, change) };
      chosen.push(choice);
      tell({ text: said, undo: () => takeBack(choice) });
    };
    // A failure is shown by who asked; what a mutation calls back would not be called once another choice follows.
    save.mutateAsync(change).then(done, () => undefined);
  };
  return { keep, error: save.error };
}

/**
 * What takes a choice back: that which it changed, as it was before. Null where a later choice of the same stands over it:
 * taking that back then leads to before both. What was chosen since without a message stays, and is told of.
 */
function takingBack(choice: Choice, now: Settings): Some | null {
  const over = chosen.slice(chosen.indexOf(choice) + 1).find(({ after }) => isOfSame(after, choice.after));
  if (!isIn(over?.before ?? now, choice.after)) {
    throw new NotTakenBack(words.chosenSince);
  }
  if (!over) return choice.before;
  over.before = choice.before;
  return null;
}

const namesOf = (some: Some) => Object.keys(some) as (keyof Settings)[];
const partOf = (settings: Settings, change: Some): Some =>
  Object.fromEntries(namesOf(change).map((name) => [name, settings[name]]));
const isOfSame = (one: Some, other: Some) => namesOf(one).some((name) => name in other);
const isIn = (all: Some, part: Some) => namesOf(part).every((name) => all[name] === part[name]);
