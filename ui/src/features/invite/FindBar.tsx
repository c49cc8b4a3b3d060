import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type RefObject, useCallback, useDeferredValue, useEffect, useRef, useState } from "react";
import { findQuery } from "@/data/drafts";
import type { DraftChange, DraftView, Field, Search, SearchResult } from "@/ipc";
import { Button } from "@/kit/Button";
import { Checkbox } from "@/kit/Checkbox";
import { IconButton } from "@/kit/IconButton";
import { CloseIcon } from "@/kit/icons";
import { Select } from "@/kit/Select";
import { TextField } from "@/kit/TextField";
import { useEscapeWithin } from "@/kit/useEscapeWithin";
import { invite } from "@/words/invite";
import { repair } from "@/words/repair";
import { CLASS_GROUPS, type ClassGroup } from "./classes";
import type { GoToNext } from "./RowsGrid";
import { shownFields } from "./rowValues";

const words = repair.find;

const ALL_FIELDS = "all";

/** What is asked for; the classes come from the chip that is on. */
type Asked = Omit<Search, "classes">;

const NOTHING: Asked = { find: "", field: null, matchCase: false, wholeCell: false };

type FindBarProps = {
  draft: DraftView;
  group: ClassGroup;
  /** When the rows were checked: other rows, other cells. */
  checkedAt: number;
  /** The rows are being checked: what was counted may not hold. */
  checking: boolean;
  findRef: RefObject<HTMLInputElement | null>;
  /** The way to the next cell that holds a text. */
  nextRef: RefObject<GoToNext | null>;
  onChange: (change: DraftChange) => void;
  onClose: () => void;
};

/** Finds a text in the cells of the rows in sight, and replaces it. It stands over the rows, not before them. */
export function FindBar(props: FindBarProps) {
  const { draft, group, checkedAt, checking, findRef, onChange, onClose } = props;
  const [asked, setAsked] = useState(NOTHING);
  const [instead, setInstead] = useState("");
  const [replaced, setReplaced] = useState<number | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const way = useWay();
  const bar = useRef<HTMLDivElement>(null);
  useEscapeWithin(bar, onClose);
  useEffect(() => findRef.current?.focus(), [findRef]);
  const search: Search = { ...asked, classes: [...CLASS_GROUPS[group]] };
  // Counting waits for a pause in typing, not the other way round.
  const settled = useDeferredValue(asked);
  const found = useQuery({
    ...findQuery(draft.id, { ...settled, classes: search.classes }, checkedAt),
    enabled: settled.find !== "" && !checking,
    placeholderData: keepPreviousData,
  });
  const cells = asked.find === "" ? 0 : (found.data?.cells ?? 0);
  // Until then what is known is of another text, or of no text.
  const counting = asked.find !== "" && (settled !== asked || found.isPlaceholderData || found.isLoading);
  const ask = (part: Partial<Asked>) => {
    way.end();
    setReplaced(null);
    setAt(null);
    setAsked({ ...asked, ...part });
  };
  const replace = () => {
    onChange({ kind: "replace", search, with: instead });
    setReplaced(cells);
  };
  const goToNext = async () => {
    const isWanted = checking || (cells === 0 && !counting) ? null : way.begin();
    if (!isWanted) return;
    // Rows that can't be read say so themselves.
    const row = await props.nextRef.current?.(search, isWanted).catch(() => null);
    if (!isWanted()) return;
    way.end();
    setReplaced(null);
    setAt(row ?? null);
  };
  return (
    <div
      ref={bar}
      role="search"
      aria-label={words.open}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-sunken px-4 py-2"
    >
      <Fields
        draft={draft}
        asked={asked}
        instead={instead}
        findRef={findRef}
        onAsk={ask}
        onInstead={(text) => {
          setReplaced(null);
          setInstead(text);
        }}
        onNext={goToNext}
      />
      <p role="status" className="min-w-32 flex-1 text-sm text-ink-2 tabular-nums">
        {replaced === null
          ? standing(asked.find, counting ? undefined : found.data, group, at)
          : words.replaced(replaced)}
      </p>
      {/* One piece: closing must not stand alone on a line. */}
      <span className="ms-auto flex items-center gap-2">
        <Button
          small
          offBecause={cells === 0 && !counting ? words.offNothing : null}
          pending={checking || counting}
          onPress={replace}
        >
          {cells === 0 || counting ? words.replaceNone : words.replaceAll(cells)}
        </Button>
        <IconButton small label={words.close} keys="Esc" icon={<CloseIcon />} onPress={onClose} />
      </span>
    </div>
  );
}

/** The way to a cell, through windows that have to be asked for: one at a time, and none once it was ended. */
function useWay() {
  const under = useRef<object>(undefined);
  const end = useCallback(() => {
    under.current = undefined;
  }, []);
  useEffect(() => end, [end]);
  const begin = () => {
    if (under.current) return null;
    const own = {};
    under.current = own;
    return () => under.current === own;
  };
  return { begin, end };
}

function standing(find: string, found: SearchResult | undefined, group: ClassGroup, at: number | null): string {
  if (find === "") return group === "all" ? words.nothingAsked : words.scope(invite.review.group[group]);
  if (!found) return words.looking;
  const all = words.found(found.cells, found.rows);
  return at === null ? all : words.at(all, at);
}

type FieldsProps = {
  draft: DraftView;
  asked: Asked;
  instead: string;
  findRef: RefObject<HTMLInputElement | null>;
  onAsk: (part: Partial<Asked>) => void;
  onInstead: (text: string) => void;
  onNext: () => void;
};

function Fields({ draft, asked, instead, findRef, onAsk, onInstead, onNext }: FieldsProps) {
  const fields = shownFields(draft).map((field) => ({ id: field as string, label: invite.field[field] }));
  return (
    <>
      <div className="w-40">
        <TextField
          hideLabel
          label={words.find}
          placeholder={words.find}
          inputRef={findRef}
          value={asked.find}
          onChange={(find) => onAsk({ find })}
          onKeyDown={({ key, nativeEvent }) => {
            // Enter that ends a composed word is not meant for the rows.
            if (key === "Enter" && !nativeEvent.isComposing) onNext();
          }}
        />
      </div>
      <div className="w-40">
        <TextField hideLabel label={words.with} placeholder={words.with} value={instead} onChange={onInstead} />
      </div>
      <div className="w-36">
        <Select
          hideLabel
          label={words.field}
          options={[{ id: ALL_FIELDS, label: words.allFields }, ...fields]}
          value={asked.field ?? ALL_FIELDS}
          onChange={(id) => onAsk({ field: id === null || id === ALL_FIELDS ? null : (id as Field) })}
        />
      </div>
      <Checkbox isSelected={asked.matchCase} onChange={(matchCase) => onAsk({ matchCase })}>
        {words.matchCase}
      </Checkbox>
      <Checkbox isSelected={asked.wholeCell} onChange={(wholeCell) => onAsk({ wholeCell })}>
        {words.wholeCell}
      </Checkbox>
    </>
  );
}
