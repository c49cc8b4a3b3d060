import type { ChildProcess } from "node:child_process";
import { copyFile, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PYTHON, xdotool } from "../harness/pointer";
import { bound, end, lines, until } from "../harness/processes";

const EAR = fileURLToPath(new URL("./ear.py", import.meta.url));
/** Changes of Orca's own behaviour. */
const CUSTOM = fileURLToPath(new URL("./orca-customizations.py", import.meta.url));
/** For so long nothing is said and Orca has nothing to do, once a key was answered to the end. */
const SILENCE = 750;

/** How often that is looked at. */
const LOOK = 75;
/** Hundredths of a second in which nothing was done but looking at the clock. */
const IDLE = 1;

/** The processor's time that a process has used, in hundredths of a second, and whether it waits for something. */
async function stateOf(pid: number): Promise<{ work: number; sleeps: boolean }> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // The program's name stands in parentheses and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // One that waits for a processor on a busy machine has something to do as well.
  return { work: Number(fields[11]) + Number(fields[12]), sleeps: fields[0] === "S" };
}

/** A sentence that was spoken, with whether a later one cut it short before it could be heard. */
interface Sentence {
  at: number;
  said: string;
}

/** Orca, whose voice is a list of sentences. */
export class Orca {
  /** Everything said so far. */
  readonly said: Sentence[] = [];

  private constructor(
    private readonly ear: ChildProcess,
    private readonly orca: ChildProcess,
  ) {
    if (!ear.stdout) throw new Error("The ear was started without a pipe for what it hears.");
    createInterface({ input: ear.stdout }).on("line", (line) => {
      if (!line.startsWith("{")) return;
      const told = JSON.parse(line) as Partial<Sentence>;
      if (told.said) this.said.push({ at: told.at ?? 0, said: told.said });
    });
  }

  /** Starts Orca with its own settings, and waits until it says that it is on. */
  static async start(): Promise<Orca> {
    const folder = await mkdtemp(join(tmpdir(), "orca-"));
    const socket = join(folder, "ear");
    const ear = bound(PYTHON, [EAR, socket], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      await lines(ear)("the speech service");
      // Its preferences are its own folder's: it writes into it.
      await copyFile(CUSTOM, join(folder, "orca-customizations.py"));
      // Names of keys are left out: whoever pressed one knows which.
      const words = ["--user-prefs", folder, "--disable", "key-echo"];
      if (process.env.ROLLCALL_ORCA_LOG) words.push("--debug-file", process.env.ROLLCALL_ORCA_LOG);
      const orca = bound("orca", words, {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, SPEECHD_ADDRESS: `unix_socket:${socket}` },
      });
      const running = new Orca(ear, orca);
      await until("Orca to be on", () => running.said.some(({ said }) => said.startsWith("Screen reader on")));
      return running;
    } catch (error) {
      await end(ear);
      throw error;
    }
  }

  /** Presses a key as a hand does, and gives what is said about it. */
  async press(key: string): Promise<string[]> {
    return this.during(() => xdotool("key", key));
  }

  /** Types a text key by key. */
  async type(text: string): Promise<string[]> {
    return this.during(() => xdotool("type", "--delay", "60", text));
  }

  /** Does something, and gives what is said from its beginning until nothing more is said. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    const before = this.said.length;
    await work();
    await this.silence();
    return this.said.slice(before).map(({ said }) => said);
  }

  /** Waits until nothing more is said, and Orca has thought about everything that happened. */
  async silence(): Promise<void> {
    let quiet = 0;
    let before = { said: -1, work: 0 };
    while (quiet < SILENCE) {
      await sleep(LOOK);
      const { work, sleeps } = await stateOf(this.orca.pid ?? 0);
      const still = sleeps && this.said.length === before.said && work - before.work <= IDLE;
      quiet = still ? quiet + LOOK : 0;
      before = { said: this.said.length, work };
    }
  }

  async stop(): Promise<void> {
    await end(this.orca);
    await end(this.ear);
  }
}
