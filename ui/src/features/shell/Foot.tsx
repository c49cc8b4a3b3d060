import { useQuery } from "@tanstack/react-query";
import { DataKept } from "@/components/DataKept";
import { isSample } from "@/components/platform";
import { useRefreshProgress } from "@/data/roster";
import { runsQuery } from "@/data/runs";
import { SignInState } from "@/features/connections/signIn/SignInState";
import { NORMAL } from "@/features/menu/zoom";
import type { AppStatus, CredentialState, ProfileView } from "@/ipc";
import { LockIcon } from "@/kit/icons";
import { inPercent } from "@/words/format";
import { menu } from "@/words/menu";
import { runs as runWords } from "@/words/runs";
import { shell } from "@/words/shell";

const words = shell.foot;

type FootProps = {
  profile: ProfileView | null;
  status: AppStatus | null;
  /** How large the page is drawn, in percent, and the way back. */
  size: { percent: number; normalSize: () => void };
};

/** One line: sign-in, where the key lives, how the data is protected, what is running. */
export function Foot({ profile, status, size }: FootProps) {
  return (
    <footer className="col-span-2 flex items-center gap-4 overflow-hidden border-t border-line bg-sunken px-3 text-xs whitespace-nowrap text-ink-2">
      {profile ? <Platform profile={profile} /> : null}
      {profile ? <Running profile={profile.id} /> : null}
      <span className="flex-1" />
      <Size {...size} />
      {status ? (
        <span
          className={status.storage.encrypted ? "flex items-center gap-1.5" : "flex items-center gap-1.5 text-warn"}
        >
          <LockIcon width="12" height="12" />
          <span className="truncate">
            <DataKept storage={status.storage} />
          </span>
        </span>
      ) : null}
    </footer>
  );
}

/** The size of the page while it is not the usual one: whoever changed it by accident finds the way back. */
function Size({ percent, normalSize }: FootProps["size"]) {
  const said = inPercent(percent);
  return (
    <>
      <span role="status" className="sr-only">
        {percent === NORMAL ? null : menu.size(said)}
      </span>
      {percent === NORMAL ? null : (
        <button
          type="button"
          title={menu.sizeNormal(said)}
          aria-label={menu.sizeNormal(said)}
          className="shrink-0 rounded-sm px-1 tabular-nums hover:text-ink"
          onClick={normalSize}
        >
          {said}
        </button>
      )}
    </>
  );
}

function Platform({ profile }: { profile: ProfileView }) {
  if (isSample(profile)) return <span className="truncate">{words.sample}</span>;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <SignInState profile={profile} />
      <span aria-hidden="true">·</span>
      <span className="truncate">{where(profile)}</span>
    </span>
  );
}

/** Where the credentials are. A platform without a subscription key keeps only those that one signs in with. */
function where(profile: ProfileView): string {
  const said: Record<CredentialState, string> = {
    kept: words.kept,
    session: words.session,
    missing: profile.needs.subscriptionKey ? words.keyMissing : words.nothingKept,
    unknown: words.unknown,
  };
  return said[profile.needs.subscriptionKey ? profile.subscriptionKey : profile.secret];
}

function Running({ profile }: { profile: string }) {
  const refreshing = useRefreshProgress(profile);
  const active = (useQuery(runsQuery(profile)).data ?? []).filter((run) => run.active);
  const perMinute = active.find((run) => run.peoplePerMinute)?.peoplePerMinute;
  return (
    <>
      {active.length > 0 ? (
        <span className="tabular-nums">
          {[words.running(active.length), perMinute ? runWords.perMinute(perMinute) : null].filter(Boolean).join(" · ")}
        </span>
      ) : null}
      {refreshing ? <span className="tabular-nums">{words.refreshing(refreshing.read, refreshing.total)}</span> : null}
    </>
  );
}
