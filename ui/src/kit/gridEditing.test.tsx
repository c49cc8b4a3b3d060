import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { DataGrid, type DataGridProps, type GridColumn } from "./DataGrid";
import { nextEditable } from "./useGridEditing";

type Person = { n: number; name: string; town: string };

const TOWNS = ["Riga", "Rome", "Oslo"];
const COLUMNS: GridColumn<Person>[] = [
  { id: "n", header: "Row", size: 60, cell: (p) => p.n },
  { id: "name", header: "Name", size: 120, editable: true, cell: (p) => p.name, text: (p) => p.name },
  {
    id: "town",
    header: "Town",
    size: 120,
    editable: true,
    cell: (p) => p.town,
    text: (p) => p.town,
    offers: (typed, fresh) =>
      TOWNS.filter((town) => fresh || town.toLowerCase().includes(typed.toLowerCase())).map((town) => ({
        id: town,
        label: town,
        text: town,
      })),
  },
];
const PEOPLE: Person[] = Array.from({ length: 6 }, (_, n) => ({ n, name: `Person ${n}`, town: "Riga" }));

function show(props: Partial<DataGridProps<Person>> = {}, people = PEOPLE) {
  const user = userEvent.setup();
  const onEdit = vi.fn();
  const onOpen = vi.fn();
  const draw = (rows: Person[]) => (
    <DataGrid
      label="People"
      columns={COLUMNS}
      rowCount={rows.length}
      getRow={(index) => rows[index]}
      rowKey={(row) => row.n}
      onOpen={onOpen}
      editing={{ rowName: (row) => `row ${row.n}`, onEdit: (row, column, text) => onEdit(row.n, column, text) }}
      {...props}
    />
  );
  const { rerender } = render(draw(people));
  const grid = screen.getByRole("grid", { name: "People" });
  grid.focus();
  return { user, onEdit, onOpen, grid, now: (rows: Person[]) => rerender(draw(rows)) };
}

const activeText = (grid: HTMLElement) =>
  document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.textContent;

