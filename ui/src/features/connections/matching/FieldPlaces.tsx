import { type MatchRow, MatchTable } from "@/components/MatchTable";
import type { FieldMatch, FieldPlace, RecordMatch } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Card } from "@/kit/Card";
import { connectionsMatch as words } from "@/words/connectionsMatch";
import { told } from "@/words/core/told";
import { withPlace } from "./places";

type FieldPlacesProps = {
  match: RecordMatch;
  chosen: FieldPlace[];
  pending: boolean;
  onChange: (chosen: FieldPlace[]) => void;
};

/** Rollcall's fields, each with its place in the record and what is read there. */
export function FieldPlaces({ match, chosen, pending, onChange }: FieldPlacesProps) {
  const options = match.values.map(({ at, example }) => ({ id: at, label: at, note: example }));
  const exampleAt = (at: string | null) => match.values.find((one) => one.at === at)?.example ?? null;
  const rowOf = (field: FieldMatch): MatchRow => {
    const title = told(field.title).text;
    const choice = chosen.find((one) => one.field === field.field);
    const at = choice ? choice.at : field.at;
    const moved = choice !== undefined && choice.at !== field.at;
    return {
      id: field.field,
      title,
      label: words.placeFor(title),
      options,
      value: at,
      onChange: (next) => onChange(withPlace(chosen, field.field, next)),
      leadsTo: <Value text={moved ? exampleAt(at) : field.value} later={moved && at === null} />,
      why: <State field={field} moved={moved} />,
    };
  };
  return (
    <Card>
      <MatchTable
        compact
        label={words.fields}
        heads={{ title: words.field, choice: words.place, leadsTo: words.value, why: words.note }}
        none={words.byDescription}
        pending={pending}
        rows={match.fields.map(rowOf)}
      />
    </Card>
  );
}

function Value({ text, later }: { text: string | null; later: boolean }) {
  if (text !== null) return <span title={text}>{text}</span>;
  return <span className="text-ink-3">{later ? words.afterSaving : words.unread}</span>;
}

function State({ field, moved }: { field: FieldMatch; moved: boolean }) {
  if (moved) return <Badge tone="new">{words.changed}</Badge>;
  if (field.at !== null) return <Badge tone="ok">{words.found}</Badge>;
  return field.required ? <Badge tone="bad">{words.needed}</Badge> : <Badge tone="muted">{words.absent}</Badge>;
}
