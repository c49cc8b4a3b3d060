import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { programs } from "./programs";
import type { Access } from "./sandbox";

/** What `rollcallctl` says when something needs a person, or when it stopped before the end: no failure of its own. */
const TOLD = [3, 4];

/** Runs `rollcallctl` on the app's data folder. */
export async function ctl(home: string, words: string[], secrets: Record<string, string> = {}): Promise<void> {
  const env = { ...process.env, ROLLCALL_HOME: home, ...secrets };
  await promisify(execFile)(programs.ctl(), words, { env }).catch((problem: { code?: number }) => {
    if (!TOLD.includes(problem.code ?? -1)) throw problem;
  });
}

/** Keeps a connection of one customer, whose unclear people are looked up after a second. */
export function addCustomer(home: string, name: string, access: Access, customer: string): Promise<void> {
  return addProfile(home, name, access, "--customer-id", customer, "--settle-seconds", "1");
}

/** Keeps a connection of the whole platform. */
export function addPlatform(home: string, name: string, access: Access, ...words: string[]): Promise<void> {
  return addProfile(home, name, access, "--platform-id", access.platformId, ...words);
}

function addProfile(home: string, name: string, access: Access, ...words: string[]): Promise<void> {
  return ctl(
    home,
    [
      ...["profile", "add", name, "--base-url", access.baseUrl, "--sign-in", "client-credentials"],
      ...["--token-url", access.tokenUrl, "--client-id", access.clientId, ...words],
    ],
    { ROLLCALL_SUBSCRIPTION_KEY: access.subscriptionKey, ROLLCALL_CLIENT_SECRET: access.clientSecret },
  );
}

/** What `rollcallctl` answers under `--json`, on the app's data folder. */
export async function asked<T>(home: string, ...words: string[]): Promise<T> {
  const env = { ...process.env, ROLLCALL_HOME: home };
  const told = await promisify(execFile)(programs.ctl(), [...words, "--json"], { env, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(told.stdout) as T;
}
