import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { rememberedQuery } from "@/data/drafts";
import type { Remembered, RememberedMapping } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { Skeleton } from "@/kit/Skeleton";
import { titleOf } from "@/words/core/titleOf";
import { ago } from "@/words/format";
import { invite } from "@/words/invite";
import { repair } from "@/words/repair";
import { ErrorBanner } from "./ErrorBanner";
import { ForgetLearned, type Learned } from "./ForgetLearned";

const words = repair.remembered;

type RememberedDialogProps = { profile: string; onClose: () => void };

/** What columns and words of earlier files meant, each of which can be forgotten. */
export function RememberedDialog({ profile, onClose }: RememberedDialogProps) {
  const known = useQuery(rememberedQuery(profile));
  const [asked, setAsked] = useState<Learned | null>(null);
  return (
    <Dialog
      title={words.title}
      wide
      open
      onClose={onClose}
      actions={
        <Button autoFocus onPress={onClose}>
          {words.close}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{words.text}</p>
        <ErrorBanner error={known.error} profile={profile} />
        {known.data ? <Lists known={known.data} onForget={setAsked} /> : known.error ? null : <Skeleton height={120} />}
      </div>
      {asked ? <ForgetLearned profile={profile} learned={asked} onClose={() => setAsked(null)} /> : null}
    </Dialog>
  );
}

const columnsOf = ({ columns }: RememberedMapping): string =>
  words.columns(columns.map(({ field, text }) => words.column(text, invite.field[field])));

function Lists({ known, onForget }: { known: Remembered; onForget: (learned: Learned) => void }) {
  if (known.mappings.length + known.answers.length === 0) return <p className="text-ink-3">{words.nothing}</p>;
  return (
    <>
      <List title={words.mappings}>
        {known.mappings.map((mapping) => (
          <Entry
            key={mapping.id}
            what={titleOf(mapping.file)}
            note={columnsOf(mapping)}
            usedAt={mapping.usedAt}
            onForget={() => onForget({ id: mapping.id, what: titleOf(mapping.file) })}
          />
        ))}
      </List>
      <List title={words.answers}>
        {known.answers.map((answer) => (
          <Entry
            key={answer.id}
            what={words.means(answer.found, answer.means)}
            note={invite.field[answer.field]}
            usedAt={answer.usedAt}
            onForget={() => onForget({ id: answer.id, what: words.means(answer.found, answer.means) })}
          />
        ))}
      </List>
    </>
  );
}

function List({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="font-semibold text-ink">{title}</h3>
      <ul className="mt-1 rounded-md border border-line bg-surface">{children}</ul>
    </section>
  );
}

type EntryProps = { what: string; note: string; usedAt: string; onForget: () => void };

function Entry({ what, note, usedAt, onForget }: EntryProps) {
  return (
    <li className="flex min-h-11 items-center gap-3 border-b border-line px-3 py-1.5 last:border-0">
      <p className="min-w-0 flex-1 select-text">
        <span className="block truncate text-ink" title={what}>
          {what}
        </span>
        <span className="block truncate text-sm text-ink-3" title={note}>
          {note}
        </span>
      </p>
      <span className="shrink-0 text-sm text-ink-3">{words.used(ago(usedAt))}</span>
      <Button small kind="quiet" aria-label={words.forgetWhat(what)} onPress={onForget}>
        {words.forget}
      </Button>
    </li>
  );
}
