/** So long after a key, a press or a turn of the wheel somebody still waits for what comes of it; milliseconds. */
const ANSWER_MS = 150;

/** So long the thread is left to others between two turns; milliseconds. */
const BETWEEN_MS = 10;

/** The turn that was given last, and how many wait. */
let last: Promise<void> = Promise.resolve();
let waiting = 0;

/**
 * Waits for a turn of its own: the window has painted what stood there before, nobody else works in it, and nobody has just
 * pressed anything. What takes long is done in turns, so that keys are answered in between. One that nobody wants any more
 * holds up no other.
 */
export function turn(isWanted: () => boolean = () => true): Promise<void> {
  listen();
  const alone = waiting === 0;
  waiting += 1;
  last = last.then(async () => {
    // What has just come onto the screen is what somebody looks at, and presses, first.
    if (isWanted()) await free(alone ? ANSWER_MS : BETWEEN_MS);
    waiting -= 1;
  });
  return last;
}

/** A frame was painted: what runs right after a frame's callbacks would still hold it up. */
export const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function free(least: number): Promise<void> {
  await painted();
  await wait(least);
  for (let rest = untilAnswered(); rest > 0; rest = untilAnswered()) await wait(rest);
}

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** When something was pressed last, once it is listened for. */
let pressedAt: number | undefined;

function listen(): void {
  if (pressedAt !== undefined) return;
  pressedAt = Number.NEGATIVE_INFINITY;
  const noted = () => {
    pressedAt = performance.now();
  };
  for (const act of ["keydown", "pointerdown", "wheel"]) {
    window.addEventListener(act, noted, { capture: true, passive: true });
  }
}

/** How long it is until what was pressed last has its answer; less than nothing once it has. */
const untilAnswered = () => (pressedAt ?? Number.NEGATIVE_INFINITY) + ANSWER_MS - performance.now();
