import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { Section } from "@/components/Section";
import { profilesQuery } from "@/data/profiles";
import { type Kept, storageQuery } from "@/data/storage";
import { Dot } from "@/features/shell/ProfileSwitcher";
import type { ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Skeleton } from "@/kit/Skeleton";
import { shell } from "@/words/shell";
import { storage as words } from "@/words/storage";
import { ForgetDialog } from "./ForgetDialog";

/** What is kept of each platform on this computer, and the way to forget it. */
export function KeptPlatforms() {
  const profiles = useQuery(profilesQuery());
  const navigate = useNavigate();
  return (
    <Section title={words.title} note={words.note}>
      {profiles.error ? <Failure error={profiles.error} onRetry={() => void profiles.refetch()} /> : null}
      {profiles.data?.length === 0 ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-ink-2">{words.noPlatform}</p>
          <Button small onPress={() => void navigate({ to: "/connections/new" })}>
            {shell.switcher.connect}
          </Button>
        </div>
      ) : null}
      {profiles.data?.map((profile) => (
        <KeptPlatform key={profile.id} profile={profile} />
      ))}
    </Section>
  );
}

function KeptPlatform({ profile }: { profile: ProfileView }) {
  const kept = useQuery(storageQuery(profile.id));
  const [asking, setAsking] = useState(false);
  return (
    <div role="group" aria-label={profile.name} className="border-t border-line pt-4 first:border-0 first:pt-0">
      <div className="mb-2 flex items-center gap-2 max-large:flex-wrap">
        <Dot colour={profile.colour} />
        <h3 className="min-w-0 truncate font-semibold max-large:basis-3/4">{profile.name}</h3>
        {kept.data ? <span className="shrink-0 text-ink-3 tabular-nums">{words.total(kept.data.total)}</span> : null}
        <span className="flex-1" />
        <Button small aria-label={words.forgetOf(profile.name)} onPress={() => setAsking(true)}>
          {words.forget}
        </Button>
      </div>
      {kept.error ? (
        <Failure error={kept.error} profile={profile.id} onRetry={() => void kept.refetch()} />
      ) : kept.data ? (
        <Parts kept={kept.data} />
      ) : (
        <Skeleton height={88} />
      )}
      <ForgetDialog
        profile={profile}
        lists={kept.data?.refreshes ?? 0}
        open={asking}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

function Parts({ kept }: { kept: Kept }) {
  return (
    <>
      <dl className="grid grid-cols-[minmax(0,1fr)_96px] gap-y-1">
        {kept.parts.map(({ what, kib }) => (
          <div key={what} className="contents">
            <dt className="text-ink-2">{words.part[what]}</dt>
            <dd className="text-end tabular-nums">{words.size(kib)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm text-ink-3">
        {kept.refreshes === 0 ? words.noLists : words.lists(kept.refreshes, kept.oldestRefresh)}
      </p>
    </>
  );
}
