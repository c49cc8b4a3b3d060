import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useReducer } from "react";
import { FromCore } from "@/components/FromCore";
import { platformName } from "@/components/platform";
import { useUnsaved } from "@/components/unsaved";
import { profilesQuery } from "@/data/profiles";
import { type ErrorCode, type FileOffer, onEvent, toAppError } from "@/ipc";
import { Button, Spinner } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { InviteIcon } from "@/kit/icons";
import { useLatest } from "@/kit/useLatest";
import { invite as words } from "@/words/invite";
import { type DropTarget, moveDrop } from "./drop";
import { ErrorBanner } from "./ErrorBanner";
import { useTaker } from "./handed";

type DropZoneProps = {
  /** The open connection; without one a dropped file waits. */
  profile: string | null;
  /** What the screen does with a dropped file. */
  target: DropTarget;
};

/**
 * Hears the shell's drop events on every screen. While a file hovers, the whole window is one
 * target that says what will happen.
 */
export function DropZone({ profile, target }: DropZoneProps) {
  const [drop, move] = useReducer(moveDrop, { state: "none" });
  const { open } = target;
  const opened = useQuery(profilesQuery()).data?.find((one) => one.id === profile);
  const platform = opened ? platformName(opened) : null;

  const ready = target.anywhere === true || profile !== null;
  const canCheck = useLatest(ready);
  useEffect(() => onEvent((event) => move({ kind: "event", event, canCheck: canCheck.current })), [canCheck]);

  const take = useCallback(
    (file: FileOffer) =>
      move({ kind: "event", event: { kind: "file-dropped", data: file }, canCheck: canCheck.current }),
    [canCheck],
  );
  useTaker(take);
  useUnsaved(drop.state === "waits" || drop.state === "reading");

  const reading = drop.state === "reading" ? drop.file : null;
  // Whatever screen is shown meanwhile: a file is read once, as was said when it came.
  const mutate = useLatest(open.mutate);
  useEffect(() => {
    if (reading)
      mutate.current(reading, { onSettled: (_, error) => move(error ? { kind: "failed", error } : { kind: "done" }) });
  }, [reading, mutate]);

  switch (drop.state) {
    case "none":
      return null;
    case "failed":
      return (
        <Failed title={target.words.failedTitle(drop.file.name)} onClose={() => move({ kind: "leave" })}>
          <Why error={drop.error} profile={profile} />
        </Failed>
      );
    case "over":
      return <Target platform={platform} words={ready ? target.words : null} />;
    case "reading":
      return <Reading sentence={target.words.reading(drop.file.name)} />;
    case "waits":
      return (
        <Waiting
          name={drop.file.name}
          // What waits was dropped as people to invite; a screen that takes other files does not read it.
          platform={target.anywhere ? null : platform}
          onCheck={() => move({ kind: "check" })}
          onLeave={() => move({ kind: "leave" })}
        />
      );
    case "refused":
      return (
        <Failed title={words.drop.refusedTitle} onClose={() => move({ kind: "leave" })}>
          <FromCore of={drop.sentence} />
        </Failed>
      );
  }
}

/** Refusals whose sentence says all there is to say. */
const REFUSED: readonly ErrorCode[] = ["file-refused", "review-refused"];

function Why({ error, profile }: { error: Error; profile: string | null }) {
  const { code, message } = toAppError(error);
  if (!REFUSED.includes(code)) return <ErrorBanner error={error} profile={profile ?? undefined} />;
  return (
    <p className="select-text">
      <FromCore of={message} />
    </p>
  );
}

function Target({ platform, words: said }: { platform: string | null; words: DropTarget["words"] | null }) {
  return (
    <div
      role="status"
      className="fixed inset-0 z-50 animate-[appear_100ms_ease-out] bg-[color-mix(in_srgb,var(--bg)_88%,transparent)] p-4 backdrop-blur-[2px]"
    >
      <div className="grid h-full place-items-center rounded-lg border-2 border-dashed border-accent bg-[color-mix(in_srgb,var(--accent-soft)_60%,transparent)]">
        <div className="flex flex-col items-center px-8 text-center">
          <span className="mb-5 grid size-16 place-items-center rounded-full bg-accent text-on-accent [&>svg]:size-8">
            <InviteIcon />
          </span>
          <p className="text-2xl font-[650] tracking-tight">{said ? said.title : words.drop.noPlatform}</p>
          <p className="mt-2 max-w-130 text-lg text-ink-2">
            {said ? said.text : words.drop.noPlatformText} {said && platform ? said.into(platform) : null}
          </p>
        </div>
      </div>
    </div>
  );
}

function Reading({ sentence }: { sentence: string }) {
  return (
    <Corner>
      <div role="status" className="flex min-w-0 items-center gap-3">
        <Spinner />
        <span className="truncate">{sentence}</span>
      </div>
    </Corner>
  );
}

function Waiting({
  name,
  platform,
  onCheck,
  onLeave,
}: {
  name: string;
  platform: string | null;
  onCheck: () => void;
  onLeave: () => void;
}) {
  return (
    <Corner>
      <div role="status">
        <p className="truncate font-semibold">{words.drop.waitsTitle(name)}</p>
        <p className="mt-0.5 text-ink-2">{words.drop.waitsText}</p>
      </div>
      <div className="mt-3 flex justify-end gap-2">
        <Button small kind="quiet" onPress={onLeave}>
          {words.drop.waitsLeave}
        </Button>
        {platform ? (
          <Button small kind="primary" onPress={onCheck}>
            {words.drop.waitsOpen(platform)}
          </Button>
        ) : null}
      </div>
    </Corner>
  );
}

/** Stands over the foot of any screen without taking it away. */
function Corner({ children }: { children: ReactNode }) {
  return (
    <div className="fixed end-6 bottom-11 z-30 w-90 max-w-[calc(100vw-48px)] animate-[appear_120ms_ease-out] rounded-lg border border-line bg-raised p-4 shadow-raised">
      {children}
    </div>
  );
}

function Failed({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {words.drop.close}
        </Button>
      }
    >
      {children}
    </Dialog>
  );
}
