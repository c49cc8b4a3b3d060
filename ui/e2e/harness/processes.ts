import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

/** Starts a program that ends when this one does, however this one ends. */
export function bound(program: string, args: string[], options: SpawnOptions = {}): ChildProcess {
  return spawn("setpriv", ["--pdeathsig", "TERM", "--", program, ...args], options);
}

/** Asks a program to end, and ends it if it does not within three seconds. */
export async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await gone;
  clearTimeout(timer);
}

/** Two loopback ports that nobody listens on. */
export async function freePorts(): Promise<[number, number]> {
  // Both are held at once, so that they differ.
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(servers.map(listening));
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return [ports[0] ?? 0, ports[1] ?? 0];
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** Reads what a program prints, line by line; a line that was printed before it was asked for is kept. */
export function lines(child: ChildProcess): (what: string) => Promise<string> {
  if (!child.stdout) throw new Error("The program was started without a pipe for what it prints.");
  const printed: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => printed.push(line));
  return async (what) => {
    await until(what, () => {
      if (printed.length === 0 && child.exitCode !== null) {
        throw new Ended(`Waited for ${what}, but the program ended with ${child.exitCode}.`);
      }
      return printed.length > 0;
    });
    return printed.shift() ?? "";
  };
}

/** There is nothing more to wait for. */
class Ended extends Error {}

/** Repeats a question until it is answered with something, and gives the answer. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  patience = 30_000,
): Promise<T> {
  const start = Date.now();
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      if (error instanceof Ended) throw error;
      last = error;
    }
    if (Date.now() - start > patience) {
      const why = last instanceof Error ? ` Last error: ${last.message}` : "";
      throw new Error(`Waited ${patience / 1000} s in vain for ${what}.${why}`);
    }
    await sleep(50);
  }
}

/** Arguments and environment of a process and of all that it started, as the system shows them to their owner. */
export async function familyOf(root: number): Promise<Buffer[]> {
  const told = (each: number, what: string) => readFile(`/proc/${each}/${what}`).catch(() => Buffer.alloc(0));
  return Promise.all(
    [root, ...(await startedBy(root))].map(async (each) =>
      Buffer.concat([await told(each, "cmdline"), await told(each, "environ")]),
    ),
  );
}

/** All that a process started, and what those started. */
export async function startedBy(pid: number): Promise<number[]> {
  const parents = await parentsOfAll();
  return [...parents.keys()].filter((each) => each !== pid && descends(each, pid, parents));
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
