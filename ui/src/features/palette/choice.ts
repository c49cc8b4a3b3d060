import { matchSorter, rankings } from "match-sorter";
import type { ReactNode } from "react";
import { compare } from "@/words/format";

/** Where a choice stands in the list. */
export type Group = "recent" | "people" | "screens" | "platforms" | "views";

/** Something that can be chosen: a person, a screen, a platform, a saved view. */
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
  go: () => void;
};

/** A part of the list under its own heading. */
export type Shown = { group: Group; choices: Choice[] };

type Asked = {
  /** What was typed, without space around it. */
  text: string;
  commands: Choice[];
  /** People found for the text, or, while it is being looked for, those of the text before who fit it too. */
  people: Choice[];
  searching: boolean;
  /** What was chosen last, the latest first. */
  recent: Choice[];
};

/** Of two that fit as well, the one whose word comes first. */
const baseSort = (a: { rankedValue: string }, b: { rankedValue: string }) => compare(a.rankedValue, b.rankedValue);

const inGroups = (choices: Choice[]): Shown[] =>
  (["screens", "platforms", "views"] as const).map((group) => ({
    group,
    choices: choices.filter((choice) => choice.group === group),
  }));

/**
 * What is offered. Before anything is typed: what was chosen before, then every place. Afterwards the places whose
 * words begin like the text, the people, and the places in whose names its letters only occur in this order: these wait
 * for the people, so that nothing moves away under the finger.
 */
export function shownFor({ text, commands, people, searching, recent }: Asked): Shown[] {
  const groups = text === "" ? [{ group: "recent" as const, choices: recent }, ...inGroups(commands)] : found();
  return groups.filter(({ choices }) => choices.length > 0);

  function found(): Shown[] {
    const matching = (threshold: typeof rankings.MATCHES | typeof rankings.WORD_STARTS_WITH) =>
      matchSorter(commands, text, { keys: ["label"], threshold, baseSort });
    const near = matching(rankings.WORD_STARTS_WITH);
    const far = searching ? [] : matching(rankings.MATCHES).filter((choice) => !near.includes(choice));
    return [...inGroups(near), { group: "people", choices: people }, ...inGroups(far)];
  }
}

/** Those who fit the text as they are shown. */
export const fitting = (people: Choice[], text: string): Choice[] =>
  matchSorter(people, text, { keys: ["label", "note"], threshold: rankings.CONTAINS, baseSort });

/** How many choices are remembered, for as long as the window is open: people are nothing to keep in a page. */
const REMEMBERED = 5;

/** The last choices with one more, which is the latest now. */
export const withRecent = (recent: Choice[], chosen: Choice): Choice[] =>
  [chosen, ...recent.filter(({ id }) => id !== chosen.id)].slice(0, REMEMBERED);
