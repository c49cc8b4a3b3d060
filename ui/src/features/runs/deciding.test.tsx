import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { RowMoment, RowStep, RunView } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { history } from "@/words/history";
import { runOf } from "../invite/test/fakeDraft";
import { open, RUN, row, sending, tidyUp } from "./test/openRun";

tidyUp();

const moment = (step: RowStep, at: string, change: Partial<RowMoment> = {}): RowMoment => ({
  at: `2026-11-23T${at}`,
  step,
  attempt: 1,
  message: null,
  listBegunAt: null,
  by: null,
  ...change,
});

const MOMENTS = [
  moment("sent", "14:02:58"),
  moment("no-answer", "14:03:04"),
  moment("listed-before", "14:09:10", { listBegunAt: "2026-11-23T14:09:02" }),
];

const LISTED_BEFORE = "The person was there before.";
const waiting = (n: number, code = "listed-before", message = LISTED_BEFORE) =>
  row(n, "needs-review", { code, message });

/** A stopped run in which so many people wait for a word. */
function waits(people: number) {
  const rows = Array.from({ length: people }, (_, n) => waiting(6 + n));
  const run = runOf({ state: "stopped", counts: [{ state: "needs-review", rows: people }] });
  const commands = {
    row_history: ({ row: number }: Record<string, unknown>) => ({ row: waiting(number as number), moments: MOMENTS }),
  };
  return { run, rows, commands };
}

describe("what is known of a row", () => {
  test("stands beside whoever waits for a word: sent when, answered what, seen in which list", async () => {
    open(RUN, waits(1));
    const known = await screen.findByRole("list", { name: "What happened to row 6" });
    const lines = within(known).getAllByRole("listitem");
    const said = lines.map((line) => line.textContent);
    expect(said[0]).toMatch(/14:02:58sent \(attempt 1\)$/);
    expect(said[1]).toBe("14:03:04no answer came");
    expect(said[2]).toBe("14:09:10looked up in the list begun 14:09:02: listed, but was there before");
    for (const name of ["It went through", "Send again", "Leave it"]) {
      expect(screen.getByRole("button", { name })).toBeTruthy();
    }
    expect(await accessibilityProblems()).toEqual([]);
  });

  test("is folded away after the first few, and comes by a key", async () => {
    const { user, shell } = open(RUN, waits(9));
    await screen.findByRole("list", { name: "What happened to row 6" });
    expect(shell.callsOf("row_history").map((call) => call.row)).toEqual([6, 7, 8]);
    await user.click(screen.getByRole("button", { name: "Show 6 more" }));
    const fold = await screen.findByRole("button", { name: "What happened to person9@contoso.example" });
    expect(fold.getAttribute("aria-expanded")).toBe("false");
    fold.focus();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("list", { name: "What happened to row 9" })).toBeTruthy();
  });

  test("is shown of any row on Enter, and Esc leads back to the rows", async () => {
    const run = runOf({ counts: [{ state: "confirmed", rows: 1 }] });
    const moments = [moment("sent", "14:02:58"), moment("invited", "14:02:59")];
    const commands = { row_history: () => ({ row: row(5, "confirmed"), moments }) };
    const { user, router } = open(RUN, { run, rows: [row(5, "confirmed")], commands });
    const grid = await screen.findByRole("grid");
    await within(grid).findByText("person5@contoso.example");
    grid.focus();
    await user.keyboard("{ArrowDown}{Enter}");
    const detail = await screen.findByRole("region", { name: "Row 5" });
    expect(await within(detail).findByText("the answer says: invited")).toBeTruthy();
    expect(router.state.location.search).toMatchObject({ row: 5 });
    expect(await accessibilityProblems()).toEqual([]);
    within(detail).getByRole("button", { name: "Close" }).focus();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("region", { name: "Row 5" })).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole("grid"));
  });

  test("leads from a row that another one carries to that one", async () => {
    const rows = [row(5, "confirmed"), row(7, "folded", { of: 5, at: null })];
    const commands = {
      row_history: ({ row: number }: Record<string, unknown>) => ({
        row: rows.find((one) => one.row === number),
        moments: [],
      }),
    };
    const { user } = open(`${RUN}?row=7`, { run: runOf(), rows, commands });
    const detail = await screen.findByRole("region", { name: "Row 7" });
    await user.click(await within(detail).findByRole("button", { name: "Show row 5" }));
    expect(await screen.findByRole("region", { name: "Row 5" })).toBeTruthy();
  });

  test("names who said what, and the day of a list that is from another one", () => {
    expect(history.step["said-send"](moment("said-send", "15:00:00", { by: "a.ozola" }))).toBe(
      "a.ozola said to send it again",
    );
    const late = moment("found-absent", "00:01:00", { listBegunAt: "2026-11-22T23:59:30" });
    expect(history.step["found-absent"](late)).toBe(
      "looked up in the list begun 22 Nov 2026, 23:59: not listed, which shows that nothing was sent",
    );
  });
});

