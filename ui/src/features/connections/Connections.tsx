import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { profilesQuery } from "@/data/profiles";
import { useRefusedAmong } from "@/data/signingIn";
import { useNow } from "@/features/runs/useNow";
import { NUMBERED } from "@/features/shell/switching";
import { useSample } from "@/features/start/useSample";
import type { ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { EmptyState } from "@/kit/EmptyState";
import { ConnectionsIcon, PlusIcon } from "@/kit/icons";
import { SearchField } from "@/kit/SearchField";
import { Skeleton } from "@/kit/Skeleton";
import { connectionList } from "@/words/connectionList";
import { connections as words } from "@/words/connections";
import { count, holds } from "@/words/format";
import { KeychainNote } from "./KeychainNote";
import { ConnectionCard } from "./list/ConnectionCard";
import { NeedsSomething } from "./list/NeedsSomething";
import { problemOf } from "./list/problem";
import { useMoving } from "./list/useMoving";
import { OrganizationsDropped } from "./organizations/OrganizationsDropped";

/** All platforms that Rollcall can reach. */
export function Connections() {
  const navigate = useNavigate();
  const profiles = useQuery(profilesQuery());
  const [search, setSearch] = useState("");
  const connect = () => void navigate({ to: "/connections/new" });
  const all = profiles.data ?? [];
  const searchable = all.length > NUMBERED;
  return (
    <Page
      title={words.title}
      note={searchable ? count(all.length) : null}
      actions={
        <>
          {searchable ? (
            <SearchField
              label={connectionList.find}
              placeholder={connectionList.find}
              value={search}
              onChange={setSearch}
            />
          ) : null}
          {all.length > 0 ? (
            <Button icon={<PlusIcon />} onPress={connect}>
              {words.add}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-6">
        <div className="flex min-h-full max-w-220 flex-col gap-3">
          <KeychainNote />
          {profiles.error ? <Failure error={profiles.error} onRetry={() => void profiles.refetch()} /> : null}
          {profiles.isPending ? <Skeleton height={240} /> : null}
          {all.length > 0 ? <Cards all={all} search={searchable ? search : ""} onClear={() => setSearch("")} /> : null}
          {profiles.data?.length === 0 ? <None onConnect={connect} /> : null}
        </div>
      </div>
      <OrganizationsDropped />
    </Page>
  );
}

const isFound = ({ name, baseUrl }: ProfileView, search: string) => holds(`${name}\n${baseUrl}`, search.trim());

/** Milliseconds between two looks at the clock: ages and ends of tokens are told to the minute. */
const EVERY_MS = 20_000;

function Cards({ all, search, onClear }: { all: ProfileView[]; search: string; onClear: () => void }) {
  const now = useNow(EVERY_MS);
  const refused = useRefusedAmong(all);
  const { move, said, error, cardRef, goTo } = useMoving(all);
  const cards = all.map((profile, place) => ({
    profile,
    place,
    problem: problemOf(profile, refused.includes(profile.id), now),
  }));
  const shown = cards.filter(({ profile }) => isFound(profile, search));
  const broken = shown.filter(({ problem }) => problem !== null).map(({ profile }) => profile);
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <NeedsSomething all={all} broken={broken} onGo={goTo} />
      {shown.map(({ profile, place, problem }) => (
        <ConnectionCard
          key={profile.id}
          profile={profile}
          problem={problem}
          now={now}
          number={place < NUMBERED ? place + 1 : null}
          // What is searched for stands in no order that one could move it in.
          place={search.trim() === "" ? { isFirst: place === 0, isLast: place === all.length - 1 } : null}
          onMove={(by) => move(profile, by)}
          cardRef={cardRef(profile.id)}
        />
      ))}
      {shown.length === 0 ? (
        <EmptyState
          title={connectionList.noneFound}
          action={<Button onPress={onClear}>{connectionList.clear}</Button>}
        />
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

function None({ onConnect }: { onConnect: () => void }) {
  const sample = useSample();
  return (
    <>
      {sample.error ? <Failure error={sample.error} onRetry={sample.open} /> : null}
      <EmptyState
        icon={<ConnectionsIcon />}
        title={words.emptyTitle}
        action={
          <>
            <Button pending={sample.isPending} onPress={sample.open}>
              {words.sample}
            </Button>
            <Button kind="primary" onPress={onConnect}>
              {words.add}
            </Button>
          </>
        }
      >
        {words.empty}
      </EmptyState>
    </>
  );
}
