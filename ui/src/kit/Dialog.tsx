import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { cx } from "./cx";
import { useScrolls } from "./useScrolls";

type DialogProps = {
  title: ReactNode;
  open: boolean;
  /** Esc, a press outside, or a button. Focus goes back to where it was. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the one to press last. */
  actions: ReactNode;
  wide?: boolean;
  /** As much of the window as there is, for what stands side by side. */
  size?: "page";
  /** For what can't be taken back: announced as an alert, and only a button closes it. */
  danger?: boolean;
  /** For what goes on while people look elsewhere: a press outside, to come back to the window, does not close it. */
  stays?: boolean;
};

/**
 * A question that has to be answered before anything else. It is there at once: React Aria asks what enters for its animations, and
 * WebKit never lets go of an element that was asked while one ran, nor of anything in it.
 */
export function Dialog({ title, open, onClose, children, actions, wide, size, danger, stays }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={!danger && !stays}
      className="fixed inset-0 z-20 grid place-items-center bg-scrim p-6"
    >
      <Modal
        className={cx(
          "flex max-h-full w-full flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-raised",
          size === "page" ? "h-full max-w-320" : wide ? "max-w-240" : "max-w-115",
        )}
      >
        <AriaDialog
          role={danger ? "alertdialog" : "dialog"}
          className={cx("flex min-h-0 flex-col outline-none", size === "page" && "flex-1")}
        >
          <Heading slot="title" level={2} className="px-5 pt-4 text-lg font-semibold">
            {title}
          </Heading>
          <Body>{children}</Body>
          <div className="flex justify-end gap-2 border-t border-line px-5 py-3">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What stands between the title and the buttons: it exists only while the dialog is open, and so can be measured. */
function Body({ children }: { children: ReactNode }) {
  const [box, scrolls] = useScrolls<HTMLDivElement>();
  return (
    <div
      ref={box}
      // What scrolls has to be reached by keys.
      tabIndex={scrolls ? 0 : undefined}
      className="min-h-0 flex-1 overflow-auto px-5 pt-2 pb-5 text-ink-2"
    >
      {children}
    </div>
  );
}
