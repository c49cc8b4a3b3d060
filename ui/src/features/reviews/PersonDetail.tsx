import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DetailPane } from "@/components/DetailPane";
import { Failure } from "@/components/Failure";
import { reviewPersonQuery } from "@/data/reviews";
import { stateTone } from "@/features/users/states";
import type { ReviewRow, UserId } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { CopyButton } from "@/kit/CopyButton";
import { Skeleton } from "@/kit/Skeleton";
import { reviews } from "@/words/reviews";
import { changeSaid, DECISION_TONE, nameOf, namesOf } from "./said";

const words = reviews.person;

type PersonDetailProps = { profile: string; review: string; person: UserId; onClose: () => void };

/** Everything that the review knows of one person, under the rows. */
export function PersonDetail({ profile, review, person, onClose }: PersonDetailProps) {
  const known = useQuery(reviewPersonQuery(profile, review, person));
  const row = known.data;
  return (
    <DetailPane
      label={words.region(row ? nameOf(row) : "")}
      height="max-h-64"
      head={row ? <Head profile={profile} row={row} /> : null}
      onClose={onClose}
    >
      {known.error ? (
        <Failure error={known.error} profile={profile} onRetry={() => void known.refetch()} />
      ) : known.isPending ? (
        <Skeleton height={64} />
      ) : row ? (
        <div className="flex flex-wrap gap-x-10 gap-y-3 select-text">
          <Facts row={row} />
          <ul className="flex min-w-60 flex-1 flex-col gap-1">
            {sentencesOf(row).map((sentence) => (
              <li key={sentence} className="break-words">
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{words.gone}</p>
      )}
    </DetailPane>
  );
}

function Head({ profile, row }: { profile: string; row: ReviewRow }) {
  const navigate = useNavigate();
  const show = () =>
    navigate({ to: "/p/$profile/users", params: { profile }, search: { ids: row.userId, person: row.userId } });
  return (
    <>
      <h2 className="min-w-0 truncate font-semibold">{nameOf(row)}</h2>
      <span className="min-w-0 truncate text-ink-2 select-text">{row.email}</span>
      {row.decision ? (
        <Badge tone={DECISION_TONE[row.decision]}>{reviews.decision[row.decision]}</Badge>
      ) : (
        <span className="shrink-0 text-ink-2">{reviews.people.undecided}</span>
      )}
      {row.flags.includes("left") ? null : (
        <Button small kind="quiet" onPress={() => void show()}>
          {words.users}
        </Button>
      )}
    </>
  );
}

function Facts({ row }: { row: ReviewRow }) {
  const { column } = reviews.people;
  return (
    <dl className="grid min-w-60 flex-1 grid-cols-[fit-content(130px)_minmax(0,1fr)] gap-x-3 gap-y-1">
      <Fact name={words.holds}>{namesOf(row.roles)}</Fact>
      <Fact name={column.organizations}>{namesOf(row.organizations)}</Fact>
      <Fact name={column.provider}>{row.identityProvider ?? reviews.people.nothing}</Fact>
      <Fact name={words.state}>
        <Badge tone={stateTone(row.state)}>{row.state}</Badge>
      </Fact>
      <Fact name={words.id}>
        <span className="flex items-start gap-1">
          <span className="font-mono text-xs break-all">{row.userId}</span>
          <span className="-my-1">
            <CopyButton compact text={row.userId} label={words.copyId} />
          </span>
        </span>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

/** What was decided by whom, what is to be known, and what was decided last time. */
function sentencesOf(row: ReviewRow): string[] {
  const flags = row.flags.map((flag) => (flag === "appeared" ? words.laterText : `${reviews.people.flag[flag]}.`));
  const { lastTime: last } = row;
  return [
    ...(row.privileged.length > 0 ? [`${reviews.people.privileged(row.privileged)}.`] : []),
    ...(row.decidedBy && row.decidedAt ? [words.by(row.decidedBy, row.decidedAt)] : []),
    ...(row.note === "" ? [] : [words.note(row.note)]),
    ...flags,
    ...row.changes.map(changeSaid),
    ...(row.handedTo === null ? [] : [words.handed(row.handedTo)]),
    ...(last ? [words.lastTime(last.decision, last.by, last.at)] : []),
    ...(last && last.note !== "" ? [words.note(last.note)] : []),
  ];
}
