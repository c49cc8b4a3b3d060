import { useState } from "react";
import { Failure } from "@/components/Failure";
import { FromCore } from "@/components/FromCore";
import { MatchTable } from "@/components/MatchTable";
import { Section } from "@/components/Section";
import { useProposeOperations } from "@/data/connectionDocuments";
import type { OpenapiProposal, OperationChoice } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { connectionsBegin } from "@/words/connectionsBegin";
import { connectionsOpenapi as words } from "@/words/connectionsOpenapi";
import { Address } from "./Address";
import { KindSection } from "./KindSection";
import { operationRow } from "./operationRow";

type ProposalProps = {
  /** The word for the document's file. */
  token: string;
  proposal: OpenapiProposal;
  onUse: (proposal: OpenapiProposal, baseUrl: string) => void;
  onBack: () => void;
};

/** What an OpenAPI document offers beside what Rollcall needs, to be confirmed by a person. */
export function Proposal({ token, proposal: first, onUse, onBack }: ProposalProps) {
  const [choices, setChoices] = useState<OperationChoice[]>([]);
  const propose = useProposeOperations(token);
  const proposal = propose.data ?? first;
  const [baseUrl, setBaseUrl] = useState(first.baseUrls[0] ?? "");
  // Nothing: whichever kind the document shows.
  const [kind, setKind] = useState<string | null>(null);
  const choose = (choice: OperationChoice) => {
    const all = [...choices.filter(({ call }) => call !== choice.call), choice];
    propose.mutate({ choices: all, kind }, { onSuccess: () => setChoices(all) });
  };
  const chooseKind = (name: string) => propose.mutate({ choices, kind: name }, { onSuccess: () => setKind(name) });
  return (
    <>
      <div className="relative min-h-0 flex-1 overflow-auto px-6 pb-4">
        <div className="flex max-w-240 flex-col gap-4">
          <p className="text-ink-2">{words.intro}</p>
          {propose.error ? <Failure error={propose.error} /> : null}
          <KindSection kind={proposal.kind} onChoose={chooseKind} />
          <Card label={words.table}>
            <MatchTable
              label={words.table}
              heads={{ title: words.needs, choice: words.offers, leadsTo: words.fields, why: words.why }}
              none={words.none}
              pending={propose.isPending}
              rows={proposal.operations.map((operation) => operationRow(operation, choices, choose))}
            />
          </Card>
          <Address proposal={proposal} baseUrl={baseUrl} onBaseUrl={setBaseUrl} />
          <Doubts doubts={proposal.doubts} />
          <Changes overrides={proposal.overrides} />
        </div>
      </div>
      <footer className="flex items-center gap-3 border-t border-line px-6 py-3">
        <Button kind="quiet" onPress={onBack}>
          {connectionsBegin.back}
        </Button>
        <p role="status" className="line-clamp-2 min-w-0 flex-1 text-ink-3">
          {propose.isPending ? words.looking : leadsTo(proposal)}
        </p>
        <Button kind="primary" autoFocus pending={propose.isPending} onPress={() => onUse(proposal, baseUrl)}>
          {words.use}
        </Button>
      </footer>
    </>
  );
}

/** What is missing, or what comes next. */
function leadsTo({ operations }: OpenapiProposal): string {
  const missing = operations.filter(({ required, chosen }) => required && chosen === null);
  return missing.length > 0 ? words.stillMissing(missing.map(({ call }) => words.call[call])) : words.useNext;
}

function Doubts({ doubts }: { doubts: string[] }) {
  if (doubts.length === 0) return null;
  return (
    <Section title={words.doubts}>
      <ul className="list-inside list-disc text-ink-2 select-text">
        {doubts.map((doubt) => (
          <li key={doubt}>
            <FromCore of={doubt} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Changes({ overrides }: { overrides: string }) {
  return (
    <Section title={words.changes}>
      {overrides.trim() === "" ? (
        <p className="text-ink-2">{words.noChanges}</p>
      ) : (
        <pre className="max-h-60 overflow-auto rounded-md bg-sunken p-3 font-mono text-sm whitespace-pre-wrap">
          {overrides}
        </pre>
      )}
    </Section>
  );
}
