import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { FromCore } from "@/components/FromCore";
import { addressOfQuery } from "@/data/addresses";
import { PeopleLink } from "@/features/users/PeopleLink";
import type { FindingPart, FindingSeverity, FindingView } from "@/ipc";
import { Badge, type Tone } from "@/kit/Badge";
import { Bar } from "@/kit/Bar";
import { useContextMenu } from "@/kit/ContextMenu";
import { ChevronDownIcon, ChevronRightIcon } from "@/kit/icons";
import type { MenuEntry } from "@/kit/Menu";
import { told } from "@/words/core/told";
import { findings as words } from "@/words/findings";
import { count } from "@/words/format";

const TONES: Record<FindingSeverity, Tone> = { high: "bad", medium: "warn", low: "muted" };

/** Parts that the closed card names. */
const NAMED = 3;

type FindingCardProps = {
  profile: string;
  finding: FindingView;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Lists its people, where Users can't. */
  onList: () => void;
  /** What can be done with it, to the right of its words. */
  act: ReactNode;
  /** The same in its menu. */
  acts: MenuEntry[];
};

/** One finding: what and how many; opened, what it means and what to do. */
export function FindingCard({ profile, finding, open, onOpen, onList, act, acts }: FindingCardProps) {
  const navigate = useNavigate();
  const show = () => {
    if (finding.people === 0) void navigate({ to: "/p/$profile/providers", params: { profile } });
    else if (finding.query === null) onList();
    else void navigate({ to: "/p/$profile/users", params: { profile }, search: addressOfQuery(finding.query) });
  };
  const { openers, menu } = useContextMenu(told(finding.title).text, () => [
    { id: "open", label: open ? words.hideMeaning : words.showMeaning, onAction: () => onOpen(!open) },
    { id: "people", label: finding.people === 0 ? words.toProviders : words.show(finding.people), onAction: show },
    "-",
    ...acts,
  ]);
  const id = useId();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // It may have been opened from elsewhere, and lie far down.
    if (open) card.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <li {...openers} ref={card} aria-labelledby={`${id}-title`} className="rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 pe-3 ps-2">
        <h3 className="min-w-0 flex-1 basis-72">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => onOpen(!open)}
            className="flex w-full min-w-0 items-center gap-2 rounded-md px-1 py-1 text-start font-semibold hover:bg-muted-soft"
          >
            <Chevron className="shrink-0 text-ink-3" />
            <span className="shrink-0">
              <Badge tone={TONES[finding.severity]}>{words.severity[finding.severity]}</Badge>
            </span>
            <span id={`${id}-title`} className="min-w-0">
              <FromCore of={finding.title} />
            </span>
          </button>
        </h3>
        <span className="shrink-0 tabular-nums">
          <Who profile={profile} finding={finding} onList={onList} />
        </span>
        {act}
      </div>
      {open ? (
        <Detail id={id} finding={finding} />
      ) : (
        <p id={id} className="truncate pe-3 pb-2 ps-9 text-ink-3">
          {shortly(finding)}
        </p>
      )}
      {menu}
    </li>
  );
}

/** Its parts. Those of combinations are called by the core; all others have names of the platform's. */
const partsOf = ({ rule, parts }: FindingView): FindingPart[] =>
  rule === "role-combination" ? parts.map((part) => ({ ...part, label: told(part.label).text })) : parts;

const shortly = (finding: FindingView): string => {
  const { partsTotal } = finding;
  const named = partsOf(finding).slice(0, NAMED);
  return words.parts(named, partsTotal - named.length);
};

/** The way to exactly its people; a finding on providers has none. */
function Who({ profile, finding, onList }: Pick<FindingCardProps, "profile" | "finding" | "onList">) {
  const { people, query } = finding;
  const title = told(finding.title).text;
  if (people === 0) {
    return (
      <Link to="/p/$profile/providers" params={{ profile }} className="rounded-sm text-accent hover:underline">
        {words.toProviders}
      </Link>
    );
  }
  if (query === null) {
    return (
      <button
        type="button"
        aria-label={words.showOf(people, title)}
        onClick={onList}
        className="rounded-sm text-accent hover:underline"
      >
        {words.show(people)}
      </button>
    );
  }
  return (
    <PeopleLink profile={profile} query={query} people={people} label={words.showOf(people, title)}>
      {words.show(people)}
    </PeopleLink>
  );
}

function Detail({ id, finding }: { id: string; finding: FindingView }) {
  return (
    <dl
      id={id}
      className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-4 gap-y-2.5 border-t border-line py-3 pe-4 ps-9 select-text max-large:grid-cols-1 max-large:gap-y-0.5"
    >
      <Term name={words.meaning}>
        <FromCore of={finding.meaning} />
      </Term>
      <Term name={words.toDo}>
        <FromCore of={finding.toDo} />
      </Term>
      {finding.parts.length > 0 ? (
        <Term name={words.where}>
          <Parts finding={finding} />
        </Term>
      ) : null}
      {finding.basis.length > 0 ? (
        <Term name={words.basis}>
          <ul>
            {finding.basis.map((sentence) => (
              <li key={sentence.text} className="break-words">
                <FromCore of={sentence} />
              </li>
            ))}
          </ul>
        </Term>
      ) : null}
    </dl>
  );
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 max-w-160 max-large:mb-2">{children}</dd>
    </>
  );
}

function Parts({ finding }: { finding: FindingView }) {
  const { partsTotal, people } = finding;
  const parts = partsOf(finding);
  return (
    <>
      <ul className="flex flex-col gap-1">
        {parts.map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts may have the same name, and none has another
          <Part key={place} part={part} people={people} />
        ))}
      </ul>
      {partsTotal > parts.length ? (
        <p className="mt-1 text-ink-3">{words.moreParts(partsTotal - parts.length)}</p>
      ) : null}
    </>
  );
}

function Part({ part, people }: { part: FindingPart; people: number }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_120px_56px] items-center gap-3 max-large:grid-cols-[minmax(0,1fr)_64px_56px]">
      <span className="large:truncate" title={part.label}>
        {part.label}
      </span>
      {people > 0 ? (
        <>
          <Bar value={part.people} of={people} />
          <span className="text-end tabular-nums">{count(part.people)}</span>
        </>
      ) : null}
    </li>
  );
}
