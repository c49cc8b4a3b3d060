import { Fragment } from "react";
import { FromCore } from "@/components/FromCore";
import type { MatchRow } from "@/components/MatchTable";
import type { OperationCandidate, OperationChoice, ProposedField, ProposedOperation } from "@/ipc";
import { Badge, type Tone } from "@/kit/Badge";
import { connectionsOpenapi as words } from "@/words/connectionsOpenapi";
import { told } from "@/words/core/told";

/** From which certainty on it is called sure, and likely. */
const SURE = 80;
const LIKELY = 50;

/** A certainty from 0 to 100 as a word and a colour. */
export function certaintyOf(certainty: number): { tone: Tone; word: string } {
  if (certainty >= SURE) return { tone: "ok", word: words.sure };
  if (certainty >= LIKELY) return { tone: "new", word: words.likely };
  return { tone: "warn", word: words.guess };
}

/** One call that Rollcall needs, and the operations that might be it. */
export function operationRow(
  operation: ProposedOperation,
  choices: readonly OperationChoice[],
  onChoose: (choice: OperationChoice) => void,
): MatchRow {
  const { call, required, chosen, candidates, fields } = operation;
  const byPerson = choices.some((one) => one.call === call);
  return {
    id: call,
    title: (
      <>
        {words.call[call]}
        {required ? null : <span className="block text-sm font-normal text-ink-3">{words.optional}</span>}
      </>
    ),
    label: words.operationFor(words.call[call]),
    options: candidates.map(({ id, summary }) => ({ id, label: id, ...(summary ? { note: summary } : {}) })),
    value: chosen,
    onChange: (next) => onChoose({ call, operation: next }),
    leadsTo: chosen === null ? null : <Fields name={words.call[call]} fields={fields} written={call === "invite"} />,
    why: <Why operation={operation} byPerson={byPerson} />,
  };
}

function Fields({ name, fields, written }: { name: string; fields: ProposedField[]; written: boolean }) {
  if (fields.length === 0) return null;
  const found = fields.filter(({ at }) => at !== null).length;
  return (
    <details className="py-2 whitespace-normal">
      <summary aria-label={`${words.showFields(name)}: ${words.fieldsFound(found, fields.length)}`}>
        {words.fieldsFound(found, fields.length)}
      </summary>
      <ul className="mt-1 text-sm">
        {fields.map(({ field, title, at, said }) => (
          <li key={field} className="break-words" title={said ?? undefined}>
            {at === null
              ? words.fieldMissing(told(title).text)
              : (written ? words.fieldWritten : words.fieldAt)(told(title).text, at)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Why({ operation, byPerson }: { operation: ProposedOperation; byPerson: boolean }) {
  const { call, chosen, candidates, required } = operation;
  const candidate = candidates.find(({ id }) => id === chosen);
  if (candidate) return <Reasons candidate={candidate} byPerson={byPerson} />;
  if (byPerson && !required) return <span className="text-sm text-ink-3">{words.leftOut}</span>;
  return (
    <span className="block py-2">
      <Badge tone={required ? "warn" : "muted"}>{words.notFound}</Badge>
      <span className="mt-1 block text-sm text-ink-3">{words.missing[call]}</span>
    </span>
  );
}

function Reasons({ candidate, byPerson }: { candidate: OperationCandidate; byPerson: boolean }) {
  const { tone, word } = certaintyOf(candidate.certainty);
  const reasons = candidate.reasons.map((reason) => told(reason).text).join(" · ");
  // The document's own words, in whatever language it speaks.
  const summary = candidate.summary && reasons ? `${candidate.summary} · ` : candidate.summary;
  return (
    <span className="block py-2">
      {byPerson ? <Badge tone="muted">{words.yourChoice}</Badge> : <Badge tone={tone}>{word}</Badge>}
      <span
        className="mt-1 line-clamp-3 text-sm break-words text-ink-3 select-text"
        title={`${summary ?? ""}${reasons}`}
      >
        {summary}
        {candidate.reasons.map((reason, at) => (
          <Fragment key={reason}>
            {at > 0 ? " · " : null}
            <FromCore of={reason} />
          </Fragment>
        ))}
      </span>
    </span>
  );
}
