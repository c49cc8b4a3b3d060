import { useEffect, useState } from "react";
import { day, dayOf, USUAL_RANGES, usualRange } from "@/data/days";
import type { UserFacets } from "@/ipc";
import { Chip } from "@/kit/Chip";
import { TextField } from "@/kit/TextField";
import { filters } from "@/words/filters";
import { type Days, Histogram, Undated } from "./Histogram";

const words = filters.created;

type CreatedFacetProps = { facets: UserFacets; chosen: Days; onChange: (days: Days) => void };

/** When people were created: by a usual range, by drawing over the bars, or by days as typed. */
export function CreatedFacet({ facets, chosen, onChange }: CreatedFacetProps) {
  const today = dayOf(new Date());
  return (
    <div className="flex flex-col gap-2 px-1">
      <div className="flex flex-wrap gap-1">
        {USUAL_RANGES.map((name) => {
          const range = usualRange(name, today);
          const on = chosen.from === range.from && chosen.until === range.until;
          return (
            <Chip key={name} selected={on} onChange={(now) => onChange(now ? range : { from: null, until: null })}>
              {words.usual[name]}
            </Chip>
          );
        })}
      </div>
      <div>
        <Histogram months={facets.created} chosen={chosen} onChange={onChange} />
        <Undated people={facets.createdUnknown} />
      </div>
      <div className="grid grid-cols-2 gap-2">
        <DayField
          label={words.from}
          end="first"
          value={chosen.from}
          onChange={(from) =>
            onChange({ from, until: from && chosen.until && from > chosen.until ? null : chosen.until })
          }
        />
        <DayField
          label={words.until}
          end="last"
          value={chosen.until}
          onChange={(until) =>
            onChange({ until, from: until && chosen.from && chosen.from > until ? null : chosen.from })
          }
        />
      </div>
    </div>
  );
}

type DayFieldProps = {
  label: string;
  end: "first" | "last";
  value: string | null;
  onChange: (day: string | null) => void;
};

/** A day as typed; a month or a year alone means its first or last day. Taken with Enter, or when the field is left. */
function DayField({ label, end, value, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState(value ?? "");
  useEffect(() => setTyped(value ?? ""), [value]);
  const meant = day(typed, end);
  const bad = typed.trim() !== "" && meant === undefined;
  const take = () => {
    if (bad) return;
    setTyped(meant ?? "");
    if ((meant ?? null) !== value) onChange(meant ?? null);
  };
  return (
    <TextField
      label={label}
      placeholder={words.dayHint}
      value={typed}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
      }}
      error={bad && typed.trim().length >= 10 ? words.badDay : null}
    />
  );
}
