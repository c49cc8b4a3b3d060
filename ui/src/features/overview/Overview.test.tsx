import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { changesSearch, queryOf, type UsersSearch, usersSearch } from "@/data/addresses";
import { decidedCounts, summaryOf } from "@/features/reviews/test/fakeReview";
import type { RunView, UserFacets } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { fakeMatch } from "@/test/fakeFacets";
import { type FakeWorld, failure } from "@/test/fakeIpc";
import { fakePeople } from "@/test/fakePeople";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/overview";
const CARDS = [
  "New people by month",
  "People by role",
  "People by identity provider",
  "People by organization",
  "People by mail domain",
];

beforeEach(() => {
  // jsdom has no canvas; letters are measured without one.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});

async function open(world: FakeWorld = {}) {
  const app = renderApp(AT, world);
  await screen.findByRole("region", { name: "People in numbers" });
  // Charts come one after another, once the numbers are painted.
  for (const title of CARDS) await card(title).findAllByRole("link", { name: /: [\d,]+ (person|people)$/ });
  return app;
}

const card = (title: string) => within(screen.getByRole("region", { name: title }));
const addressOf = (link: HTMLElement) => new URL((link as HTMLAnchorElement).href);

/** What an address asks for, read as the page reads it. */
function askedBy(app: ReturnType<typeof renderApp>, link: HTMLElement): UsersSearch {
  const { search, pathname } = addressOf(link);
  expect(pathname).toBe("/p/sample/users");
  return usersSearch(app.router.options.parseSearch?.(search) ?? {});
}

/** How many people the list shows at an address. */
const listed = ({ shell: { people } }: ReturnType<typeof renderApp>, search: UsersSearch) =>
  people.all.filter(fakeMatch(people, queryOf(search))).length;

/** The number that a link says: its last one. */
const saidBy = (link: HTMLElement) =>
  Number(/([\d,]+) (?:person|people)$/.exec(link.getAttribute("aria-label") ?? "")?.[1]?.replaceAll(",", ""));

describe.each([13, 100_000])("Overview of %i people", (people) => {
  it("opens exactly its people from each mark", async () => {
    const app = await open({ people });
    for (const title of CARDS) {
      const marks = card(title).getAllByRole("link", { name: /: [\d,]+ (person|people)$/ });
      expect(marks.length).toBeGreaterThan(0);
      for (const mark of marks) {
        expect([mark.getAttribute("aria-label"), listed(app, askedBy(app, mark))]).toEqual([
          mark.getAttribute("aria-label"),
          saidBy(mark),
        ]);
      }
    }
  });

  it("opens exactly its people from each figure", async () => {
    const app = await open({ people });
    const figures = card("People in numbers").getAllByRole("link");
    expect(figures.length).toBeGreaterThanOrEqual(8);
    for (const figure of figures) {
      const search = askedBy(app, figure);
      const value = Number(figure.querySelector("b")?.textContent?.replaceAll(",", ""));
      expect([figure.textContent, listed(app, search)]).toEqual([figure.textContent, value]);
      // An address that says nothing would show the list as it was left.
      expect(Object.keys(search)).not.toEqual([]);
    }
  });

  it("shows as a table exactly what the chart shows, with the same addresses", async () => {
    const { user } = await open({ people });
    for (const title of CARDS) {
      const told = () =>
        card(title)
          .getAllByRole("link", { name: /: [\d,]+ (person|people)$/ })
          .map((link) => [link.getAttribute("aria-label"), link.getAttribute("href")]);
      const chart = told();
      await user.click(card(title).getByRole("button", { name: `More for ${title}` }));
      await user.click(await screen.findByRole("menuitem", { name: "Show as table" }));
      expect(await card(title).findByRole("table", { name: title })).toBeTruthy();
      expect(told()).toEqual(chart);
    }
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("stands in nobody's way", async () => {
    await open({ people, lists: 3 });
    await waitFor(() => expect(document.querySelectorAll("figure svg").length).toBe(CARDS.length));
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe("Overview", () => {
  it("draws as many bars as it has links", async () => {
    await open({ people: 13 });
    await waitFor(() => expect(document.querySelectorAll("figure svg").length).toBe(CARDS.length));
    const roles = screen.getByRole("region", { name: "People by role" });
    const names = [...roles.querySelectorAll("svg text")].map((text) => text.textContent);
    for (const link of within(roles).getAllByRole("link")) {
      expect(names).toContain(/^(.*): /.exec(link.getAttribute("aria-label") ?? "")?.[1]);
    }
  });

  it("is used with keys alone: one stop for each chart, arrows from mark to mark, Enter opens", async () => {
    const { user, router } = await open({ people: 240 });
    const marks = card("People by role").getAllByRole("link");
    expect(marks.filter((mark) => mark.tabIndex === 0)).toHaveLength(1);
    marks[0]?.focus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}{End}");
    expect(document.activeElement).toBe(marks.at(-1));
    await user.keyboard("{Home}{ArrowDown}");
    expect(document.activeElement).toBe(marks[1]);
    expect(marks.filter((mark) => mark.tabIndex === 0)).toEqual([marks[1]]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    expect(router.state.location.search).toMatchObject({ role: expect.any(String) });
  });

  it("leads to everyone, whatever the list was filtered by last", async () => {
    const query = queryOf({ state: "Blocked" });
    const lastView = { id: "", name: "", query, columns: [], density: "comfortable" as const };
    const { user, shell } = await open({ people: 240, lastView });
    await user.click(card("People in numbers").getByRole("link", { name: /People$/ }));
    await screen.findByRole("grid", { name: "People" });
    const asked = shell.callsOf("list_users").map((call) => call.query);
    expect(asked.length).toBeGreaterThan(0);
    for (const one of asked) expect(one).toMatchObject({ states: [] });
  });

  it("asks Users for its numbers, and nobody else", async () => {
    const { shell } = await open();
    const { sort: _, ...everyone } = queryOf({});
    expect(shell.callsOf("user_facets")).toEqual([{ profile: "sample", query: everyone, domainSearch: "" }]);
  });

  it("names what does not fit, and opens the facet that holds it", async () => {
    const mailDomains = Array.from({ length: 20 }, (_, n) => ({ id: `d${n}`, label: `d${n}`, people: 20 - n }));
    const facets: UserFacets = { ...fakePeople(13).facets(queryOf({}), ""), mailDomains, mailDomainsTotal: 9_020 };
    const { user } = await open({ commands: { user_facets: () => facets } });
    await user.click(card("People by mail domain").getByRole("link", { name: "9,008 more domains…" }));
    await screen.findByRole("grid", { name: "People" });
    const group = await screen.findByRole("group", { name: "Mail domain" });
    expect(within(group).getByRole("button", { expanded: true })).toBeTruthy();
  });

  it("tells what changed since the last refresh, and leads to it by kind", async () => {
    const app = await open({ lists: 9 });
    const joined = await card("Since the last refresh").findByRole("link", { name: "1 joined" });
    expect(app.shell.callsOf("changes")).toContainEqual({ profile: "sample", span: { from: 8, to: null } });
    const { pathname, search } = addressOf(joined);
    expect(pathname).toBe("/p/sample/changes");
    expect(changesSearch(app.router.options.parseSearch?.(search) ?? {})).toEqual({ from: 8, kind: ["joined"] });
  });

  it("says of a first list that there is nothing to compare it with", async () => {
    await open({ lists: 1 });
    expect(await screen.findByText(/There is one list so far/)).toBeTruthy();
  });

  it("leads to the runs that are not finished, and to no others", async () => {
    const run = (id: string, state: RunView["state"]): RunView =>
      ({
        id,
        profile: "sample",
        title: `${id}.xlsx`,
        startedAt: "2026-11-25T09:30:00Z",
        startedBy: "a.ozola",
        state,
        active: false,
        counts: [],
        rows: 3,
        people: 3,
        pause: null,
        stoppedBecause: null,
        secondsLeft: null,
        peoplePerMinute: null,
      }) as unknown as RunView;
    await open({ runs: [run("half", "stopped"), run("done", "finished")] });
    const runs = card("Unfinished runs");
    expect((await runs.findByRole("link", { name: "half.xlsx" })).getAttribute("href")).toBe("/p/sample/runs/half");
    expect(runs.queryByText("done.xlsx")).toBeNull();
  });

  it("leads to the reviews that go on and to the start of those that are due again, and to no other", async () => {
    const ended = { by: "Ann Lee", at: "2026-08-25T11:00:00Z", undecided: 0 };
    const going = summaryOf({ id: "r1", words: "Sellers", counts: decidedCounts(20, 3, 37) });
    const due = summaryOf({ id: "r2", words: "Everyone", finished: ended, due: "2026-11-25", isDue: true });
    const later = summaryOf({ id: "r3", words: "Admins", finished: ended, due: "2027-11-25" });
    await open({ commands: { list_reviews: () => [going, due, later] } });
    const reviews = within(await screen.findByRole("region", { name: "Access reviews to go on with" }));
    const links = reviews.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(links).toEqual(["/p/sample/reviews/r1", "/p/sample/reviews/start?again=r2"]);
    expect(reviews.getByText("23 of 60 decided")).toBeTruthy();
    expect(reviews.getByText("Due again since 25 Nov 2026")).toBeTruthy();
  });

  it("says nothing of reviews where none goes on or is due", async () => {
    await open();
    expect(screen.queryByRole("region", { name: "Access reviews to go on with" })).toBeNull();
  });
});

describe("Overview without numbers", () => {
  it("offers to read the list where it could not be read", async () => {
    const refresh = vi.fn(() => {
      throw failure("platform-unreachable", "The platform did not answer. Nothing was changed.");
    });
    const { user } = renderApp(AT, { fetched: false, commands: { refresh } });
    expect(await screen.findByText(/The platform did not answer/)).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: "Read the list" }));
    await waitFor(() => expect(refresh).toHaveBeenCalledTimes(2));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("keeps the places while the list is read for the first time, and says how far it is", async () => {
    const { shell } = renderApp(AT, { fetched: false, commands: { refresh: () => new Promise(() => undefined) } });
    await screen.findByRole("progressbar", { name: "Reading people" });
    await shell.happen({
      kind: "refresh-progress",
      data: { profile: "sample", read: 500, total: 2_000, secondsLeft: null },
    });
    expect(await screen.findByText("500 of 2,000 people read")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Read the list" })).toBeNull();
  });

  it("says that the numbers failed, and asks again", async () => {
    let fails = true;
    const app = renderApp(AT, {
      commands: {
        user_facets: () => {
          if (fails) throw failure("platform-unreachable", "The data could not be read.");
          return app.shell.people.facets(queryOf({}), "");
        },
      },
    });
    expect(await screen.findByText("The numbers can’t be shown.")).toBeTruthy();
    fails = false;
    await app.user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("region", { name: "People in numbers" })).toBeTruthy();
  });

  it("tells of a held list, and how old the shown one is", async () => {
    const held = {
      fetchedAt: "2026-11-25T09:30:00Z",
      people: 3,
      peopleBefore: 13,
      joined: 0,
      left: 10,
      changed: 0,
      reasons: ["10 of 13 people are missing."],
    };
    await open({ held });
    expect(screen.getByText("The new list looks wrong.")).toBeTruthy();
    expect(screen.getByText("list read 4 min ago")).toBeTruthy();
  });
});

describe("The picture of a chart", () => {
  const PNG = new Uint8Array([137, 80, 78, 71]);
  const blob = { arrayBuffer: async () => PNG.buffer } as Blob;

  beforeEach(() => {
    vi.doMock("@/kit/chartPicture", () => ({ pictureOf: async () => blob }));
  });

  async function choose(app: ReturnType<typeof renderApp>, what: string) {
    await app.user.click(card("People by role").getByRole("button", { name: "More for People by role" }));
    await app.user.click(await screen.findByRole("menuitem", { name: what }));
  }

  it("goes to Rust as bytes, with a name, and the screen says where it went", async () => {
    const save = vi.fn(() => "roles.png");
    const app = await open({ commands: { save_picture: save } });
    await choose(app, "Save PNG…");
    expect(await screen.findByText("Saved as roles.png.")).toBeTruthy();
    expect(save).toHaveBeenCalledWith({ name: "People by role.png", png: [137, 80, 78, 71] });
  });

  it("goes to the clipboard, or it is said that it did not", async () => {
    const copy = vi.fn((): unknown => null);
    const app = await open({ commands: { copy_picture: copy } });
    await choose(app, "Copy picture");
    expect(await screen.findByText("The picture is on the clipboard.")).toBeTruthy();
    expect(copy).toHaveBeenCalledWith({ png: [137, 80, 78, 71] });
    copy.mockImplementationOnce(() => {
      throw failure("internal", "The clipboard is taken.");
    });
    await choose(app, "Copy picture");
    expect(await screen.findByText(/The picture was not copied/)).toBeTruthy();
  });
});
