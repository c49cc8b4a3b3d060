import { type ReactElement, type ReactNode, useRef } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components/Menu";
import { cx } from "./cx";
import { Kbd } from "./Kbd";
import { POPOVER } from "./options";

/** One thing that a menu offers; `"-"` is a line between two groups. */
export type MenuEntry =
  | "-"
  | {
      id: string;
      label: string;
      onAction: () => void;
      icon?: ReactNode;
      note?: string;
      /** A quiet second line. */
      under?: ReactNode;
      keys?: string;
      danger?: boolean;
      disabled?: boolean;
      /** Why it can't be done now: it stays in sight, off, and says so. */
      offBecause?: string | null;
    };

type MenuProps = {
  label: string;
  /** The button that opens it: a Button or IconButton of this kit. */
  trigger: ReactElement;
  entries: MenuEntry[];
  /** As wide as the button. */
  matchTrigger?: boolean;
  /** Room for a second line. */
  wide?: boolean;
};

/** Things to do, under a button. */
export function Menu({ label, trigger, entries, matchTrigger, wide }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover offset={4} className={cx(POPOVER, matchTrigger ? "w-(--trigger-width)" : wide ? "w-96" : "min-w-48")}>
        <MenuEntries label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

/** Where a menu opens that has no button; pixels of the window. */
export type MenuPoint = { x: number; y: number };

type MenuAtProps = { label: string; entries: MenuEntry[]; at: MenuPoint; onClose: () => void };

/** Things to do, at a point. The focus goes back to where it was. */
export function MenuAt({ label, entries, at, onClose }: MenuAtProps) {
  const point = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={point} aria-hidden="true" className="fixed size-0" style={{ left: at.x, top: at.y }} />
      <Popover
        isOpen
        onOpenChange={(open) => !open && onClose()}
        triggerRef={point}
        placement="bottom start"
        offset={0}
        aria-label={label}
        className={cx(POPOVER, "min-w-48")}
      >
        <MenuEntries label={label} entries={entries} onClose={onClose} />
      </Popover>
    </>
  );
}

type MenuEntriesProps = {
  label: string;
  entries: MenuEntry[];
  /** Where no button stands over the menu that closes it by itself. */
  onClose?: () => void;
};

function MenuEntries({ label, entries, onClose }: MenuEntriesProps) {
  return (
    <AriaMenu
      aria-label={label}
      className="max-h-96 overflow-auto p-1 outline-none"
      {...(onClose ? { onClose, autoFocus: "first" as const } : {})}
    >
      {entries.map((entry, place) =>
        entry === "-" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          <Separator key={place} className="my-1 border-t border-line" />
        ) : (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            isDisabled={entry.disabled || Boolean(entry.offBecause)}
            onAction={entry.onAction}
            className={cx(
              "flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 outline-none data-disabled:opacity-50 data-focused:bg-accent-soft",
              entry.danger ? "text-bad" : "text-ink",
            )}
          >
            {entry.icon}
            {(entry.offBecause ?? entry.under) ? (
              <span className="min-w-0 flex-1">
                <span className="block truncate">{entry.label}</span>{" "}
                <span className="block truncate text-sm text-ink-2">{entry.offBecause ?? entry.under}</span>
              </span>
            ) : (
              <span className="min-w-0 flex-1 truncate">{entry.label}</span>
            )}
            {entry.note ? <span className="text-sm text-ink-2">{entry.note}</span> : null}
            {entry.keys ? <Kbd>{entry.keys}</Kbd> : null}
          </MenuItem>
        ),
      )}
    </AriaMenu>
  );
}
