import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { open, REVIEW, rowsOf, tidyUp } from "./test/openDraft";

tidyUp();

const activeCell = (grid: HTMLElement) => document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
const changes = (shell: ReturnType<typeof open>["shell"]) => shell.callsOf("change_draft").map((call) => call.change);
/** From the row's number to its role. */
const TO_ROLE = "{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}";

test("a cell is put right in place, and the rows are checked again", async () => {
  const { shell, user } = open(REVIEW);
  const grid = await rowsOf();
  await user.keyboard(`{ArrowDown}${TO_ROLE}{Enter}`);
  const editor = screen.getByRole("combobox", { name: "Role, row 6" });
  expect((editor as HTMLInputElement).value).toBe("Custmer");
  await user.clear(editor);
  await user.type(editor, "Customer{Enter}");
  await waitFor(() =>
    expect(changes(shell)).toEqual([{ kind: "set-cells", cells: [{ row: 6, field: "role", text: "Customer" }] }]),
  );
  await waitFor(() => expect(shell.callsOf("check_draft")).toHaveLength(2));
  await waitFor(() => expect(within(grid).getAllByText("Unknown role")).toHaveLength(1));
  expect(document.activeElement).toBe(grid);
});

test("a changed cell is marked for the eye and for the ear", async () => {
  const { user } = open(REVIEW);
  const grid = await rowsOf();
  await user.keyboard("{ArrowRight}{F2}x{Enter}");
  const cell = await within(grid).findByRole("gridcell", { name: /examplex.*changed/ });
  await waitFor(() => expect(grid.getAttribute("aria-busy")).toBeNull());
  expect(cell.querySelector("[data-changed]")).toBeTruthy();
});

test("roles and organizations are offered by the platform’s own names", async () => {
  const { shell, user } = open(REVIEW);
  await rowsOf();
  await user.keyboard(`{ArrowDown}${TO_ROLE}admin`);
  const offered = (await screen.findAllByRole("option")).map((option) => option.textContent);
  expect(offered).toEqual(["Customer Billing Admin", "Customer Admin", "Seller Admin", "Distributor Admin"]);
  expect(await accessibilityProblems()).toEqual([]);
  await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  await user.keyboard("{ArrowRight}{ArrowRight}{F2};fab");
  await user.click(await screen.findByRole("option", { name: /Fabrikam/ }));
  await waitFor(() =>
    expect(changes(shell)).toEqual([
      { kind: "set-cells", cells: [{ row: 6, field: "role", text: "Customer Admin" }] },
      { kind: "set-cells", cells: [{ row: 7, field: "organizations", text: "Contoso – C-20001; Fabrikam – C-20003" }] },
    ]),
  );
});

test("a repaired row leaves the filter, and the keyboard goes on with the next one", async () => {
  const { user } = open(`${REVIEW}&rows=attention`, 30);
  const grid = await screen.findByRole("grid");
  await within(grid).findByText("person1@contoso.example");
  grid.focus();
  await user.keyboard(`${TO_ROLE}Customer{Enter}`);
  const emailOf = () => activeCell(grid)?.closest("[role=row]")?.textContent ?? "";
  await waitFor(() => expect(within(grid).queryByText("person1@contoso.example")).toBeNull());
  await waitFor(() => expect(emailOf()).toContain("person7@contoso.example"));
  expect(activeCell(grid)?.getAttribute("aria-colindex"), "in the same column").toBe("5");
});

test("the detail of a row is opened with the space bar from any cell", async () => {
  const { user } = open(REVIEW);
  await rowsOf();
  await user.keyboard("{ArrowDown}{ArrowRight} ");
  expect(await screen.findByRole("region", { name: "Row 6" })).toBeTruthy();
});

