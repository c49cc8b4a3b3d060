import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PYTHON } from "../harness/pointer";
import { until } from "../harness/processes";

const run = promisify(execFile);
const SOURCE = fileURLToPath(new URL("./starting.py", import.meta.url));

/** One start, in milliseconds from the start of the process. */
export interface Start {
  pid: number;
  /** The numbers of Overview, or the empty window's bar, stand on the screen. */
  painted: number;
  /** A key led to another screen. */
  answered?: number;
  /** That screen's list stands there. */
  listed?: number;
}

/** Starts a program and watches the screen; the program is left running. */
export async function started(
  program: string,
  place: "middle" | "numbers",
  env: NodeJS.ProcessEnv,
  ...key: string[]
): Promise<Start> {
  const told = await run(PYTHON, [SOURCE, program, place, ...key], { env: { ...process.env, ...env } });
  return JSON.parse(told.stdout) as Start;
}

/** Ends a program that {@link started} left running, and waits until its window is off the screen. */
export async function ended({ pid }: Start): Promise<void> {
  process.kill(pid, "SIGKILL");
  await until("the program to be gone", () => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  });
  // The window manager draws what lay behind.
  await sleep(700);
}
