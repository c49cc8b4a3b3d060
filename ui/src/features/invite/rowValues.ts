import type { DraftRow, DraftView, Field, FieldValue, ProblemGroup, RowProblem } from "@/ipc";

const cellOf = (row: DraftRow, field: Field): FieldValue | undefined =>
  row.values.find((value) => value.field === field);

/** The value of a row's field as shown. */
export function textOf(row: DraftRow, field: Field): string {
  const own = cellOf(row, field)?.text ?? "";
  if (own !== "" || field !== "fullName") return own;
  return [textOf(row, "firstName"), textOf(row, "lastName")].filter(Boolean).join(" ");
}

/** What stands in the cell, which is what is edited and copied. */
export const rawOf = (row: DraftRow, field: Field): string => cellOf(row, field)?.raw ?? textOf(row, field);

/** Whether the person changed the cell here. */
export const isEdited = (row: DraftRow, field: Field): boolean => cellOf(row, field)?.edited ?? false;

/** The fields worth a column: the names that the file has, or the one cell that holds both. */
export function shownFields(draft: DraftView): Field[] {
  const mapped = (field: Field) => draft.mapping.some((guess) => guess.field === field && guess.column !== null);
  const oneName = mapped("fullName") && !mapped("firstName") && !mapped("lastName");
  const typed = draft.file.name === null;
  const own = (["firstName", "lastName"] as const).filter((name) => typed || mapped("fullName") || mapped(name));
  const names: Field[] = oneName ? ["fullName"] : own;
  return ["email", ...names, "role", "identityProvider", "organizations"];
}

/**
 * What the cell says once a suggestion is taken. Of several organizations only the one that was not
 * understood is replaced; where that can't be told, nothing is.
 */
export function withSuggestion(row: DraftRow, problem: RowProblem, groups: readonly ProblemGroup[]): string | null {
  const { suggestion, field, code } = problem;
  if (suggestion === null) return null;
  const pieces = rawOf(row, field).split(";");
  if (field !== "organizations" || pieces.length === 1) return suggestion;
  const found = groups.filter((group) => group.code === code && group.field === field).map((group) => group.found);
  const at = pieces.findIndex((piece) => found.includes(piece.trim()) && problem.message.includes(piece.trim()));
  if (at < 0) return null;
  return pieces.map((piece, place) => (place === at ? suggestion : piece.trim())).join("; ");
}
