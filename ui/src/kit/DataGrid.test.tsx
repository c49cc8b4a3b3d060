import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { flushSync } from "react-dom";
import { describe, expect, it, vi } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { DataGrid, type DataGridProps, type GridColumn } from "./DataGrid";

type Person = { name: string; town: string; age: number };

const COLUMNS: GridColumn<Person>[] = [
  { id: "town", header: "Town", size: 100, sortable: true, cell: (p) => p.town },
  { id: "age", header: "Age", size: 60, align: "end", pin: "end", cell: (p) => p.age },
  { id: "name", header: "Name", size: 120, pin: "start", sortable: true, cell: (p) => p.name },
];

const nth = (n: number): Person => ({ name: `Person ${n}`, town: `Town ${n}`, age: n % 90 });

function show(props: Partial<DataGridProps<Person>> = {}) {
  const user = userEvent.setup();
  render(<DataGrid label="People" columns={COLUMNS} rowCount={100_000} getRow={nth} {...props} />);
  return { user, grid: screen.getByRole("grid", { name: "People" }) };
}

const activeText = (grid: HTMLElement) =>
  document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.textContent;

describe("the data grid", () => {
  it("says how many rows there are and draws only those in sight", () => {
    const { grid } = show();
    expect(grid.getAttribute("aria-rowcount")).toBe("100001");
    expect(within(grid).getAllByRole("row").length).toBeLessThan(60);
  });

  it("stands before its rows are drawn, also where they are known: keys are answered in between", () => {
    act(() => {
      flushSync(() => render(<DataGrid label="People" columns={COLUMNS} rowCount={100_000} getRow={nth} />));
      expect(screen.getAllByRole("columnheader")).toHaveLength(3);
      expect(screen.queryAllByRole("gridcell")).toEqual([]);
    });
    expect(screen.getAllByRole("gridcell").length).toBeGreaterThan(3);
  });

  it("puts pinned columns at their edges, whatever order they were given in", () => {
    const { grid } = show();
    const heads = within(grid).getAllByRole("columnheader");
    expect(heads.map((head) => head.textContent)).toEqual(["Name", "Town", "Age"]);
    expect(heads.map((head) => head.getAttribute("aria-colindex"))).toEqual(["1", "2", "3"]);
  });

  it("shows a skeleton for a row that is still on its way", () => {
    const { grid } = show({ rowCount: 3, getRow: (index) => (index === 1 ? undefined : nth(index)) });
    const rows = within(grid).getAllByRole("row");
    expect(rows[2]?.getAttribute("aria-busy")).toBe("true");
    expect(rows[3]?.textContent).toContain("Person 2");
  });

  it("waits a moment for its first rows, asks for them meanwhile, and draws their places only if they are late", () => {
    vi.useFakeTimers();
    try {
      const [onVisibleRange, some] = [vi.fn(), { label: "People", columns: COLUMNS, rowCount: 100_000 }];
      const { rerender, unmount } = render(
        <DataGrid {...some} getRow={() => undefined} onVisibleRange={onVisibleRange} />,
      );
      const rows = () => within(screen.getByRole("grid")).getAllByRole("row").slice(1);
      expect(onVisibleRange).toHaveBeenCalledWith(0, expect.any(Number));
      expect(rows()).toEqual([]);
      rerender(<DataGrid {...some} getRow={nth} />);
      expect(rows()[0]?.textContent, "drawn once").toContain("Person 0");
      rerender(<DataGrid {...some} getRow={() => undefined} />);
      expect(rows()[0]?.getAttribute("aria-busy"), "other rows have their places at once").toBe("true");
      unmount();

      render(<DataGrid {...some} getRow={() => undefined} />);
      act(() => vi.advanceTimersByTime(119));
      expect(rows()).toEqual([]);
      act(() => vi.advanceTimersByTime(1));
      expect(rows()[0]?.getAttribute("aria-busy")).toBe("true");
    } finally {
      vi.useRealTimers();
    }
  });

  it("asks for the rows in sight", () => {
    const onVisibleRange = vi.fn();
    show({ onVisibleRange });
    expect(onVisibleRange).toHaveBeenCalled();
    const [first, last] = onVisibleRange.mock.lastCall ?? [];
    expect(first).toBe(0);
    expect(last).toBeGreaterThan(10);
  });

  it("keeps the focus while the arrows move the active cell", async () => {
    const { user, grid } = show();
    await user.tab();
    expect(document.activeElement).toBe(grid);
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}");
    expect(activeText(grid)).toBe("Town 2");
    expect(document.activeElement).toBe(grid);
  });

  it("opens the active row with Enter and tells of Escape", async () => {
    const onOpen = vi.fn();
    const onEscape = vi.fn();
    const { user } = show({ onOpen, onEscape });
    await user.tab();
    await user.keyboard("{ArrowDown}{Enter}{Escape}");
    expect(onOpen).toHaveBeenCalledWith(nth(1), 1);
    expect(onEscape).toHaveBeenCalledTimes(1);
  });

  it("orders by a header with the keyboard as with the mouse", async () => {
    const onSort = vi.fn();
    const { user, grid } = show({ onSort, sort: { column: "name", descending: true } });
    expect(within(grid).getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("descending");
    expect(within(grid).getByRole("columnheader", { name: "Town" }).getAttribute("aria-sort")).toBe("none");
    expect(within(grid).getByRole("columnheader", { name: "Age" }).hasAttribute("aria-sort")).toBe(false);
    await user.click(within(grid).getByText("Town"));
    await user.tab();
    grid.focus();
    await user.keyboard("{ArrowUp}{Home}{Enter}");
    expect(onSort.mock.calls).toEqual([["town"], ["name"]]);
  });

  it("lets a button in a cell do its own thing", async () => {
    const press = vi.fn();
    const onOpen = vi.fn();
    const { user, grid } = show({
      rowCount: 2,
      onOpen,
      columns: [
        {
          id: "do",
          header: "Do",
          size: 80,
          cell: (p) => (
            <button type="button" onClick={press}>
              {p.name}
            </button>
          ),
        },
      ],
    });
    await user.click(within(grid).getByText("Person 1"));
    expect(onOpen).not.toHaveBeenCalled();
    grid.focus();
    await user.keyboard("{Enter}");
    expect(press).toHaveBeenCalledTimes(2);
  });

  it("says why there is nothing", () => {
    show({ rowCount: 0, empty: <p>Nobody matches</p> });
    expect(screen.getByText("Nobody matches")).toBeTruthy();
  });

  it("has nothing that axe-core objects to", async () => {
    show({ rowCount: 5, isSelected: (p) => p.age === 2, onOpen: () => undefined });
    expect(await accessibilityProblems()).toEqual([]);
  });
});
