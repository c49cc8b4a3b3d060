import type { DraftRow, DraftView, Field, FieldValue } from "@/ipc";

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
