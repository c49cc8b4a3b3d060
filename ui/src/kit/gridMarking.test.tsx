import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { RefObject } from "react";
import { describe, expect, it, vi } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { holdFrames } from "@/test/frames";
import { DataGrid, type DataGridProps, type GridColumn, type GridHandle } from "./DataGrid";
import { gridScale } from "./gridScale";
import type { Selected } from "./gridSelected";
import { HEADER_HEIGHT } from "./useGridWindow";

type Person = { n: number };

const column = (id: string, rest: Partial<GridColumn<Person>> = {}): GridColumn<Person> => ({
  id,
  header: id,
  size: 100,
  sortable: true,
  cell: (person) => `${id} ${person.n}`,
  text: (person) => `${id} ${person.n}`,
  ...rest,
});
const COLUMNS = [column("name", { pin: "start" }), column("mail"), column("state")];
const PEOPLE = Array.from({ length: 1000 }, (_, n) => ({ n }));
const getRow = (index: number) => PEOPLE[index % PEOPLE.length];

function show(props: Partial<DataGridProps<Person>> = {}) {
  const user = userEvent.setup();
  const onSelect = vi.fn<(selected: Selected | null) => void>();
  const onCopy = vi.fn<(selected: Selected, headers: boolean) => void>();
  const draw = (of: string, more: Partial<DataGridProps<Person>> = {}) => (
    <DataGrid
      label="People"
      columns={COLUMNS}
      rowCount={1_000_000}
      getRow={getRow}
      selecting={{ of, onSelect, onCopy }}
      openBy="double"
      {...props}
      {...more}
    />
  );
  const { rerender } = render(draw("all"));
  const grid = screen.getByRole("grid", { name: "People" });
  grid.focus();
  const now = () => onSelect.mock.lastCall?.[0] ?? null;
  return { user, grid, onCopy, now, other: (of: string, more = {}) => rerender(draw(of, more)) };
}

const cell = (text: string) => screen.getByText(text).closest('[role="gridcell"]') as HTMLElement;
const markedCells = (grid: HTMLElement) =>
  within(grid)
    .getAllByRole("gridcell")
    .filter((one) => one.getAttribute("aria-selected") === "true")
    .map((one) => one.textContent);
const activeText = (grid: HTMLElement) =>
  document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.textContent;

