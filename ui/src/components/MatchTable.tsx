import type { ReactNode } from "react";
import { cx } from "@/kit/cx";
import type { Option } from "@/kit/options";
import { Select } from "@/kit/Select";

const NONE = "none";
/** Left out where there is no room for it. */
const LEADS = "hidden narrow:table-cell";

/** Something that is wanted, and what it could be taken from. */
export type MatchRow = {
  id: string;
  /** What is wanted. */
  title: ReactNode;
  /** The select's name for screen readers. */
  label: string;
  /** Without any there is nothing to choose. */
  options: Option[];
  /** The option's id; nothing for none of them. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** What the choice leads to: values, fields. */
  leadsTo: ReactNode;
  /** Why this one, or what is missing. */
  why: ReactNode;
};

type MatchTableProps = {
  label?: string;
  heads: { title: string; choice: string; leadsTo: string; why: string };
  /** What none of the options is called. */
  none: string;
  rows: MatchRow[];
  pending: boolean;
  /** Beside something else: what a choice leads to stays in sight, and the reasons are a word. */
  compact?: boolean;
};

/** What Rollcall wants beside what there is: each row with its choice, what that leads to, and why. */
export function MatchTable({ label, heads, none, rows, pending, compact }: MatchTableProps) {
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse">
      <thead>
        <tr className="h-8 border-y border-line bg-sunken text-start text-sm text-ink-2 [&>th]:px-4 [&>th]:font-[550]">
          <th scope="col" className={compact ? "w-30" : "w-32"}>
            {heads.title}
          </th>
          <th scope="col" className={compact ? "w-[34%]" : "w-[36%] narrow:w-60"}>
            {heads.choice}
          </th>
          <th scope="col" className={compact ? undefined : LEADS}>
            {heads.leadsTo}
          </th>
          <th scope="col" className={compact ? "w-32" : "narrow:w-[34%]"}>
            {heads.why}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Match key={row.id} row={row} none={none} pending={pending} compact={compact ?? false} />
        ))}
      </tbody>
    </table>
  );
}

type MatchProps = { row: MatchRow; none: string; pending: boolean; compact: boolean };

function Match({ row, none, pending, compact }: MatchProps) {
  const chosen = row.options.some(({ id }) => id === row.value) ? row.value : NONE;
  return (
    <tr className="h-11 border-b border-line last:border-0 [&>td]:px-4">
      <th scope="row" className="px-4 text-start font-medium">
        {row.title}
      </th>
      <td>
        {row.options.length === 0 ? null : (
          <Select
            small
            hideLabel
            label={row.label}
            pending={pending}
            options={[{ id: NONE, label: none }, ...row.options]}
            value={chosen}
            onChange={(id) => row.onChange(id === NONE ? null : id)}
          />
        )}
      </td>
      <td className={cx("truncate text-ink-2 select-text", compact ? null : LEADS)}>{row.leadsTo}</td>
      <td>{row.why}</td>
    </tr>
  );
}
