import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { useReadDocument } from "@/data/connectionDocuments";
import { descriptionsQuery } from "@/data/descriptions";
import type { DescriptionSummary } from "@/ipc";
import { Button } from "@/kit/Button";
import { FileIcon } from "@/kit/icons";
import { RadioGroup } from "@/kit/RadioGroup";
import { Skeleton } from "@/kit/Skeleton";
import { connectionsBegin as words } from "@/words/connectionsBegin";
import { NEEDS_ALL } from "../form/problems";
import { NeedDialog } from "./NeedDialog";

/** Instead of the name of a built-in description. */
const OWN = "a description of its own";

/** Where a new connection begins: the kind of platform, or a document that says more. */
export function Begin({ onKind }: { onKind: (base: string) => void }) {
  const descriptions = useQuery(descriptionsQuery());
  const read = useReadDocument();
  return (
    <div className="relative min-h-0 flex-1 overflow-auto px-6 pb-6">
      <div className="flex max-w-180 flex-col gap-4">
        {descriptions.error ? <Failure error={descriptions.error} onRetry={() => void descriptions.refetch()} /> : null}
        {read.error ? <Failure error={read.error} title={words.failed} /> : null}
        {descriptions.data ? (
          <KindOfPlatform
            descriptions={descriptions.data}
            reading={read.isPending}
            onKind={onKind}
            onDocument={() => read.mutate(null)}
          />
        ) : descriptions.isPending ? (
          <Skeleton height={220} />
        ) : null}
        <Documents pending={read.isPending} onChoose={() => read.mutate(null)} />
      </div>
    </div>
  );
}

type KindProps = {
  descriptions: DescriptionSummary[];
  reading: boolean;
  onKind: (base: string) => void;
  onDocument: () => void;
};

function KindOfPlatform({ descriptions, reading, onKind, onDocument }: KindProps) {
  const [kind, setKind] = useState(descriptions[0]?.name ?? OWN);
  const [asking, setAsking] = useState(false);
  const chosen = descriptions.find((one) => one.name === kind);
  const builtIn = descriptions.map(({ name, title, about }) => ({ value: name, label: title, note: about }));
  return (
    <section className="rounded-lg border border-line bg-surface p-5">
      <RadioGroup
        large
        label={words.kind}
        value={kind}
        onChange={setKind}
        options={[...builtIn, { value: OWN, label: words.own, note: words.ownNote }]}
        help={words.kindNote}
      />
      <div className="mt-5 flex flex-wrap gap-2">
        {chosen ? (
          <Button kind="primary" autoFocus onPress={() => onKind(chosen.name)}>
            {words.goOn(chosen.title)}
          </Button>
        ) : (
          <Button kind="primary" pending={reading} onPress={onDocument}>
            {words.goOnOwn}
          </Button>
        )}
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {words.needWhat}
        </Button>
      </div>
      {asking ? (
        <NeedDialog
          title={chosen?.title ?? words.ownKind}
          needs={chosen?.needs ?? NEEDS_ALL}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}

function Documents({ pending, onChoose }: { pending: boolean; onChoose: () => void }) {
  return (
    <section
      aria-labelledby="documents"
      className="rounded-lg border-[1.5px] border-dashed border-line-strong bg-surface p-5"
    >
      <div className="flex items-start gap-4">
        <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent [&>svg]:size-5">
          <FileIcon />
        </span>
        <div className="min-w-0 flex-1">
          <h2 id="documents" className="text-lg font-semibold">
            {words.dropTitle}
          </h2>
          <p className="mt-0.5 text-ink-2">{words.dropText}</p>
        </div>
        <Button pending={pending} onPress={onChoose}>
          {words.choose}
        </Button>
      </div>
      <dl className="mt-4 grid grid-cols-2 gap-x-8 gap-y-3 ps-14">
        {words.takes.map(([what, how]) => (
          <div key={what}>
            <dt className="font-medium">{what}</dt>
            <dd className="text-sm text-ink-2">{how}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