describe("marking cells", () => {
  it("goes with Shift and the arrows from the active cell, and back", async () => {
    const { user, grid, now } = show();
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}");
    expect(markedCells(grid)).toEqual(["name 0", "mail 0", "name 1", "mail 1", "name 2", "mail 2"]);
    expect(now()).toMatchObject({
      ranges: [{ from: 0, to: 2 }],
      columns: ["name", "mail"],
      words: "3 rows × 2 columns",
    });
    await user.keyboard("{Shift>}{ArrowUp}{ArrowUp}{ArrowUp}{/Shift}");
    expect(markedCells(grid), "the header is no cell to mark").toEqual(["name 0", "mail 0"]);
    await user.keyboard("{ArrowDown}");
    expect(now(), "an arrow alone drops the marks").toBeNull();
    expect(activeText(grid)).toBe("mail 1");
  });

  it("goes to the edges with Ctrl and Shift", async () => {
    const { user, now } = show();
    await user.keyboard("{ArrowDown}{Control>}{Shift>}{ArrowDown}{/Shift}{/Control}");
    expect(now()).toMatchObject({ ranges: [{ from: 1, to: 999_999 }], columns: ["name"], rows: 999_999 });
    await user.keyboard("{Control>}{Shift>}{Home}{/Shift}{/Control}");
    expect(now()).toMatchObject({ ranges: [{ from: 0, to: 1 }], columns: ["name"] });
    await user.keyboard("{Control>}{Shift>}{End}{/Shift}{/Control}");
    expect(now()).toMatchObject({ rows: 999_999, columns: ["name", "mail", "state"] });
  });

  it("takes everything with Ctrl+A as one word, also what comes later, and Escape drops it", async () => {
    const onEscape = vi.fn();
    const { user, now, other } = show({ onEscape });
    await user.keyboard("{Control>}a{/Control}");
    expect(now()).toMatchObject({ all: true, rows: 1_000_000, words: "1,000,000 rows × 3 columns" });
    other("all", { rowCount: 1_000_007 });
    expect(now()).toMatchObject({ all: true, rows: 1_000_007 });
    await user.keyboard("{Escape}");
    expect(now()).toBeNull();
    expect(onEscape).not.toHaveBeenCalled();
    await user.keyboard("{Escape}");
    expect(onEscape).toHaveBeenCalledTimes(1);
  });

  it("takes whole rows with Shift and Space, whole columns with Ctrl and Space", async () => {
    const { user, now } = show();
    await user.keyboard("{ArrowRight}{ArrowDown}{Shift>} {ArrowDown}{/Shift}");
    expect(now()).toMatchObject({ ranges: [{ from: 1, to: 2 }], columns: ["name", "mail", "state"], even: true });
    await user.keyboard("{ArrowUp}{Control>} {/Control}");
    expect(now()).toMatchObject({ rows: 1_000_000, columns: ["mail"], all: false });
  });

  it("goes with the mouse: dragged, with Shift to there, with Ctrl besides and away again", async () => {
    const { user, grid, now } = show();
    await user.pointer([
      { keys: "[MouseLeft>]", target: cell("mail 1") },
      { target: cell("state 3") },
      { keys: "[/MouseLeft]" },
    ]);
    expect(now()).toMatchObject({ ranges: [{ from: 1, to: 3 }], columns: ["mail", "state"] });
    await user.keyboard("{Shift>}");
    await user.click(cell("state 2"));
    await user.keyboard("{/Shift}");
    expect(now()).toMatchObject({ ranges: [{ from: 1, to: 2 }] });
    await user.keyboard("{Control>}");
    await user.click(cell("name 6"));
    expect(now()).toMatchObject({
      ranges: [
        { from: 1, to: 2 },
        { from: 6, to: 6 },
      ],
      even: false,
      words: "5 cells",
    });
    await user.click(cell("mail 1"));
    await user.keyboard("{/Control}");
    expect(markedCells(grid)).toEqual(["state 1", "mail 2", "state 2", "name 6"]);
  });

  it("goes on past the edge while the mouse is held there, row by row, and ends when it is let go", async () => {
    const { grid, now } = show();
    await aheadIsDrawn(grid);
    const { paint: frame } = holdFrames();
    vi.spyOn(grid, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 1000, 600));
    let under = 14;
    document.elementFromPoint = () => cell(`mail ${under}`);
    fireEvent.pointerDown(cell("mail 3"), { button: 0 });
    fireEvent.pointerMove(document.body, { clientX: 400, clientY: 640 });
    frame();
    expect(grid.scrollTop).toBe(60);
    expect(now()).toMatchObject({ ranges: [{ from: 3, to: 14 }], columns: ["mail"] });
    under = 16;
    frame();
    expect(grid.scrollTop).toBe(120);
    expect(now()).toMatchObject({ ranges: [{ from: 3, to: 16 }] });
    fireEvent.pointerMove(document.body, { clientX: 400, clientY: 300 });
    frame();
    frame();
    expect(grid.scrollTop, "back inside it rests").toBe(120);
    fireEvent.pointerUp(window);
    Reflect.deleteProperty(document, "elementFromPoint");
  });

  it("begins with the active cell when the first press is one with Ctrl", async () => {
    const { user, grid } = show();
    await user.click(cell("name 2"));
    await user.keyboard("{Control>}");
    await user.click(cell("state 4"));
    await user.keyboard("{/Control}");
    expect(markedCells(grid)).toEqual(["name 2", "state 4"]);
  });

  it("opens nothing while it marks; two presses open", async () => {
    const onOpen = vi.fn();
    const onMove = vi.fn();
    const { user } = show({ onOpen, onMove });
    await user.pointer([
      { keys: "[MouseLeft>]", target: cell("mail 1") },
      { target: cell("mail 3") },
      { keys: "[/MouseLeft]", target: cell("mail 3") },
    ]);
    await user.pointer([
      { keys: "[MouseLeft>]", target: cell("mail 7") },
      { target: cell("mail 8") },
      { target: cell("mail 7") },
      { keys: "[/MouseLeft]", target: cell("mail 7") },
    ]);
    await user.keyboard("{Shift>}");
    await user.click(cell("state 2"));
    await user.keyboard("{/Shift}");
    expect(onMove).not.toHaveBeenCalled();
    await user.click(cell("mail 5"));
    expect(onMove).toHaveBeenCalledWith(PEOPLE[5], 5);
    expect(onOpen).not.toHaveBeenCalled();
    await user.dblClick(cell("mail 5"));
    expect(onOpen).toHaveBeenCalledWith(PEOPLE[5], 5);
  });

  it("copies what is marked, with headers if Shift is held, and one cell as its text", async () => {
    const { user, grid, onCopy } = show();
    const setData = vi.fn();
    fireEvent.copy(grid, { clipboardData: { setData } });
    expect(setData).toHaveBeenCalledWith("text/plain", "name 0");
    expect(onCopy).not.toHaveBeenCalled();
    await user.keyboard("{Control>}{Shift>}C{/Shift}{/Control}");
    expect(onCopy.mock.lastCall, "one cell with its header").toMatchObject([{ cells: 1, columns: ["name"] }, true]);
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}{Control>}c{/Control}");
    expect(onCopy.mock.lastCall).toMatchObject([{ cells: 2, rows: 2, columns: ["name"] }, false]);
    fireEvent.copy(grid, { clipboardData: { setData } });
    expect(onCopy, "also when the copy comes from a menu of the window").toHaveBeenCalledTimes(3);
    expect(setData).toHaveBeenCalledTimes(1);
  });

  it("copies one cell so that it is no formula where it is pasted", () => {
    const { grid } = show({ columns: [column("name", { text: () => '=HYPERLINK("https://x.example")' })] });
    const setData = vi.fn();
    fireEvent.copy(grid, { clipboardData: { setData } });
    expect(setData).toHaveBeenCalledWith("text/plain", ' =HYPERLINK("https://x.example")');
  });

  it("drops the marks when the rows are others, and keeps them on their columns when those move", async () => {
    const { user, grid, now, other } = show();
    await user.keyboard("{ArrowRight}{Shift>}{ArrowDown}{/Shift}");
    other("all", { columnState: [{ id: "state", width: 0, pinned: true, hidden: false }] });
    expect(markedCells(grid)).toEqual(["mail 0", "mail 1"]);
    expect(now()).toMatchObject({ columns: ["mail"], rows: 2 });
    other("only New");
    expect(now()).toBeNull();
    expect(markedCells(grid)).toEqual([]);
  });

  it("is asked for and dropped from outside", () => {
    const handle: RefObject<GridHandle | null> = { current: null };
    const { now, other } = show({ handle });
    handle.current?.selectAll();
    other("all");
    expect(now()).toMatchObject({ all: true });
    handle.current?.drop();
    other("all");
    expect(now()).toBeNull();
  });

  it("says what is marked to screen readers, and which row is open beside it", async () => {
    const { user, grid } = show({ rowCount: 5, isSelected: (person) => person.n === 3, onOpen: () => undefined });
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(grid.getAttribute("aria-multiselectable")).toBe("true");
    const rows = within(grid).getAllByRole("row");
    expect(rows[4]?.getAttribute("aria-current")).toBe("true");
    expect(rows[4]?.hasAttribute("aria-selected")).toBe(false);
    expect(await accessibilityProblems()).toEqual([]);
  });
});

