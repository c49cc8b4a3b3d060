import { writeFile } from "node:fs/promises";
import { expect } from "vitest";
import type { Orca } from "./orca";

/** What was done and what was said about it, for a person to read and for tests to hold to something. */
export class Transcript {
  private readonly written: string[] = [];

  constructor(private readonly orca: Orca) {}

  /** Begins a part. */
  part(title: string): void {
    this.written.push("", `## ${title}`, "", "| Done | Said |", "| --- | --- |");
  }

  /** Presses a key, and gives what was said. */
  async key(key: string, shown = key): Promise<string> {
    return this.note(`\`${shown}\``, await this.orca.press(key));
  }

  /** Does something else, and gives what was said until it was done and silence came. */
  async during(what: string, work: () => Promise<unknown>): Promise<string> {
    return this.note(what, await this.orca.during(work));
  }

  /** Goes on with Tab until something like this is said. */
  async tabTo(wanted: RegExp, most = 40): Promise<string> {
    for (let stop = 0; stop < most; stop += 1) {
      const said = await this.key("Tab");
      if (wanted.test(said)) return said;
    }
    throw new Error(`Tab led to nothing that is said like ${String(wanted)}.`);
  }

  async write(path: string, head: string): Promise<void> {
    await writeFile(path, `${head}${this.written.join("\n")}\n`);
  }

  private note(what: string, said: string[]): string {
    const cell = said.length > 0 ? said.map((each) => each.replaceAll("|", "\\|")).join(" · ") : "*(nothing)*";
    this.written.push(`| ${what} | ${cell} |`);
    return said.join(" · ");
  }
}

/** Fails when something is said twice in one breath. */
export function expectNoEcho(said: string): void {
  const sentences = said.split(" · ");
  expect.soft(new Set(sentences).size, `nothing is said twice: ${said}`).toBe(sentences.length);
}
