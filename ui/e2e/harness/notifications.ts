import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { PYTHON } from "./pointer";
import { bound, end, lines, until } from "./processes";

/** What the desktop was asked to show. */
export interface Notification {
  title: string;
  text: string;
  /** What it offers to press. */
  actions: string[];
}

/** The notification service of the private desktop: it shows nothing and remembers everything. */
export class Notifications {
  /** What came so far, in order. */
  readonly shown: Notification[] = [];

  private constructor(private readonly process: ChildProcess) {
    if (!process.stdout) throw new Error("The notifications were started without a pipe for what comes.");
    createInterface({ input: process.stdout }).on("line", (line) => {
      if (line.startsWith("{")) this.shown.push(JSON.parse(line));
    });
  }

  static async open(): Promise<Notifications> {
    return new Notifications(await started("notifications.py", "the notification service"));
  }

  /** The next one after those that came before, once it is there. */
  next(before: number): Promise<Notification> {
    return until("a notification", () => this.shown[before]);
  }

  /** Clicks on one, as a person does on what the desktop shows. */
  click(place: number): void {
    this.process.stdin?.write(`${place + 1}\n`);
  }

  close(): Promise<void> {
    return end(this.process);
  }
}

/** Does something while the window of another program has the focus. */
export async function lookingElsewhere<T>(work: () => Promise<T>): Promise<T> {
  const aside = await started("aside.py", "the window of another program to have the focus");
  try {
    return await work();
  } finally {
    await end(aside);
  }
}

/** Starts a program of the desktop that says when it is ready. */
export async function started(script: string, what: string, ...words: string[]): Promise<ChildProcess> {
  const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
  const child = bound(PYTHON, [path, ...words], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    await lines(child)(what);
    return child;
  } catch (error) {
    await end(child);
    throw error;
  }
}