describe("one answer for all who wait for the same reason", () => {
  test("is asked about first, and goes to exactly those", async () => {
    const { run, rows, commands } = waits(12);
    const other = waiting(40, "vanished", "The person is not listed any more.");
    const counts: RunView["counts"] = [{ state: "needs-review", rows: 13 }];
    const resolved = () => ({ run, taken: 12, notTaken: [] });
    const { user, shell } = open(RUN, {
      run: { ...run, counts },
      rows: [...rows, other],
      commands: { ...commands, resolve_rows: resolved },
    });
    await user.click(await screen.findByRole("button", { name: "Send again to all 12…" }));
    const dialog = await screen.findByRole("alertdialog", { name: "Send to 12 people again?" });
    expect(within(dialog).getByText(/may get a second mail/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    expect(shell.callsOf("resolve_rows")).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Send again to 12 people" }));
    const asked = { profile: "live", run: "r1", rows: rows.map((one) => one.row), decision: "send" };
    await waitFor(() => expect(shell.callsOf("resolve_rows")).toEqual([asked]));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  });

  test("says which rows did not take it, and why", async () => {
    const { run, rows, commands } = waits(3);
    const message = "Row 7 is resolved and does not wait for this decision. Nothing was changed.";
    const resolve_rows = () => ({ run, taken: 2, notTaken: [{ row: 7, message }] });
    const { user } = open(RUN, { run, rows, commands: { ...commands, resolve_rows } });
    await user.click(await screen.findByRole("button", { name: "Leave all 3…" }));
    await user.click(await screen.findByRole("button", { name: "Leave 3 people" }));
    expect(await screen.findByText("2 rows took your answer, 1 row did not.")).toBeTruthy();
    const why = screen.getByText(message);
    expect(why.parentElement?.textContent).toBe(`Row 7: ${message}`);
    expect(why.lang, "the core speaks English").toBe("en");
  });

  test("is not offered where one person waits alone", async () => {
    open(RUN, waits(1));
    await screen.findByRole("button", { name: "It went through" });
    expect(screen.queryByRole("button", { name: /all 1/ })).toBeNull();
  });
});

test("a run of which nothing is left to send is not called done while somebody waits for a word", async () => {
  const { run, rows, commands } = waits(2);
  open(RUN, { run: { ...run, state: "finished" }, rows, commands });
  expect(await screen.findByText("waits for your word")).toBeTruthy();
  expect(screen.queryByText("every row has an outcome")).toBeNull();
  expect(screen.getByText("need you")).toBeTruthy();
});

test("after an answer the same button of the next person has the focus", async () => {
  const { run, rows, commands } = waits(3);
  const opened = open(RUN, { run, rows, commands });
  const resolve = await screen.findByRole("group", { name: "What to do about person6@contoso.example" });
  within(resolve).getByRole("button", { name: "Leave it" }).focus();
  opened.now.rows = rows.slice(1);
  await opened.user.keyboard("{Enter}");
  const next = await screen.findByRole("group", { name: "What to do about person7@contoso.example" });
  const same = within(next).getByRole("button", { name: "Leave it" });
  await waitFor(() => expect(document.activeElement).toBe(same));
});

describe("calling off the rest", () => {
  const counts: RunView["counts"] = [
    { state: "confirmed", rows: 10 },
    { state: "unknown", rows: 3 },
    { state: "ready", rows: 74 },
  ];
  const stopped = { ...sending, state: "stopped" as const, active: false, counts };

  test("says how many are not sent to, and that those being checked are still looked up", async () => {
    const finished = { ...stopped, counts: [{ state: "cancelled" as const, rows: 74 }] };
    const { user, shell } = open(RUN, {
      run: stopped,
      commands: { call_off_run: () => ({ run: finished, rows: 74 }) },
    });
    await user.click(await screen.findByRole("button", { name: "Call off the rest…" }));
    const dialog = await screen.findByRole("alertdialog", { name: "Call off the rest?" });
    expect(within(dialog).getByText(/74 people will not be invited by this run/)).toBeTruthy();
    expect(within(dialog).getByText(/3 people being checked are still looked up/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Call off 74 people" }));
    await waitFor(() => expect(shell.callsOf("call_off_run")).toEqual([{ profile: "live", run: "r1" }]));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  });

  test("is refused while somebody sends, and says who", async () => {
    const refuse = () => {
      throw failure("sender-held", "Process 4711 of a.ozola is sending. Nothing was called off.");
    };
    const { user } = open(RUN, { run: stopped, commands: { call_off_run: refuse } });
    await user.click(await screen.findByRole("button", { name: "Call off the rest…" }));
    await user.click(await screen.findByRole("button", { name: "Call off 74 people" }));
    expect(await screen.findByText(/Process 4711 of a.ozola is sending/)).toBeTruthy();
  });

  test("is not offered while the run is sent", async () => {
    open(RUN, { run: sending });
    await screen.findByRole("button", { name: "Stop after this batch" });
    expect(screen.queryByRole("button", { name: "Call off the rest…" })).toBeNull();
  });
});