/** Waits for the rows out of sight, which come once those in sight are painted. */
const aheadIsDrawn = (grid: HTMLElement) =>
  waitFor(() => expect(within(grid).getAllByRole("row").length).toBeGreaterThan(25));

describe("rows of a large grid", () => {
  it("come in two steps: first those in sight, then those that a turn of the wheel would show", async () => {
    const { grid } = show();
    const first = within(grid).getAllByRole("row").length;
    await aheadIsDrawn(grid);
    expect(within(grid).getAllByRole("row").length - first, "twelve below those in sight").toBe(12);
  });

  it("are drawn anew only where something of them changed", async () => {
    const drawn = vi.fn();
    const columns = [column("name", { cell: (person) => drawn(person.n) ?? `name ${person.n}` }), column("mail")];
    const { user, grid } = show({ columns });
    await aheadIsDrawn(grid);
    drawn.mockClear();
    await user.keyboard("{ArrowDown}");
    expect(new Set(drawn.mock.calls.flat()), "the row that was left and the one that was reached").toEqual(
      new Set([0, 1]),
    );
    drawn.mockClear();
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(new Set(drawn.mock.calls.flat())).toEqual(new Set([1, 2]));
  });

  it("are drawn when they come into sight, and those that stay are not", async () => {
    const drawn = vi.fn();
    const { grid } = show({ columns: [column("name", { cell: (person) => drawn(person.n) ?? `name ${person.n}` })] });
    await aheadIsDrawn(grid);
    const before = Math.max(...drawn.mock.calls.flat());
    drawn.mockClear();
    grid.scrollTop = 10 * 34;
    fireEvent.scroll(grid);
    const now = drawn.mock.calls.flat();
    expect(now.length).toBeGreaterThan(0);
    expect(Math.min(...now)).toBe(before + 1);
  });

  it("keep their number and place in the grid, however far down they are", async () => {
    const { user, grid } = show();
    await user.keyboard("{Control>}{Shift>}{End}{/Shift}{/Control}");
    expect(grid.getAttribute("aria-rowcount")).toBe("1000001");
    const [first] = within(grid).getAllByRole("gridcell");
    expect(first?.getAttribute("aria-colindex")).toBe("1");
  });

  it("draw only the columns in sight where there are many, and say how many there are", () => {
    const columns = Array.from({ length: 120 }, (_, n) => column(`c${n}`, n === 0 ? { pin: "start" } : {}));
    const { grid } = show({ columns, rowCount: 3 });
    const [, row] = within(grid).getAllByRole("row");
    const cells = within(row as HTMLElement).getAllByRole("gridcell");
    expect(cells.length).toBeLessThan(30);
    expect(cells[0]?.textContent).toBe("c0 0");
    expect(grid.getAttribute("aria-colcount")).toBe("120");
  });

  it("also draw the column of the active cell, when it is far to the right", async () => {
    const columns = Array.from({ length: 120 }, (_, n) => column(`c${n}`));
    const { user, grid } = show({ columns, rowCount: 3 });
    await user.keyboard("{End}");
    expect(activeText(grid)).toBe("c119 0");
  });

  it("stand closer where that is wanted", async () => {
    const { grid } = show({ density: "compact" });
    await aheadIsDrawn(grid);
    const [, ...rows] = within(grid).getAllByRole("row");
    expect(new Set(rows.map(({ style }) => style.height))).toEqual(new Set(["26px"]));
    expect(rows.length).toBeGreaterThan(30);
  });
});

