import { FromCore } from "@/components/FromCore";
import { whatIfKey, whatIfWindow } from "@/data/findings";
import { PeopleGrid } from "@/features/users/PeopleGrid";
import type { ProviderInsight, WhatIfView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { EmptyState } from "@/kit/EmptyState";
import { Figure } from "@/kit/Figure";
import { Skeleton } from "@/kit/Skeleton";
import { count } from "@/words/format";
import { providers } from "@/words/providers";

const words = providers.whatIf;

type WhatIfProps = {
  profile: string;
  /** The id of the provider. */
  provider: string;
  /** What is known of it; nothing where it is no longer listed. */
  known: ProviderInsight | undefined;
  onClose: () => void;
};

/** Who could no longer sign in without a provider. Nothing is switched off by looking. */
export function WhatIf({ profile, provider, known, onClose }: WhatIfProps) {
  return (
    <Dialog
      wide
      open
      title={titleOf(known)}
      onClose={onClose}
      actions={<Button onPress={onClose}>{words.close}</Button>}
    >
      <p className="mb-3">{words.safe}</p>
      <PeopleGrid<WhatIfView>
        profile={profile}
        label={words.grid}
        queryKey={whatIfKey(profile, provider)}
        fetchWindow={whatIfWindow(profile, provider)}
        total={(window) => window.stranded}
        empty={<EmptyState title={words.nobody}>{words.nobodyText}</EmptyState>}
        head={(window) => (window ? <Head view={window} /> : <Skeleton height={76} />)}
      />
    </Dialog>
  );
}

function titleOf(known: ProviderInsight | undefined): string {
  if (known === undefined) return words.waiting;
  return known.enabled === false ? words.titleOff(known.name) : words.title(known.name);
}

function Head({ view }: { view: WhatIfView }) {
  const figures: [number, string][] = [
    [view.stranded, view.alreadyOff ? words.strandedOff : words.stranded],
    [view.otherWay, words.otherWay],
    [view.blocked, words.blocked],
  ];
  return (
    <>
      <p role="status" className="text-ink select-text">
        <FromCore of={view.sentences} />
      </p>
      <div className="flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(([people, label]) => (
          <Figure key={label} value={count(people)} label={label} />
        ))}
      </div>
    </>
  );
}
