import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { mostPowerFirst } from "./scope";
import { decidedCounts, fakeReview, personOf, summaryOf } from "./test/fakeReview";

const LIST = "/p/sample/reviews";
const signedOff = { by: "Olga Petrova", at: "2026-05-25T11:00:00Z", undecided: 0 };
const going = summaryOf({ counts: decidedCounts(20, 3, 37) });
const due = summaryOf({
  id: "r0",
  words: "Everyone",
  scope: { kind: "everyone" },
  finished: signedOff,
  counts: decidedCounts(57, 4),
  due: "2026-11-25",
  isDue: true,
});
const listed = () => ({ ...fakeReview([personOf(1), personOf(2)]).commands, list_reviews: () => [due, going] });

describe("The list of reviews", () => {
  it("shows what goes on first, with how far it is, and what was signed off with what became of it", async () => {
    renderApp(LIST, { commands: listed() });
    const unfinished = await screen.findByRole("region", { name: "Going on" });
    expect(unfinished.textContent).toContain("23 of 60 decided");
    const finished = screen.getByRole("region", { name: "Signed off" });
    expect(finished.textContent).toContain("57 keep, 4 remove");
    expect(await within(finished).findByText("1 still there, 1 partly taken away, 2 gone")).toBeTruthy();
    expect(unfinished.compareDocumentPosition(finished)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("says which review is due again, and starts it with the same scope", async () => {
    const { user, shell, router } = renderApp(LIST, { commands: listed() });
    expect(await screen.findByText("1 review is due again.")).toBeTruthy();
    expect(screen.getByText("Due since 25 Nov 2026")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Start again: the review of Everyone…" }));
    expect(await screen.findByText(/^The review of Everyone again, as Olga Petrova signed it off/)).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: "Start the review" }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`${LIST}/r1`));
    expect(shell.callsOf("start_review")[0]?.review).toMatchObject({
      scope: { kind: "everyone" },
      reviewer: "Maria Lind",
    });
  });

  it("starts any that was signed off again, before it is due", async () => {
    const ended = summaryOf({ id: "r9", finished: signedOff, words: "Everyone" });
    const commands = { ...fakeReview([personOf(1)]).commands, list_reviews: () => [ended] };
    const { user, router } = renderApp(LIST, { commands });
    await user.click(await screen.findByRole("button", { name: "Start again: the review of Everyone…" }));
    await waitFor(() => expect(router.state.location.search).toEqual({ again: "r9" }));
  });

  it("goes on with a review", async () => {
    const { user, router } = renderApp(LIST, { commands: listed() });
    await user.click(await screen.findByRole("button", { name: /^Go on with the review of Distributor Admin/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`${LIST}/r1`));
  });

  it("counts in the rail what goes on and what is due again", async () => {
    renderApp(LIST, { commands: listed() });
    const rail = await screen.findByRole("navigation");
    expect(await within(rail).findByRole("link", { name: /^Access reviews\s*1 open, 1 due$/ })).toBeTruthy();
  });

  it("says what a review is where there is none", async () => {
    renderApp(LIST);
    expect(await screen.findByRole("heading", { name: "No access reviews yet" })).toBeTruthy();
    expect(screen.getAllByRole("button", { name: "Start a review…" }), "one main button").toHaveLength(1);
  });
});

describe("The start of a review", () => {
  it("says how many people and which roles a role and above means, then starts it in the typed name", async () => {
    const { user, shell, router } = renderApp(`${LIST}/start`, { commands: fakeReview([personOf(1)]).commands });
    await user.click(await screen.findByRole("button", { name: "Start the review" }));
    expect(screen.getByText("Choose whom it is about.")).toBeTruthy();
    expect(screen.getByText("Type your name.")).toBeTruthy();
    expect(shell.callsOf("start_review")).toEqual([]);
    await user.click(await screen.findByRole("combobox", { name: "Role" }));
    await user.click(await screen.findByRole("option", { name: /^Distributor Admin/ }));
    expect(await screen.findByText("About 1 person by the current list.")).toBeTruthy();
    expect(screen.getByText("Roles that are meant: Distributor Admin and Platform Admin.")).toBeTruthy();
    expect(screen.getByText(/The list of people is refreshed first/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: "Your name" }), "Maria Lind");
    await user.type(screen.getByRole("textbox", { name: "Your address on this platform" }), "maria@contoso.example");
    await user.click(screen.getByRole("button", { name: "Start the review" }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`${LIST}/r1`));
    expect(shell.callsOf("start_review")[0]?.review).toEqual({
      scope: { kind: "role-and-above", value: "576b3c0e-4349-5ad9-8d13-6348ecba93d7" },
      reviewer: "Maria Lind",
      reviewerEmail: "maria@contoso.example",
      repeatMonths: 0,
    });
  });

  it("shows that the review of the same scope before it is repeated, and takes that over", async () => {
    const before = { ...due, repeatMonths: 3 };
    const commands = { ...fakeReview([personOf(1)]).commands, list_reviews: () => [before] };
    const { user, shell } = renderApp(`${LIST}/start`, { commands });
    const repeats = await screen.findByRole<HTMLInputElement>("switch", { name: "It is to be done again" });
    expect(repeats.checked).toBe(false);
    await user.click(screen.getByRole("radio", { name: "Everyone who is listed" }));
    await waitFor(() => expect(repeats.checked).toBe(true));
    await user.type(screen.getByRole("textbox", { name: "Your name" }), "Maria Lind");
    await user.click(screen.getByRole("button", { name: "Start the review" }));
    await waitFor(() => expect(shell.callsOf("start_review")[0]?.review).toMatchObject({ repeatMonths: 3 }));
  });

  it.each([
    ["Whoever belongs to an organization, or to one below it", "Organization", "organization-and-below"],
    ["Whoever signs in with an identity provider", "Identity provider", "identity-provider"],
  ])("can be about: %s", async (kind, field, wire) => {
    const { user, shell } = renderApp(`${LIST}/start`, { commands: fakeReview([personOf(1)]).commands });
    await user.click(await screen.findByRole("radio", { name: kind }));
    await user.click(await screen.findByRole("combobox", { name: field }));
    const [first] = await within(await screen.findByRole("listbox")).findAllByRole("option");
    await user.click(first as HTMLElement);
    await waitFor(() => expect(shell.callsOf("review_scope").at(-1)?.scope).toMatchObject({ kind: wire }));
  });

  it("reads the list where none was read yet, and offers what is in it", async () => {
    const { user, shell } = renderApp(`${LIST}/start`, {
      fetched: false,
      commands: fakeReview([personOf(1)]).commands,
    });
    await user.click(
      await screen.findByRole("radio", { name: "Whoever belongs to an organization, or to one below it" }),
    );
    expect(await screen.findByText(/^The list was not read yet/)).toBeTruthy();
    expect(screen.queryByRole("combobox"), "nothing can be chosen").toBeNull();
    await user.click(screen.getByRole("button", { name: "Read the list" }));
    await user.click(await screen.findByRole("combobox", { name: "Organization" }));
    const options = await within(await screen.findByRole("listbox")).findAllByRole("option");
    expect(options.length).toBeGreaterThan(1);
    expect(shell.callsOf("refresh")).toHaveLength(1);
  });

  it("can be about whoever matches a saved view, as it is now", async () => {
    const query = { search: "ravi" };
    const view = { id: "v-1", name: "Ravi’s people", query, columns: [], density: "comfortable" as const };
    const { user, shell } = renderApp(`${LIST}/start`, {
      commands: { ...fakeReview([personOf(1)]).commands, list_views: () => ({ views: [view], last: null }) },
    });
    await user.click(await screen.findByRole("radio", { name: "Whoever matches a saved view" }));
    await user.click(await screen.findByRole("combobox", { name: "Saved view" }));
    await user.click(await screen.findByRole("option", { name: "Ravi’s people" }));
    await waitFor(() =>
      expect(shell.callsOf("review_scope").at(-1)?.scope).toEqual({
        kind: "view",
        value: { name: "Ravi’s people", query },
      }),
    );
  });

  it("can be about whoever holds a privileged role, and is repeated as often as is typed", async () => {
    const { user, shell } = renderApp(`${LIST}/start`, { commands: fakeReview([personOf(1)]).commands });
    await user.click(
      await screen.findByRole("radio", { name: "Whoever holds a privileged role, one with power over others" }),
    );
    await waitFor(() => expect(shell.callsOf("review_scope").at(-1)?.scope).toEqual({ kind: "privileged" }));
    await user.type(screen.getByRole("textbox", { name: "Your name" }), "Maria Lind");
    await user.click(screen.getByRole("switch", { name: "It is to be done again" }));
    const months = screen.getByRole("textbox", { name: "Every how many months" });
    await user.clear(months);
    await user.type(months, "40");
    await user.click(screen.getByRole("button", { name: "Start the review" }));
    expect(screen.getByText("A whole number from 1 to 36.")).toBeTruthy();
    expect(shell.callsOf("start_review")).toEqual([]);
    await user.clear(months);
    await user.type(months, "6");
    await user.click(screen.getByRole("button", { name: "Start the review" }));
    await waitFor(() =>
      expect(shell.callsOf("start_review")[0]?.review).toMatchObject({
        scope: { kind: "privileged" },
        repeatMonths: 6,
      }),
    );
  });

  it("is not repeated where that is turned off, whatever the one before it says", async () => {
    const before = { ...due, repeatMonths: 3 };
    const commands = { ...fakeReview([personOf(1)]).commands, list_reviews: () => [before] };
    const { user, shell } = renderApp(`${LIST}/start?again=r0`, { commands });
    const repeats = await screen.findByRole<HTMLInputElement>("switch", { name: "It is to be done again" });
    expect([repeats.checked, screen.getByRole<HTMLInputElement>("textbox", { name: /months/ }).value]).toEqual([
      true,
      "3",
    ]);
    await user.click(repeats);
    await user.click(screen.getByRole("button", { name: "Start the review" }));
    await waitFor(() => expect(shell.callsOf("start_review")[0]?.review).toMatchObject({ repeatMonths: 0 }));
  });

  it("offers the roles with most power first, whichever way weights are read", async () => {
    const first = async () => {
      const { user, unmount } = renderApp(`${LIST}/start`, { commands: fakeReview([personOf(1)]).commands });
      await user.click(await screen.findByRole("combobox", { name: "Role" }));
      const [option] = await within(await screen.findByRole("listbox")).findAllByRole("option");
      const name = option?.textContent;
      unmount();
      return name;
    };
    expect(await first()).toMatch(/^Distributor Admin/);
    expect(
      mostPowerFirst(
        [
          { name: "Admin", weight: 1 },
          { name: "Plain", weight: 10 },
          { name: "Unweighed", weight: null },
          { name: "Seller", weight: 5 },
        ],
        "less-is-power",
      ).map(({ name }) => name),
    ).toEqual(["Admin", "Seller", "Plain", "Unweighed"]);
  });

  it("shows how far the refresh is that comes first", async () => {
    const commands = { ...fakeReview([personOf(1)]).commands, start_review: () => new Promise(() => undefined) };
    const { user, shell } = renderApp(`${LIST}/start`, { commands });
    await user.click(await screen.findByRole("radio", { name: "Everyone who is listed" }));
    await user.type(screen.getByRole("textbox", { name: "Your name" }), "Maria Lind");
    await user.click(screen.getByRole("button", { name: "Start the review" }));
    expect(await screen.findByText("Starting the review…")).toBeTruthy();
    await shell.happen({
      kind: "refresh-progress",
      data: { profile: "sample", read: 900, total: 2413, secondsLeft: null },
    });
    expect(await screen.findByText("900 of 2,413 people read")).toBeTruthy();
  });

  it("is stopped, with nothing started, while the list is read", async () => {
    let stop = () => {};
    const commands = {
      ...fakeReview([personOf(1)]).commands,
      start_review: () =>
        new Promise((_, refuse) => {
          stop = () => refuse(failure("cancelled", "The refresh was stopped."));
        }),
      cancel_refresh: () => {
        stop();
        return null;
      },
    };
    const { user, shell, router } = renderApp(`${LIST}/start`, { commands });
    await user.click(await screen.findByRole("radio", { name: "Everyone who is listed" }));
    const name = screen.getByRole<HTMLInputElement>("textbox", { name: "Your name" });
    await user.type(name, "Maria Lind");
    await user.click(screen.getByRole("button", { name: "Start the review" }));
    const button = await screen.findByRole("button", { name: "Stop" });
    expect(screen.queryByRole("button", { name: "Cancel" }), "leaving would not stop it").toBeNull();
    await user.click(button);
    expect(await screen.findByText("Stopped. No review was started.")).toBeTruthy();
    expect(shell.callsOf("cancel_refresh")).toEqual([{ profile: "sample" }]);
    expect(screen.queryByText("The review was not started.")).toBeNull();
    expect(name.value).toBe("Maria Lind");
    const cancel = screen.getByRole("button", { name: "Cancel" });
    expect(document.activeElement).toBe(cancel);
    await user.click(cancel);
    await waitFor(() => expect(router.state.location.pathname).toBe(LIST));
  });

  it("keeps its button in sight, with how far it is and why it was refused right above it", async () => {
    const seen: Element[] = [];
    const scrolling = vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(function (this: Element) {
      seen.push(this);
    });
    let refuse = () => {};
    const commands = {
      ...fakeReview([personOf(1)]).commands,
      start_review: () =>
        new Promise((_, no) => {
          refuse = () => no(failure("storage", "The disk is full."));
        }),
    };
    const { user } = renderApp(`${LIST}/start`, { commands });
    await user.click(await screen.findByRole("radio", { name: "Everyone who is listed" }));
    await user.type(screen.getByRole("textbox", { name: "Your name" }), "Maria Lind");
    const button = screen.getByRole("button", { name: "Start the review" });
    seen.length = 0;
    await user.click(button);
    await screen.findByRole("button", { name: "Stop" });
    expect(seen.filter((each) => each.contains(button))).toHaveLength(1);
    refuse();
    const why = await screen.findByText("The disk is full.");
    expect(seen.filter((each) => each.contains(button))).toHaveLength(2);
    const fields = screen.getByRole("textbox", { name: "Your name" });
    expect(fields.compareDocumentPosition(why)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    scrolling.mockRestore();
  });

  it("says in plain words why none was started", async () => {
    const commands = {
      ...fakeReview([personOf(1)]).commands,
      start_review: () => {
        throw failure("review-refused", "Nobody is in this scope.");
      },
    };
    const { user } = renderApp(`${LIST}/start`, { commands });
    await user.click(await screen.findByRole("radio", { name: "Everyone who is listed" }));
    await user.type(screen.getByRole("textbox", { name: "Your name" }), "Maria Lind");
    await user.click(screen.getByRole("button", { name: "Start the review" }));
    expect(await screen.findByText("Nobody is in this scope.")).toBeTruthy();
    expect(screen.getByText("The review was not started.")).toBeTruthy();
  });
});
