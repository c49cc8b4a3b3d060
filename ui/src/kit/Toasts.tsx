import { type ReactNode, useSyncExternalStore } from "react";
import {
  UNSTABLE_Toast as AriaToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components/Toast";
import { toasts as words } from "@/words/toasts";
import { Button } from "./Button";
import { type Command, useCommands } from "./commands";
import { IconButton } from "./IconButton";
import { CloseIcon } from "./icons";
import { lastUndoable, NotTakenBack, type Told, takeBack, told } from "./toasts";

type ToastsProps = {
  /** The sentence of a failed undo. */
  sentenceOf: (error: unknown) => ReactNode;
};

/** What was done out of sight, over the foot of any screen: announced, and reached with F6. */
export function Toasts({ sentenceOf }: ToastsProps) {
  const any = useTold(() => told.visibleToasts.length > 0);
  const undoable = useTold(() => lastUndoable() !== null);
  const failed = (error: unknown): Told => ({
    text: words.undoFailed,
    more: error instanceof NotTakenBack ? error.message : sentenceOf(error),
  });
  const undo: Command = {
    id: "undo",
    label: words.undoLast,
    bound: "undo",
    act: () => {
      const last = lastUndoable();
      if (!last) return false;
      takeBack(last.key, failed);
    },
  };
  useCommands(undoable ? [undo] : [], "anywhere");
  // Only while there is something in it: a part that is empty at first is not reached with F6 later.
  if (!any) return null;
  // Above the bar at the foot of a screen: the buttons there would lie under it.
  return (
    <ToastRegion
      queue={told}
      aria-label={words.region}
      className="fixed end-6 bottom-24 z-40 flex w-90 max-w-[calc(100vw-48px)] flex-col-reverse gap-2 rounded-lg outline-none data-focus-visible:shadow-focus"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="flex animate-[appear_120ms_ease-out] items-center gap-2 rounded-lg border border-line-strong bg-raised py-2 pe-2 ps-4 shadow-raised outline-none data-focus-visible:shadow-focus"
        >
          <ToastContent className="min-w-0 flex-1">
            <Text slot="title" className="block break-words">
              {toast.content.text} {toast.content.more}
            </Text>
          </ToastContent>
          <Acts
            content={toast.content}
            onUndo={() => takeBack(toast.key, failed)}
            onClose={() => told.close(toast.key)}
          />
          <IconButton slot="close" small bare label={words.close} icon={<CloseIcon />} />
        </AriaToast>
      )}
    </ToastRegion>
  );
}

/** Something about what is told now. */
const useTold = (look: () => boolean): boolean => useSyncExternalStore((tell) => told.subscribe(tell), look);

function Acts({ content, onUndo, onClose }: { content: Told; onUndo: () => void; onClose: () => void }) {
  const { next, undo } = content;
  return (
    <>
      {next ? (
        <Button
          small
          onPress={() => {
            onClose();
            next.go();
          }}
        >
          {next.label}
        </Button>
      ) : null}
      {undo ? (
        <Button small onPress={onUndo}>
          {words.undo}
        </Button>
      ) : null}
    </>
  );
}
