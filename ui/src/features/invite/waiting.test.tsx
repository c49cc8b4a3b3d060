import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { later } from "@/test/later";
import { draftCommands, draftOf } from "./test/fakeDraft";
import { choose, open, REVIEW, tidyUp } from "./test/openDraft";

tidyUp();

const COLUMNS = "/p/live/invite/d1?step=columns";
const isOff = (button: HTMLElement) => button.getAttribute("aria-disabled") === "true";

/** What WebKit does to a button that is disabled: it takes the focus away. */
const keepsFocus = (button: HTMLElement) =>
  expect([document.activeElement, (button as HTMLButtonElement).disabled]).toEqual([button, false]);

test("a column’s choice keeps the focus while the rows are checked, and takes no other before", async () => {
  const answer = later<void>();
  const { choose_columns } = draftCommands(12);
  const commands = {
    choose_columns: (args: Record<string, unknown>) => answer.promise.then(() => choose_columns(args)),
  };
  const { shell, user } = open(COLUMNS, 12, {}, {}, commands);
  const column = await screen.findByRole("button", { name: /Column for Last name/ });
  column.focus();
  await user.keyboard("{Enter}");
  await choose(user, "B · Given name");
  await waitFor(() => expect(isOff(column)).toBe(true));
  keepsFocus(column);
  await user.keyboard("{ArrowRight}{Enter}");
  await user.click(screen.getByRole("button", { name: /Column for First name/ }));
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(shell.callsOf("choose_columns")).toHaveLength(1);
  answer.keep();
  await waitFor(() => expect(isOff(column)).toBe(false));
  expect(screen.queryByRole("listbox"), "what was pressed meanwhile is not done later").toBeNull();
  column.focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("listbox")).toBeTruthy();
});

test("how a file is read keeps the focus while it is read again", async () => {
  const { file } = draftOf(3);
  const csv = { ...file, format: "csv", sheet: null, sheets: [], encoding: "utf-8", delimiter: ";", quote: '"' };
  const { user } = open(COLUMNS, 3, { file: csv }, {}, { reread_draft: () => new Promise(() => undefined) });
  for (const name of [/Quotes/, /Separator/, /Encoding/, /Header row/]) {
    expect((await screen.findByRole<HTMLButtonElement>("button", { name })).disabled).toBe(false);
  }
  const quotes = screen.getByRole("button", { name: /Quotes/ });
  quotes.focus();
  await user.keyboard("{Enter}");
  await choose(user, "None");
  for (const name of [/Quotes/, /Separator/, /Encoding/, /Header row/]) {
    await waitFor(() => expect(isOff(screen.getByRole("button", { name }))).toBe(true));
  }
  keepsFocus(quotes);
});

test("the keys at the first and at the last call stay where they are", async () => {
  const { user } = open(REVIEW, 12, {}, { calls: 2 });
  await user.click(await screen.findByRole("button", { name: "What will be sent" }));
  const dialog = await screen.findByRole("dialog", { name: "What will be sent" });
  await user.click(within(dialog).getByRole("tab", { name: /^The exact/ }));
  const [before, after] = ["Previous call", "Next call"].map((name) => within(dialog).getByRole("button", { name }));
  if (!before || !after) throw new Error("both are there");
  after.focus();
  await user.keyboard("{Enter}");
  expect(await within(dialog).findByText("Call 2 of 2")).toBeTruthy();
  expect([isOff(before), isOff(after)]).toEqual([false, true]);
  keepsFocus(after);
  await user.keyboard("{Enter}");
  expect(within(dialog).getByText("Call 2 of 2")).toBeTruthy();
});
