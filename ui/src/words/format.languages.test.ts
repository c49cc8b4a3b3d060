import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Language } from "./language";

/** The formats as a page has them that begins in a language. */
async function formatsIn(language: Language) {
  vi.resetModules();
  const { speak } = await import("./language");
  await speak(language);
  return import("./format");
}

const NOW = new Date("2026-11-25T12:00:00Z");
/** Spaces that don't break are spaces to whoever reads. */
const plain = (text: string) => text.replace(/\u00a0|\u202f/g, " ");

describe("in German", () => {
  let format: Awaited<ReturnType<typeof formatsIn>>;
  beforeEach(async () => {
    format = await formatsIn("de");
  });

  it("numbers have points between thousands and a comma before the rest", () => {
    expect(format.count(1_234_567)).toBe("1.234.567");
    expect(format.size(12_698)).toBe("12,4 MB");
    expect(plain(format.compact(1_840_200))).toBe("1,8 Mio.");
  });

  it("a weekday keeps its comma, and a day its point", () => {
    expect(format.weekday("2026-11-17T12:00:00Z", NOW)).toBe("Dienstag, 17. November");
    expect(format.weekday("2025-12-31T12:00:00Z", NOW)).toBe("Mittwoch, 31. Dezember 2025");
    expect(format.day("2026-10-01")).toBe("1. Okt. 2026");
  });

  it("lists end with und or oder", () => {
    expect(format.list(["Nutzer", "Rollen", "Läufe"])).toBe("Nutzer, Rollen und Läufe");
    expect(format.list(["A", "B"], "or")).toBe("A oder B");
  });

  it("there is one person, and several, and none are several", () => {
    const people = (n: number) => format.plural(n, "Person", "Personen");
    expect([0, 1, 2].map(people)).toEqual(["0 Personen", "1 Person", "2 Personen"]);
  });

  it("time that passed is said in German", () => {
    expect(format.ago("2026-11-25T11:59:50Z", NOW.getTime())).toBe("gerade eben");
    expect(format.ago("2026-11-25T11:56:00Z", NOW.getTime())).toBe("vor 4 Min.");
    expect(format.stretch("2026-11-17T12:00:00Z", "2026-11-25T12:00:00Z")).toBe("8 Tage");
  });

  it("a clock of seconds is the same as everywhere", () => {
    expect(format.duration(3729)).toBe("1:02:09");
  });

  it("umlauts stand with their letter", () => {
    expect(["Zürich", "Ähre", "Zoo", "Apfel"].toSorted(format.compare)).toEqual(["Ähre", "Apfel", "Zoo", "Zürich"]);
  });
});

describe("in Latvian", () => {
  let format: Awaited<ReturnType<typeof formatsIn>>;
  beforeEach(async () => {
    format = await formatsIn("lv");
  });

  it("numbers have spaces between thousands and a comma before the rest", () => {
    expect(plain(format.count(1_234_567))).toBe("1 234 567");
    expect(format.size(12_698)).toBe("12,4 MB");
    expect(plain(format.compact(18_402))).toBe("18,4 tūkst.");
  });

  it("a weekday keeps its comma", () => {
    expect(format.weekday("2026-11-17T12:00:00Z", NOW)).toBe("otrdiena, 17. novembris");
  });

  it("lists end with un or vai", () => {
    expect(format.list(["a", "b", "c"])).toBe("a, b un c");
    expect(format.list(["a", "b", "c"], "or")).toBe("a, b vai c");
  });

  it("none, ten and eleven have a form of their own, and 21 is like one", () => {
    const people = (n: number) => format.plural(n, "persona", "personas", "personu");
    expect([0, 1, 2, 10, 11, 21, 22, 30].map(people)).toEqual([
      "0 personu",
      "1 persona",
      "2 personas",
      "10 personu",
      "11 personu",
      "21 persona",
      "22 personas",
      "30 personu",
    ]);
  });

  it("time that passed is said in Latvian", () => {
    expect(format.ago("2026-11-25T11:59:50Z", NOW.getTime())).toBe("tikko");
    expect(format.stretch("2026-11-17T12:00:00Z", "2026-11-28T12:00:00Z")).toBe("11 dienu");
  });

  it("letters with a caron are letters of their own, after the plain one", () => {
    const words = ["zeme", "šalle", "sula", "čaks", "cukurs"];
    expect(words.toSorted(format.compare)).toEqual(["cukurs", "čaks", "sula", "šalle", "zeme"]);
  });
});

describe("a search by the page", () => {
  it("leaves case and accents out of account, as people do who type", async () => {
    const { holds, holdsAll } = await formatsIn("lv");
    expect(holds("SIA Šalle", "salle")).toBe(true);
    expect(holds("Zürich", "ZURI")).toBe(true);
    expect(holds("Zürich", "zurü")).toBe(false);
    expect(holdsAll("Rīgas Ādu fabrika", "adu  riga")).toBe(true);
    expect(holdsAll("Rīgas Ādu fabrika", "adu liepaja")).toBe(false);
  });
});