describe("a grid whose cells are edited", () => {
  it("opens a cell with Enter, writes it with Enter and goes down", async () => {
    const { user, onEdit, grid } = show();
    await user.keyboard("{ArrowRight}{Enter}");
    const editor = screen.getByRole("textbox", { name: "Name, row 0" });
    expect(document.activeElement).toBe(editor);
    expect((editor as HTMLInputElement).value).toBe("Person 0");
    await user.keyboard(" Smith{Enter}");
    expect(onEdit.mock.calls).toEqual([[0, "name", "Person 0 Smith"]]);
    expect(document.activeElement, "the focus is the grid's again").toBe(grid);
    expect(activeText(grid)).toBe("Person 1");
  });

  it("types over what was there, and Escape leaves it as it was", async () => {
    const { user, onEdit, grid } = show();
    await user.keyboard("{ArrowRight}Q");
    expect((screen.getByRole("textbox") as HTMLInputElement).value).toBe("Q");
    await user.keyboard("x{Escape}");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(onEdit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(grid);
    expect(activeText(grid)).toBe("Person 0");
  });

  it("writes with Tab and goes to the next cell that can be edited, also on the next row", async () => {
    const { user, onEdit, grid } = show();
    await user.keyboard("{ArrowRight}A{Tab}Bergen{Tab}");
    expect(onEdit.mock.calls).toEqual([
      [0, "name", "A"],
      [0, "town", "Bergen"],
    ]);
    expect(activeText(grid), "past the end comes the next row, and not its number").toBe("Person 1");
    await user.keyboard("{F2}{Shift>}{Tab}{/Shift}");
    expect(onEdit, "nothing was changed").toHaveBeenCalledTimes(2);
    expect(activeText(grid)).toBe("Riga");
  });

  it("empties with Delete, and opens a row with the space bar or from a cell that is only read", async () => {
    const { user, onEdit, onOpen } = show();
    await user.keyboard("{Delete}{Enter}");
    expect(onEdit, "a row's number stays").not.toHaveBeenCalled();
    expect(onOpen).toHaveBeenCalledTimes(1);
    await user.keyboard("{ArrowRight}{Delete} ");
    expect(onEdit.mock.calls).toEqual([[0, "name", ""]]);
    expect(onOpen).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole("textbox"), "a space opens no cell").toBeNull();
  });

  it("offers what a cell may be, narrowed as one types, and takes other text too", async () => {
    const { user, onEdit } = show();
    await user.keyboard("{ArrowRight}{ArrowRight}{F2}");
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(TOWNS);
    await user.keyboard("{Escape}r{ArrowDown}{ArrowDown}");
    const editor = screen.getByRole("combobox", { name: "Town, row 0" });
    const chosen = screen.getByRole("option", { selected: true });
    expect(chosen.textContent).toBe("Rome");
    expect(editor.getAttribute("aria-activedescendant")).toBe(chosen.id);
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Enter}Tartu{Enter}");
    expect(onEdit.mock.calls).toEqual([
      [0, "town", "Rome"],
      [1, "town", "Tartu"],
    ]);
  });

  it("takes an offer that is pressed, and writes a cell that is left by the mouse", async () => {
    const { user, onEdit } = show();
    await user.dblClick(screen.getAllByText("Riga")[0] as HTMLElement);
    await user.click(screen.getByRole("option", { name: "Oslo" }));
    await user.dblClick(screen.getByText("Person 2"));
    await user.keyboard("!");
    await user.click(screen.getByText("Person 4"));
    expect(onEdit.mock.calls).toEqual([
      [0, "town", "Oslo"],
      [2, "name", "Person 2!"],
    ]);
  });

  it("says which cells are only read", () => {
    const { grid } = show();
    const [, first] = within(grid).getAllByRole("row");
    const cells = within(first as HTMLElement).getAllByRole("gridcell");
    expect(cells.map((cell) => cell.getAttribute("aria-readonly"))).toEqual(["true", null, null]);
  });

  it("stays with its row when rows before it are gone, and at its place when its own is", async () => {
    const { user, grid, now } = show();
    await user.keyboard("{ArrowRight}{ArrowDown}{ArrowDown}");
    now(PEOPLE.slice(1));
    await waitFor(() => expect(activeText(grid)).toBe("Person 2"));
    now(PEOPLE.filter((one) => one.n !== 0 && one.n !== 2));
    await waitFor(() => expect(activeText(grid)).toBe("Person 3"));
  });

  it("goes on editing a cell whose row moves", async () => {
    const { user, now, onEdit } = show();
    await user.keyboard("{ArrowRight}{ArrowDown}{ArrowDown}A");
    now(PEOPLE.slice(1));
    expect(screen.getByRole("textbox", { name: "Name, row 2" })).toBeTruthy();
    await user.keyboard("b{Enter}");
    expect(onEdit.mock.calls).toEqual([[2, "name", "Ab"]]);
  });

  it("copies the active cell and pastes from it to the right", async () => {
    const onPaste = vi.fn();
    const { user, grid } = show({ onPaste });
    await user.keyboard("{ArrowDown}{ArrowRight}{ArrowRight}");
    const setData = vi.fn();
    fireEvent.copy(grid, { clipboardData: { setData } });
    expect(setData).toHaveBeenCalledWith("text/plain", "Riga");
    await user.keyboard("{ArrowLeft}");
    await user.paste("a\tb");
    expect(onPaste).toHaveBeenCalledWith("a\tb", { row: PEOPLE[1], index: 1, columns: ["name", "town"] });
    await user.keyboard("{F2}");
    await user.paste("c");
    expect(onPaste, "an open cell takes what is pasted for itself").toHaveBeenCalledTimes(1);
  });

  it("leaves keys that it has no use for to the screen", async () => {
    const onKey = vi.fn((_: unknown, row: Person) => row.n === 0);
    const { user } = show({ onKey });
    await user.keyboard("{Control>}{Delete}{/Control}");
    expect(onKey.mock.calls.some(([, row]) => row.n === 0)).toBe(true);
  });

  it("draws what was written, once it is", async () => {
    function Kept() {
      const [rows, setRows] = useState(PEOPLE);
      return (
        <DataGrid
          label="Kept"
          columns={COLUMNS}
          rowCount={rows.length}
          getRow={(index) => rows[index]}
          editing={{
            rowName: (row) => `row ${row.n}`,
            onEdit: (row, _, text) => setRows(rows.map((one) => (one.n === row.n ? { ...one, name: text } : one))),
          }}
        />
      );
    }
    const user = userEvent.setup();
    render(<Kept />);
    screen.getByRole("grid").focus();
    await user.keyboard("{ArrowRight}Zoë{Enter}");
    expect(screen.getByText("Zoë")).toBeTruthy();
  });
});

describe("the next cell to edit", () => {
  const editable = [false, true, true, false];
  it("is along the row, then on the next one, and never outside", () => {
    expect(nextEditable(editable, { row: 0, column: 1 }, 1, 3)).toEqual({ row: 0, column: 2 });
    expect(nextEditable(editable, { row: 0, column: 2 }, 1, 3)).toEqual({ row: 1, column: 1 });
    expect(nextEditable(editable, { row: 0, column: 1 }, -1, 3)).toEqual({ row: 0, column: 1 });
    expect(nextEditable(editable, { row: 2, column: 2 }, 1, 3)).toEqual({ row: 2, column: 2 });
  });
});
