import { NotTakenBack } from "@/kit/toasts";
import { settings as words } from "@/words/settings";

/** One part of what a choice changed: as it was, and as it was kept. */
export type Step<T> = { name: keyof T; before: T[keyof T]; after: T[keyof T] };

/**
 * What was chosen about something of several parts and not taken back. A part that was chosen again since stays as it is; once
 * that is taken back too, it leads to before both.
 */
export function newChoices<T extends object>() {
  // Oldest first. Messages outlive the screen, and so does this.
  let all: Step<T>[] = [];

  /** The parts to be kept again; those over which a later choice stands are handed on to it. */
  const partsBefore = (steps: readonly Step<T>[], now: T): Partial<T> => {
    const parts: Partial<T> = {};
    const standing = steps.filter((step) => {
      const over = all.slice(all.indexOf(step) + 1).find(({ name }) => name === step.name);
      if ((over ? over.before : now[step.name]) !== step.after) return false;
      if (over) over.before = step.before;
      else parts[step.name] = step.before;
      return true;
    });
    if (standing.length === 0) throw new NotTakenBack(words.chosenSince);
    return parts;
  };

  return {
    /** Remembers what a choice changed. */
    take(before: T, after: T, names: readonly (keyof T)[]): Step<T>[] {
      const steps = names
        .filter((name) => before[name] !== after[name])
        .map((name) => ({ name, before: before[name], after: after[name] }));
      all.push(...steps);
      return steps;
    },
    /** Takes a choice back: `keep` is given the parts that it changed, as they were before. */
    async takeBack(steps: readonly Step<T>[], now: T, keep: (parts: Partial<T>) => Promise<unknown>): Promise<void> {
      const parts = partsBefore(steps, now);
      if (Object.keys(parts).length > 0) await keep(parts);
      all = all.filter((step) => !steps.includes(step));
    },
  };
}
