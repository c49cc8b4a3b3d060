import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FakeWorld } from "@/test/fakeIpc";
import { speak } from "./language";

// Screens read their words as they are loaded: everything that has some is loaded once the language is known.
let render: typeof import("@/test/renderApp").renderApp;
let drafts: typeof import("@/features/invite/test/fakeDraft");
let runs: typeof import("@/features/runs/test/openRun");

beforeAll(async () => {
  await speak("en-XA");
  render = (await import("@/test/renderApp")).renderApp;
  drafts = await import("@/features/invite/test/fakeDraft");
  runs = await import("@/features/runs/test/openRun");
});
afterEach(async () => {
  cleanup();
  // Listeners are taken away a moment after the screen is.
  await new Promise((done) => setTimeout(done));
});

const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec";
const DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun";
/** What stands with numbers, the ends of lists, and the names of keys. */
const WRITTEN = new RegExp(
  `\\b(${MONTHS})[a-z]*\\b|\\b(${DAYS})day\\b|\\b(and|or|KB|MB|GB|Ctrl|Alt|Shift|Enter)\\b|\\d[\\d.,]*[km]\\b`,
  "g",
);

/** Every text in an answer of the shell. */
function textsIn(told: unknown): string[] {
  if (typeof told === "string") return [told];
  if (typeof told === "object" && told !== null) return Object.values(told).flatMap(textsIn);
  return [];
}

/** What is left of a text without the catalogue's words, data, and what is written by numbers. */
function strange(text: string, data: readonly string[]): string {
  let rest = text;
  // A sentence may hold another one.
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " ");
  }
  for (const each of data) rest = rest.replaceAll(each, " ");
  return /[A-Za-z]{2}/.test(rest.replace(WRITTEN, " ")) ? text : "";
}

/** Every text on the screen that people read or hear. */
function shownTexts(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    if (at instanceof Element) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(at.getAttribute(name) ?? "");
    } else if (!at.parentElement?.closest("style, script, kbd")) texts.push(at.textContent ?? "");
  }
  return texts;
}

async function strangeTexts(address: string, world: FakeWorld = {}): Promise<string[]> {
  const { shell, client } = render(address, world);
  await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(client.isFetching()).toBe(0));
  const told = (await Promise.allSettled(shell.answers)).map((each) => ("value" in each ? each.value : null));
  const data = [...new Set(textsIn(told))].filter((text) => text.length > 1).sort((a, b) => b.length - a.length);
  const shown = shownTexts();
  expect(shown.filter((text) => text.startsWith("⟦")).length).toBeGreaterThan(5);
  const found = shown.map((text) => strange(text, data));
  shell.end();
  return [...new Set(found)].filter(Boolean);
}

describe("in a language that nobody speaks", () => {
  it.each([
    "/",
    "/settings",
    "/connections",
    "/connections/new",
    "/connections/sample",
    "/p/sample/overview",
    "/p/sample/users",
    "/p/sample/changes",
    "/p/sample/findings",
    "/p/sample/roles",
    "/p/sample/providers",
    "/p/sample/reviews",
    "/p/sample/reviews/start",
    "/p/sample/invite",
    "/p/sample/runs",
    "/p/gone/users",
    "/nowhere",
  ])("every sentence of %s is in it", async (address) => {
    expect(await strangeTexts(address)).toEqual([]);
  });

  it.each(["", "?step=columns", "?step=review"])("every sentence of a draft%s is in it", async (step) => {
    const world = { profiles: [drafts.LIVE], commands: drafts.draftCommands(12) };
    expect(await strangeTexts(`/p/live/invite/d1${step}`, world)).toEqual([]);
  });

  it("every sentence of a run is in it", async () => {
    const run = drafts.runOf({});
    const rows = [runs.row(1, "confirmed"), runs.row(2, "refused")];
    const commands = { list_runs: () => [run], run_view: () => run, run_rows: () => ({ total: rows.length, rows }) };
    expect(await strangeTexts(`/p/live/runs/${run.id}`, { profiles: [drafts.LIVE], commands })).toEqual([]);
  });
});
