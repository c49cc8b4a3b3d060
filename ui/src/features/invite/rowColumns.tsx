import { FromCore } from "@/components/FromCore";
import type { DraftRow, Field } from "@/ipc";
import { Badge } from "@/kit/Badge";
import type { GridColumn } from "@/kit/DataGrid";
import { told } from "@/words/core/told";
import { invite as words } from "@/words/invite";
import { outcomes } from "@/words/outcomes";
import { repair } from "@/words/repair";
import { CLASS_TONE } from "./classes";
import type { CellOffers } from "./offers";
import { isEdited, rawOf, textOf } from "./rowValues";

const WIDTH: Record<Field, { size: number; grow: number }> = {
  email: { size: 176, grow: 2 },
  firstName: { size: 84, grow: 0.6 },
  lastName: { size: 84, grow: 0.6 },
  fullName: { size: 140, grow: 1 },
  role: { size: 128, grow: 1 },
  identityProvider: { size: 136, grow: 0.8 },
  organizations: { size: 152, grow: 1.6 },
};

/** Texts that were written and not yet checked, by row and field. */
export type Written = ReadonlyMap<string, string>;

/** Where {@link Written} keeps a cell. */
export const cellKey = (row: number, field: string): string => `${row} ${field}`;

/** A corner for the eye, a word for the ear. */
function ChangedMark() {
  return (
    <span data-changed="" className="sr-only">
      . {repair.cell.changed}
    </span>
  );
}

/** A value; where something has to be put right, the reason is read out with it and shown on hover. */
function Cell({ row, field, written }: { row: DraftRow; field: Field; written: string | undefined }) {
  const value = written ?? textOf(row, field);
  const changed = written !== undefined || isEdited(row, field);
  const problem = written === undefined ? problemIn(row, field) : undefined;
  const warning = written === undefined && !problem ? warningIn(row, field) : undefined;
  const wrong = problem ?? warning;
  return (
    <>
      <span className="truncate" title={wrong ? told(wrong.message).text : value}>
        {value || (problem ? <span className="text-ink-3">{words.review.empty}</span> : null)}
        {problem ? (
          <span className="sr-only">
            . {words.review.problem} <FromCore of={problem.message} />
          </span>
        ) : null}
        {warning ? (
          <span className="sr-only">
            . {repair.cell.warning} <FromCore of={warning.message} />
          </span>
        ) : null}
      </span>
      {changed ? <ChangedMark /> : null}
    </>
  );
}

const warningIn = (row: DraftRow, field: Field) => row.warnings.find((warning) => warning.field === field);

const problemIn = (row: DraftRow, field: Field) => row.problems.find((problem) => problem.field === field);

function toneOf(row: DraftRow, field: Field): "bad" | "warn" | undefined {
  // What the person left out has nothing to put right.
  if (row.class === "skipped") return undefined;
  if (problemIn(row, field)) return "bad";
  return warningIn(row, field) ? "warn" : undefined;
}

function columnOf(field: Field, offers: CellOffers, written: Written): GridColumn<DraftRow> {
  const waiting = (row: DraftRow) => written.get(cellKey(row.row, field));
  return {
    id: field,
    header: words.field[field],
    ...WIDTH[field],
    editable: true,
    text: (row) => waiting(row) ?? rawOf(row, field),
    ...(offers[field] ? { offers: offers[field] } : {}),
    cell: (row) => <Cell row={row} field={field} written={waiting(row)} />,
    tone: (row) => (waiting(row) === undefined ? toneOf(row, field) : undefined),
  };
}

/** Wide enough for the last row's number. */
const rowColumn = (rows: number): GridColumn<DraftRow> => ({
  id: "row",
  header: words.review.row,
  size: rows > 9_000 ? 72 : 56,
  align: "end",
  text: (row) => `${row.row}`,
  cell: (row) => <span className="text-ink-3">{row.row}</span>,
});

/** What will happen, in words. How long ago somebody was invited only the core says. */
export function outcomeOf(row: DraftRow): string {
  switch (row.class) {
    case "ready":
      return row.again ? outcomes.invitedAgain : outcomes.invited;
    case "problem":
      return outcomes.problem[row.problems[0]?.code ?? ""] ?? outcomes.attention;
    case "duplicate":
      return row.of === null ? words.classFallback.duplicate : outcomes.sameAs(row.of);
    case "folded":
      return row.of === null ? words.classFallback.folded : outcomes.partOf(row.of);
    case "already-invited":
      return told(row.outcome).text || words.classFallback["already-invited"];
    default:
      return outcomes.plain[row.class];
  }
}

/** The same for the screen, marked where the core says it. */
export const shownOutcome = (row: DraftRow) =>
  row.class === "already-invited" && row.outcome.text ? <FromCore of={row.outcome} /> : outcomeOf(row);

const OUTCOME_COLUMN: GridColumn<DraftRow> = {
  id: "outcome",
  header: words.review.outcome,
  size: 194,
  pin: "end",
  text: outcomeOf,
  cell: (row) => <Badge tone={CLASS_TONE[row.class]}>{shownOutcome(row)}</Badge>,
};

/** The number of each of so many rows, its fields, and at the right edge what will happen to it. */
export function rowColumns(
  rows: number,
  fields: readonly Field[],
  offers: CellOffers,
  written: Written,
): GridColumn<DraftRow>[] {
  return [rowColumn(rows), ...fields.map((field) => columnOf(field, offers, written)), OUTCOME_COLUMN];
}
