/** So long after a key, a press or a turn of the wheel somebody still waits for what comes of it; milliseconds. */
const ANSWER_MS = 150;

/** So long the thread is left to others between two turns; milliseconds. */
const BETWEEN_MS = 10;

/** The turn that was given last, how many wait, and whether one was given since nobody waited. */
let last: Promise<void> = Promise.resolve();
let waiting = 0;
let begun = false;

type TurnOptions = {
  /** One that nobody wants any more when its turn comes holds up no other. */
  isWanted: () => boolean;
  /** It is for the eye alone, and waits as long as somebody presses keys. */
  quiet?: boolean;
};

/**
 * Waits for a turn of its own: the window has painted what stood there before, and nobody else works in it. What takes long is
 * done in turns, so that keys are answered in between. The first of several waits a moment: what has just come onto the screen
 * is what somebody looks at, and presses, first.
 */
export function turn({ isWanted, quiet = false }: TurnOptions): Promise<void> {
  listen();
  waiting += 1;
  last = last.then(async () => {
    if (isWanted()) {
      const least = begun || quiet ? BETWEEN_MS : ANSWER_MS;
      begun = true;
      await free(least, quiet);
    }
    waiting -= 1;
    if (waiting === 0) begun = false;
  });
  return last;
}

/** Whatever waits for the thread has had it. */
export const nextTask = (): Promise<void> => wait(0);

/** A frame was painted: what runs right after a frame's callbacks would still hold it up. */
export const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function free(least: number, quiet: boolean): Promise<void> {
  await painted();
  await wait(least);
  for (let rest = untilAnswered(); quiet && rest > 0; rest = untilAnswered()) await wait(rest);
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
