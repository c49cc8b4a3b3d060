import { useNavigate } from "@tanstack/react-router";
import type { ProfileView } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { LockIcon } from "@/kit/icons";
import { connectionList } from "@/words/connectionList";

const words = connectionList.locked;

/** Stands where the button that sends would be: why nothing can be sent, and the way to change that. */
export function ReadOnlyNote({ profile }: { profile: ProfileView }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <LockIcon className="shrink-0 text-ink-2" />
      <p className="min-w-0 text-ink-2">{words.text(profile.name)}</p>
      <Unlock profile={profile} />
    </div>
  );
}

/** The same over a whole screen. */
export function ReadOnlyBanner({ profile }: { profile: ProfileView }) {
  return <Banner tone="muted" title={words.text(profile.name)} actions={<Unlock profile={profile} small />} />;
}

function Unlock({ profile, small }: { profile: ProfileView; small?: boolean }) {
  const navigate = useNavigate();
  return (
    <Button
      small={small ?? false}
      onPress={() => void navigate({ to: "/connections/$id", params: { id: profile.id } })}
    >
      {words.unlock}
    </Button>
  );
}
