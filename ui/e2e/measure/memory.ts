import { readdir, readFile } from "node:fs/promises";
import { startedBy } from "../harness/processes";

/** What a program and the processes of its web view hold, in MB. */
export interface Memory {
  own: number;
  webView: number;
}

/**
 * The memory of a process and of all that it started. Pages that several processes share count as their part of it
 * (proportional set size), so that the sum is what the machine has less.
 */
export async function memoryOf(pid: number): Promise<Memory> {
  const below = await startedBy(pid);
  const webView = await Promise.all(below.map(proportional));
  return { own: await proportional(pid), webView: webView.reduce((sum, each) => sum + each, 0) };
}

/**
 * Milliseconds that each thread of a process and of all that it started has had a core, by the threads' names. The system
 * counts in nanoseconds.
 */
export async function workOf(pid: number): Promise<Map<string, number>> {
  const work = new Map<string, number>();
  for (const each of [pid, ...(await startedBy(pid))]) {
    const threads = await readdir(`/proc/${each}/task`).catch(() => []);
    for (const thread of threads) {
      const task = `/proc/${each}/task/${thread}`;
      const name = (await readFile(`${task}/comm`, "utf8").catch(() => "")).trim();
      const ran = await readFile(`${task}/schedstat`, "utf8").catch(() => "");
      work.set(`${name} ${thread}`, Number(ran.split(" ")[0]) / 1e6);
    }
  }
  return work;
}

async function proportional(pid: number): Promise<number> {
  const told = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+) kB/m.exec(told)?.[1] ?? 0) / 1024;
}
