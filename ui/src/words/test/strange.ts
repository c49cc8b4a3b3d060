import { waitFor } from "@testing-library/react";
import { expect } from "vitest";
import { initials } from "@/features/users/Avatar";
import type { renderApp } from "@/test/renderApp";

const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec";
const DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun";
/** What stands with numbers, the ends of lists, and the names of keys. */
const WRITTEN = new RegExp(
  `\\b(${MONTHS})[a-z]*\\b|\\b(${DAYS})day\\b|\\b(and|or|KB|MB|GB|Ctrl|Alt|Shift|Enter)\\b|\\d[\\d.,]*[km]\\b`,
  "g",
);

/** Every text in an answer of the shell. */
function textsIn(told: unknown): string[] {
  if (typeof told === "string") return [told];
  if (typeof told === "object" && told !== null) return Object.values(told).flatMap(textsIn);
  return [];
}

/** What is left of a text without the catalogue's words, data, and what is written by numbers. */
function strange(text: string, data: readonly string[]): string {
  let rest = text;
  // A sentence may hold another one.
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " ");
  }
  for (const each of data) rest = rest.replaceAll(each, " ");
  return /[A-Za-z]{2}/.test(rest.replace(WRITTEN, " ")) ? text : "";
}

/** Every text in a part of the page that people read or hear. */
function shownTexts(part: Element): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    if (at instanceof Element) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(at.getAttribute(name) ?? "");
    } else if (!at.parentElement?.closest("style, script, kbd")) texts.push(at.textContent ?? "");
  }
  return texts;
}

/** What the core writes, as against names and other data. */
const isSentence = (text: string) => /^\S+ \S+ .*\.$/.test(text);

/** Sentences of the core that are not marked as English. */
function unmarkedIn(part: Element, data: readonly string[]): string[] {
  const sentences = data.filter(isSentence);
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    if (at.parentElement?.closest("[lang=en]")) continue;
    found.push(...sentences.filter((sentence) => at.textContent?.includes(sentence)));
  }
  return found;
}

/**
 * The texts in a part of the page that are neither of the catalogue nor of what the shell answered, and the core's sentences that are
 * not marked as English, once it is at rest.
 */
export async function strangeTexts(
  { shell, client }: Pick<ReturnType<typeof renderApp>, "shell" | "client">,
  { part = document.body, atLeast = 5 }: { part?: Element; atLeast?: number } = {},
): Promise<string[]> {
  await waitFor(() => expect(client.isFetching()).toBe(0));
  // Some are never given.
  const answers = await Promise.allSettled(shell.answers.map((each) => Promise.race([each, null])));
  const told = answers.map((each) => ("value" in each ? each.value : null));
  const texts = textsIn(told);
  const data = [...new Set([...texts, ...texts.map(initials)])].filter((text) => text.length > 1);
  data.sort((a, b) => b.length - a.length);
  const shown = shownTexts(part);
  expect(shown.filter((text) => text.startsWith("⟦")).length).toBeGreaterThan(atLeast);
  const found = [...shown.map((text) => strange(text, data)), ...unmarkedIn(part, data)];
  return [...new Set(found)].filter(Boolean);
}
