import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { readGroup } from "@/features/invite/classes";
import { DraftScreen } from "@/features/invite/DraftScreen";
import { readStep } from "@/features/invite/flow";
import { InviteStart } from "@/features/invite/InviteStart";

/** Where an invitation begins. */
export function InviteRoute() {
  const { profile } = useParams({ from: "/p/$profile/invite" });
  const { role, person, ask } = useSearch({ from: "/p/$profile/invite" });
  // Not `ask`, which is used up at once: what was asked for has to be told here.
  return <InviteStart key={`${profile} ${person}`} profile={profile} role={role} person={person} ask={ask} />;
}

/** A draft; its step and its filter live in the address. */
export function InviteDraftRoute() {
  const { profile, draft } = useParams({ from: "/p/$profile/invite/$draft" });
  const search: Record<string, unknown> = useSearch({ from: "/p/$profile/invite/$draft" });
  const navigate = useNavigate({ from: "/p/$profile/invite/$draft" });
  const step = readStep(search.step);
  const group = readGroup(search.rows);
  const go = (next: { step?: string; rows?: string }) =>
    navigate({
      search: { ...(step ? { step } : {}), ...(group === "all" ? {} : { rows: group }), ...next } as never,
      // A filter is not a place to go back to.
      replace: next.step === undefined,
    });
  return (
    <DraftScreen
      key={draft}
      profile={profile}
      draft={draft}
      step={step}
      group={group}
      onStep={(next) => go({ step: next })}
      onGroup={(next) => go({ rows: next })}
    />
  );
}
