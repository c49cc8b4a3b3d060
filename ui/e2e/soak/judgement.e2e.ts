import { expect, test } from "vitest";
import type { Holding } from "./figures";
import { judged, type Round, slope } from "./judgement";

/** An hour of a round a minute in which only the program's own memory is what a test says. */
function hour(own: (minute: number) => number, files: (minute: number) => number = () => 40): Round[] {
  const still: Holding = { pss: 120, own: 100, threads: 20, files: 40 };
  return Array.from({ length: 60 }, (_, at) => ({
    at,
    holds: { app: { ...still, own: own(at), files: files(at) }, web: still, network: still },
    elements: 900,
    data: 8,
    scripts: 30,
  }));
}

const missed = (rounds: Round[]) => judged(rounds).flatMap(({ what, holds }) => (holds ? [] : [what]));

test("a few wild points do not move the slope", () => {
  const line = Array.from({ length: 30 }, (_, x): [number, number] => [x, x % 7 === 0 ? 500 : 2 * x]);
  expect(slope(line)).toBeCloseTo(2, 1);
});

test("memory that goes up and down around one level is flat", () => {
  expect(missed(hour((at) => 100 + 12 * Math.sin(at)))).toEqual([]);
});

test("caches that fill in the first half are no growth", () => {
  expect(missed(hour((at) => 60 + Math.min(at, 25) * 2))).toEqual([]);
});

test("a quarter of a megabyte kept in each round is noticed, whatever the noise", () => {
  expect(missed(hour((at) => 100 + 0.25 * at + 8 * Math.sin(at)))).toEqual(["memory of the program"]);
});

test("files that are opened and not closed are noticed", () => {
  expect(
    missed(
      hour(
        () => 100,
        (at) => 40 + Math.floor(at / 5),
      ),
    ),
  ).toEqual(["open files of the program"]);
});
