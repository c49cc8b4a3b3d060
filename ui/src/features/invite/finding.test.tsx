import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Search } from "@/ipc";
import { later } from "@/test/later";
import { draftCommands } from "./test/fakeDraft";
import { open, REVIEW, rowsOf, tidyUp } from "./test/openDraft";

tidyUp();

type Args = Record<string, unknown>;

/** The bar over the rows of a file, with the focus where a text is typed. */
async function find(commands: Record<string, (args: Args) => unknown>, rows = 600) {
  const app = open(REVIEW, rows, {}, {}, commands);
  const grid = await rowsOf();
  await app.user.keyboard("{Control>}f{/Control}");
  const bar = await screen.findByRole("search");
  return { ...app, grid, bar, field: within(bar).getByRole<HTMLInputElement>("textbox", { name: "Find" }) };
}

/** Rows of which only the first windows are at hand; the others come later. */
function slowRows() {
  const rest = later<void>();
  const { draft_rows } = draftCommands(600);
  return {
    come: rest.keep,
    draft_rows: (args: Args) =>
      (args.offset as number) < 400 ? draft_rows(args) : rest.promise.then(() => draft_rows(args)),
  };
}
const slow = (shell: ReturnType<typeof open>["shell"]) =>
  waitFor(() => expect(shell.callsOf("draft_rows").some(({ offset }) => offset === 400)).toBe(true));

test("another text is gone to at once, and the way to the one before it ends", async () => {
  const { come, draft_rows } = slowRows();
  const { user, shell, bar, field } = await find({ draft_rows });
  await user.type(field, "Smith 590{Enter}");
  await slow(shell);
  await user.clear(field);
  await user.type(field, "Smith 12{Enter}");
  expect(await within(bar).findByText(/ · now in row 17$/)).toBeTruthy();
  come();
  await new Promise((done) => setTimeout(done, 100));
  expect(within(bar).getByText(/ · now in row 17$/)).toBeTruthy();
});

test("a bar that is closed leads to no cell any more", async () => {
  const { come, draft_rows } = slowRows();
  const { user, shell, grid, field } = await find({ draft_rows });
  await user.type(field, "Smith 590{Enter}");
  await slow(shell);
  const before = grid.getAttribute("aria-activedescendant");
  await user.keyboard("{Escape}");
  come();
  await new Promise((done) => setTimeout(done, 100));
  expect(grid.getAttribute("aria-activedescendant")).toBe(before);
});

test("no row is looked through for a text that is found nowhere", async () => {
  const { user, shell, bar, field } = await find({});
  await user.type(field, "nowhere");
  await within(bar).findByText("Found nowhere");
  const asked = shell.callsOf("draft_rows").length;
  await user.keyboard("{Enter}");
  await new Promise((done) => setTimeout(done, 100));
  expect(shell.callsOf("draft_rows")).toHaveLength(asked);
});

test("all are replaced only once it is counted how many that is", async () => {
  const { find_in_draft } = draftCommands(12);
  const slowly = ({ search }: Args) => (search as Search).find === "Custme";
  const commands = {
    find_in_draft: (args: Args) => (slowly(args) ? new Promise(() => undefined) : find_in_draft(args)),
  };
  const { user, shell, bar, field } = await find(commands, 12);
  await user.click(field);
  await user.paste("Custmer");
  await within(bar).findByRole("button", { name: "Replace all 2" });
  await user.keyboard("{Backspace}");
  expect(await within(bar).findByText("Looking…")).toBeTruthy();
  const button = within(bar).getByRole("button", { name: /Replace all/ });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  await user.click(button);
  expect(shell.callsOf("change_draft")).toEqual([]);
});
