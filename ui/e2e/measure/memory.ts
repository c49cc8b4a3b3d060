import { readdir, readFile } from "node:fs/promises";

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
  const parents = await parentsOfAll();
  const below = [...parents.keys()].filter((each) => each !== pid && descends(each, pid, parents));
  const webView = await Promise.all(below.map(proportional));
  return { own: await proportional(pid), webView: webView.reduce((sum, each) => sum + each, 0) };
}

function descends(pid: number, from: number, parents: Map<number, number>): boolean {
  for (let each = parents.get(pid); each !== undefined; each = parents.get(each)) {
    if (each === from) return true;
  }
  return false;
}

async function parentsOfAll(): Promise<Map<number, number>> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    // The program's name stands in parentheses and may hold anything.
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    if (parent > 0) parents.set(Number(name), parent);
  }
  return parents;
}

async function proportional(pid: number): Promise<number> {
  const told = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+) kB/m.exec(told)?.[1] ?? 0) / 1024;
}
