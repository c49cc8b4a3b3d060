import { type ReactNode, useId, useState } from "react";
import { FromCore } from "@/components/FromCore";
import type { DescriptionField } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { SearchField } from "@/kit/SearchField";
import { connectionsDescription as words } from "@/words/connectionsDescription";
import { told } from "@/words/core/told";
import { holdsAll } from "@/words/format";

/** The fields that hold all the words of a search, in their order. */
export function searchFields(fields: readonly DescriptionField[], search: string): DescriptionField[] {
  return fields.filter(({ field, about, value }) => holdsAll(`${field} ${told(about).text} ${value ?? ""}`, search));
}

/** Every field of a description: its name, what it means, and its value here. */
export function FieldList({ fields }: { fields: DescriptionField[] }) {
  const id = useId();
  const [search, setSearch] = useState("");
  const found = searchFields(fields, search);
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex items-center gap-3">
        <h3 id={id} className="font-medium">
          {words.fields}
        </h3>
        <span role="status" className="text-sm text-ink-3 tabular-nums">
          {words.shown(found.length, fields.length)}
        </span>
        <span className="flex-1" />
        <SearchField label={words.search} placeholder={words.searchHint} value={search} onChange={setSearch} />
      </div>
      <div
        role="group"
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        tabIndex={0}
        className="max-h-80 overflow-auto rounded-md border border-line"
      >
        {found.length === 0 ? <p className="p-3 text-ink-3">{words.noField}</p> : null}
        <dl>
          {found.map((one) => (
            <Explained key={one.field} field={one} />
          ))}
        </dl>
      </div>
    </section>
  );
}

function Explained({ field }: { field: DescriptionField }) {
  return (
    <div className="border-t border-line px-3 py-2 first:border-t-0">
      <dt className="flex items-center gap-2 font-mono text-sm font-medium select-text">
        <span className="min-w-0 break-words">{field.field}</span>
        {field.required ? (
          <span className="font-sans">
            <Badge tone="muted">{words.required}</Badge>
          </span>
        ) : null}
      </dt>
      <dd className="text-ink-2">
        <FromCore of={field.about} part={withCode} />
      </dd>
      {field.value === null ? null : (
        <dd className="mt-0.5 font-mono text-sm break-words whitespace-pre-wrap text-ink-3">{field.value}</dd>
      )}
    </div>
  );
}

/** What stands between backticks is a name or a value, and is set as such. */
function withCode(text: string): ReactNode[] {
  return text.split("`").map((part, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <code key={place} className="font-mono text-sm">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
