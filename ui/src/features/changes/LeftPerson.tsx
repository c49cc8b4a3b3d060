import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Failure } from "@/components/Failure";
import { changedPersonQuery } from "@/data/changes";
import type { ChangeRow, ChangeSpan } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { CopyButton } from "@/kit/CopyButton";
import { IconButton } from "@/kit/IconButton";
import { CloseIcon } from "@/kit/icons";
import { Skeleton } from "@/kit/Skeleton";
import { useEscapeWithin } from "@/kit/useEscapeWithin";
import { changes } from "@/words/en/changes";
import { kit } from "@/words/en/kit";
import { PersonHistory } from "./PersonHistory";
import { saidOf } from "./said";

const words = changes.person;

type LeftPersonProps = { profile: string; span: ChangeSpan; person: string; onClose: () => void };

/** What is known of somebody who is no longer listed, under the rows. */
export function LeftPerson({ profile, span, person, onClose }: LeftPersonProps) {
  const known = useQuery(changedPersonQuery(profile, span, person));
  const detail = useRef<HTMLElement>(null);
  useEscapeWithin(detail, onClose);
  const row = known.data;
  return (
    <section
      ref={detail}
      aria-label={words.region(row ? row.name || row.email : "")}
      className="max-h-56 shrink-0 overflow-auto border-t border-line-strong bg-sunken px-4 py-2.5"
    >
      <div className="mb-2 flex items-center gap-3">
        {row ? <Head row={row} /> : null}
        <span className="flex-1" />
        <IconButton small label={kit.close} keys="Esc" icon={<CloseIcon />} onPress={onClose} />
      </div>
      {known.error ? (
        <Failure error={known.error} profile={profile} onRetry={() => void known.refetch()} />
      ) : known.isPending ? (
        <Skeleton height={48} />
      ) : row ? (
        <Between lines={row.changes.map(saidOf)} />
      ) : (
        <p>{words.gone}</p>
      )}
      <Title>{words.before}</Title>
      <PersonHistory profile={profile} person={person} />
    </section>
  );
}

function Head({ row }: { row: ChangeRow }) {
  return (
    <>
      <h2 className="min-w-0 truncate font-semibold">{row.name || row.email}</h2>
      <span className="min-w-0 truncate text-ink-2 select-text">{row.email}</span>
      <Badge tone={row.stillListed ? "ok" : "muted"}>{row.stillListed ? changes.listed : changes.notListed}</Badge>
      <CopyButton text={row.userId} label={words.copyId} />
    </>
  );
}

function Between({ lines }: { lines: string[] }) {
  return (
    <>
      <Title>{words.between}</Title>
      <ul className="select-text">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}

const Title = ({ children }: { children: string }) => (
  <h3 className="mt-1 text-sm font-semibold text-ink-2">{children}</h3>
);
