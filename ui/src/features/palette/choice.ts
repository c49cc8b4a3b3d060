import { type MatchSorterOptions, matchSorter, rankings } from "match-sorter";
import type { ReactNode } from "react";
import { compare } from "@/words/format";

/** Where a choice stands in the list, in the order in which a search shows them. */
const GROUPS = [
  "here",
  "screens",
  "platforms",
  "views",
  "anywhere",
  "roles",
  "runs",
  "reviews",
  "organizations",
] as const;

/** What is only shown once something is typed: there may be thousands. */
const THINGS: readonly Group[] = ["roles", "runs", "reviews", "organizations"];

/** How many of a group are shown; typing on narrows them. */
const AT_MOST = 8;

export type Group = "recent" | "people" | (typeof GROUPS)[number];

/** Something that can be chosen: to do, a person, a screen, a platform, a saved view and whatever else has a name. */
export type Choice = {
  /** Unlike any other choice's. */
  id: string;
  group: Exclude<Group, "recent">;
  label: string;
  /** More to know it by, under or beside the label. */
  note?: string;
  /** The platform that it belongs to; goes with it. */
  platform?: { id: string; name: string; colour: string };
  icon?: ReactNode;
  /** The keys that do the same. */
  keys?: string;
  /** Why it can't be chosen now. */
  off?: string;
  go: () => void;
};

/** A part of the list under its own heading. */
export type Shown = { group: Group; choices: Choice[] };

export type Asked = {
  /** What was typed, without space around it. */
  text: string;
  /** What there is to do and where there is to go, and what else has a name. */
  choices: Choice[];
  /** People found for the text, or, while it is being looked for, those of the text before who fit it too. */
  people: Choice[];
  searching: boolean;
  /** What was chosen last, the latest first. */
  recent: Choice[];
  /** The platform whose saved views are offered before anything is typed. */
  open?: string | undefined;
};

const inGroups = (choices: Choice[]): Shown[] =>
  GROUPS.map((group) => ({ group, choices: choices.filter((choice) => choice.group === group).slice(0, AT_MOST) }));

const isThing = ({ group }: Choice) => THINGS.includes(group);

/**
 * What is offered. Before anything is typed: what was chosen before, then what there is to do and where to go. Afterwards
 * the commands and places whose words begin like the text, the people, what else is called so, and at last whatever has
 * the letters in this order: these wait for the people, so that nothing moves away under the finger. What was chosen
 * before stands first among those that fit as well.
 */
export function shownFor({ text, choices, people, searching, recent, open }: Asked): Shown[] {
  const groups = text === "" ? untyped() : found();
  return groups.filter(({ choices }) => choices.length > 0);

  function untyped(): Shown[] {
    const offered = choices.filter(
      (choice) => !isThing(choice) && (choice.group !== "views" || choice.platform?.id === open),
    );
    return [
      { group: "recent", choices: recent },
      ...GROUPS.map((group) => ({
        group,
        choices: offered.filter((choice) => choice.group === group),
      })),
    ];
  }

  function found(): Shown[] {
    const before = (choice: Choice) => {
      const place = recent.findIndex(({ id }) => id === choice.id);
      return place < 0 ? recent.length : place;
    };
    const baseSort: Sort = (a, b) => before(a.item) - before(b.item) || inOrder(a, b);
    const matching = (threshold: typeof rankings.MATCHES | typeof rankings.WORD_STARTS_WITH) =>
      matchSorter(choices, text, { keys: ["label"], threshold, baseSort });
    const near = matching(rankings.WORD_STARTS_WITH);
    const far = searching ? [] : matching(rankings.MATCHES).filter((choice) => !near.includes(choice));
    return [
      ...inGroups(near.filter((choice) => !isThing(choice))),
      { group: "people", choices: people },
      ...(searching ? [] : inGroups(near.filter(isThing))),
      ...inGroups(far),
    ];
  }
}

type Sort = NonNullable<MatchSorterOptions<Choice>["baseSort"]>;

/** Of two that fit as well, the one whose word comes first. */
const inOrder: Sort = (a, b) => compare(a.rankedValue, b.rankedValue);

/** Those who fit the text as they are shown. */
export const fitting = (people: Choice[], text: string): Choice[] =>
  matchSorter(people, text, { keys: ["label", "note"], threshold: rankings.CONTAINS, baseSort: inOrder });

/** How many choices are remembered, for as long as the window is open: people are nothing to keep in a page. */
const REMEMBERED = 5;

/** The last choices with one more, which is the latest now. */
export const withRecent = (recent: Choice[], chosen: Choice): Choice[] =>
  [chosen, ...recent.filter(({ id }) => id !== chosen.id)].slice(0, REMEMBERED);

/** What was chosen before and can be chosen now: a command of another screen can't, and a platform may be gone. */
export function stillThere(recent: Choice[], choices: Choice[], platforms: readonly { id: string }[]): Choice[] {
  const now = new Map(choices.map((choice) => [choice.id, choice]));
  return recent.flatMap((choice) => {
    if (choice.group !== "people") return now.get(choice.id) ?? [];
    return platforms.some(({ id }) => id === choice.platform?.id) ? [choice] : [];
  });
}
