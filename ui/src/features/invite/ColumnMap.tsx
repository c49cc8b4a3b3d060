import type { ReactNode } from "react";
import type { ColumnView, DraftView, Field, FieldChoice, FieldGuess } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Card } from "@/kit/Card";
import { Select } from "@/kit/Select";
import { invite as words } from "@/words/en/invite";
import { EVERYTHING, hasPlace, type Places } from "./flow";

/** The fields in the order that an invitation is read. */
export const FIELDS: readonly Field[] = [
  "email",
  "firstName",
  "lastName",
  "fullName",
  "role",
  "identityProvider",
  "organizations",
];

const NONE = "none";

/** The whole mapping with one field changed. A column means one thing: whoever had it before loses it. */
export function withChoice(mapping: readonly FieldGuess[], field: Field, column: number | null): FieldChoice[] {
  return FIELDS.map((one) => {
    if (one === field) return { field, column };
    const own = mapping.find((guess) => guess.field === one)?.column ?? null;
    return { field: one, column: own !== null && own === column ? null : own };
  });
}

type ColumnMapProps = {
  draft: DraftView;
  missing: readonly Field[];
  /** What an invitation has a place for; the rest is not shown. */
  places?: Places;
  pending: boolean;
  onChange: (columns: FieldChoice[]) => void;
  /** Where the meaning comes from. */
  note: ReactNode;
};

/** Each field with its column, why that one, and what stands in it. */
export function ColumnMap({ draft, missing, places = EVERYTHING, pending, onChange, note }: ColumnMapProps) {
  return (
    <Card label={words.columns.mapTitle}>
      <div className="px-4 pt-3 pb-3">
        <h2 className="text-lg font-semibold">{words.columns.mapTitle}</h2>
        <div className="text-ink-2">{note}</div>
      </div>
      <table className="w-full table-fixed border-collapse">
        <thead>
          <tr className="h-8 border-y border-line bg-sunken text-left text-sm text-ink-2 [&>th]:px-4 [&>th]:font-[550]">
            <th scope="col" className="w-32">
              {words.columns.mapField}
            </th>
            <th scope="col" className="w-[36%] narrow:w-60">
              {words.columns.mapColumn}
            </th>
            <th scope="col" className="hidden narrow:table-cell">
              {words.columns.mapSamples}
            </th>
            <th scope="col" className="narrow:w-[34%]">
              {words.columns.mapWhy}
            </th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.filter((field) => hasPlace(field, places)).map((field) => (
            <FieldRow
              key={field}
              field={field}
              guess={draft.mapping.find((guess) => guess.field === field)}
              columns={draft.columns}
              missing={missing.includes(field)}
              pending={pending}
              onChange={(column) => onChange(withChoice(draft.mapping, field, column))}
            />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

type FieldRowProps = {
  field: Field;
  guess: FieldGuess | undefined;
  columns: readonly ColumnView[];
  missing: boolean;
  pending: boolean;
  onChange: (column: number | null) => void;
};

function FieldRow({ field, guess, columns, missing, pending, onChange }: FieldRowProps) {
  const column = columns.find((one) => one.index === guess?.column);
  return (
    <tr className="h-11 border-b border-line last:border-0 [&>td]:px-4">
      <th scope="row" className="px-4 text-left font-medium">
        {words.field[field]}
      </th>
      <td>
        <Select
          small
          hideLabel
          label={words.columns.columnFor(words.field[field])}
          isDisabled={pending}
          options={[
            { id: NONE, label: words.columns.none },
            ...columns.map((one) => ({ id: `${one.index}`, label: words.columns.columnName(one.letter, one.header) })),
          ]}
          value={column ? `${column.index}` : NONE}
          onChange={(id) => onChange(id === null || id === NONE ? null : Number(id))}
        />
      </td>
      <td className="hidden truncate text-ink-2 select-text narrow:table-cell" title={column?.samples.join(" · ")}>
        {column?.samples.join(" · ")}
      </td>
      <td>
        <Why field={field} guess={guess} missing={missing} />
      </td>
    </tr>
  );
}

function Why({ field, guess, missing }: { field: Field; guess: FieldGuess | undefined; missing: boolean }) {
  if (missing) {
    return (
      <span className="flex items-center gap-2">
        <span className="shrink-0">
          <Badge tone="bad">{words.columns.required}</Badge>
        </span>
        <span className="text-sm text-ink-3">{words.fieldHint[field]}</span>
      </span>
    );
  }
  if (guess?.column === null || guess?.column === undefined) {
    return <span className="text-sm text-ink-3">{words.columns.nothing}</span>;
  }
  if (guess.why === null) return <span className="text-sm text-ink-3">{words.columns.chosen}</span>;
  return (
    <span className="flex min-w-0 items-center gap-2">
      {guess.sure ? null : (
        <span className="shrink-0">
          <Badge tone="warn">{words.columns.unsure}</Badge>
        </span>
      )}
      <span className="line-clamp-2 text-sm text-ink-3" title={guess.why}>
        {guess.why}
      </span>
    </span>
  );
}
