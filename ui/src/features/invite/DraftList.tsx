import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { draftsQuery } from "@/data/drafts";
import type { DraftSummary } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { IconButton } from "@/kit/IconButton";
import { FileIcon, TrashIcon } from "@/kit/icons";
import { titleOf } from "@/words/core/titleOf";
import { ago } from "@/words/format";
import { repair } from "@/words/repair";
import { useNow } from "../runs/useNow";
import { DiscardDialog } from "./DiscardDialog";
import { ErrorBanner } from "./ErrorBanner";

const words = repair.drafts;

/** Drafts that were left, the last changed first; nothing where there are none. */
export function DraftList({ profile }: { profile: string }) {
  const drafts = useQuery(draftsQuery(profile));
  const [discarding, setDiscarding] = useState<string | null>(null);
  const close = () => setDiscarding(null);
  if (drafts.error) return <ErrorBanner error={drafts.error} profile={profile} onRetry={() => void drafts.refetch()} />;
  if (!drafts.data?.length) return null;
  return (
    <Card label={words.title} className="shrink-0">
      <h2 className="px-4 pt-3 pb-2 text-lg font-semibold">{words.title}</h2>
      <ul className="max-h-60 overflow-y-auto">
        {drafts.data.map((draft) => (
          <Left key={draft.id} profile={profile} draft={draft} onDiscard={() => setDiscarding(draft.id)} />
        ))}
      </ul>
      {discarding ? <DiscardDialog open draft={discarding} onClose={close} onDiscarded={close} /> : null}
    </Card>
  );
}

function Left({ profile, draft, onDiscard }: { profile: string; draft: DraftSummary; onDiscard: () => void }) {
  const now = useNow(30_000);
  const navigate = useNavigate();
  const name = draft.name === null ? words.typed : titleOf(draft.name);
  return (
    <li className="flex min-h-11 items-center gap-3 border-t border-line px-4 py-1.5">
      <span className="shrink-0 text-ink-3">
        <FileIcon />
      </span>
      <p className="min-w-0 flex-1">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <span className="block text-sm text-ink-3 tabular-nums">
          {words.facts(draft.rows, draft.changes, ago(draft.changedAt, now))}
        </span>
      </p>
      <Button
        small
        aria-label={words.goOnWith(name)}
        onPress={() => navigate({ to: "/p/$profile/invite/$draft", params: { profile, draft: draft.id } })}
      >
        {words.goOn}
      </Button>
      <IconButton small label={words.discard(name)} icon={<TrashIcon />} onPress={onDiscard} />
    </li>
  );
}
