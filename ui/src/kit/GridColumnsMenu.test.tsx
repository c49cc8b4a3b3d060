import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { GridColumnsMenu } from "./GridColumnsMenu";
import { type ViewColumn, visibleIds } from "./gridColumns";
import type { GridColumn } from "./gridProps";

const column = (id: string, rest: Partial<GridColumn<string>> = {}): GridColumn<string> => ({
  id,
  header: id.toUpperCase(),
  size: 100,
  cell: (row) => row,
  ...rest,
});
const COLUMNS = [column("name", { pin: "start", fixed: true }), column("mail"), column("state"), column("city")];

async function open() {
  const user = userEvent.setup();
  let now: ViewColumn[] = [];
  function Kept() {
    const [state, setState] = useState<ViewColumn[]>([]);
    now = state;
    return <GridColumnsMenu columns={COLUMNS} state={state} onState={setState} defaults={[]} />;
  }
  render(<Kept />);
  await user.click(screen.getByRole("button", { name: "Columns" }));
  return { user, shown: () => visibleIds(COLUMNS, now), state: () => now };
}

const listed = () =>
  within(screen.getByRole("list", { name: "Columns" }))
    .getAllByRole("checkbox")
    .map((box) => box.closest("label")?.textContent);

describe("the list of columns", () => {
  it("hides and shows a column, and not the one that has to stay", async () => {
    const { user, shown } = await open();
    await user.click(screen.getByRole("checkbox", { name: "MAIL" }));
    expect(shown()).toEqual(["name", "state", "city"]);
    await user.click(screen.getByRole("checkbox", { name: "MAIL" }));
    expect(shown()).toEqual(["name", "mail", "state", "city"]);
    expect((screen.getByRole("checkbox", { name: "NAME" }) as HTMLInputElement).disabled).toBe(true);
  });

  it("moves a column up and down by the keyboard, and the focus stays with it", async () => {
    const { user, shown } = await open();
    screen.getByRole("button", { name: "Move CITY up" }).focus();
    await user.keyboard("{Enter}");
    expect(shown()).toEqual(["name", "mail", "city", "state"]);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Move CITY up" }));
    await user.keyboard("{Enter}");
    expect(shown()).toEqual(["name", "city", "mail", "state"]);
    expect(listed()).toEqual(["NAME", "CITY", "MAIL", "STATE"]);
    expect(document.activeElement, "no step over the pinned ones").toBe(
      screen.getByRole("button", { name: "Move CITY down" }),
    );
  });

  it("pins a column, and puts all of it back as it was", async () => {
    const { user, shown, state } = await open();
    expect(screen.queryByRole("button", { name: "As they were at first" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Pin STATE" }));
    expect(shown()).toEqual(["name", "state", "mail", "city"]);
    expect(screen.getByRole("button", { name: "Pin STATE" }).getAttribute("aria-pressed")).toBe("true");
    await user.click(screen.getByRole("button", { name: "As they were at first" }));
    expect(state()).toEqual([]);
  });

  it("has nothing that axe-core objects to", async () => {
    await open();
    expect(await accessibilityProblems()).toEqual([]);
  });
});
