import { type Holding, ROLES, type Role } from "./figures";

/** What was noted after one round. */
export interface Round {
  /** Minutes since the first round began. */
  at: number;
  /** What each process of the window holds. */
  holds: Record<Role, Holding>;
  /** Elements of the page. */
  elements: number;
  /** The data folder, in MB. */
  data: number;
  /** What the scripts of the page hold after the engine's last full collection, in MB. */
  scripts: number;
}

/** One figure of the soak beside its limit. */
export interface Verdict {
  what: string;
  measured: string;
  limit: string;
  holds: boolean;
}

/** How much an hour may add to a process, as a part of what it holds. */
const GROWTH = 0.08;
/** What no process has to stay below, in MB an hour: less than that is the noise of its allocator. */
const NOISE = 5;
/** Open files, or threads, that may be more at the end than in the middle. */
const MORE = 3;

/**
 * The slope of a series by Theil and Sen: the median of the slopes between any two of its points. A few rounds in which
 * something else happened do not move it.
 */
export function slope(points: readonly (readonly [number, number])[]): number {
  const slopes = points.flatMap(([x, y], n) =>
    points.slice(n + 1).flatMap(([laterX, laterY]) => (laterX > x ? [(laterY - y) / (laterX - x)] : [])),
  );
  return median(slopes);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [below = 0, above = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 0 ? (below + above) / 2 : above;
}

/** The second half of the rounds: in the first one caches fill. */
export function secondHalf(rounds: readonly Round[]): readonly Round[] {
  return rounds.slice(rounds.length >> 1);
}

/** Every process held to its limits over the second half of the rounds. */
export function judged(rounds: readonly Round[]): Verdict[] {
  const later = secondHalf(rounds);
  return ROLES.flatMap((role) => [
    grown(`memory of the ${NAMED[role]}`, later, ({ holds }) => holds[role].own),
    more(`open files of the ${NAMED[role]}`, later, ({ holds }) => holds[role].files),
    more(`threads of the ${NAMED[role]}`, later, ({ holds }) => holds[role].threads),
  ]).concat(
    grown("what the page’s scripts hold", later, ({ scripts }) => scripts),
    more("elements of the page", later, ({ elements }) => elements, 100),
  );
}

const NAMED: Record<Role, string> = { app: "program", web: "page’s process", network: "network’s process" };

function grown(what: string, rounds: readonly Round[], of: (round: Round) => number): Verdict {
  const anHour = slope(rounds.map((round) => [round.at / 60, of(round)]));
  const level = median(rounds.map(of));
  const limit = Math.max(NOISE, level * GROWTH);
  return {
    what,
    measured: `${level.toFixed(0)} MB, ${anHour.toFixed(1)} MB more in an hour`,
    limit: `at most ${limit.toFixed(0)} MB more`,
    holds: anHour <= limit,
  };
}

/** Compares the last third with the first one: what is counted stands still or it does not. */
function more(what: string, rounds: readonly Round[], of: (round: Round) => number, limit = MORE): Verdict {
  const third = Math.max(1, Math.floor(rounds.length / 3));
  const before = median(rounds.slice(0, third).map(of));
  const after = median(rounds.slice(-third).map(of));
  return { what, measured: `${before} → ${after}`, limit: `at most ${limit} more`, holds: after - before <= limit };
}

/** Rounds that show whether something grows; fewer only show that the rounds work. */
export const ENOUGH = 20;
