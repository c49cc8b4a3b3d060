import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { ReviewRow, ReviewRows } from "@/ipc";
import { renderApp } from "@/test/renderApp";
import { fakeReview, personOf } from "./test/fakeReview";

const grid = () => screen.findByRole("grid", { name: "People of the review" });
const marked = (n: number) => screen.findByText(`${n} people marked:`);

/** A review whose people to look at twice go, as when a newer list has them without what was noticed. */
async function open() {
  const review = fakeReview(Array.from({ length: 6 }, (_, place) => personOf(place + 1, { flags: ["changed"] })));
  const rows = review.commands.review_rows as (args: Record<string, unknown>) => ReviewRows;
  const gone = new Set<string>();
  const commands = {
    ...review.commands,
    review_rows: (args: Record<string, unknown>) => {
      const stays = rows(args).rows.filter((row: ReviewRow) => !gone.has(row.userId));
      return { total: stays.length, rows: stays };
    },
  };
  const app = renderApp("/p/sample/reviews/r1?rows=flagged", { commands });
  await waitFor(async () => expect(document.activeElement).toBe(await grid()));
  await app.user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
  await marked(3);
  const leaves = async (n: number) => {
    gone.add(`u-${n}`);
    await app.shell.happen({ kind: "review-changed", data: "sample" });
    await waitFor(() => expect(screen.queryByText(`Person 0${n}`)).toBeNull());
  };
  return { ...app, leaves };
}

it("drops the marks once others stand in the marked rows, and decides on none of those", async () => {
  const { user, shell, leaves } = await open();
  await leaves(1);
  await waitFor(() => expect(screen.queryByText("3 people marked:")).toBeNull());
  await user.keyboard("r");
  expect(await screen.findByText(/^Person 03: remove\./)).toBeTruthy();
  expect(shell.callsOf("decide").map(({ users }) => users)).toEqual([["u-3"]]);
});

it("keeps the marks where only others come or go", async () => {
  const { user, shell, leaves } = await open();
  await leaves(5);
  await marked(3);
  await user.keyboard("r");
  await waitFor(() => expect(shell.callsOf("decide").map(({ users }) => users)).toEqual([["u-1", "u-2", "u-3"]]));
});

it("hands over exactly those who were marked, though their rows are others’ by then", async () => {
  const { user, shell, leaves } = await open();
  await user.click(screen.getByRole("button", { name: "Hand over a part…" }));
  const dialog = await screen.findByRole("dialog");
  const which = within(dialog).getByRole<HTMLInputElement>("radio", { name: /marked/ });
  expect(which.checked).toBe(true);
  await leaves(1);
  await user.type(within(dialog).getByRole("textbox", { name: "To whom" }), "Ravi Menon");
  expect(which.isConnected).toBe(true);
  await user.click(within(dialog).getByRole("button", { name: /Save/ }));
  await waitFor(() => expect(shell.callsOf("hand_over")[0]?.choice).toMatchObject({ users: ["u-1", "u-2", "u-3"] }));
});
