import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { off, rightClick, take } from "@/test/menu";
import { DataGrid, type DataGridProps, type GridColumn } from "./DataGrid";
import type { ViewColumn } from "./gridColumns";

type Person = { n: number };

const column = (id: string, rest: Partial<GridColumn<Person>> = {}): GridColumn<Person> => ({
  id,
  header: id,
  size: 100,
  sortable: true,
  cell: (person) => `${id} ${person.n}`,
  ...rest,
});
const COLUMNS = [
  column("name", { pin: "start", fixed: true }),
  column("mail", { grow: 1 }),
  column("state"),
  column("city", { hiddenAtFirst: true }),
  column("do", { pin: "end", sortable: false }),
];

function show(props: Partial<DataGridProps<Person>> = {}, drawn = vi.fn()) {
  const user = userEvent.setup();
  const told: ViewColumn[][] = [];
  const columns = [
    ...COLUMNS.slice(0, 4),
    column("do", { pin: "end", sortable: false, cell: (p) => drawn(p.n) ?? "-" }),
  ];
  function Kept() {
    const [state, setState] = useState<ViewColumn[]>([]);
    return (
      <DataGrid
        label="People"
        columns={columns}
        rowCount={3}
        getRow={(index) => ({ n: index })}
        columnState={state}
        onColumnState={(next) => {
          told.push(next);
          setState(next);
        }}
        {...props}
      />
    );
  }
  render(<Kept />);
  const grid = screen.getByRole("grid", { name: "People" });
  const now = (id: string) => told.at(-1)?.find((one) => one.id === id);
  return { user, grid, now, told };
}

const heads = () => screen.getAllByRole("columnheader").map((head) => head.getAttribute("aria-label"));
const head = (name: string) => screen.getByRole("columnheader", { name });
const activeHead = (grid: HTMLElement) =>
  document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.getAttribute("aria-label");
const onHeader = async ({ user, grid }: ReturnType<typeof show>, keys = "") => {
  grid.focus();
  await user.keyboard(`{ArrowUp}${keys}`);
};

/** jsdom lays nothing out: headers stand side by side, a hundred pixels each. */
function laidOut() {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const place = this.getAttribute("role") === "columnheader" ? Number(this.getAttribute("aria-colindex")) - 1 : 0;
    return new DOMRect(place * 100, 0, 100, 32);
  });
}

