import type { ReactNode } from "react";
import { FromCore } from "@/components/FromCore";
import { type MatchRow, MatchTable } from "@/components/MatchTable";
import type { DraftView, Field, FieldChoice, FieldGuess } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Card } from "@/kit/Card";
import { told } from "@/words/core/told";
import { invite as words } from "@/words/invite";
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
      <MatchTable
        heads={{
          title: words.columns.mapField,
          choice: words.columns.mapColumn,
          leadsTo: words.columns.mapSamples,
          why: words.columns.mapWhy,
        }}
        none={words.columns.none}
        pending={pending}
        rows={FIELDS.filter((field) => hasPlace(field, places)).map((field) =>
          rowOf(field, draft, missing.includes(field), (column) => onChange(withChoice(draft.mapping, field, column))),
        )}
      />
    </Card>
  );
}

function rowOf(
  field: Field,
  { mapping, columns }: DraftView,
  missing: boolean,
  onChange: (column: number | null) => void,
): MatchRow {
  const guess = mapping.find((one) => one.field === field);
  const samples = columns.find((one) => one.index === guess?.column)?.samples.join(" · ");
  return {
    id: field,
    title: words.field[field],
    label: words.columns.columnFor(words.field[field]),
    options: columns.map((one) => ({ id: `${one.index}`, label: words.columns.columnName(one.letter, one.header) })),
    value: guess?.column === null || guess?.column === undefined ? null : `${guess.column}`,
    onChange: (id) => onChange(id === null ? null : Number(id)),
    leadsTo: <span title={samples}>{samples}</span>,
    why: <Why field={field} guess={guess} missing={missing} />,
  };
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
  if (guess.why.length === 0) return <span className="text-sm text-ink-3">{words.columns.chosen}</span>;
  return (
    <span className="flex min-w-0 items-center gap-2">
      {guess.sure ? null : (
        <span className="shrink-0">
          <Badge tone="warn">{words.columns.unsure}</Badge>
        </span>
      )}
      <span className="line-clamp-2 text-sm text-ink-3" title={told(guess.why).text}>
        <FromCore of={guess.why} />
      </span>
    </span>
  );
}
