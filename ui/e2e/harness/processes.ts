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
  const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const parents = new Map<string, string>();
  for (const each of all) {
    const status = await readFile(`/proc/${each}/status`, "utf8").catch(() => "");
    parents.set(each, /^PPid:\t(\d+)/m.exec(status)?.[1] ?? "");
  }
  const isOf = (each: string): boolean => each === `${root}` || isKnown(parents.get(each)) === true;
  const isKnown = (parent: string | undefined) =>
    parent !== undefined && parent !== "" && parent !== "0" && isOf(parent);
  const family = all.filter(isOf);
  const told = (each: string, what: string) => readFile(`/proc/${each}/${what}`).catch(() => Buffer.alloc(0));
  return Promise.all(
    family.map(async (each) => Buffer.concat([await told(each, "cmdline"), await told(each, "environ")])),
  );
}
