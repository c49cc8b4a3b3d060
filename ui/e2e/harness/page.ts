import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { RunOptions } from "axe-core";
import { type Browser, Key } from "webdriverio";
import { hiddenFocus } from "./focus";
import { until } from "./processes";

const require = createRequire(import.meta.url);
const QUERIES = require.resolve("@testing-library/dom/dist/@testing-library/dom.umd.min.js");
const AXE = require.resolve("axe-core/axe.min.js");

/** A name by which something is found: exactly this text, or one that fits. */
type Name = string | RegExp;

/** A problem for people who use the page in another way, as axe-core found it. */
export interface Barrier {
  rule: string;
  help: string;
  where: string[];
}

/** What of a screen is looked at: all that there is to see, or only how it stands out, with the ratio that a look promises. */
export type Looked = "everything" | "contrast" | "high contrast";

/** So many of the last keys, presses and moves are kept: more than the longest journey makes. */
export const EVENTS = 4_000;

const RULES: Record<Looked, RunOptions> = {
  // Not one of axe's own choice: it came with WCAG 2.2.
  everything: { rules: { "target-size": { enabled: true } } },
  contrast: { runOnly: { type: "rule", values: ["color-contrast"] } },
  "high contrast": { runOnly: { type: "rule", values: ["color-contrast-enhanced"] } },
};

/** What axe-core finds and nobody meets: its rule, the element, and why it stays. */
const ACCEPTED: { rule: string; on: RegExp; why: string }[] = [
  {
    rule: "region",
    on: /^<div style="display: contents;">/,
    why: "React Aria's box around a popover: it bears the button's name and no role, so the dialog in it is not seen",
  },
];

const isAccepted = (rule: string, html: string) => ACCEPTED.some((one) => one.rule === rule && one.on.test(html));

/** How the window looks, as its root says it. */
export interface Look {
  theme: string;
  contrast: string;
}

/** The page inside the window, found and used by what a person perceives: roles, names, words. */
export class Page {
  constructor(readonly browser: Browser) {}

  /** The one element with this role and name, once it is there. */
  async get(role: string, name: Name, within?: string, patience?: number): Promise<WebdriverIO.Element> {
    return until(`the ${role} ${String(name)}`, async () => (await this.all(role, name, within))[0], patience);
  }

  /** Every element with this role and name that is there now. */
  async all(role: string, name?: Name, within?: string): Promise<WebdriverIO.Element[]> {
    await this.inject("TestingLibraryDom", QUERIES);
    await this.watch();
    const find = () =>
      this.browser.execute(
        (role, name, within) => {
          const library = (window as unknown as { TestingLibraryDom: typeof import("@testing-library/dom") })
            .TestingLibraryDom;
          const root = within ? document.querySelector<HTMLElement>(within) : document.body;
          const wanted = name && (name.flags === null ? name.text : new RegExp(name.text, name.flags));
          return root ? library.queryAllByRole(root, role, wanted ? { name: wanted } : {}) : [];
        },
        role,
        written(name),
        within,
      );
    const found = await standing(find);
    return Promise.all((found as unknown[]).map((each) => this.browser.$(each as never).getElement()));
  }

  /** Presses the button, link, tab or whatever has this role and name. */
  async press(role: string, name: Name, within?: string): Promise<void> {
    // Between finding and pressing the page may draw anew; a person would simply press again, unless it is open by then.
    await until(`the ${role} ${String(name)} to be pressed`, async () => {
      const found = await this.get(role, name, within);
      const isOpen = async () => (await found.getAttribute("aria-expanded")) === "true";
      const before = await isOpen();
      await found.click().catch(async (error: unknown) => {
        if (before || !(await isOpen())) throw error;
      });
      return true;
    });
  }

  /**
   * Chooses the radio button, or turns the switch, whose label begins so. A person sees its drawing; the button itself is
   * too small to be pressed.
   */
  async choose(name: string): Promise<void> {
    await until(`the radio button or switch ${name}`, () =>
      this.browser.execute((name) => {
        const kinds = "input[type=radio], input[type=checkbox]";
        const wanted = [...document.querySelectorAll<HTMLInputElement>(kinds)].find((each) =>
          each.closest("label")?.textContent?.startsWith(name),
        );
        wanted?.click();
        return wanted !== undefined;
      }, name),
    );
  }

