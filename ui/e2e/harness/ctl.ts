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
export async function addCustomer(home: string, name: string, access: Access, customer: string): Promise<void> {
  await ctl(
    home,
    [
      ...["profile", "add", name, "--base-url", access.baseUrl, "--sign-in", "client-credentials"],
      ...["--token-url", access.tokenUrl, "--client-id", access.clientId, "--customer-id", customer],
      ...["--settle-seconds", "1"],
    ],
    { ROLLCALL_SUBSCRIPTION_KEY: access.subscriptionKey, ROLLCALL_CLIENT_SECRET: access.clientSecret },
  );
}