test("a block is pasted onto the rows in sight, from the active cell to the right", async () => {
  const { shell, user } = open(`${REVIEW}&rows=attention`, 30);
  const grid = await screen.findByRole("grid");
  await within(grid).findByText("person1@contoso.example");
  grid.focus();
  await user.keyboard(`{ArrowDown}${TO_ROLE}`);
  await user.paste("Customer\tAccount\nCustomer Admin\tGoogle");
  await waitFor(() =>
    expect(changes(shell)).toEqual([
      {
        kind: "paste",
        classes: ["problem", "conflict"],
        row: 12,
        fields: ["role", "identityProvider", "organizations"],
        text: "Customer\tAccount\nCustomer Admin\tGoogle",
      },
    ]),
  );
});

test("an address that is pasted into a cell is looked for nowhere else", async () => {
  const { shell, user } = open(REVIEW);
  const grid = await rowsOf();
  await user.keyboard("{ArrowDown}{ArrowRight}");
  await user.paste("person7@contoso.example");
  await waitFor(() => expect(changes(shell)).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(shell.callsOf("find_people")).toEqual([]);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(grid.isConnected).toBe(true);
});

test("a cell is copied as it stands in the file", async () => {
  const { user } = open(REVIEW);
  const grid = await rowsOf();
  await user.keyboard(`{ArrowDown}${TO_ROLE}`);
  const setData = vi.fn();
  fireEvent.copy(grid, { clipboardData: { setData } });
  expect(setData).toHaveBeenCalledWith("text/plain", "Custmer");
});

test("a change that is refused says so, and the cell shows what it was", async () => {
  const refuse = () => {
    throw failure("bad-request", "That cell can’t be changed. Nothing was lost.");
  };
  const { user } = open(REVIEW, 12, {}, {}, { change_draft: refuse });
  const grid = await rowsOf();
  await user.keyboard("{ArrowRight}Z{Enter}");
  expect(await screen.findByText(/That cell can’t be changed/)).toBeTruthy();
  await waitFor(() => expect(within(grid).getByText("person0@contoso.example")).toBeTruthy());
});

test("changes are taken back and brought back by key, and said", async () => {
  const { shell, user } = open(REVIEW);
  await rowsOf();
  expect(screen.getByRole("button", { name: "Undo" }).getAttribute("aria-disabled")).toBe("true");
  await user.keyboard("{ArrowRight}Z{Enter}");
  await screen.findByRole("button", { name: "Undo: Change of Role in row 6" });
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(shell.callsOf("undo_draft")).toEqual([{ draft: "d1" }]));
  expect(await screen.findByText("Undone: Change of Role in row 6")).toBeTruthy();
  await user.keyboard("{Control>}{Shift>}Z{/Shift}{/Control}");
  await waitFor(() => expect(shell.callsOf("redo_draft")).toHaveLength(1));
  expect(await screen.findByText("Done again: Change of Role in row 6")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^Undo: / }));
  await waitFor(() => expect(shell.callsOf("undo_draft")).toHaveLength(2));
});

test("inside a field, Ctrl+Z is the field’s own", async () => {
  const { shell, user } = open(REVIEW, 12, { undo: "Change of Role in row 6" });
  await rowsOf();
  await user.keyboard("{ArrowRight}{F2}{Control>}z{/Control}");
  expect(shell.callsOf("undo_draft")).toEqual([]);
});

test("on the columns, changes are taken back too", async () => {
  const { shell, user } = open("/p/live/invite/d1?step=columns", 12, { undo: "Choice of columns" });
  await screen.findByRole("button", { name: "Undo: Choice of columns" });
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(shell.callsOf("undo_draft")).toHaveLength(1));
});

test("a text is found in the rows in sight and replaced everywhere", async () => {
  const { shell, user } = open(`${REVIEW}&rows=attention`, 12);
  const grid = await screen.findByRole("grid");
  await within(grid).findByText("person1@contoso.example");
  grid.focus();
  await user.keyboard("{Control>}f{/Control}");
  const bar = await screen.findByRole("search", { name: "Find and replace" });
  const field = within(bar).getByRole("textbox", { name: "Find" });
  expect(document.activeElement).toBe(field);
  await user.type(field, "Custmer");
  expect(await within(bar).findByText("2 cells in 2 rows")).toBeTruthy();
  await user.type(within(bar).getByRole("textbox", { name: "Replace with" }), "Customer");
  await user.click(within(bar).getByText("Whole cell"));
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(await within(bar).findByRole("button", { name: "Replace all 2" }));
  await waitFor(() =>
    expect(changes(shell)).toEqual([
      {
        kind: "replace",
        search: { find: "Custmer", field: null, matchCase: false, wholeCell: true, classes: ["problem", "conflict"] },
        with: "Customer",
      },
    ]),
  );
  expect(within(bar).getByText("Replaced in 2 cells")).toBeTruthy();
  within(bar).getByRole("textbox", { name: "Find" }).focus();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("search")).toBeNull());
  expect(document.activeElement, "the focus is where it was").toBe(grid);
});

