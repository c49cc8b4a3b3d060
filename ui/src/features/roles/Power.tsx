import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FromCore } from "@/components/FromCore";
import { sentenceOf } from "@/components/sentenceOf";
import { rolesQuery, useSetPrivileged } from "@/data/roster";
import type { RoleView } from "@/ipc";
import { Switch } from "@/kit/Switch";
import { roles as words } from "@/words/roles";

/** Whether a role gives power over others; what a person says stands above what Rollcall proposes. */
export function Power({ profile, role }: { profile: string; role: RoleView | undefined }) {
  const { save, power } = useSayPower(profile);
  // The ladder may be a refresh ahead of the roles for a moment.
  if (role === undefined) return null;
  const why = save.error ? (
    <>
      {words.powerFailed} {sentenceOf(save.error)}
    </>
  ) : (
    whyOf(role)
  );
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      <Switch isSelected={role.privileged} onChange={(on) => power(role.id, on)}>
        <span className="sr-only">{words.power(role.name)}</span>
      </Switch>
      <span className={`min-w-0 flex-[1_1_8rem] text-sm ${save.error ? "text-bad" : "text-ink-3"}`}>{why}</span>
    </span>
  );
}

/** Says of a role whether it gives power over others. */
export function useSayPower(profile: string) {
  const roles = useQuery(rolesQuery(profile)).data ?? [];
  const save = useSetPrivileged(profile);
  const power = (role: string, on: boolean) =>
    save.mutate(roles.filter((one) => (one.id === role ? on : one.privileged)).map((one) => one.id));
  return { save, power };
}

/** Who said it and when, or why it is proposed. */
function whyOf({ privileged, privilegedBy, whyPrivileged }: RoleView): ReactNode {
  if (privilegedBy) return (privileged ? words.ticked : words.unticked)(privilegedBy.by, privilegedBy.at);
  return whyPrivileged ? (
    <>
      {words.proposed} <FromCore of={whyPrivileged} />
    </>
  ) : null;
}