  /** Types a text into the field of this name, in place of what was there. */
  async type(name: Name, text: string, role = "textbox"): Promise<void> {
    await this.typeInto(await this.get(role, name), name, text);
  }

  /** As {@link type}, for a field that hides what is typed: such a field has no role. */
  async typeSecret(label: string, text: string): Promise<void> {
    const field = await until(`the field ${label}`, async () => {
      const found = await this.browser.execute((label) => {
        const labels = [...document.querySelectorAll("label")].filter((each) => each.textContent?.trim() === label);
        return labels[0]?.control ?? null;
      }, label);
      return found && this.browser.$(found as never).getElement();
    });
    await this.typeInto(field, label, text);
  }

  /** As {@link type}, with keys alone: the Tab key leads to the field. */
  async typeByKeys(name: Name, text: string, role = "textbox"): Promise<void> {
    await this.tabTo(role, name);
    await this.write(await this.get(role, name), name, text);
  }

  private async typeInto(field: WebdriverIO.Element, name: Name, text: string): Promise<void> {
    // A list that was open over it may not have faded yet.
    await until(`${String(name)} to be pressed`, () => field.click().then(() => true));
    await this.write(field, name, text);
  }

  private async write(field: WebdriverIO.Element, name: Name, text: string): Promise<void> {
    await this.browser.keys([Key.Ctrl, "a"]);
    await this.browser.keys(Key.Delete);
    // One key after the other: keys of one call count as held together, and a letter held twice is typed once.
    const typing = this.browser.action("key");
    for (const char of text) typing.down(char).up(char);
    await typing.perform();
    await until(`${String(name)} to hold what was typed`, async () => (await field.getValue()) === text);
  }

  /** Waits until the page says this. */
  async says(words: Name, patience?: number): Promise<void> {
    await until(`the page to say ${String(words)}`, async () => fits(await this.text(), words), patience);
  }

  /** Everything that the page says now. */
  text(): Promise<string> {
    return this.browser.execute(() => document.body.innerText);
  }

  /** The texts of the cells of every row that is drawn now, without the header's. */
  async rows(within = "body"): Promise<string[][]> {
    return this.browser.execute(
      (within) =>
        [...document.querySelectorAll(`${within} [role=row]`)]
          .map((row) => [...row.querySelectorAll("[role=gridcell], [role=rowheader], [role=cell], td")])
          .filter((cells) => cells.length > 0)
          .map((cells) => cells.map((cell) => (cell.textContent ?? "").trim())),
      within,
    );
  }

  /** The addresses in the rows that are drawn now, sorted. */
  async addresses(within?: string): Promise<string[]> {
    const rows = await this.rows(within);
    return rows.flatMap((cells) => cells.filter((cell) => /^\S+@\S+$/.test(cell))).sort();
  }

  /** Goes from stop to stop with the Tab key until the focus is on what has this role and name. */
  async tabTo(role: string, name: Name): Promise<void> {
    await this.tabUntil(`the ${role} ${String(name)}`, async (here) =>
      (await this.all(role, name)).some((each) => each.elementId === here),
    );
  }

  private async tabUntil(what: string, there: (focused: string) => Promise<boolean>): Promise<void> {
    for (let stop = 0; stop < 80; stop += 1) {
      await this.stepTo(Key.Tab);
      const here = await standing(() => this.browser.execute(() => document.activeElement));
      if (await there(Object.values((here ?? {}) as Record<string, string>)[0] ?? "")) return;
    }
    throw new Error(`The Tab key does not lead to ${what}.`);
  }

  /** Moves the focus by a key, to something that is in sight: whoever uses keys has to see where they are. */
  async stepTo(key: string): Promise<void> {
    await this.browser.keys(key);
    const hidden = await hiddenFocus(this.browser);
    if (hidden) throw new Error(`The focus can't be seen: ${hidden}.`);
  }

