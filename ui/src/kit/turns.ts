/** The turn that was given last. */
let last: Promise<void> = Promise.resolve();

/**
 * Waits for a turn of its own: the window has painted what stood there before, and nobody else works in it. What takes
 * long is done in turns, so that keys are answered in between.
 */
export function turn(): Promise<void> {
  last = last.then(painted);
  return last;
}

/** A frame was painted: what runs right after a frame's callbacks would still hold it up. */
export const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
