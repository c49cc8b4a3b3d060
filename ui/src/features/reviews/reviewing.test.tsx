import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ReviewRow } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { fakeReview, personOf } from "./test/fakeReview";

const AT = "/p/sample/reviews/r1";
const people = (n: number, change: Partial<ReviewRow> = {}) =>
  Array.from({ length: n }, (_, place) => personOf(place + 1, change));
const grid = () => screen.findByRole("grid", { name: "People of the review" });
/** The name in the row of the active cell. */
const active = async () => {
  const cell = document.getElementById((await grid()).getAttribute("aria-activedescendant") ?? "");
  return cell?.closest("[role=row]")?.querySelector("[role=gridcell], [role=rowheader]")?.textContent ?? "";
};
const onPerson = (n: number) =>
  waitFor(async () => expect(await active()).toContain(`Person ${`${n}`.padStart(2, "0")}`));
const progress = (done: number, all: number) =>
  screen.findByText(`${done} of ${all} decided`, { selector: "p:not([role])" });

/** A review in the window, with the keys going to its people. */
async function open(review: ReturnType<typeof fakeReview>, at = AT) {
  const app = renderApp(at, { commands: review.commands });
  await waitFor(async () => expect(document.activeElement).toBe(await grid()));
  return app;
}

describe("A review that goes on", () => {
  it("takes 60 people with keys alone, closed and opened again in the middle", { timeout: 60_000 }, async () => {
    const review = fakeReview(people(60));
    const first = await open(review);
    for (let n = 1; n <= 25; n += 1) {
      await first.user.keyboard(n % 5 === 0 ? "r" : "k");
      await progress(n, 60);
    }
    first.unmount();

    const again = await open(review);
    await progress(25, 60);
    for (let n = 26; n <= 60; n += 1) {
      await again.user.keyboard(n % 7 === 0 ? "a" : "k");
      await progress(n, 60);
    }
    const decisions = review.rows().map((row) => row.decision);
    const wanted = (n: number) => (n <= 25 ? (n % 5 === 0 ? "remove" : "keep") : n % 7 === 0 ? "ask" : "keep");
    expect(decisions).toEqual(people(60).map((_, place) => wanted(place + 1)));
  });

  it("marks who is privileged, and shows these alone", async () => {
    const privileged = personOf(2, { privileged: ["Distributor Admin"] });
    const { user } = await open(fakeReview([personOf(1), privileged, personOf(3)]));
    expect(await within(await grid()).findAllByText("Privileged")).toHaveLength(1);
    await user.keyboard("{ArrowDown}{Enter}");
    const about = await screen.findByRole("region", { name: "About Person 02" });
    expect(about.textContent).toContain("Privileged: Distributor Admin.");
    await user.click(screen.getByRole("button", { name: /^Privileged/ }));
    await waitFor(async () => expect((await grid()).textContent).not.toContain("Person 01"));
    expect((await grid()).textContent).toContain("Person 02");
  });

  it("says aloud what was decided and how far it is", async () => {
    const { user } = await open(fakeReview(people(3)));
    await user.keyboard("r");
    const said = await screen.findByText("Person 01: remove. 1 of 3 decided.");
    expect(said.getAttribute("role")).toBe("status");
  });

  it("begins at the first who is undecided, and has nothing that axe-core objects to", async () => {
    await open(fakeReview([personOf(1, { decision: "keep" }), personOf(2), personOf(3)]));
    await onPerson(2);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("comes back to those who were passed, after the last", async () => {
    const { user } = await open(fakeReview(people(3)));
    await user.keyboard("{ArrowDown}{ArrowDown}k");
    await onPerson(1);
  });

  it("goes on among the undecided when only they are shown", async () => {
    const review = fakeReview(people(4));
    const { user } = await open(review, `${AT}?rows=undecided`);
    await user.keyboard("k");
    await onPerson(2);
    await waitFor(async () => expect(within(await grid()).queryByText("Person 01")).toBeNull());
    await onPerson(2);
    await user.keyboard("r");
    await onPerson(3);
    expect(review.rows().map((row) => row.decision)).toEqual(["keep", "remove", null, null]);
  });

  it.each(["u", "{Control>}z{/Control}"])("takes the last decision back with %s, and goes back there", async (key) => {
    const review = fakeReview(people(3));
    const { user } = await open(review);
    await user.keyboard("kr");
    await progress(2, 3);
    await user.keyboard(key);
    expect(await screen.findByText("Taken back what was decided of 1 person. 1 of 3 decided.")).toBeTruthy();
    await onPerson(2);
    expect(review.rows().map((row) => row.decision)).toEqual(["keep", null, null]);
  });

  it.each([AT, `${AT}?rows=undecided`])(
    "decides anew on whom it took back and on the next, however fast the keys: %s",
    async (at) => {
      const review = fakeReview(people(4));
      const { undo_decision: undo, review_rows: rows } = review.commands;
      const moment = () => new Promise((resolve) => setTimeout(resolve, 80));
      // A computer that has other things to do.
      review.commands.undo_decision = (args) => moment().then(() => undo?.(args));
      review.commands.review_rows = (args) => moment().then(() => rows?.(args));
      const { user } = await open(review, at);
      await onPerson(1);
      await user.keyboard("k");
      await progress(1, 4);
      await onPerson(2);
      await user.keyboard("r");
      await progress(2, 4);
      await onPerson(3);
      await user.keyboard("uak");
      await waitFor(() => expect(review.rows().map((row) => row.decision)).toEqual(["keep", "ask", "keep", null]));
      await onPerson(4);
    },
  );

  it("decides on everybody who is marked as one act", async () => {
    const review = fakeReview(people(5));
    const { user, shell } = await open(review);
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}a");
    expect(await screen.findByText("3 people: ask. 3 of 5 decided.")).toBeTruthy();
    expect(shell.callsOf("decide").map(({ users }) => users)).toEqual([["u-1", "u-2", "u-3"]]);
    await onPerson(4);
  });

  it("writes a note with the decision, by keys", async () => {
    const review = fakeReview(people(2));
    const { user } = await open(review);
    await user.keyboard("n");
    await screen.findByRole("dialog", { name: "Note on Person 01" });
    await user.keyboard("left the team");
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Choose what is decided.")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Remove" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await progress(1, 2);
    expect(review.rows()[0]).toMatchObject({ decision: "remove", note: "left the team" });
    await onPerson(2);
    await waitFor(async () => expect(document.activeElement).toBe(await grid()));
  });

  it("shows its keys when asked with a question mark", async () => {
    const { user } = await open(fakeReview(people(1)));
    await user.keyboard("?");
    const dialog = await screen.findByRole("dialog", { name: "Keys" });
    expect(within(within(dialog).getByRole("region", { name: "Access review" })).getByText("Keep")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("can be decided by buttons too", async () => {
    const review = fakeReview(people(2));
    const { user } = await open(review);
    await user.click(screen.getByRole("button", { name: "Keep" }));
    await progress(1, 2);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await progress(0, 2);
  });

  it("says plainly why a decision was not taken, and shows the row as it was", async () => {
    const review = fakeReview(people(2));
    review.commands.decide = () => {
      throw failure("review-refused", "This person is not part of the review.");
    };
    const { user } = await open(review);
    await user.keyboard("k");
    expect(await screen.findByText("This person is not part of the review.")).toBeTruthy();
    await waitFor(async () => expect(within(await grid()).getAllByText("Undecided")).toHaveLength(2));
  });

  it("says also why a decision was not taken that others followed, and Undo leads back to those that were", async () => {
    const review = fakeReview(people(4));
    const take = review.commands.decide;
    let refuse = (_: unknown) => {};
    const first = new Promise((_, no) => {
      refuse = no;
    });
    let asked = 0;
    review.commands.decide = (input) => {
      asked += 1;
      return asked === 1 ? first : take?.(input);
    };
    const { user } = await open(review);
    await user.keyboard("k");
    await onPerson(2);
    await user.keyboard("r");
    await onPerson(3);
    refuse(failure("storage", "The disk is full."));
    await progress(1, 4);
    expect(screen.getByText("The disk is full.")).toBeTruthy();
    expect(review.rows().map((row) => row.decision)).toEqual([null, "remove", null, null]);
    await user.keyboard("{Control>}z{/Control}");
    await progress(0, 4);
    await onPerson(2);
  });

  it("decides on nobody who came after the start", async () => {
    const { user, shell } = renderApp(`${AT}?rows=appeared`, {
      commands: fakeReview([personOf(1), personOf(2, { flags: ["appeared"] })]).commands,
    });
    await within(await grid()).findByText("Next review");
    await waitFor(async () => expect(document.activeElement).toBe(await grid()));
    await user.keyboard("k");
    expect(await screen.findByText(/the next review looks at them/)).toBeTruthy();
    expect(shell.callsOf("decide")).toEqual([]);
  });

  it("keeps filter, search and the open person in the address", async () => {
    const { user, router, shell } = await open(fakeReview([personOf(1, { flags: ["left"] }), personOf(2)]));
    await user.click(screen.getByRole("button", { name: /^To look at twice/ }));
    await waitFor(() => expect(router.state.location.search).toEqual({ rows: "flagged" }));
    await user.type(screen.getByRole("searchbox", { name: "Search these people" }), "nordlys");
    await waitFor(() => expect(router.state.location.search).toEqual({ rows: "flagged", search: "nordlys" }));
    await waitFor(() =>
      expect(shell.callsOf("review_rows").at(-1)?.asked).toMatchObject({ filter: "flagged", search: "nordlys" }),
    );
    (await grid()).focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.search).toMatchObject({ person: "u-1" }));
  });

  it("tells everything about a person: what they hold, what changed, and what was decided last time", async () => {
    const row = personOf(1, {
      flags: ["own", "changed"],
      changes: [{ what: "roles", before: ["Distributor Admin"], after: [] }],
      handedTo: "Ravi Menon",
      lastTime: { decision: "ask", note: "asked Ravi", by: "Olga Petrova", at: "2026-05-20T09:00:00Z" },
    });
    const { user } = await open(fakeReview([row, personOf(2)]));
    await user.keyboard("{Enter}");
    const detail = await screen.findByRole("region", { name: "About Person 01" });
    for (const said of [
      "Nordlys – 10001",
      "The reviewer’s own account, or the one that reads the list.",
      "Roles: Distributor Admin → none",
      "Handed over to Ravi Menon.",
      "Last time: ask, by Olga Petrova, 20 May 2026.",
      "Note: asked Ravi",
    ]) {
      expect(await within(detail).findByText(said)).toBeTruthy();
    }
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("k");
    expect(await screen.findByRole("region", { name: "About Person 02" }), "the next one").toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("region", { name: /^About/ })).toBeNull());
  });

  it("is said to be gone where it is no longer kept", async () => {
    renderApp("/p/sample/reviews/other", { commands: fakeReview([]).commands });
    expect(await screen.findByRole("heading", { name: "There is no such review" })).toBeTruthy();
  });
});