  /** Presses what has this role and name with keys alone: the Tab key leads there, Enter presses. */
  async enter(role: string, name: Name): Promise<void> {
    await this.tabTo(role, name);
    await this.browser.keys(Key.Enter);
  }

  /** Chooses among radio buttons with keys alone: the Tab key leads to the group, the arrows in it. */
  async arrowTo(group: Name, option: Name): Promise<void> {
    const radios = (await this.get("radiogroup", group)).$$("input[type=radio]");
    const ids = await radios.map((each) => each.elementId);
    await this.tabUntil(`the group ${String(group)}`, async (here) => ids.includes(here));
    for (let step = 0; step <= ids.length; step += 1) {
      const { label, checked } = await this.browser.execute(() => {
        const here = document.activeElement as HTMLInputElement;
        return { label: here.closest("label")?.innerText ?? "", checked: here.checked };
      });
      if (fits(label, option)) {
        if (!checked) await this.browser.keys(Key.Space);
        return;
      }
      await this.stepTo(Key.ArrowDown);
    }
    throw new Error(`The arrows do not lead to ${String(option)} in ${String(group)}.`);
  }

  /** Takes an entry of the menu that is open with keys alone: the arrows lead there, Enter takes it. */
  async take(entry: Name): Promise<void> {
    for (let step = 0; step < 40; step += 1) {
      const label = await until("an entry of the menu to have the focus", () =>
        this.browser.execute(() => {
          const here = document.activeElement as HTMLElement;
          return here.role === "menuitem" && here.innerText;
        }),
      );
      if (fits(label, entry)) return this.browser.keys(Key.Enter);
      await this.stepTo(Key.ArrowDown);
    }
    throw new Error(`The arrows do not lead to ${String(entry)} in the menu.`);
  }

  /** Drags sideways with the mouse from a point of the page, in a few moves, as a hand does. */
  async drag(from: { x: number; y: number }, by: number): Promise<void> {
    const [x, y] = [Math.round(from.x), Math.round(from.y)];
    const dragging = this.browser
      .action("pointer", { parameters: { pointerType: "mouse" } })
      .move({ x, y })
      .down();
    for (const part of [0.1, 0.4, 0.7, 1]) dragging.move({ x: x + Math.round(by * part), y });
    await dragging.up().perform();
  }

  /** What a person reads in an element. The driver's own text of a table's row is empty. */
  textOf(element: WebdriverIO.Element): Promise<string> {
    return this.browser.execute((element) => (element as unknown as HTMLElement).innerText, element);
  }

  /** The cells of the first drawn row that has this text in one of them, once it is there. */
  async row(text: string): Promise<string[]> {
    return until(`a row with ${text}`, async () =>
      (await this.rows()).find((cells) => cells.some((cell) => cell.includes(text))),
    );
  }

  /** The theme that is shown; another one if it is named. */
  async theme(wanted?: string): Promise<string> {
    return (await this.look(wanted ? { theme: wanted } : {})).theme;
  }

  /** How the window looks; otherwise in what is named. */
  look(wanted: Partial<Look> = {}): Promise<Look> {
    return this.browser.execute((wanted) => {
      const { dataset } = document.documentElement;
      Object.assign(dataset, wanted);
      return { theme: dataset.theme ?? "light", contrast: dataset.contrast ?? "usual" };
    }, wanted);
  }