test("Enter in the field goes from one cell that holds the text to the next", async () => {
  const { user } = open(REVIEW);
  const grid = await rowsOf();
  await user.keyboard("{Control>}f{/Control}");
  const bar = await screen.findByRole("search");
  await user.type(within(bar).getByRole("textbox", { name: "Find" }), "Custmer{Enter}");
  expect(await within(bar).findByText("2 cells in 2 rows · now in row 6")).toBeTruthy();
  expect(activeCell(grid)?.textContent).toContain("Custmer");
  await user.keyboard("{Enter}");
  expect(await within(bar).findByText("2 cells in 2 rows · now in row 12")).toBeTruthy();
  await user.keyboard("{Enter}");
  expect(await within(bar).findByText("2 cells in 2 rows · now in row 6")).toBeTruthy();
  expect(document.activeElement, "typing goes on").toBe(within(bar).getByRole("textbox", { name: "Find" }));
});

test("nothing found can’t be replaced, and says why", async () => {
  const { shell, user } = open(REVIEW);
  await rowsOf();
  await user.click(screen.getByRole("button", { name: "Find and replace" }));
  const bar = await screen.findByRole("search");
  await user.type(within(bar).getByRole("textbox", { name: "Find" }), "nowhere");
  expect(await within(bar).findByText("Found nowhere")).toBeTruthy();
  const button = within(bar).getByRole("button", { name: "Replace all" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  await user.click(button);
  expect(shell.callsOf("change_draft")).toEqual([]);
});

test("a row is left out and taken in again, by key and from its detail", async () => {
  const { shell, user } = open(REVIEW);
  const grid = await rowsOf();
  await user.keyboard("{ArrowDown}{Control>}{Delete}{/Control}");
  await waitFor(() => expect(changes(shell)).toEqual([{ kind: "skip-rows", rows: [6], skip: true }]));
  const left = await within(grid).findByText("Left out");
  expect(left.closest("[role=row]")?.hasAttribute("data-muted")).toBe(true);
  expect(await screen.findByRole("button", { name: /^Skipped/ })).toBeTruthy();
  await user.keyboard(" ");
  const detail = await screen.findByRole("region", { name: "Row 6" });
  await user.click(within(detail).getByRole("button", { name: "Take this row in" }));
  await waitFor(() => expect(changes(shell).at(-1)).toEqual({ kind: "skip-rows", rows: [6], skip: false }));
  expect(await within(detail).findByRole("button", { name: "Skip this row" })).toBeTruthy();
});

test("the detail of a row offers what it may have meant, for every row that says so, and closes once the row has left", async () => {
  const { shell, user } = open(`${REVIEW}&rows=attention`, 12);
  const grid = await screen.findByRole("grid");
  await within(grid).findByText("person1@contoso.example");
  grid.focus();
  await user.keyboard(" ");
  const detail = await screen.findByRole("region", { name: "Row 6" });
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(within(detail).getByRole("button", { name: "Use Customer for every “Custmer”" }));
  const group = { code: "unknown-role", field: "role", found: "Custmer" };
  await waitFor(() => expect(changes(shell)).toEqual([{ kind: "repair", group, with: "Customer", remember: false }]));
  await waitFor(() => expect(screen.queryByRole("region", { name: "Row 6" })).toBeNull());
  expect(document.activeElement, "the keyboard goes on in the rows").toBe(grid);
});
