import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PYTHON } from "./pointer";

const run = promisify(execFile);

/** An entry of the system's keychain. */
export interface KeychainItem {
  label: string;
  attributes: Record<string, string>;
  secret: string;
}

/** Everything that the keychain of the private desktop holds. */
export async function keychain(): Promise<KeychainItem[]> {
  const script = fileURLToPath(new URL("./keychain.py", import.meta.url));
  const { stdout } = await run(PYTHON, [script]);
  return (JSON.parse(stdout) as { items: KeychainItem[] }).items;
}

/** Every way in which a secret could lie in a file, by the name of the way. */
export function formsOf(secret: string): Map<string, Buffer> {
  const raw = Buffer.from(secret, "utf8");
  const forms = new Map<string, Buffer>([
    ["as it is", raw],
    ["UTF-16, little-endian", Buffer.from(secret, "utf16le")],
    ["UTF-16, big-endian", Buffer.from(secret, "utf16le").swap16()],
    ["hexadecimal", Buffer.from(raw.toString("hex"))],
    ["hexadecimal, upper case", Buffer.from(raw.toString("hex").toUpperCase())],
    ["URL-encoded", Buffer.from(encodeURIComponent(secret))],
    ["as a form's value", Buffer.from(new URLSearchParams({ s: secret }).toString().slice(2))],
    ["in JSON", Buffer.from(JSON.stringify(secret).slice(1, -1))],
    ["backwards", Buffer.from([...secret].reverse().join(""))],
  ]);
  // Base64 groups three bytes: inside a longer text a secret can start at each of three places, and the
  // characters at its ends depend on its neighbours.
  for (const lead of [0, 1, 2]) {
    const padded = Buffer.concat([Buffer.alloc(lead), raw]);
    const whole = padded.subarray(0, padded.length - (padded.length % 3)).toString("base64");
    const inner = whole.slice(lead === 0 ? 0 : 4);
    forms.set(`base64 at ${lead}`, Buffer.from(inner));
    forms.set(`base64url at ${lead}`, Buffer.from(inner.replaceAll("+", "-").replaceAll("/", "_")));
  }
  return forms;
}

/** Where a secret lies in a text, by the name of the form; empty when nowhere. */
export function foundIn(text: Buffer | string, secret: string): string[] {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return [...formsOf(secret)].filter(([, form]) => bytes.includes(form)).map(([name]) => name);
}

/** Every file under a folder that holds one of these secrets in any form, apart from the keychain's own. */
export async function filesHolding(folder: string, ...secrets: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.includes("/keyrings/")) continue;
    // The app may replace a file between being listed and being read.
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENXIO") return Buffer.alloc(0);
      throw error;
    });
    const forms = new Set(secrets.flatMap((secret) => foundIn(bytes, secret)));
    if (forms.size > 0) found.push(`${path}: ${[...forms].join(", ")}`);
  }
  return found;
}
