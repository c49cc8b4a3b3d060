import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Failure } from "@/components/Failure";
import { FromCore } from "@/components/FromCore";
import { Section } from "@/components/Section";
import { descriptionsQuery } from "@/data/descriptions";
import type { DescriptionAnswer, DescriptionChoice, DescriptionView } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { Select } from "@/kit/Select";
import { TextField } from "@/kit/TextField";
import { connectionsDescription as words } from "@/words/connectionsDescription";
import { useDescription } from "../useNeeds";
import { Differences } from "./Differences";
import { FieldList } from "./FieldList";
import { withoutDifference } from "./overrides";

type Choice = Required<DescriptionChoice>;

type DescriptionSectionProps = {
  value: Choice;
  onChange: (choice: Choice) => void;
  /** What else helps with a description. */
  actions?: ReactNode;
};

/** How Rollcall speaks to the platform: which description, what differs, and all of it for whoever wants to look. */
export function DescriptionSection({ value, onChange, actions }: DescriptionSectionProps) {
  const [opened, setOpened] = useState(false);
  const { answer, error, refetch, fresh } = useDescription(value);
  return (
    <Section title={words.title} note={words.note}>
      <KindSelect value={value} onChange={onChange} />
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {answer?.kind === "good" ? <Summary view={answer.data} /> : null}
      {answer?.kind === "bad" && !opened ? <Badge tone="bad">{words.bad}</Badge> : null}
      <div className="flex flex-wrap gap-2">
        <Button small aria-expanded={opened} onPress={() => setOpened(!opened)}>
          {opened ? words.close : words.look}
        </Button>
        {actions}
      </div>
      {opened ? <Inside value={value} onChange={onChange} answer={answer} fresh={fresh} /> : null}
    </Section>
  );
}

const OWN = "own";

function KindSelect({ value, onChange }: { value: Choice; onChange: (choice: Choice) => void }) {
  const builtIn = useQuery(descriptionsQuery()).data ?? [];
  const options = builtIn.map(({ name, title }) => ({ id: name, label: title }));
  return (
    <div className="max-w-80">
      <Select
        label={words.kind}
        options={value.own === null ? options : [...options, { id: OWN, label: words.ownKind }]}
        value={value.own === null ? value.base : OWN}
        onChange={(base) => base !== null && base !== OWN && onChange({ ...value, base, own: null })}
      />
    </div>
  );
}

function Summary({ view: { summary, differences } }: { view: DescriptionView }) {
  return (
    <p className="text-ink-2 select-text">
      <b className="font-medium text-ink">{words.version(summary.title, summary.version)}</b>
      {differences.length > 0 ? ` · ${words.changed(differences.length)}` : null}
      <span className="block">
        <FromCore of={summary.about} />
      </span>
    </p>
  );
}

type InsideProps = {
  value: Choice;
  onChange: (choice: Choice) => void;
  answer: DescriptionAnswer | null;
  /** The answer is of what stands there now. */
  fresh: boolean;
};

function Inside({ value, onChange, answer, fresh }: InsideProps) {
  const good = answer?.kind === "good" ? answer.data : null;
  return (
    <div className="flex flex-col gap-5">
      {good ? (
        <Differences
          title={value.own === null ? words.differences : words.differencesOwn}
          differences={good.differences}
          onTakeBack={
            // Of a person's own description nothing lies beneath that a field could go back to.
            value.own === null && fresh
              ? (field) => onChange({ ...value, overrides: withoutDifference(good.differences, field) })
              : null
          }
        />
      ) : null}
      {value.own === null ? null : (
        <TextField
          mono
          lines={14}
          spellCheck="false"
          label={words.ownText}
          help={words.ownTextHelp}
          value={value.own}
          onChange={(own) => onChange({ ...value, own })}
        />
      )}
      {value.own === null || value.overrides !== "" ? (
        <TextField
          mono
          lines={8}
          spellCheck="false"
          label={words.overrides}
          help={words.overridesHelp}
          value={value.overrides}
          onChange={(overrides) => onChange({ ...value, overrides })}
        />
      ) : null}
      <Verdict answer={answer} fresh={fresh} />
      {good ? <FieldList fields={good.fields} /> : null}
    </div>
  );
}

function Verdict({ answer, fresh }: Pick<InsideProps, "answer" | "fresh">) {
  return (
    <div role="status" className="-mt-3 select-text">
      {!fresh || !answer ? (
        <p className="text-ink-3">{words.looking}</p>
      ) : answer.kind === "good" ? (
        <p className="text-ok">{words.good}</p>
      ) : (
        <>
          <p className="font-medium text-bad">{words.problems}</p>
          <ul className="mt-1 list-inside list-disc text-bad">
            {answer.data.map(({ line, sentence }) => (
              <li key={`${line} ${sentence}`}>
                {line === null ? null : words.line(line)} <FromCore of={sentence} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
