import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { RunningApp } from "./app";
import { bound, end, lines } from "./processes";
import { programs } from "./programs";

/** What the sample platform prints of itself when it starts. */
export interface Access {
  baseUrl: string;
  tokenUrl: string;
  subscriptionKey: string;
  clientId: string;
  clientSecret: string;
  token: string;
  platformId: string;
}

/** What the sample platform saw and did, whatever the app believes. */
export interface GroundTruth {
  requests: { method: string; path: string; query?: string; status: number | null }[];
  posts: number;
  effects: { email: string; userId: string; count: number }[];
}

/** A sample platform in a process of its own. */
export class Sandbox {
  private constructor(
    readonly access: Access,
    private readonly process: ChildProcess,
  ) {}

  /** Starts one on a free port; the words are those of `rollcallctl sandbox serve`. */
  static async start(...words: string[]): Promise<Sandbox> {
    const child = bound(programs.ctl(), ["sandbox", "serve", ...words], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      const access = JSON.parse(await lines(child)("the sample platform")) as Access;
      return new Sandbox(access, child);
    } catch (error) {
      await end(child);
      throw error;
    }
  }

  /** Every request and every effect so far. */
  groundTruth(): Promise<GroundTruth> {
    return this.json("/_sandbox/ground-truth");
  }

  /** Lets this go wrong from now on, and nothing else; the rules are those of the sample platform's fault plan. */
  async faults(...rules: object[]): Promise<void> {
    const body = JSON.stringify({ rules });
    const answer = await fetch(`${this.access.baseUrl}/_sandbox/faults`, { method: "PUT", body });
    if (!answer.ok) throw new Error(`The sample platform refused the faults: ${await answer.text()}`);
  }

  /** A document that needs neither key nor token. */
  async json<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.access.baseUrl}${path}`);
    if (!answer.ok) throw new Error(`The sample platform answered ${path} with ${answer.status}.`);
    return (await answer.json()) as T;
  }

  stop(): Promise<void> {
    return end(this.process);
  }
}

/** What the sample platform really did, told by another process that serves the same folder. */
export async function mailsSent(app: RunningApp): Promise<string[]> {
  const other = await Sandbox.start("--state", join(app.home, "sandbox"));
  try {
    const { effects } = await other.groundTruth();
    return effects.map((effect) => `${effect.email} ×${effect.count}`).sort();
  } finally {
    await other.stop();
  }
}
