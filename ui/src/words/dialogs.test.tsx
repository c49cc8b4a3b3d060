import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { AppEvent } from "@/ipc";
import type { FakeWorld } from "@/test/fakeIpc";
import { speak } from "./language";
import { pseudoText } from "./pseudo";
import { strangeTexts } from "./test/strange";

// Screens read their words as they are loaded: everything that has some is loaded once the language is known.
let render: typeof import("@/test/renderApp").renderApp;
let fake: typeof import("@/test/fakeIpc");
let profiles: typeof import("@/test/profiles");
let drafts: typeof import("@/features/invite/test/fakeDraft");
let reviews: typeof import("@/features/reviews/test/fakeReview");
let runs: typeof import("@/features/runs/test/openRun");

beforeAll(async () => {
  await speak("en-XA");
  render = (await import("@/test/renderApp")).renderApp;
  fake = await import("@/test/fakeIpc");
  profiles = await import("@/test/profiles");
  drafts = await import("@/features/invite/test/fakeDraft");
  reviews = await import("@/features/reviews/test/fakeReview");
  runs = await import("@/features/runs/test/openRun");
  // All of the page is read here, which a machine that does other things too takes its time for.
}, 60_000);
afterEach(async () => {
  cleanup();
  // Listeners are taken away a moment after the screen is.
  await new Promise((done) => setTimeout(done));
});

type App = ReturnType<typeof render>;
type Step = (app: App) => Promise<unknown>;

/** How an English text looks within a label of this language. */
const said = (english: string) => pseudoText(english).replace(/[⟦⟧~]/g, "").trim();
const called = (english: string) => (name: string) => name.includes(said(english));

const press = (role: string, english: string): Step => {
  return async ({ user }) =>
    user.click((await screen.findAllByRole(role, { name: called(english) }))[0] as HTMLElement);
};
const button = (english: string) => press("button", english);
const entry = (english: string) => press("menuitem", english);
const keys = (typed: string): Step => {
  return async ({ user }) => {
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard(typed);
  };
};
/** A screen's own keys are there with what they are for. */
const listed: Step = async () => void (await screen.findByRole("grid"));
const happens = (event: AppEvent): Step => {
  return async ({ shell }) => {
    await screen.findByRole("heading", { level: 1 });
    await shell.happen(event);
  };
};

type Case = { at: string; world?: () => FakeWorld; steps: Step[] };

const KNOWN = {
  mappings: [
    {
      id: "m1",
      file: "Onboarding.xlsx",
      columns: [{ field: "email", text: "Mail", raw: null, edited: false }],
      usedAt: "2026-10-12T08:00:00Z",
    },
  ],
  answers: [{ id: "a1", field: "role", found: "Vizier", means: "Support Agent", usedAt: "2026-10-12T08:00:00Z" }],
};
const HELD = {
  fetchedAt: "2026-11-25T14:00:00Z",
  people: 6_092,
  peopleBefore: 18_402,
  joined: 0,
  left: 12_310,
  changed: 7,
  reasons: ["12,310 of 18,402 people are gone."],
};
const VIEW = { id: "v1", name: "Lapsed in May", query: {}, columns: [], density: "compact" as const };

const withDraft = (...given: Parameters<typeof drafts.draftCommands>): FakeWorld => ({
  profiles: [drafts.LIVE],
  commands: drafts.draftCommands(...given),
});
const withReview = (): FakeWorld => {
  const handOver = { id: "h1", to: "Ravi Menon", at: "2026-11-21T10:00:00Z", people: 4, cameBack: 1, open: 3 };
  const review = reviews.fakeReview([reviews.personOf(1), reviews.personOf(2)], {
    handOvers: [{ ...handOver, returnedAt: "2026-11-22T10:00:00Z" }],
  });
  return { commands: { ...review.commands, pick_file: () => ({ token: "t1", name: "Part.xlsx" }) } };
};
const waitingRun = (): FakeWorld => {
  const rows = [6, 7, 8].map((n) =>
    runs.row(n, "needs-review", { code: "listed-before", message: "It was there before." }),
  );
  const run = drafts.runOf({
    state: "stopped",
    counts: [
      { state: "needs-review", rows: 3 },
      { state: "ready", rows: 4 },
    ],
  });
  const commands = {
    list_runs: () => [run],
    run_view: () => run,
    run_rows: () => ({ total: rows.length, rows }),
    row_history: () => ({ row: rows[0], moments: [] }),
  };
  return { profiles: [drafts.LIVE], commands };
};

const USERS = "/p/sample/users";
const REVIEW = "/p/sample/reviews/r1";
const DRAFT = "/p/live/invite/d1?step=review";

