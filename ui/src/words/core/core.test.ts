import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Sentence } from "@/ipc";
import listed from "@/ipc/sentences?raw";
import { speak } from "../language";
import { sayIn, writeFor } from "../said";
import { core as de } from "./de";
import { core as lv } from "./lv";
import { titleOf } from "./titleOf";
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

  it("tells a moment by the clock and in the form of whoever reads it, but for what is quoted", () => {
    vi.stubEnv("TZ", "Asia/Kolkata");
    try {
      const ended = sentence("This token ended at 2026-09-21 14:23 UTC. Get a new one.", "");
      // A form of its own: no other test has made it by another clock.
      writeFor("en-IE");
      expect(told(ended).text).toBe("This token ended at 21 Sept 2026, 19:53. Get a new one.");
      expect(told(ended.text).text).toBe(told(ended).text);
      writeFor("de-AT");
      expect(told(ended).text).toContain("21. Sep. 2026, 19:53");
      for (const unchanged of [
        "Listed as 2026-09-21 14:23, which says no place.",
        "It says: “Back at 2026-09-21 14:23 UTC”.",
        "Sie sagt: „Ab 2026-09-21 14:23 UTC“.",
        'The view "until 2026-09-21 14:23 UTC" is gone.',
        "It ends at 2026-13-40 10:00 UTC.",
      ]) {
        expect(told(unchanged).text).toBe(unchanged);
      }
    } finally {
      vi.unstubAllEnvs();
    }
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
      text: "Der Aufruf ging hinaus, und es kam keine ganze Antwort zurück. Die Person wird nachgeschlagen, ehe wieder etwas gesendet wird.",
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

describe("the title of a run", () => {
  it("is a file's name, whatever that is, and of people without a file what the core calls them", () => {
    sayIn({ core: de });
    expect(["Users", "Blocked", "Roles.csv"].map(titleOf)).toEqual(["Users", "Blocked", "Roles.csv"]);
    expect(titleOf("Pasted table")).toBe(de["Pasted table"]);
  });
});

describe("an error, which crosses as one text,", () => {
  const words = {
    "Nothing was sent.": "Nichts wurde gesendet.",
    "Row {row} holds {found}.": "In Zeile {row} steht {found}.",
    "Row {row} holds {found} where an address belongs.": "In Zeile {row} steht {found} statt einer Adresse.",
    "{name} was there before {name} came.": "{name} war da, bevor {name} kam.",
    "{one} of {other}": "{one} von {other}",
  };
  const german = (text: string) => {
    sayIn({ core: words });
    return told(text);
  };
  const inGerman = (text: string) => ({ text, inEnglish: false });
  const inEnglish = (text: string) => ({ text, inEnglish: true });

  it("is known again by what it is made of", () => {
    expect(german("Row 7 holds a date.")).toEqual(inGerman("In Zeile 7 steht a date."));
  });

  it("is taken for the sentence that has the most words of its own", () => {
    expect(german("Row 7 holds a date where an address belongs.")).toEqual(
      inGerman("In Zeile 7 steht a date statt einer Adresse."),
    );
  });

  it("may be several sentences, of which each has its own values", () => {
    expect(german("Row 7 holds a date. Nothing was sent. Row 8 holds 12.")).toEqual(
      inGerman("In Zeile 7 steht a date. Nichts wurde gesendet. In Zeile 8 steht 12."),
    );
  });

  it("may quote somebody who said more than one sentence", () => {
    expect(german("Row 7 holds “Go away. Now.”. Nothing was sent.")).toEqual(
      inGerman("In Zeile 7 steht “Go away. Now.”. Nichts wurde gesendet."),
    );
  });

  it("puts a value in as it came, whatever it looks like", () => {
    expect(german("Row 7 holds {row} $& <b>.*</b>.").text).toBe("In Zeile 7 steht {row} $& <b>.*</b>.");
  });

  it("is not taken for a sentence that says one thing twice where it says two", () => {
    expect(german("Ada was there before Ada came.")).toEqual(inGerman("Ada war da, bevor Ada kam."));
    expect(german("Ada was there before Bo came.")).toEqual(inEnglish("Ada was there before Bo came."));
  });

  it("is a text also where it is called as every object's own things are", () => {
    for (const text of ["constructor", "toString", "__proto__"]) expect(german(text)).toEqual(inEnglish(text));
  });

  it("has nothing but a number where a number belongs", () => {
    sayIn({ core: { "{customers} customers": "{customers} Kunden" } });
    expect(told("12 customers").text).toBe("12 Kunden");
    expect(told("Key customers")).toEqual(inEnglish("Key customers"));
  });

  it("stays English, and marked so, where it is nobody's sentence or hardly anything would tell", () => {
    for (const text of ["The server said no.", "Row 7 held a date.", "Row 7 holds a date. It rains.", "1 of 2"]) {
      expect(german(text)).toEqual(inEnglish(text));
    }
  });
});

/** The patterns of the generated list: the compiler reads them as a type alone. */
const PATTERNS = [...listed.matchAll(/^ {2}\| (".*?");?$/gm)].map(([, text]) => JSON.parse(text as string) as string);
const places = (pattern: string) => [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

/** Places where only a number stands. */
const COUNTED = new Set(["cells", "columns", "customers", "minutes", "most", "people", "percent", "rows", "seconds"]);

/** Words that are the same in one of the languages. */
const ALIKE = new Set(["Name"]);

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

  it.each(["31", "St. Gallen"])("is known again where it crosses as a text, with %s in its places", (standsThere) => {
    sayIn({ core: words });
    const lost = PATTERNS.filter((pattern) => pattern.includes("{"))
      .map((pattern) => {
        const values = Object.fromEntries(
          places(pattern).map((name, at) => [name, COUNTED.has(name) ? `${21 + at * 10}` : `${standsThere}${at}`]),
        );
        const text = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] as string);
        return { pattern, own: told(sentence(text, pattern, values)).text, text: told(text).text };
      })
      .filter(({ own, text }) => own !== text);
    expect(lost).toEqual([]);
  });

  it("has all values of its pattern and no other", () => {
    const odd = all().filter(({ pattern, said, text, values }) => {
      if (typeof said === "string") return places(said).toSorted().join() !== places(pattern).toSorted().join();
      return Object.values(values).some((value) => !text.includes(value)) || /\{|undefined/.test(text);
    });
    expect(odd.map(({ pattern, text }) => `${pattern} → ${text}`)).toEqual([]);
  });

  it("is another text than the English one, and ends as that one does", () => {
    const same = all().filter(
      ({ pattern, text }) => (pattern === text && !ALIKE.has(pattern)) || pattern.endsWith(".") !== text.endsWith("."),
    );
    expect(same.map(({ pattern, text }) => `${pattern} → ${text}`)).toEqual([]);
  });

  it("quotes as the language does, and shouts and begs nowhere", () => {
    expect(all().filter(({ text }) => wrong.test(text))).toEqual([]);
  });
});
