import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PYTHON } from "./pointer";
import { until } from "./processes";

const SCRIPT = fileURLToPath(new URL("./keyring.py", import.meta.url));

/** What is wrong with the keychain of the private desktop, until it is put right. */
export interface Trouble {
  /** Puts the keychain right. */
  over(): Promise<void>;
}

async function told(...words: string[]): Promise<string> {
  return (await promisify(execFile)(PYTHON, [SCRIPT, ...words])).stdout.trim();
}

/** Leaves the keychain on the bus and without an answer for anybody. */
export async function keychainHangs(): Promise<Trouble> {
  const daemon = Number(await told("process"));
  const stands = async () => /\) (\w)/.exec(await readFile(`/proc/${daemon}/stat`, "utf8"))?.[1];
  const over = async () => {
    process.kill(daemon, "SIGCONT");
    await until("the keychain to go on", async () => (await stands()) !== "T");
  };
  process.kill(daemon, "SIGSTOP");
  try {
    await until("the keychain to stand still", async () => (await stands()) === "T");
  } catch (error) {
    await over();
    throw error;
  }
  return { over };
}

/** Locks the keychain with a password. */
export async function keychainLocked(password: string): Promise<Trouble> {
  await told("lock", password);
  return {
    async over() {
      await told("unlock", password);
    },
  };
}
