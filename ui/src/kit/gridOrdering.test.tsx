import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { DataGrid } from "./DataGrid";

const COLUMNS = ["name", "mail", "state"].map((id) => ({
  id,
  header: id,
  size: 100,
  sortable: true,
  cell: ({ n }: { n: number }) => `${id} ${n}`,
}));
const getRow = (n: number) => ({ n });

describe("ordering by several columns", () => {
  function Sorted({ onSorts }: { onSorts: (told: string) => void }) {
    const [sort, setSort] = useState<{ column: string; descending: boolean }[]>([]);
    return (
      <DataGrid
        label="People"
        columns={COLUMNS}
        rowCount={5}
        getRow={getRow}
        sort={sort}
        onSorts={(next) => {
          setSort(next);
          onSorts(next.map((one) => `${one.column}${one.descending ? " down" : ""}`).join(", "));
        }}
      />
    );
  }

  it("orders by one column at a press and by more with Shift, by keys as by the mouse", async () => {
    const user = userEvent.setup();
    const told: string[] = [];
    render(<Sorted onSorts={(now) => told.push(now)} />);
    const press = (name: string) => user.click(screen.getByRole("button", { name }));
    await press("name");
    await press("name");
    await user.keyboard("{Shift>}");
    await user.click(screen.getByText("mail"));
    await user.click(screen.getByText("mail"));
    await user.click(screen.getByText("mail"));
    await user.keyboard("{/Shift}");
    screen.getByRole("grid").focus();
    await user.keyboard("{ArrowUp}{End}{Shift>}{Enter}{/Shift}");
    expect(
      screen.getByRole("columnheader", { name: "state, number 2 of 2 in the order" }).getAttribute("aria-sort"),
    ).toBe("ascending");
    await user.keyboard("{Enter}{Enter}");
    expect(told).toEqual([
      "name",
      "name down",
      "name down, mail",
      "name down, mail down",
      "name down",
      "name down, state",
      "state",
      "state down",
    ]);
    expect(await accessibilityProblems()).toEqual([]);
  });
});
