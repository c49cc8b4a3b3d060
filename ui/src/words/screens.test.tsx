import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FakeWorld } from "@/test/fakeIpc";
import { speak } from "./language";
import { strangeTexts } from "./test/strange";

// Screens read their words as they are loaded: everything that has some is loaded once the language is known.
let render: typeof import("@/test/renderApp").renderApp;
let drafts: typeof import("@/features/invite/test/fakeDraft");
let people: typeof import("@/test/fakePeople");
let reviews: typeof import("@/features/reviews/test/fakeReview");
let runs: typeof import("@/features/runs/test/openRun");

beforeAll(async () => {
  await speak("en-XA");
  render = (await import("@/test/renderApp")).renderApp;
  drafts = await import("@/features/invite/test/fakeDraft");
  people = await import("@/test/fakePeople");
  reviews = await import("@/features/reviews/test/fakeReview");
  runs = await import("@/features/runs/test/openRun");
  // All of the page is read here, which a machine that does other things too takes its time for.
}, 60_000);
afterEach(async () => {
  cleanup();
  // Listeners are taken away a moment after the screen is.
  await new Promise((done) => setTimeout(done));
});

async function strangeOn(address: string, world: FakeWorld = {}): Promise<string[]> {
  const app = render(address, world);
  await screen.findByRole("heading", { level: 1 });
  const found = await strangeTexts(app);
  app.shell.end();
  return found;
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
    expect(await strangeOn(address)).toEqual([]);
  });

  it.each(["", "?step=columns", "?step=review"])("every sentence of a draft%s is in it", async (step) => {
    const world = { profiles: [drafts.LIVE], commands: drafts.draftCommands(12) };
    expect(await strangeOn(`/p/live/invite/d1${step}`, world)).toEqual([]);
  });

  it("every sentence about a person is in it", async () => {
    const { id } = people.fakePeople(13).all[0] as { id: string };
    expect(await strangeOn(`/p/sample/users?person=${id}`)).toEqual([]);
  });

  it("every sentence of a review is in it", async () => {
    const { commands } = reviews.fakeReview([reviews.personOf(1, { flags: ["changed"] }), reviews.personOf(2)]);
    expect(await strangeOn("/p/sample/reviews/r1", { commands })).toEqual([]);
  });

  it("every sentence of a run is in it", async () => {
    const run = drafts.runOf({});
    const rows = [runs.row(1, "confirmed"), runs.row(2, "refused")];
    const commands = { list_runs: () => [run], run_view: () => run, run_rows: () => ({ total: rows.length, rows }) };
    expect(await strangeOn(`/p/live/runs/${run.id}`, { profiles: [drafts.LIVE], commands })).toEqual([]);
  });
});
