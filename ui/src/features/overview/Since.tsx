import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Failure } from "@/components/Failure";
import { CHANGE_KINDS } from "@/data/addresses";
import { changesQuery, refreshesQuery } from "@/data/changes";
import type { ChangesView } from "@/ipc";
import { Card } from "@/kit/Card";
import { Skeleton } from "@/kit/Skeleton";
import { changes } from "@/words/changes";
import { overview } from "@/words/overview";

const words = overview.since;

/** What is different between the newest list and the one before; each kind leads to its people. */
export function Since({ profile }: { profile: string }) {
  const lists = useQuery(refreshesQuery(profile));
  const before = lists.data?.[1]?.number;
  const compared = useQuery({
    ...changesQuery(profile, { from: before ?? null, to: null }),
    enabled: before !== undefined,
  });
  const error = lists.error ?? compared.error;
  const retry = () => void (lists.error ? lists.refetch() : compared.refetch());
  return (
    <Card className="flex flex-col gap-2 p-4" label={words.title}>
      <h2 className="font-semibold">{words.title}</h2>
      {error ? (
        <Failure error={error} profile={profile} onRetry={retry} />
      ) : compared.data && before !== undefined ? (
        <Compared profile={profile} view={compared.data} before={before} />
      ) : lists.data && before === undefined ? (
        <p className="text-ink-3">{words.one}</p>
      ) : (
        <Skeleton width="60%" height={14} />
      )}
    </Card>
  );
}

function Compared({ profile, view, before }: { profile: string; view: ChangesView; before: number }) {
  const told = CHANGE_KINDS.flatMap((kind) => view.counts.filter((one) => one.kind === kind && one.people > 0));
  return (
    <>
      <p className="text-sm text-ink-3">{words.when(view.from.at, view.to.at)}</p>
      {told.length === 0 ? <p className="text-ink-2">{words.nobody}</p> : null}
      <ul className="flex flex-col gap-1">
        {told.map(({ kind, people }) => (
          <li key={kind}>
            <Link
              to="/p/$profile/changes"
              params={{ profile }}
              search={{ from: before, kind: [kind] }}
              className="rounded-sm text-accent tabular-nums hover:underline"
            >
              {changes.counted[kind](people)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
