import { useQuery } from "@tanstack/react-query";
import { DetailPane } from "@/components/DetailPane";
import { Failure } from "@/components/Failure";
import { changedPersonQuery } from "@/data/changes";
import type { ChangeRow, ChangeSpan } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { CopyButton } from "@/kit/CopyButton";
import { Skeleton } from "@/kit/Skeleton";
import { changes } from "@/words/changes";
import { PersonHistory } from "./PersonHistory";
import { saidOf } from "./said";

const words = changes.person;

type LeftPersonProps = { profile: string; span: ChangeSpan; person: string; onClose: () => void };

/** What is known of somebody who is no longer listed, under the rows. */
export function LeftPerson({ profile, span, person, onClose }: LeftPersonProps) {
  const known = useQuery(changedPersonQuery(profile, span, person));
  const row = known.data;
  return (
    <DetailPane
      label={words.region(row ? row.name || row.email : "")}
      height="max-h-56"
      head={row ? <Head row={row} /> : null}
      onClose={onClose}
    >
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
    </DetailPane>
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
