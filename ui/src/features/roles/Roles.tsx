import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { ladderQuery } from "@/data/ladder";
import { rolesQuery } from "@/data/roster";
import { ListNotRead } from "@/features/shell/ListNotRead";
import type { LadderView, RoleView } from "@/ipc";
import { RolesIcon } from "@/kit/icons";
import { Skeleton } from "@/kit/Skeleton";
import { count } from "@/words/format";
import { roles as words } from "@/words/roles";
import { Combinations } from "./Combinations";
import { Direction } from "./Direction";
import { Figures } from "./Figures";
import { Ladder } from "./Ladder";
import { RoleSets } from "./RoleSets";

/** What an invitation can make someone, by weight, and who stands where. */
export function Roles({ profile }: { profile: string }) {
  const roles = useQuery(rolesQuery(profile));
  const ladder = useQuery(ladderQuery(profile));
  // The screen is a lot to draw: keys are answered in between.
  const stands = useDeferredValue(roles.data !== undefined && ladder.data !== undefined);
  const failed = roles.error ? roles : ladder.error ? ladder : null;
  return (
    <Page title={words.title} note={roles.data?.length ? count(roles.data.length) : null}>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-6">
        {failed ? (
          <Failure error={failed.error} profile={profile} onRetry={() => void failed.refetch()} />
        ) : roles.data && ladder.data && stands ? (
          <Told profile={profile} roles={roles.data} ladder={ladder.data} />
        ) : (
          <Skeleton height={480} />
        )}
      </div>
    </Page>
  );
}

function Told({ profile, roles, ladder }: { profile: string; roles: RoleView[]; ladder: LadderView }) {
  const known = new Map(roles.map((role) => [role.id, role]));
  if (known.size === 0) {
    return (
      <ListNotRead profile={profile} icon={<RolesIcon />} title={words.emptyTitle}>
        {words.empty}
      </ListNotRead>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-3">{words.powerNote}</p>
      <div className="flex flex-wrap items-stretch gap-4">
        <Direction profile={profile} ladder={ladder} />
        <Figures profile={profile} ladder={ladder} />
      </div>
      <Ladder profile={profile} rungs={ladder.rungs} known={known} />
      {ladder.combinations.length > 0 ? <Combinations profile={profile} combinations={ladder.combinations} /> : null}
      {ladder.sets.length > 0 ? <RoleSets sets={ladder.sets} total={ladder.setsTotal} /> : null}
    </div>
  );
}