  /** What stands in the way of people with assistive technology, however little axe-core makes of it. */
  async barriers(of: Looked): Promise<Barrier[]> {
    await this.inject("axe", AXE);
    await this.still();
    const found = await this.browser.executeAsync((rules: RunOptions, done: (found: unknown) => void) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      // react-aria's live region names elements that may be gone by now; nobody can see or focus it.
      const all = { include: [["html"]], exclude: [["[data-live-announcer]"]] };
      axe.run(all, { resultTypes: ["violations"], ...rules }).then(
        (results) =>
          done(
            results.violations.map(({ id, help, nodes }) => ({
              rule: id,
              help,
              where: nodes.map((node) => `${node.html.slice(0, 160)} (${node.failureSummary ?? ""})`),
            })),
          ),
        (error: unknown) => done([{ rule: "axe", help: String(error), where: [] }]),
      );
    }, RULES[of]);
    return (found as Barrier[])
      .map(({ rule, help, where }) => ({ rule, help, where: where.filter((each) => !isAccepted(rule, each)) }))
      .filter(({ rule, where }) => where.length > 0 || rule === "axe")
      .map((each) => ({ ...each, where: each.where.slice(0, 3) }));
  }

  /** Waits until nothing loads, moves or fades any more: half-transparent text has no contrast of its own. */
  async still(): Promise<void> {
    await until("the page to have loaded what it shows", () =>
      this.browser.execute(() => document.querySelector("[aria-busy=true]") === null),
    );
    await this.browser.executeAsync((done: () => void) => {
      const ends = (each: Animation) => Number.isFinite(Number(each.effect?.getComputedTiming().endTime));
      const settle = () => {
        const moving = document.getAnimations().filter((each) => each.playState === "running" && ends(each));
        Promise.allSettled(moving.map((each) => each.finished)).then(() => done());
      };
      // What was changed just now begins to move with the next frame.
      requestAnimationFrame(() => requestAnimationFrame(settle));
    });
  }

  /** The last keys, presses and moves of the focus that reached the page, for whoever looks at a failure. */
  async events(last = 300): Promise<string> {
    const seen = await this.browser.execute(() => (window as { eventsSeen?: string[] }).eventsSeen ?? []);
    return seen.slice(-last).join("\n");
  }

  private async watch(): Promise<void> {
    await this.browser.execute((most) => {
      const page = window as { eventsSeen?: string[] };
      if (page.eventsSeen) return;
      const seen: string[] = [];
      page.eventsSeen = seen;
      const see = (event: Event) => {
        const { key, submitter, isTrusted } = event as KeyboardEvent & SubmitEvent;
        const at = event.target instanceof Element ? event.target : null;
        const where = `${at?.tagName ?? ""} ${at?.getAttribute("name") ?? at?.textContent?.slice(0, 40) ?? ""}`;
        const how = [key, submitter?.outerHTML.slice(0, 60), isTrusted ? "" : "untrusted"].filter(Boolean).join(" ");
        seen.push(`${performance.now().toFixed(0)} ${event.type} ${how} on ${where}`);
        // An hour's events would look like memory that the page itself does not give back.
        if (seen.length > most) seen.shift();
      };
      for (const kind of ["keydown", "pointerdown", "pointerup", "click", "focusin", "input", "submit"]) {
        document.addEventListener(kind, see, true);
      }
    }, EVENTS);
  }

  /** Puts a library into the page as the driver's own script, which the page's policy does not govern. */
  private async inject(global: string, path: string): Promise<void> {
    if (await this.browser.execute((name) => name in window, global)) return;
    await this.browser.execute(await source(global, path));
  }
}

const sources = new Map<string, string>();

async function source(global: string, path: string): Promise<string> {
  const known = sources.get(path);
  if (known) return known;
  // A UMD file looks for "module" and "define" and then for "this": inside a function none is the window.
  const text = `(function () { ${await readFile(path, "utf8")} }).call(window); return "${global}" in window;`;
  sources.set(path, text);
  return text;
}

/** Asks again where the page has drawn anew between what was found and its handle: it is gone by then. */
async function standing<T>(ask: () => Promise<T>): Promise<T> {
  for (let again = 0; ; again += 1) {
    try {
      return await ask();
    } catch (error) {
      if (again === 5 || !/stale element/i.test(String(error))) throw error;
    }
  }
}

function written(name: Name | undefined): { text: string; flags: string | null } | null {
  if (name === undefined) return null;
  return typeof name === "string" ? { text: name, flags: null } : { text: name.source, flags: name.flags };
}

function fits(text: string, words: Name): boolean {
  return typeof words === "string" ? text.includes(words) : words.test(text);
}
