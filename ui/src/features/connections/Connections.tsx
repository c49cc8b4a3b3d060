import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { isSample } from "@/components/platform";
import { profilesQuery, useOpenSample, useTestProfile } from "@/data/profiles";
import type { ProfileView } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { EmptyState } from "@/kit/EmptyState";
import { IconButton } from "@/kit/IconButton";
import { ConnectionsIcon, MoreIcon, PlusIcon } from "@/kit/icons";
import { Menu } from "@/kit/Menu";
import { connections as words } from "@/words/en/connections";
import { KeychainNote } from "./KeychainNote";
import { RemoveDialog } from "./RemoveDialog";
import { TestReport } from "./TestReport";

/** All platforms that Rollcall can reach. */
export function Connections() {
  const navigate = useNavigate();
  const profiles = useQuery(profilesQuery());
  const connect = () => void navigate({ to: "/connections/new" });
  return (
    <Page
      title={words.title}
      actions={
        profiles.data?.length ? (
          <Button icon={<PlusIcon />} onPress={connect}>
            {words.add}
          </Button>
        ) : null
      }
    >
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-6">
        <div className="flex h-full max-w-220 flex-col gap-3">
          <KeychainNote />
          {profiles.error ? <Failure error={profiles.error} onRetry={() => void profiles.refetch()} /> : null}
          {profiles.data?.map((profile) => (
            <ConnectionCard key={profile.id} profile={profile} />
          ))}
          {profiles.data?.length === 0 ? <None onConnect={connect} /> : null}
        </div>
      </div>
    </Page>
  );
}

function None({ onConnect }: { onConnect: () => void }) {
  const navigate = useNavigate();
  const sample = useOpenSample();
  return (
    <EmptyState
      icon={<ConnectionsIcon />}
      title={words.emptyTitle}
      action={
        <>
          <Button
            pending={sample.isPending}
            onPress={() =>
              sample.mutate(undefined, {
                onSuccess: (profile) => navigate({ to: "/p/$profile/overview", params: { profile: profile.id } }),
              })
            }
          >
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
  );
}

function ConnectionCard({ profile }: { profile: ProfileView }) {
  const navigate = useNavigate();
  const test = useTestProfile();
  const [removing, setRemoving] = useState(false);
  const edit = () => void navigate({ to: "/connections/$id", params: { id: profile.id } });
  return (
    <section aria-label={profile.name} className="rounded-lg border border-line bg-surface">
      <div className="flex items-center gap-3 p-4">
        <span aria-hidden="true" className="size-3 shrink-0 rounded-full" style={{ background: profile.colour }} />
        <div className="min-w-0 flex-1">
          <h2 className="flex items-center gap-2 font-semibold">
            <span className="truncate">{profile.name}</span>
            {profile.live ? <Badge tone="warn">{words.live}</Badge> : null}
          </h2>
          <p className="truncate text-sm text-ink-3">{facts(profile)}</p>
        </div>
        <Button small pending={test.isPending} onPress={() => test.mutate(profile.id)}>
          {words.test}
        </Button>
        {isSample(profile) ? null : (
          <Button small onPress={edit}>
            {words.edit}
          </Button>
        )}
        <Button small onPress={() => navigate({ to: "/p/$profile/overview", params: { profile: profile.id } })}>
          {words.open}
        </Button>
        <Menu
          label={words.more(profile.name)}
          trigger={<IconButton small bare label={words.more(profile.name)} icon={<MoreIcon />} />}
          entries={[{ id: "remove", label: words.remove, danger: true, onAction: () => setRemoving(true) }]}
        />
      </div>
      {test.isPending ? <p className="border-t border-line p-4 text-ink-2">{words.report.testing}</p> : null}
      {test.error && !test.isPending ? (
        <div className="border-t border-line p-4">
          <Failure error={test.error} profile={profile.id} onRetry={() => test.mutate(profile.id)} />
        </div>
      ) : null}
      {test.data && !test.isPending ? (
        <div className="border-t border-line p-4">
          <TestReport report={test.data} />
        </div>
      ) : null}
      <RemoveDialog profile={profile} open={removing} onClose={() => setRemoving(false)} />
    </section>
  );
}

/** Where, which part, how it signs in, and whether that is at hand. */
function facts(profile: ProfileView): string {
  if (isSample(profile)) return words.sampleFacts;
  const worse = profile.secret === "missing" ? profile.secret : profile.subscriptionKey;
  return [profile.baseUrl, words.scope(profile.scope), words.signIn[profile.signIn.kind], words.credential[worse]].join(
    " · ",
  );
}
