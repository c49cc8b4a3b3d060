import { isSample } from "@/components/platform";
import type { CredentialState, ProfileView } from "@/ipc";
import { connectionList } from "@/words/connectionList";
import { connections } from "@/words/connections";
import { signingIn } from "@/words/signingIn";
import { signInState } from "../signIn/state";

/** Where a connection leads and how, in two quiet lines. */
export function CardFacts({ profile, now }: { profile: ProfileView; now: number }) {
  if (isSample(profile)) {
    return (
      <>
        <p className="text-ink-2">{connections.sampleFacts}</p>
        <p className="text-sm text-ink-3">{connectionList.refreshed(profile.lastRefresh, now)}</p>
      </>
    );
  }
  const where = [profile.baseUrl, profile.descriptionTitle, ...part(profile)].filter(Boolean).join(" · ");
  const how = [connectionList.refreshed(profile.lastRefresh, now), signIn(profile, now), credentials(profile)];
  return (
    <>
      <p className="truncate text-ink-2 select-text" title={where}>
        {where}
      </p>
      <p className="text-sm text-ink-3">{how.filter(Boolean).join(" · ")}</p>
    </>
  );
}

/** Which part of the platform, where that has to be named. */
const part = ({ needs, scope }: ProfileView): string[] =>
  needs.scope && scope.ids.length > 0 ? [connections.scope(scope)] : [];

/** How it signs in; in its token's last hour, how long that still holds. */
function signIn(profile: ProfileView, now: number): string {
  const state = signInState(profile, false, now);
  const how = connectionList.signsIn[profile.signIn.kind];
  return state.kind === "ends" ? `${how} · ${signingIn.state.ends(state.inMs)}` : how;
}

const WORST_FIRST: readonly CredentialState[] = ["missing", "unknown", "session", "kept"];

/** Where the credentials are: as the one says with which it stands worst. */
function credentials({ needs, secret, subscriptionKey }: ProfileView): string {
  const all = needs.subscriptionKey ? [secret, subscriptionKey] : [secret];
  const worst = WORST_FIRST.find((state) => all.includes(state)) ?? "missing";
  return connectionList.credentials[worst];
}
