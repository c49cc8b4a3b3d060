import { useQuery } from "@tanstack/react-query";
import { FromCore } from "@/components/FromCore";
import { Section } from "@/components/Section";
import { descriptionsQuery } from "@/data/descriptions";
import type { ProposedKind } from "@/ipc";
import { Select } from "@/kit/Select";
import { connectionsOpenapi as words } from "@/words/connectionsOpenapi";
import { told } from "@/words/core/told";

type KindSectionProps = { kind: ProposedKind; onChoose: (name: string) => void };

/** Which kind of platform a document was taken for, why, and a choice of another. */
export function KindSection({ kind, onChoose }: KindSectionProps) {
  const builtIn = useQuery(descriptionsQuery()).data ?? [];
  return (
    <Section title={words.kind}>
      <div className="max-w-80">
        <Select
          label={words.kind}
          hideLabel
          options={builtIn.map(({ name, title, about }) => ({ id: name, label: title, note: told(about).text }))}
          value={kind.name}
          onChange={(name) => name !== null && name !== kind.name && onChoose(name)}
        />
      </div>
      <KindReason kind={kind} />
    </Section>
  );
}

function KindReason({ kind: { title, signs, byPerson } }: { kind: ProposedKind }) {
  if (signs.length === 0)
    return <p className="text-ink-2">{byPerson ? words.kindChosen(title) : words.kindUnknown(title)}</p>;
  return (
    <>
      <p className="text-ink-2">{words.kindShown(title)}</p>
      <ul className="list-inside list-disc text-sm break-words text-ink-3 select-text">
        {signs.map((sign) => (
          <li key={sign}>
            <FromCore of={sign} />
          </li>
        ))}
      </ul>
    </>
  );
}
