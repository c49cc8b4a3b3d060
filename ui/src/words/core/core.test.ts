import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Sentence } from "@/ipc";
import listed from "@/ipc/sentences?raw";
import { speak } from "../language";
import { sayIn, writeFor } from "../said";
import { core as de } from "./de";
import { core as lv } from "./lv";
import { told, type Values } from "./told";

const sentence = (text: string, pattern: string, values: Record<string, string> = {}): Sentence => ({
  text,
  pattern,
  values,
});

const NO_ROLE = sentence('There is no role "Buyer" on this platform.', 'There is no role "{text}" on this platform.', {
  text: "Buyer",
});

afterEach(() => {
  sayIn({});
  writeFor("en-GB");
});

describe("a sentence of the core", () => {
  it("stays as it is in English, and is marked so", () => {
    expect(told(NO_ROLE)).toEqual({ text: 'There is no role "Buyer" on this platform.', inEnglish: true });
  });

  it("is said in the language that was chosen, with the same values", () => {
    sayIn({ core: de });
    expect(told(NO_ROLE)).toEqual({
      text: "Eine Rolle „Buyer“ gibt es auf dieser Plattform nicht.",
      inEnglish: false,
    });
  });

  it("stays English, and marked so, where the language has no such sentence", () => {
    sayIn({ core: de });
    const other = sentence("The moon is full.", "");
    expect(told(other)).toEqual({ text: "The moon is full.", inEnglish: true });
    expect(told([NO_ROLE, other]), "half of each would be read out wrong").toEqual({
      text: 'There is no role "Buyer" on this platform. The moon is full.',
      inEnglish: true,
    });
  });

  it("names a field as the language does, with a capital where the core wrote one", () => {
    sayIn({ core: lv });
    const at = (pattern: string, field: string) =>
      told(sentence("", pattern, { field, has: "Customer", asked: "Report Viewer", date: "2026-11-02" })).text;
    expect(at("There is a date ({date}) where the {field} belongs.", "role")).toBe(
      "Šeit ir datums (2026-11-02), bet jābūt: loma.",
    );
    expect(at("{field}: {has} on the platform, {asked} in this row", "Role")).toBe(
      "Loma: Customer platformā, Report Viewer šajā rindā",
    );
  });

  it("is said too where several without values cross as one text", () => {
    sayIn({ core: de });
    const text =
      "The call went out, and no whole answer came back. The person is looked up before anything is sent again.";
    expect(told(text)).toEqual({
      text: "Der Aufruf ging hinaus, und es kam keine ganze Antwort zurück. Die Person wird nachgesehen, ehe wieder etwas gesendet wird.",
      inEnglish: false,
    });
    const half = "The call went out, and no whole answer came back. And then it rained.";
    expect(told(half)).toEqual({ text: half, inEnglish: true });
    expect(told(""), "nothing is nothing in any language").toEqual({ text: "", inEnglish: true });
  });

  it("takes a value for what it is, also where it looks like a place", () => {
    sayIn({ core: de });
    const odd = sentence("", 'There is no role "{text}" on this platform. Did you mean {near}?', {
      text: "{near} <b>$&</b>",
      near: "Customer",
    });
    expect(told(odd).text).toBe(
      "Eine Rolle „{near} <b>$&</b>“ gibt es auf dieser Plattform nicht. Ist Customer gemeint?",
    );
  });

  it("comes with the words of every screen", async () => {
    await speak("de");
    await (await import("../language")).everyWord();
    expect(told(NO_ROLE).inEnglish).toBe(false);
    await speak("en");
  });
});

/** The patterns of the generated list: the compiler reads them as a type alone. */
const PATTERNS = [...listed.matchAll(/^ {2}\| (".*?");?$/gm)].map(([, text]) => JSON.parse(text as string) as string);
const places = (pattern: string) => [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

describe.each([
  ["German", de, "de-DE", /["”]|!|\bbitte\b/i],
  ["Latvian", lv, "lv-LV", /["“]|!|\blūdzu\b/iu],
] as const)("in %s every sentence", (_, words, locale, wrong) => {
  beforeAll(() => writeFor(locale));
  const all = () =>
    Object.entries<string | ((values: Values) => string)>(words).map(([pattern, said]) => {
      const values = Object.fromEntries(
        places(pattern).map((name, at) => [name, name === "character" ? "U+200B" : `${21 + at * 10}`]),
      );
      writeFor(locale);
      sayIn({ core: words });
      return { pattern, said, text: told(sentence("", pattern, values)).text, values };
    });

  it("is there, and none that the core does not say", () => {
    expect(PATTERNS.length).toBeGreaterThan(100);
    expect(Object.keys(words).toSorted()).toEqual(PATTERNS.toSorted());
  });

  it("has all values of its pattern and no other", () => {
    const odd = all().filter(({ pattern, said, text, values }) => {
      if (typeof said === "string") return places(said).toSorted().join() !== places(pattern).toSorted().join();
      return Object.values(values).some((value) => !text.includes(value)) || /\{|undefined/.test(text);
    });
    expect(odd.map(({ pattern, text }) => `${pattern} → ${text}`)).toEqual([]);
  });

  it("is another text than the English one, and ends as that one does", () => {
    const same = all().filter(({ pattern, text }) => pattern === text || pattern.endsWith(".") !== text.endsWith("."));
    expect(same.map(({ pattern, text }) => `${pattern} → ${text}`)).toEqual([]);
  });

  it("quotes as the language does, and shouts and begs nowhere", () => {
    expect(all().filter(({ text }) => wrong.test(text))).toEqual([]);
  });
});
