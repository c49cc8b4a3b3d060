import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sandbox } from "./sandbox";

/** A spreadsheet of so many new people, and their addresses. */
export async function spreadsheet(name: string, count: number): Promise<{ path: string; emails: string[] }> {
  const emails = Array.from({ length: count }, (_, n) => `${name}${`${n}`.padStart(5, "0")}@trey.example`);
  const rows = emails.map((email) => `${email},Customer,Trey Research\n`);
  const path = join(await mkdtemp(join(tmpdir(), "people-")), `${name}.csv`);
  await writeFile(path, `Email,Role,Organization\n${rows.join("")}`);
  return { path, emails };
}

/** The addresses that a mail went to, sorted; somebody who got two is there twice. */
export async function mailed(sandbox: Sandbox): Promise<string[]> {
  const { effects } = await sandbox.groundTruth();
  return effects.flatMap((effect) => Array<string>(effect.count).fill(effect.email)).sort();
}
