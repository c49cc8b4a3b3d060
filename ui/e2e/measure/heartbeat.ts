import type { Browser } from "webdriverio";

interface Beating {
  longest: number;
  over: number;
  stop: boolean;
}

/**
 * The longest time for which the page's one thread answered nothing while `act` was done, and how often that was over 50 ms.
 *
 * The engine tells of no long tasks, so a message is sent in a circle: each comes once the thread is free. What is seen so is all
 * that holds the thread, scripts, layout, and the drawing itself, which a machine without a graphics card does there. What is
 * not seen is the time before this begins, such as the start.
 */
export async function whileBeating(
  browser: Browser,
  act: () => Promise<void>,
): Promise<{ longest: number; over: number }> {
  await browser.execute(() => {
    const beating: Beating = { longest: 0, over: 0, stop: false };
    (window as unknown as { beating: Beating }).beating = beating;
    const { port1, port2 } = new MessageChannel();
    let before = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      beating.longest = Math.max(beating.longest, now - before);
      if (now - before > 50) beating.over += 1;
      before = now;
      if (!beating.stop) port2.postMessage(null);
    };
    port2.postMessage(null);
  });
  await act();
  return browser.execute(() => {
    const { beating } = window as unknown as { beating: Beating };
    beating.stop = true;
    return { longest: beating.longest, over: beating.over };
  });
}
