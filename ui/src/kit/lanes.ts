type Waiting = { start: () => void; signal: AbortSignal };

/** Lets so much work be under way at a time. What was given up while it waited is never begun. */
export type Lanes = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

export function lanes(most: number): Lanes {
  const waiting: Waiting[] = [];
  let underWay = 0;

  const next = () => {
    while (underWay < most) {
      const first = waiting.shift();
      if (!first) return;
      if (!first.signal.aborted) first.start();
    }
  };
  return (signal, work) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      const start = () => {
        underWay += 1;
        work()
          .then(resolve, reject)
          .finally(() => {
            underWay -= 1;
            next();
          });
      };
      waiting.push({ start, signal });
      next();
    });
}
