import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { DraftSummary, FieldValue, Remembered } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { later } from "@/test/later";
import { screenOf } from "./flow";
import { draftOf } from "./test/fakeDraft";
import { choose, open, tidyUp } from "./test/openDraft";

tidyUp();

const START = "/p/live/invite";
const LEFT: DraftSummary[] = [
  { id: "d1", name: "Onboarding Q4.xlsx", rows: 312, changes: 5, changedAt: new Date(Date.now() - 7e6).toISOString() },
  { id: "d2", name: null, rows: 1, changes: 0, changedAt: new Date().toISOString() },
];

test("a file that is asked for by a key is said to be read, and why it could not be; then it is asked for again", async () => {
  const [offer, file] = [later<unknown>(), later<unknown>()];
  const open_file = () =>
    file.promise.then(() => {
      throw failure("file-refused", "This file asks for a password. Nothing was read.");
    });
  const { router, shell, user } = open(START, 12, {}, {}, { pick_file: () => offer.promise, open_file });
  await screen.findByText("Drop a spreadsheet anywhere on this window");
  await user.keyboard("{Control>}o{/Control}");
  await waitFor(() => expect(shell.callsOf("pick_file")).toHaveLength(1));
  await waitFor(() => expect(router.state.location.search).toEqual({}));
  offer.keep({ token: "t1", name: "Onboarding Q4.xlsx" });
  expect(await screen.findByText("Reading the file…")).toBeTruthy();
  file.keep(null);
  expect(await screen.findByText("This file asks for a password. Nothing was read.")).toBeTruthy();
  await user.keyboard("{Control>}o{/Control}");
  await waitFor(() => expect(shell.callsOf("pick_file")).toHaveLength(2));
});

test("one person is asked for as often as a menu says so", async () => {
  const { router, user } = open(START);
  await screen.findByText("Drop a spreadsheet anywhere on this window");
  for (const time of [1, 2]) {
    await router.navigate({ to: "/p/$profile/invite", params: { profile: "live" }, search: { ask: "person" } });
    const dialog = await screen.findByRole("dialog", { name: "Invite one person" });
    await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(screen.queryByRole("dialog"), `${time}`).toBeNull());
    expect(router.state.location.search).toEqual({});
  }
});

test("a draft that was left is gone on with", async () => {
  const { router, user } = open(START, 12, {}, {}, { list_drafts: () => LEFT });
  const list = await screen.findByRole("region", { name: "Go on where you left off" });
  expect(within(list).getByText("312 rows · 5 changes · 1 h ago")).toBeTruthy();
  expect(within(list).getByText("1 row · no changes · just now")).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(within(list).getByRole("button", { name: "Go on with Onboarding Q4.xlsx" }));
  await screen.findByRole("grid", { name: "Rows of the file" });
  expect(router.state.location.pathname).toBe("/p/live/invite/d1");
});

test("a draft is discarded only after a question, and the list forgets it", async () => {
  let left = LEFT;
  const discard = () => {
    left = LEFT.slice(1);
    return null;
  };
  const { shell, user } = open(START, 12, {}, {}, { list_drafts: () => left, discard_draft: discard });
  await user.click(await screen.findByRole("button", { name: "Discard Onboarding Q4.xlsx" }));
  const dialog = await screen.findByRole("dialog", { name: "Discard this draft?" });
  expect(within(dialog).getByText(/Drafts are kept until they are discarded or sent/)).toBeTruthy();
  expect(shell.callsOf("discard_draft")).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Discard draft" }));
  await waitFor(() => expect(screen.queryByText("Onboarding Q4.xlsx")).toBeNull());
  expect(shell.callsOf("discard_draft")).toEqual([{ draft: "d1" }]);
});

test("without drafts nothing is said of them", async () => {
  open(START);
  await screen.findByText("Drop a spreadsheet anywhere on this window");
  expect(screen.queryByText("Go on where you left off")).toBeNull();
});

test("rows pasted anywhere on the screen become a draft; a stray word does not", async () => {
  const { shell, user } = open(START);
  await screen.findByText("Drop a spreadsheet anywhere on this window");
  await user.paste("nothing of the kind");
  expect(shell.callsOf("paste_table")).toEqual([]);
  await user.paste("E-mail\tRole\neva@contoso.example\tCustomer");
  await screen.findByRole("grid", { name: "Rows of the file" });
  expect(shell.callsOf("paste_table")).toEqual([
    { profile: "live", text: "E-mail\tRole\neva@contoso.example\tCustomer" },
  ]);
});

test("rows are pasted into a field too, for which no right to the clipboard is needed", async () => {
  const { shell, user } = open(START);
  await user.click(await screen.findByRole("button", { name: "Paste a table…" }));
  const dialog = await screen.findByRole("dialog", { name: "Paste a table" });
  const field = within(dialog).getByRole("textbox", { name: "The table" });
  expect(document.activeElement).toBe(field);
  expect(within(dialog).getByRole("button", { name: "Check it" }).getAttribute("aria-disabled")).toBe("true");
  await user.paste("eva@contoso.example\tCustomer");
  expect(shell.callsOf("paste_table"), "the field keeps it until it is to be checked").toEqual([]);
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Check it" }));
  await screen.findByRole("grid", { name: "Rows of the file" });
  expect(shell.callsOf("paste_table")).toHaveLength(1);
});

