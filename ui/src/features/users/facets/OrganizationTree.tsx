import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import type { OrganizationFacet } from "@/ipc";
import { cx } from "@/kit/cx";
import { alongText } from "@/kit/direction";
import { ChevronDownIcon, ChevronRightIcon } from "@/kit/icons";
import { SearchField } from "@/kit/SearchField";
import { filters as words } from "@/words/filters";
import { count } from "@/words/format";
import { CheckBox, changed } from "./Choices";
import { type Branch, branches, openOnes } from "./organizationTree";

const ROW = 26;
/** Rows in sight at most. */
const MOST = 10;

type OrganizationTreeProps = {
  organizations: OrganizationFacet[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Distributors, sellers and customers as a tree: any of the chosen ones, each with everything below it. */
export function OrganizationTree({ organizations, chosen, onChange }: OrganizationTreeProps) {
  const [search, setSearch] = useState("");
  const [flipped, setFlipped] = useState<ReadonlyMap<string, boolean>>(new Map());
  const open = useMemo(() => openOnes(organizations, chosen, flipped), [organizations, chosen, flipped]);
  const rows = useMemo(() => branches(organizations, open, search), [organizations, open, search]);
  if (organizations.length === 0) return <p className="px-1 text-ink-3">{words.tree.none}</p>;
  return (
    <div className="flex flex-col gap-1">
      <SearchField wide label={words.searchIn(words.title.organization)} value={search} onChange={setSearch} />
      <p role="status" className="sr-only">
        {search === "" ? null : words.tree.found(rows.length)}
      </p>
      {rows.length === 0 ? (
        <p className="px-1 text-ink-3">{words.noneFound}</p>
      ) : (
        <Tree
          rows={rows}
          chosen={chosen}
          onChoose={(id, on) => onChange(changed(chosen, id, on))}
          onOpen={(id, isOpen) => setFlipped(new Map(flipped).set(id, isOpen))}
        />
      )}
    </div>
  );
}

type TreeProps = {
  rows: Branch[];
  chosen: readonly string[];
  onChoose: (id: string, on: boolean) => void;
  onOpen: (id: string, open: boolean) => void;
};

/** Only the rows in sight exist; the tree itself has the focus and says which row is the active one. */
function Tree({ rows, chosen, onChoose, onOpen }: TreeProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const name = useId();
  const [at, setAt] = useState(0);
  const here = Math.min(at, rows.length - 1);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 4,
  });
  const go = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setAt(next);
    virtual.scrollToIndex(next);
  };
  const press = (row: Branch) => onChoose(row.organization.id, !chosen.includes(row.organization.id));
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[here];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = treeKey(event.key, rows, here);
    if (!act) return;
    event.preventDefault();
    if (act.kind === "go") go(act.to);
    else if (act.kind === "choose") press(row);
    else onOpen(row.organization.id, act.open);
  };
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={words.tree.label}
      aria-multiselectable="true"
      aria-activedescendant={`${name}-${rows[here]?.organization.id}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="group overflow-auto rounded-sm outline-none"
      style={{ maxHeight: ROW * MOST }}
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <TreeRow
              key={row.organization.id}
              id={`${name}-${row.organization.id}`}
              row={row}
              top={start}
              active={index === here}
              on={chosen.includes(row.organization.id)}
              onPress={() => {
                setAt(index);
                press(row);
              }}
              onFlip={() => onOpen(row.organization.id, !row.open)}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

type TreeAct = { kind: "go"; to: number } | { kind: "choose" } | { kind: "open"; open: boolean };

/** What a key does in a tree, as everywhere: right opens or goes in, left closes or goes out. */
function treeKey(key: string, rows: Branch[], here: number): TreeAct | null {
  const row = rows[here];
  if (!row) return null;
  const out = rows.slice(0, here).findLastIndex(({ level }) => level < row.level);
  switch (alongText(key)) {
    case "ArrowDown":
      return { kind: "go", to: here + 1 };
    case "ArrowUp":
      return { kind: "go", to: here - 1 };
    case "Home":
      return { kind: "go", to: 0 };
    case "End":
      return { kind: "go", to: rows.length - 1 };
    case "PageDown":
      return { kind: "go", to: here + MOST };
    case "PageUp":
      return { kind: "go", to: here - MOST };
    case "ArrowRight":
      return row.open ? { kind: "go", to: here + 1 } : row.parent ? { kind: "open", open: true } : null;
    case "ArrowLeft":
      return row.open ? { kind: "open", open: false } : out >= 0 ? { kind: "go", to: out } : null;
    case "Enter":
    case " ":
      return { kind: "choose" };
    default:
      return null;
  }
}

type TreeRowProps = {
  id: string;
  row: Branch;
  top: number;
  active: boolean;
  on: boolean;
  onPress: () => void;
  onFlip: () => void;
};

function TreeRow({ id, row, top, active, on, onPress, onFlip }: TreeRowProps) {
  const { organization, level, parent, open } = row;
  const Arrow = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter and the space bar on the tree do the same
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={row.place}
      aria-setsize={row.beside}
      aria-expanded={parent ? open : undefined}
      aria-selected={on}
      aria-label={words.peopleIn(organization.label, organization.people)}
      title={[organization.label, organization.kind].filter(Boolean).join(", ")}
      onClick={onPress}
      className={cx(
        "absolute inset-x-0 flex items-center gap-1.5 rounded-sm pe-1 text-ink-2 hover:bg-bg",
        active && "group-focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]",
      )}
      style={{ height: ROW, top, paddingInlineStart: 4 + (level - 1) * 14 }}
    >
      {/* For the pointer alone: the right and left keys on the tree do the same. */}
      <span
        aria-hidden="true"
        className="grid size-4 shrink-0 place-items-center text-ink-3"
        onClick={(event) => {
          if (!parent) return;
          event.stopPropagation();
          onFlip();
        }}
      >
        {parent ? <Arrow width="12" height="12" /> : null}
      </span>
      <CheckBox on={on} />
      <span className="min-w-0 flex-1 truncate">{organization.label}</span>{" "}
      <span className="text-sm tabular-nums">{count(organization.people)}</span>
    </div>
  );
}
