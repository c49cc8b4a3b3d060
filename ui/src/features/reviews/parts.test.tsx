import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { fakeReview, personOf } from "./test/fakeReview";

const AT = "/p/sample/reviews/r1";
const review = () => fakeReview([personOf(1), personOf(2), personOf(3, { decision: "keep" })]);
const FILE = { token: "t-1", name: "Part for Ravi.xlsx" };

async function menu(app: ReturnType<typeof renderApp>, entry: RegExp) {
  await app.user.click(await screen.findByRole("button", { name: "More" }));
  await app.user.click(await screen.findByRole("menuitem", { name: entry }));
}

describe("A part of a review", () => {
  it("goes to somebody whose name is typed, as a workbook with all who are undecided", async () => {
    const { user, shell } = renderApp(AT, { commands: review().commands });
    await user.click(await screen.findByRole("button", { name: "Hand over a part…" }));
    const dialog = await screen.findByRole("dialog", { name: "Hand over a part" });
    await user.click(within(dialog).getByRole("button", { name: "Save workbook…" }));
    expect(within(dialog).getByText("Type the name of whoever decides.")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.type(within(dialog).getByRole("textbox", { name: "To whom" }), "Ravi Menon");
    await user.click(within(dialog).getByRole("button", { name: "Save workbook…" }));
    expect(await screen.findByText(/^Saved as Part for somebody\.xlsx\./)).toBeTruthy();
    expect(shell.callsOf("hand_over")).toEqual([
      { profile: "sample", review: "r1", choice: { users: [], organizationIds: [] }, to: "Ravi Menon" },
    ]);
    expect(await screen.findAllByText("With Ravi Menon")).toHaveLength(2);
  });

  it("can be those who are marked", async () => {
    const { user, shell } = renderApp(AT, { commands: review().commands });
    const grid = await screen.findByRole("grid", { name: "People of the review" });
    await waitFor(() => expect(document.activeElement).toBe(grid));
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await user.click(screen.getByRole("button", { name: "Hand over a part…" }));
    await user.type(await screen.findByRole("textbox", { name: "To whom" }), "Ravi Menon");
    await user.click(screen.getByRole("button", { name: "Save workbook…" }));
    await waitFor(() =>
      expect(shell.callsOf("hand_over")[0]?.choice).toEqual({ users: ["u-1", "u-2"], organizationIds: [] }),
    );
  });

  it("can be an organization, of which it is said how many are undecided", async () => {
    const { user, shell } = renderApp(AT, { commands: review().commands });
    await user.click(await screen.findByRole("button", { name: "Hand over a part…" }));
    await user.click(await screen.findByRole("radio", { name: "The undecided people of an organization" }));
    await user.click(await screen.findByRole("combobox", { name: "Organization" }));
    const option = await screen.findByRole("option", { name: /Nordlys/ });
    expect(option.textContent).toContain("2 undecided");
    await user.click(option);
    await user.type(screen.getByRole("textbox", { name: "To whom" }), "Ravi Menon");
    await user.click(screen.getByRole("button", { name: "Save workbook…" }));
    await waitFor(() => expect(shell.callsOf("hand_over")[0]?.choice).toEqual({ users: [], organizationIds: ["o-1"] }));
  });

  it("is not handed over where no place was named", async () => {
    const { user } = renderApp(AT, { commands: { ...review().commands, hand_over: () => null } });
    await user.click(await screen.findByRole("button", { name: "Hand over a part…" }));
    await user.type(await screen.findByRole("textbox", { name: "To whom" }), "Ravi Menon");
    await user.click(screen.getByRole("button", { name: "Save workbook…" }));
    await waitFor(() => expect(screen.getByRole("button", { name: "Save workbook…" }).ariaBusy).toBeNull());
    expect(screen.getByRole("dialog", { name: "Hand over a part" })).toBeTruthy();
  });

  it("is taken back from a file that is asked for, and every row that was not taken is named", async () => {
    const app = renderApp(AT, { commands: { ...review().commands, pick_file: () => FILE } });
    await menu(app, /^Take a part back/);
    const dialog = await screen.findByRole("dialog", { name: "What came back from Ravi Menon" });
    expect(dialog.textContent).toContain("8 decisions were taken. 1 stood so already. 2 rows have no decision.");
    expect(dialog.textContent).toContain("Row 7 · Person 07 Name or address are not those of the person");
    expect(await accessibilityProblems()).toEqual([]);
    await app.user.click(within(dialog).getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(app.shell.callsOf("take_back")).toEqual([{ profile: "sample", token: "t-1" }]);
  });

  it("is taken back by being dropped where reviews are looked at, which is said while it hovers", async () => {
    const { shell, router } = renderApp("/p/sample/reviews", { commands: review().commands });
    await screen.findByText("Distributor Admin and above");
    await shell.happen({ kind: "file-hover", data: true });
    expect(await screen.findByText("Take the decisions of this workbook")).toBeTruthy();
    await shell.happen({ kind: "file-dropped", data: FILE });
    expect(await screen.findByRole("dialog", { name: "What came back from Ravi Menon" })).toBeTruthy();
    expect(router.state.location.pathname).toBe(AT);
    expect(shell.callsOf("open_file"), "nobody is invited by it").toEqual([]);
  });

  it("is refused in plain words where the file is another one", async () => {
    const commands = {
      ...review().commands,
      take_back: () => {
        throw failure("review-refused", "This workbook is no part of a review.");
      },
    };
    const { shell } = renderApp(AT, { commands });
    await screen.findByText("Person 01");
    await shell.happen({ kind: "file-dropped", data: FILE });
    const dialog = await screen.findByRole("dialog", { name: "“Part for Ravi.xlsx” was not taken back" });
    expect(dialog.textContent).toContain("This workbook is no part of a review.");
  });

  it("is told with what came back of it", async () => {
    const part = {
      id: "h-1",
      to: "Ravi Menon",
      at: "2026-11-21T10:00:00Z",
      people: 12,
      cameBack: 8,
      open: 4,
      returnedAt: "2026-11-22T10:00:00Z",
    };
    const app = renderApp(AT, { commands: fakeReview([personOf(1)], { handOvers: [part] }).commands });
    await menu(app, /^What was handed over/);
    const dialog = await screen.findByRole("dialog", { name: "What was handed over" });
    expect(dialog.textContent).toMatch(/Ravi Menon: 12 people.*8 came back.*4 undecided/);
  });
});
