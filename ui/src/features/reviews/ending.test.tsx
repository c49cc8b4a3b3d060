import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { fakeReview, personOf, summaryOf } from "./test/fakeReview";

const AT = "/p/sample/reviews/r1";
const some = () => [personOf(1), personOf(2, { decision: "keep" }), personOf(3, { decision: "remove" })];
const over = () =>
  fakeReview(some(), {
    review: summaryOf({ finished: { by: "Maria Lind", at: "2026-11-25T11:00:00Z", undecided: 1 } }),
  });

async function menu(app: ReturnType<typeof renderApp>, entry: RegExp) {
  await app.user.click(await screen.findByRole("button", { name: "More" }));
  await app.user.click(await screen.findByRole("menuitem", { name: entry }));
}

describe("The end of a review", () => {
  it("names who is undecided, asks for a name, and leaves a review that can only be read", async () => {
    const { user, shell } = renderApp(AT, { commands: fakeReview(some()).commands });
    await user.click(await screen.findByRole("button", { name: "Sign off…" }));
    const dialog = await screen.findByRole("dialog", { name: "Sign the review off" });
    expect(within(dialog).getByText("1 person is undecided and stays so:")).toBeTruthy();
    expect(await within(dialog).findByText("Person 01")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Sign off with 1 undecided" }));
    expect(within(dialog).getByText("Type your name.")).toBeTruthy();
    await user.type(within(dialog).getByRole("textbox", { name: "Your name" }), "Maria Lind");
    await user.click(within(dialog).getByRole("button", { name: "Sign off with 1 undecided" }));
    expect(await screen.findByText(/^Signed off by Maria Lind on/)).toBeTruthy();
    expect(shell.callsOf("finish_review")).toEqual([
      { profile: "sample", review: "r1", name: "Maria Lind", undecided: 1 },
    ]);
    expect(screen.queryByRole("button", { name: "Keep" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Hand over a part…" })).toBeNull();
    (await screen.findByRole("grid", { name: "People of the review" })).focus();
    await user.keyboard("k");
    expect(shell.callsOf("decide")).toEqual([]);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is refused in the shell's own words where others decided meanwhile", async () => {
    const commands = {
      ...fakeReview(some()).commands,
      finish_review: () => {
        throw failure("review-refused", "2 people are undecided by now.");
      },
    };
    const { user } = renderApp(AT, { commands });
    await user.click(await screen.findByRole("button", { name: "Sign off…" }));
    await user.type(await screen.findByRole("textbox", { name: "Your name" }), "Maria Lind");
    await user.click(screen.getByRole("button", { name: "Sign off with 1 undecided" }));
    expect(await screen.findByText("2 people are undecided by now.")).toBeTruthy();
  });

  it("leaves evidence as a workbook or as pages, and says which letters a PDF lacks", async () => {
    const { user } = renderApp(AT, { commands: over().commands });
    await user.click(await screen.findByRole("button", { name: "Save evidence…" }));
    await user.click(await screen.findByRole("menuitem", { name: /^Workbook/ }));
    expect(await screen.findByText("Saved as Access review.xlsx.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Save evidence…" }));
    await user.click(await screen.findByRole("menuitem", { name: /^PDF/ }));
    expect(await screen.findByText(/^Saved as Access review\.pdf\. 2 letters are in none of its fonts/)).toBeTruthy();
  });

  it("says in plain words where evidence could not be written", async () => {
    const commands = {
      ...over().commands,
      save_evidence_pdf: () => {
        throw failure("storage", "The file could not be written.");
      },
    };
    const { user } = renderApp(AT, { commands });
    await user.click(await screen.findByRole("button", { name: "Save evidence…" }));
    await user.click(await screen.findByRole("menuitem", { name: /^PDF/ }));
    expect(await screen.findByText("The file could not be written.")).toBeTruthy();
  });

  it("leaves a remove list for whoever acts on it", async () => {
    const { user, shell } = renderApp(AT, { commands: over().commands });
    await user.click(await screen.findByRole("button", { name: "Save remove list…" }));
    await user.click(await screen.findByRole("menuitem", { name: /csv/ }));
    expect(await screen.findByText("Saved as Remove list.csv.")).toBeTruthy();
    expect(shell.callsOf("save_remove_list")[0]).toMatchObject({ format: "csv" });
  });

  it("is followed: every removal says how it stands, filtered in the address", async () => {
    const { user, router } = renderApp(AT, { commands: over().commands });
    await user.click(await screen.findByRole("tab", { name: "What became of the removals" }));
    await waitFor(() => expect(router.state.location.search).toEqual({ show: "follow-up" }));
    expect(await screen.findByText("4 people were to be removed.")).toBeTruthy();
    const grid = await screen.findByRole("grid", { name: "What became of the removals" });
    expect(await within(grid).findAllByText("Gone")).toHaveLength(2);
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^Still there\s*1$/ }));
    await waitFor(() => expect(router.state.location.search).toEqual({ show: "follow-up", stands: ["still-there"] }));
    await waitFor(() => expect(within(grid).queryByText("Gone")).toBeNull());
    expect(within(grid).getByText("Person 3")).toBeTruthy();
  });

  it("can be repeated after so many months, and only after whole ones from 1 to 36", async () => {
    const app = renderApp(AT, { commands: over().commands });
    await menu(app, /^Repeat/);
    await app.user.click(await screen.findByRole("switch", { name: "It is to be done again" }));
    const months = screen.getByRole("textbox", { name: "Every how many months" });
    await app.user.clear(months);
    await app.user.type(months, "40");
    await app.user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("A whole number from 1 to 36.")).toBeTruthy();
    await app.user.clear(months);
    await app.user.type(months, "6");
    await app.user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(app.shell.callsOf("set_review_repeat")).toEqual([{ profile: "sample", review: "r1", months: 6 }]);
  });

  it("can be that it is discarded while it goes on, after asking", async () => {
    const app = renderApp(AT, { commands: fakeReview(some()).commands });
    await menu(app, /^Discard/);
    const dialog = await screen.findByRole("alertdialog", { name: "Discard this review?" });
    expect(dialog.textContent).toContain("2 decisions go with it");
    expect(await accessibilityProblems()).toEqual([]);
    await app.user.click(within(dialog).getByRole("button", { name: "Discard the review" }));
    await waitFor(() => expect(app.router.state.location.pathname).toBe("/p/sample/reviews"));
    expect(app.shell.callsOf("discard_review")).toEqual([{ profile: "sample", review: "r1" }]);
  });

  it("tells what the review rests on", async () => {
    const app = renderApp(AT, { commands: over().commands });
    await menu(app, /^What it rests on/);
    const dialog = await screen.findByRole("dialog", { name: "What the review rests on" });
    expect(dialog.textContent).toContain("Distributor Admin, Platform Admin");
    expect(dialog.textContent).toContain("5d2f0c".padEnd(64, "a"));
    expect(dialog.textContent).toContain("complete, 18,402 people");
  });
});
