import type { WholeQuery } from "@/data/addresses";
import type { Encoding, ExportChoice, ExportFormat, Picked, Separator } from "@/ipc";
import type { Selected } from "@/kit/gridSelected";

/** Who is exported. */
export type Who = "picked" | "matching" | "everyone";

/** What a person chose in the dialog. */
export type Chosen = { who: Who; all: boolean; format: ExportFormat; separator: Separator; encoding: Encoding };

/** Rows of the grid as the shell takes them: with everyone marked, whoever matches by then. */
export function pickedOf({ all, ranges }: Selected, asOf: string): Picked {
  return { all, ranges: all ? [] : ranges.map(({ from, to }) => ({ from, to })), asOf };
}

/** What is asked of the shell. No columns means all of them. */
export function exportChoice(
  { who, all, format, separator, encoding }: Chosen,
  query: WholeQuery,
  picked: Picked | null,
  visible: string[],
): ExportChoice {
  return {
    query,
    picked: who === "picked" ? picked : null,
    everyone: who === "everyone",
    columns: all ? [] : visible,
    format,
    separator,
    encoding,
  };
}
