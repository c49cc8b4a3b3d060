import { dirname } from "node:path";
import type { RunningApp } from "./app";
import { clipboardElsewhere } from "./clipboard";
import type { Page } from "./page";
import { xdotool } from "./pointer";
import { familyOf } from "./processes";
import { filesHolding, foundIn } from "./secrets";

/** Everything that the private desktop's home holds: data, settings, caches, what programs print and the browser's own stores. */
export const DESKTOP = dirname(process.env.HOME ?? "/nowhere");

/** Everything that the page itself could have kept or still shows. */
export async function heldByThePage({ browser }: Page): Promise<string> {
  return browser.executeAsync((done: (held: string) => void) => {
    const fields = [...document.querySelectorAll("input, textarea")].map((each) => (each as HTMLInputElement).value);
    const kept = [{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state, fields];
    const shown = [document.title, document.body.innerText, document.documentElement.outerHTML];
    const databases = indexedDB.databases?.().then((all) => all.map((each) => each.name)) ?? Promise.resolve([]);
    databases.catch(() => []).then((names) => done(JSON.stringify([kept, names, shown])));
  });
}

type Told = { told?: string[]; __TAURI_INTERNALS__: { callbacks: Map<number, (data: unknown) => void> } };

/** Notes whatever the shell tells the page from now on: answers, refusals and events. A page that is loaded anew forgets it. */
export async function listenIn({ browser }: Page): Promise<void> {
  await browser.execute(() => {
    const shell = window as unknown as Told;
    const told: string[] = [];
    shell.told = told;
    const { callbacks } = shell.__TAURI_INTERNALS__;
    const get = callbacks.get.bind(callbacks);
    callbacks.get = (id) => {
      const hear = get(id);
      return (
        hear &&
        ((data) => {
          told.push(data instanceof ArrayBuffer ? new TextDecoder().decode(data) : (JSON.stringify(data) ?? ""));
          hear(data);
        })
      );
    };
  });
}

/** What the shell told the page since the last time that this was asked. */
export async function overheard({ browser }: Page): Promise<string[]> {
  const told = await browser.execute(() => (window as unknown as Told).told?.splice(0));
  if (!told) throw new Error("Nobody listens in to what the shell tells the page.");
  return told;
}

/** Looks for secrets wherever none may be; what it finds it tells by its place, never by itself. */
export class Silence {
  /** How much the shell told the page, all in all. */
  overheard = 0;

  constructor(
    private readonly app: RunningApp,
    private readonly secrets: Record<string, string>,
  ) {}

  /** What the page holds, what the shell told it since the last look, the title of the window, and the data folder. */
  async nearby(): Promise<string[]> {
    const { page, window, home } = this.app;
    const told = await overheard(page);
    this.overheard += told.length;
    return [
      ...this.lies("the page", await heldByThePage(page)),
      ...this.lies("what the shell told the page", told.join("\n")),
      ...this.lies("the title of the window", await xdotool("getwindowname", window)),
      ...(await filesHolding(home, ...Object.values(this.secrets))),
    ];
  }

  /** The same, and every file of the desktop, what was copied, and how processes were started. */
  async everywhere(): Promise<string[]> {
    const [copied, processes] = [await clipboardElsewhere(), await familyOf(await this.app.process())];
    return [
      ...(await this.nearby()),
      ...(await filesHolding(DESKTOP, ...Object.values(this.secrets))),
      ...this.lies("what was copied", Buffer.concat(copied)),
      ...processes.flatMap((each) => this.lies("how a process was started", each)),
    ];
  }

  private lies(where: string, text: Buffer | string): string[] {
    return Object.entries(this.secrets).flatMap(([name, secret]) =>
      foundIn(text, secret).map((form) => `${where}: the ${name}, ${form}`),
    );
  }
}