describe("going somewhere in a grid", () => {
  it("tells of typed letters one after the other", async () => {
    const onJumpLetter = vi.fn();
    const { user } = show({ onJumpLetter });
    await user.keyboard("ma{Control>}x{/Control}");
    expect(onJumpLetter.mock.calls[0]).toEqual(["m"]);
    expect(onJumpLetter).toHaveBeenCalledTimes(2);
  });

  it("knows where it was sent before that is drawn, for a key that comes at once", () => {
    const handle: RefObject<GridHandle | null> = { current: null };
    show({ handle });
    act(() => {
      handle.current?.goTo(7, "mail");
      expect(handle.current?.here()).toEqual({ row: 7, column: "mail" });
    });
    expect(handle.current?.here()).toEqual({ row: 7, column: "mail" });
  });

  it("goes to the row whose number is typed after Ctrl+G", async () => {
    const handle: RefObject<GridHandle | null> = { current: null };
    const { user, grid } = show({ goToRow: true, handle });
    // A header that sticks to the top is scrolled to as if it covered itself.
    vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(function (this: Element) {
      if (this.getAttribute("role") === "columnheader") grid.scrollTop -= HEADER_HEIGHT;
    });
    await user.keyboard("{ArrowRight}{Control>}g{/Control}");
    const dialog = screen.getByRole("dialog", { name: "Go to row" });
    await user.keyboard("two{Enter}");
    expect(within(dialog).getByText("Type the number of a row, such as 1,234.")).toBeTruthy();
    await user.clear(within(dialog).getByRole("textbox", { name: "Row number" }));
    await user.keyboard("1,000,001{Enter}");
    expect(within(dialog).getByText("There is no such row. The last one is 1,000,000.")).toBeTruthy();
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.clear(within(dialog).getByRole("textbox", { name: "Row number" }));
    await user.keyboard("500,000{Enter}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(handle.current?.here()).toEqual({ row: 499_999, column: "mail" });
    const { toScroll } = gridScale(1_000_000, 34, 600 - HEADER_HEIGHT);
    expect(grid.scrollTop, "the scroll bar is squeezed, the row's number is not").toBeCloseTo(
      toScroll(499_999 * 34),
      3,
    );
    await waitFor(() => expect(document.activeElement).toBe(grid));
  });
});

describe("the menu of a row", () => {
  const withMenu = () => {
    const act = vi.fn();
    const rowMenu = vi.fn((row: Person, _index: number, selected: Selected | null) => [
      {
        id: "do",
        label: selected ? `Do it with ${selected.words}` : `Do it with ${row.n}`,
        onAction: () => act(row.n),
      },
    ]);
    return { act, ...show({ rowMenu }) };
  };

  it("opens under a right click, for the row that was pressed", async () => {
    const { user, act, grid } = withMenu();
    await user.pointer({ keys: "[MouseRight]", target: cell("mail 4") });
    await user.click(screen.getByRole("menuitem", { name: "Do it with 4" }));
    expect(act).toHaveBeenCalledWith(4);
    expect(screen.queryByRole("menu")).toBeNull();
    expect(activeText(grid)).toBe("mail 4");
  });

  it("is for what is marked if the press is on a mark, and drops the marks if it is beside", async () => {
    const { user, now } = withMenu();
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await user.pointer({ keys: "[MouseRight]", target: cell("name 1") });
    expect(screen.getByRole("menuitem", { name: "Do it with 2 rows × 1 column" })).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(now()).not.toBeNull();
    await user.pointer({ keys: "[MouseRight]", target: cell("name 3") });
    expect(screen.getByRole("menuitem", { name: "Do it with 3" })).toBeTruthy();
    expect(now()).toBeNull();
  });

  it("opens with the menu key and gives the focus back", async () => {
    const { user, grid } = withMenu();
    await user.keyboard("{ArrowDown}{ContextMenu}");
    expect(screen.getByRole("menuitem", { name: "Do it with 1" })).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(grid));
    await user.keyboard("{Shift>}{F10}{/Shift}");
    expect(screen.getByRole("menuitem", { name: "Do it with 1" })).toBeTruthy();
  });
});
