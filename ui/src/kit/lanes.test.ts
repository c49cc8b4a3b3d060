import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { lanes } from "./lanes";

/** Work that ends when it is told to. */
function job() {
  let end: (value: string) => void = () => undefined;
  let fail: (reason: string) => void = () => undefined;
  const ends = new Promise<string>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { run: vi.fn(() => ends), end, fail, giveUp: new AbortController() };
}
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe("lanes", () => {
  it("begin no more than so many at a time, in the order in which they came", async () => {
    const run = lanes(2);
    const jobs = [job(), job(), job(), job()];
    for (const one of jobs) void run(one.giveUp.signal, one.run);
    expect(jobs.map((one) => one.run.mock.calls.length)).toEqual([1, 1, 0, 0]);
    jobs[1]?.end("done");
    await settled();
    expect(jobs.map((one) => one.run.mock.calls.length)).toEqual([1, 1, 1, 0]);
  });

  it("never begin what was given up while it waited", async () => {
    const run = lanes(1);
    const [first, passed, last] = [job(), job(), job()];
    const told = [first, passed, last].map((one) => run(one.giveUp.signal, one.run));
    passed.giveUp.abort(new Error("passed by"));
    await expect(told[1]).rejects.toThrow("passed by");
    first.end("first");
    await expect(told[0]).resolves.toBe("first");
    await settled();
    expect(passed.run).not.toHaveBeenCalled();
    expect(last.run).toHaveBeenCalledTimes(1);
  });

  it("go on after work that failed", async () => {
    const run = lanes(1);
    const [bad, good] = [job(), job()];
    const told = run(bad.giveUp.signal, bad.run);
    void run(good.giveUp.signal, good.run);
    bad.fail("no");
    await expect(told).rejects.toBe("no");
    await settled();
    expect(good.run).toHaveBeenCalledTimes(1);
  });

  it("never have more under way than they may, and end with nothing left, whatever is given up when", async () => {
    const moves = fc.array(fc.record({ does: fc.constantFrom("come", "end", "give up"), which: fc.nat(9) }));
    await fc.assert(
      fc.asyncProperty(moves, fc.integer({ min: 1, max: 3 }), async (moves, most) => {
        const run = lanes(most);
        const jobs: ReturnType<typeof job>[] = [];
        let underWay = 0;
        const come = () => {
          const one = job();
          jobs.push(one);
          const work = () => {
            underWay += 1;
            expect(underWay).toBeLessThanOrEqual(most);
            return one.run().finally(() => {
              underWay -= 1;
            });
          };
          run(one.giveUp.signal, work).catch(() => undefined);
        };
        for (const { does, which } of moves) {
          if (does === "come") come();
          if (does === "end") jobs[which]?.end("done");
          if (does === "give up") jobs[which]?.giveUp.abort();
          await settled();
        }
        for (const one of jobs) one.end("done");
        for (const _ of jobs) await settled();
        expect(underWay).toBe(0);
        const begun = jobs.filter((one) => one.run.mock.calls.length === 1).length;
        const givenUp = jobs.filter((one) => one.giveUp.signal.aborted && one.run.mock.calls.length === 0).length;
        expect(begun + givenUp, "each is done once, or was given up").toBe(jobs.length);
      }),
    );
  });
});