test("a template is written, and its name is told", async () => {
  const { shell, user } = open(START);
  await user.click(await screen.findByRole("button", { name: /^Get a template with this platform/ }));
  expect(await screen.findByText("Saved as “Template for Nordlys.xlsx”.")).toBeTruthy();
  expect(shell.callsOf("save_template")).toEqual([{ profile: "live" }]);
});

const header = (field: FieldValue["field"], text: string): FieldValue => ({ field, text, raw: null, edited: false });
const KNOWN: Remembered = {
  mappings: [
    {
      id: "m1",
      file: "Onboarding Q3.xlsx",
      columns: [
        header("email", "E-mail"),
        header("firstName", "Given name"),
        header("lastName", "Surname"),
        header("role", "Access level"),
        header("identityProvider", "Login with"),
        header("organizations", "Company"),
      ],
      usedAt: "2026-10-12T08:00:00Z",
    },
  ],
  answers: [{ id: "a1", field: "role", found: "Grand Vizier", means: "Support Agent", usedAt: "2026-10-12T08:00:00Z" }],
};

async function answer(user: ReturnType<typeof open>["user"], name: "Forget" | "Keep it") {
  const asked = await screen.findByRole("alertdialog", { name: "Forget this?" });
  await user.click(within(asked).getByRole("button", { name }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
}

test("what is remembered of files is shown, and forgotten piece by piece", async () => {
  const forget = () => ({ ...KNOWN, answers: [] });
  const { shell, user } = open(START, 12, {}, {}, { remembered: () => KNOWN, forget });
  await user.click(await screen.findByRole("button", { name: "What is remembered…" }));
  const dialog = await screen.findByRole("dialog", { name: "What Rollcall remembers of files" });
  expect(await within(dialog).findByText("“Grand Vizier” means Support Agent")).toBeTruthy();
  expect(within(dialog).getByText(/“Access level” is Role/)).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Forget “Grand Vizier” means Support Agent" }));
  await answer(user, "Forget");
  await waitFor(() => expect(within(dialog).queryByText(/Grand Vizier/)).toBeNull());
  expect(shell.callsOf("forget")).toEqual([{ profile: "live", id: "a1" }]);
});

test("what can't be brought back is forgotten only once that is said, and what is to go", async () => {
  const { shell, user } = open(START, 12, {}, {}, { remembered: () => KNOWN });
  await user.click(await screen.findByRole("button", { name: "What is remembered…" }));
  const forget = await screen.findByRole("button", { name: "Forget Onboarding Q3.xlsx" });
  await user.click(forget);
  const asked = await screen.findByRole("alertdialog", { name: "Forget this?" });
  expect(within(asked).getByText("Onboarding Q3.xlsx")).toBeTruthy();
  expect(within(asked).getByText(/can’t be brought back/)).toBeTruthy();
  expect(document.activeElement, "the harmless answer has the focus").toBe(
    within(asked).getByRole("button", { name: "Keep it" }),
  );
  expect(await accessibilityProblems()).toEqual([]);
  await answer(user, "Keep it");
  expect(screen.getByRole("dialog", { name: "What Rollcall remembers of files" })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(forget));
  expect(shell.callsOf("forget")).toEqual([]);
});

test("why something could not be forgotten stands with the question", async () => {
  const forget = () => {
    throw failure("storage", "The data folder could not be written. Nothing was forgotten.");
  };
  const { user } = open(START, 12, {}, {}, { remembered: () => KNOWN, forget });
  await user.click(await screen.findByRole("button", { name: "What is remembered…" }));
  await user.click(await screen.findByRole("button", { name: "Forget Onboarding Q3.xlsx" }));
  const asked = await screen.findByRole("alertdialog", { name: "Forget this?" });
  await user.click(within(asked).getByRole("button", { name: "Forget" }));
  expect(await within(asked).findByText(/Nothing was forgotten/)).toBeTruthy();
});

test("columns that are remembered need no look, whatever a guess would have doubted", () => {
  const { mapping } = draftOf(3);
  const doubtful = draftOf(3, { mapping: mapping.map((guess) => ({ ...guess, sure: false })) });
  expect(screenOf(doubtful, undefined).step).toBe("columns");
  expect(screenOf({ ...doubtful, rememberedAt: "2026-10-12T08:00:00Z" }, undefined).step).toBe("review");
});

test("columns say since when they are remembered, and can be forgotten there", async () => {
  const draft = { rememberedAt: "2026-10-12T08:00:00Z", rememberedId: "m1" };
  const { shell, user } = open(
    "/p/live/invite/d1?step=columns",
    12,
    draft,
    {},
    { forget: () => ({ mappings: [], answers: [] }) },
  );
  expect(await screen.findByText(/Remembered from 12 Oct 2026\./)).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "Forget What the columns mean" }));
  await answer(user, "Forget");
  await waitFor(() => expect(shell.callsOf("forget")).toEqual([{ profile: "live", id: "m1" }]));
  await waitFor(() => expect(shell.callsOf("draft_view").length).toBeGreaterThan(1));
});

test("a text file can be read with other quotes, and what was chosen before stays chosen", async () => {
  const { file } = draftOf(3);
  const csv = { ...file, format: "csv", sheet: null, sheets: [], encoding: "utf-8", delimiter: ";", quote: '"' };
  const { shell, user } = open("/p/live/invite/d1?step=columns", 3, { file: csv });
  await user.click(await screen.findByRole("button", { name: /Quotes/ }));
  await choose(user, "None");
  await waitFor(() =>
    expect(shell.callsOf("reread_draft")[0]?.choice).toMatchObject({ quote: "", delimiter: ";", encoding: "utf-8" }),
  );
});
