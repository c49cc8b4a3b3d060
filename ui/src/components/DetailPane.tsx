import { type ReactNode, useRef } from "react";
import { cx } from "@/kit/cx";
import { IconButton } from "@/kit/IconButton";
import { CloseIcon } from "@/kit/icons";
import { useEscapeWithin } from "@/kit/useEscapeWithin";
import { kit } from "@/words/kit";

type DetailPaneProps = {
  label: string;
  /** Who it is about; nothing while that is not known. */
  head: ReactNode;
  /** The most height that it takes from the rows. */
  height: "max-h-56" | "max-h-64";
  /** Esc within it, or the button. */
  onClose: () => void;
  children: ReactNode;
};

/** What is known of one row, under the rows. */
export function DetailPane({ label, head, height, onClose, children }: DetailPaneProps) {
  const pane = useRef<HTMLElement>(null);
  useEscapeWithin(pane, onClose);
  return (
    <section
      ref={pane}
      aria-label={label}
      className={cx(height, "shrink-0 overflow-auto border-t border-line-strong bg-sunken px-4 py-2.5")}
    >
      <div className="mb-2 flex items-center gap-3">
        {head}
        <span className="flex-1" />
        <IconButton small label={kit.close} keys="Esc" icon={<CloseIcon />} onPress={onClose} />
      </div>
      {children}
    </section>
  );
}