describe("arranging columns by the mouse", () => {
  beforeEach(laidOut);
  afterEach(() => void vi.restoreAllMocks());

  const drag = (element: Element, from: number, ...to: number[]) => {
    fireEvent.pointerDown(element, { button: 0, clientX: from });
    for (const x of to) fireEvent.pointerMove(window, { clientX: x });
    fireEvent.pointerUp(window, { clientX: to.at(-1) ?? from });
  };
  const resizer = (name: string) => head(name).querySelector("[data-resizer]") as Element;

  it("makes a column wider as it is dragged, tells once, and draws no row meanwhile", () => {
    const drawn = vi.fn();
    const { grid, told, now } = show({}, drawn);
    drawn.mockClear();
    fireEvent.pointerDown(resizer("mail"), { button: 0, clientX: 200 });
    fireEvent.pointerMove(window, { clientX: 230 });
    fireEvent.pointerMove(window, { clientX: 260 });
    const widths = within(grid)
      .getAllByRole("row")
      .map(({ style }) => style.gridTemplateColumns);
    expect(widths, "the header and three rows").toEqual(Array(4).fill("100px 160px 100px 100px"));
    expect(told).toEqual([]);
    expect(drawn).not.toHaveBeenCalled();
    fireEvent.pointerUp(window, { clientX: 260 });
    expect(told.length).toBe(1);
    expect(now("mail")?.width).toBe(160);
    expect(now("name")?.width, "the others keep their own").toBe(0);
  });

  it("keeps a column wide enough to be found again", () => {
    const { now } = show();
    drag(resizer("state"), 300, 10);
    expect(now("state")?.width).toBe(48);
  });

  it("pulls a column that is kept at the end from its left edge", () => {
    const { now } = show();
    drag(resizer("do"), 300, 270);
    expect(now("do")?.width).toBe(130);
  });

  it("keeps pinned columns beside one another, also while one of them is made wider", () => {
    const { grid } = show();
    drag(screen.getByText("mail"), 150, 50);
    expect(heads().slice(0, 2), "both are pinned").toEqual(["mail", "name"]);
    const offsets = (place: number) =>
      [...grid.querySelectorAll<HTMLElement>(`[aria-colindex="${place}"]`)].map(({ style }) => style.insetInlineStart);
    // Those of the header and of three rows.
    const [first, second] = [Array(4).fill("0px"), Array(4).fill("100px")];
    expect([offsets(1), offsets(2)]).toEqual([first, second]);
    expect(offsets(3).filter(Boolean), "the others stand where they stand").toEqual([]);
    const wider = Array(4).fill("130px");
    fireEvent.pointerDown(resizer("mail"), { button: 0, clientX: 100 });
    fireEvent.pointerMove(window, { clientX: 130 });
    expect([offsets(1), offsets(2)]).toEqual([first, wider]);
    fireEvent.pointerUp(window, { clientX: 130 });
    expect([offsets(1), offsets(2)], "and afterwards").toEqual([first, wider]);
  });

  it("fits a column to what is drawn of it at two presses", async () => {
    vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(137);
    const { user, now, grid } = show();
    await user.dblClick(resizer("mail"));
    expect(now("mail")?.width).toBe(137);
    expect(grid.querySelector(".grid-measure"), "nothing is left of the measuring").toBeNull();
  });

  it("moves a column to where it is let go, shows where that is, and orders nothing", () => {
    const onSorts = vi.fn();
    const { now } = show({ onSorts, sort: [] });
    fireEvent.pointerDown(screen.getByText("state"), { button: 0, clientX: 250 });
    fireEvent.pointerMove(window, { clientX: 150 });
    expect(head("mail").getAttribute("data-drop")).toBe("before");
    fireEvent.pointerUp(window, { clientX: 150 });
    fireEvent.click(screen.getByText("state"));
    expect(heads()).toEqual(["name", "state", "mail", "do"]);
    expect(now("state")?.pinned).toBe(false);
    expect(document.querySelector("[data-drop]")).toBeNull();
    expect(onSorts).not.toHaveBeenCalled();
  });

  it("pins a column that is let go among the pinned ones, and moves none to the end", () => {
    const { now, told } = show();
    drag(screen.getByText("mail"), 150, 350);
    expect(told).toEqual([]);
    drag(screen.getByText("mail"), 150, 50);
    expect(heads()).toEqual(["mail", "name", "state", "do"]);
    expect(now("mail")?.pinned).toBe(true);
  });

  it("takes a press that trembles for a press", () => {
    const onSorts = vi.fn();
    const { told } = show({ onSorts, sort: [] });
    drag(screen.getByText("mail"), 150, 153);
    fireEvent.click(screen.getByText("mail"));
    expect(told).toEqual([]);
    expect(onSorts).toHaveBeenCalledWith([{ column: "mail", descending: false }]);
  });
});