const CASES: Record<string, Case> = {
  "finding anyone": { at: USERS, steps: [keys("{Control>}k{/Control}")] },
  "the map of keys": { at: USERS, steps: [keys("?")] },
  "exporting people": { at: USERS, steps: [listed, keys("{Control>}e{/Control}")] },
  "saving a view": { at: USERS, steps: [button("All people"), entry("Save as a new view…")] },
  "arranging views": {
    at: USERS,
    world: () => ({ views: [VIEW] }),
    steps: [button("All people"), entry("Arrange views…")],
  },
  "a list that looks wrong": { at: USERS, world: () => ({ held: HELD }), steps: [button("Take the new list…")] },
  "closing while a run is sent": { at: USERS, steps: [happens({ kind: "close-asked", data: 2 })] },
  "muting a finding": { at: "/p/sample/findings", steps: [button("Mute…")] },
  "a provider switched off": { at: "/p/sample/providers", steps: [button("What if this one is switched off?")] },
  "forgetting a platform": { at: "/settings", steps: [button("Forget this platform’s data:")] },
  "removing a connection": { at: "/connections", steps: [button("More for"), entry("Remove…")] },
  "unlocking a connection": {
    at: "/connections",
    world: () => ({ profiles: [{ ...fake.SAMPLE, readOnly: true }] }),
    steps: [button("More for"), entry("Unlock…")],
  },
  "organizations from a file": { at: "/connections", steps: [button("More for"), entry("Organizations from a file…")] },
  "matching what a platform answers": { at: "/connections/sample", steps: [button("Match the answer…")] },
  "pasting a token": {
    at: "/p/contoso/users",
    world: () => ({ profiles: [profiles.CONTOSO] }),
    steps: [button("Paste a new token")],
  },
  "signing in with the browser": {
    at: "/p/fabrikam/users",
    world: () => ({ profiles: [profiles.FABRIKAM], commands: { sign_in: () => new Promise(() => undefined) } }),
    steps: [button("Sign in")],
  },
  "inviting one person": { at: "/p/sample/invite?ask=person", steps: [] },
  "pasting a table": { at: "/p/sample/invite", steps: [button("Paste a table…")] },
  "what is remembered": {
    at: "/p/sample/invite",
    world: () => ({ commands: { remembered: () => KNOWN } }),
    steps: [button("What is remembered…")],
  },
  "forgetting what was learned": {
    at: "/p/sample/invite",
    world: () => ({ commands: { remembered: () => KNOWN } }),
    steps: [button("What is remembered…"), button("Forget")],
  },
  "discarding a draft": { at: DRAFT, world: () => withDraft(12), steps: [button("Discard")] },
  "what will be sent": { at: DRAFT, world: () => withDraft(12), steps: [button("What will be sent")] },
  sending: { at: DRAFT, world: () => withDraft(12), steps: [button("people to")] },
  "choosing what a group means": { at: DRAFT, world: () => withDraft(12), steps: [button("Choose another…")] },
  "calling off a run": { at: "/p/live/runs/r1", world: waitingRun, steps: [button("Call off the rest…")] },
  "one answer for all": { at: "/p/live/runs/r1", world: waitingRun, steps: [button("Leave all")] },
  "what a review rests on": { at: REVIEW, world: withReview, steps: [button("More"), entry("What it rests on…")] },
  "handing over a part": { at: REVIEW, world: withReview, steps: [button("Hand over a part…")] },
  "what was handed over": { at: REVIEW, world: withReview, steps: [button("More"), entry("What was handed over…")] },
  "taking a part back": { at: REVIEW, world: withReview, steps: [button("More"), entry("Take a part back…")] },
  "repeating a review": { at: REVIEW, world: withReview, steps: [button("More"), entry("Repeat…")] },
  "discarding a review": { at: REVIEW, world: withReview, steps: [button("More"), entry("Discard…")] },
  "signing a review off": { at: REVIEW, world: withReview, steps: [button("Sign off…")] },
};

describe("in a language that nobody speaks", () => {
  it.each(Object.entries(CASES))("every sentence of the dialog is in it: %s", async (_, one) => {
    const app = render(one.at, one.world?.() ?? {});
    for (const step of one.steps) await step(app);
    const over = await waitFor(() => {
      const all = document.querySelectorAll("[role=dialog], [role=alertdialog]");
      const last = [...all].at(-1);
      if (!last) throw new Error("no dialog is open");
      return last;
    });
    expect(await strangeTexts(app, { part: over, atLeast: 1 })).toEqual([]);
    app.shell.end();
  });
});
