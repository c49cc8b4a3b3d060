import { render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { RowState, RunRow } from "@/ipc";
import { sayIn } from "@/words/said";
import { RUN_COLUMNS } from "./rowColumns";

/** What is told of somebody who came to this, for a reason that the core has a sentence for. */
function detailOf(state: RowState): string | null {
  sayIn({ core: { "Already there": "Schon da" } });
  const row: RunRow = {
    row: 2,
    email: "ada@contoso.example",
    state,
    attempts: 1,
    of: null,
    userId: null,
    code: null,
    message: "Already there",
    at: null,
  };
  const detail = RUN_COLUMNS.find(({ id }) => id === "detail");
  return render(detail?.cell(row, 0)).container.textContent;
}

afterEach(() => sayIn({}));

it("why a row waits or was left is said in the chosen language", () => {
  expect(detailOf("needs-review")).toBe("Schon da");
  expect(detailOf("cancelled")).toBe("Schon da");
});

it("why the platform refused somebody stays in its own words", () => {
  expect(detailOf("refused")).toBe("Already there");
});