describe("arranging columns by keys on a header", () => {
  it("changes the width with Shift and the arrows", async () => {
    const world = show();
    await onHeader(world, "{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{ArrowLeft}{/Shift}");
    expect(world.now("mail")?.width).toBe(116);
  });

  it("moves a column with Alt and the arrows, goes along with it, and stops at the edge", async () => {
    const world = show();
    await onHeader(world, "{ArrowRight}{Alt>}{ArrowRight}{/Alt}");
    expect(heads()).toEqual(["name", "state", "mail", "do"]);
    expect(activeHead(world.grid)).toBe("mail");
    await world.user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    expect(world.told.length).toBe(1);
    await world.user.keyboard("{Alt>}{ArrowLeft}{ArrowLeft}{/Alt}");
    expect(heads()).toEqual(["name", "mail", "state", "do"]);
    expect(world.told.length, "and no step over the pinned ones").toBe(2);
  });

  it("opens the header's menu with Alt and Down: pin, hide, sort", async () => {
    const onSorts = vi.fn();
    const world = show({ onSorts, sort: [{ column: "state", descending: false }] });
    await onHeader(world, "{ArrowRight}{Alt>}{ArrowDown}{/Alt}");
    const menu = screen.getByRole("menu", { name: "Column mail" });
    expect(
      within(menu)
        .getByRole("menuitem", { name: /Move left/ })
        .getAttribute("aria-disabled"),
    ).toBe("true");
    expect(await accessibilityProblems()).toEqual([]);
    await world.user.click(within(menu).getByRole("menuitem", { name: /Add to the sort/ }));
    expect(onSorts).toHaveBeenLastCalledWith([
      { column: "state", descending: false },
      { column: "mail", descending: false },
    ]);
    await world.user.click(screen.getByRole("button", { name: "Column state" }));
    await world.user.click(screen.getByRole("menuitem", { name: "Sort descending" }));
    expect(onSorts).toHaveBeenLastCalledWith([{ column: "state", descending: true }]);
    await world.user.click(screen.getByRole("button", { name: "Column state" }));
    await world.user.click(screen.getByRole("menuitem", { name: "Take out of the sort" }));
    expect(onSorts).toHaveBeenLastCalledWith([]);
    await world.user.click(screen.getByRole("button", { name: "Column state" }));
    await world.user.click(screen.getByRole("menuitem", { name: "Pin to the start" }));
    expect(heads()).toEqual(["name", "state", "mail", "do"]);
    await world.user.click(screen.getByRole("button", { name: "Column state" }));
    await world.user.click(screen.getByRole("menuitem", { name: "Unpin" }));
    await world.user.click(screen.getByRole("button", { name: "Column mail" }));
    await world.user.click(screen.getByRole("menuitem", { name: "Hide" }));
    expect(heads()).toEqual(["name", "state", "do"]);
    await world.user.click(screen.getByRole("button", { name: "Column name" }));
    expect(screen.getByRole("menuitem", { name: "Hide" }).getAttribute("aria-disabled")).toBe("true");
  });
});

describe("the menu under a right click of a header", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("offers what the mouse and the keys do with the column, and does it", async () => {
    vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(137);
    const { user, grid, now } = show();
    expect(await rightClick(user, head("mail"))).toEqual([
      "Pin to the start",
      "Move left",
      "Move right",
      "Fit to what it holds",
      "Narrower",
      "Wider",
      "Hide",
    ]);
    expect(screen.getByRole("menu", { name: "Column mail" })).toBeTruthy();
    expect(await off(), "no step over the pinned ones").toEqual(["Move left"]);
    await take(user, "Move right");
    expect(heads()).toEqual(["name", "state", "mail", "do"]);
    expect(activeHead(grid), "the active cell goes along").toBe("mail");
    await rightClick(user, head("mail"));
    await take(user, "Fit to what it holds");
    expect(now("mail")?.width).toBe(137);
    await rightClick(user, head("mail"));
    await take(user, "Move left");
    expect(heads()).toEqual(["name", "mail", "state", "do"]);
  });

  it("makes a column wider and narrower", async () => {
    laidOut();
    const { user, now } = show();
    for (const [words, width] of [
      ["Wider", 116],
      ["Narrower", 84],
    ] as const) {
      await rightClick(user, head("mail"));
      await take(user, words);
      expect(now("mail")?.width).toBe(width);
    }
  });

  it("orders by the column where the rows can be ordered", async () => {
    const onSorts = vi.fn();
    const { user } = show({ onSorts, sort: [] });
    const offered = await rightClick(user, head("mail"));
    expect(offered.slice(0, 3)).toEqual(["Sort ascending", "Sort descending", "Add to the sort"]);
    await take(user, "Sort descending");
    expect(onSorts).toHaveBeenLastCalledWith([{ column: "mail", descending: true }]);
    expect((await rightClick(user, head("do")))[0], "not by buttons").toBe("Pin to the start");
  });
});

describe("a grid whose columns are not to be arranged", () => {
  it("has no menus, no handles and no keys for it", async () => {
    const user = userEvent.setup();
    render(<DataGrid label="People" columns={COLUMNS} rowCount={3} getRow={(index) => ({ n: index })} />);
    expect(screen.queryByRole("button", { name: /Column/ })).toBeNull();
    expect(document.querySelector("[data-resizer]")).toBeNull();
    screen.getByRole("grid").focus();
    await user.keyboard("{ArrowUp}{Alt>}{ArrowDown}{/Alt}");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(screen.getByRole("grid").hasAttribute("aria-multiselectable")).toBe(false);
  });
});
