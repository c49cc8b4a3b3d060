import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayIn, writeFor } from "../said";
import { doctor } from "./doctor";
import { exporting } from "./exporting";
import { filters } from "./filters";
import { findings } from "./findings";
import * as first from "./first";
import { history } from "./history";
import { invite } from "./invite";
import * as later from "./later";
import { people } from "./people";
import { refreshing } from "./refreshing";
import { reviews } from "./reviews";
import { runs } from "./runs";
import { shell } from "./shell";
import { signingIn } from "./signingIn";
import { since } from "./since";
import { argumentsFor, type Leaf, leavesOf } from "./test/leaves";
import { ONLY_DATA, SAME_IN_BOTH } from "./test/same";

type Area = Record<string, unknown>;
const german = { ...first, ...later };

const nameOf = (file: string) => file.replace(/^.*\//, "").replace(/\.ts$/, "");
/** Areas whose words have another name than their file: `keys` would be taken for keys themselves. */
const CALLED: Record<string, string> = { keys: "keyWords" };
const english = Object.fromEntries(
  Object.entries(
    import.meta.glob<Area>(
      ["../*.ts", "!../*.test.ts", "!../format{,s}.ts", "!../said.ts", "!../language.ts", "!../pseudo.ts"],
      {
        eager: true,
      },
    ),
  ).map(([file, module]) => [nameOf(file), module[CALLED[nameOf(file)] ?? nameOf(file)]]),
);
const files = Object.keys(import.meta.glob("./*.ts")).map(nameOf);
const areas = Object.keys(english);

const inGerman = () => Object.entries(german).flatMap(([area, words]) => leavesOf(words, area));
const inEnglish = new Map(
  Object.entries(english)
    .flatMap(([area, words]) => leavesOf(words, area))
    .map(({ path, said }) => [path, said]),
);

/** All that a leaf may say: itself, or what it answers to each plausible set of arguments. */
function saidBy({ path, said }: Leaf): string[] {
  if (typeof said === "string") return [said];
  return argumentsFor(path, said).map((args) => said(...args) as string);
}

const all = () => inGerman().flatMap((leaf) => saidBy(leaf).map((text) => `${leaf.path}: ${text}`));

beforeAll(() => {
  writeFor("de-DE");
  // Sentences end in how time passes: they are looked at as they stand in German, "vor 4 Min." at their end.
  sayIn({ passing: first.passing });
});
afterAll(() => {
  writeFor("en-GB");
  sayIn({});
});

describe("the German words", () => {
  it("have a file for every area of the English catalogue", () => {
    expect(areas.filter((area) => !files.includes(area))).toEqual([]);
  });

  it("are exported area by area, each under its name", () => {
    expect(Object.keys(german).toSorted()).toEqual(areas.toSorted());
  });

  it("say everything that English says, and nothing else", () => {
    expect(
      inGerman()
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual([...inEnglish.keys()].toSorted());
  });

  it("are not the English ones, but for words that are the same in both", () => {
    const same = inGerman().filter(({ path, said }) => {
      const other = inEnglish.get(path);
      if (typeof said === "string") return said === other && said !== "" && !SAME_IN_BOTH.has(said);
      if (typeof other !== "function" || ONLY_DATA.has(path)) return false;
      return argumentsFor(path, said).some((args) => said(...args) === other(...args));
    });
    expect(same.map(({ path, said }) => (typeof said === "string" ? `${path}: ${said}` : path))).toEqual([]);
  });

  it("keep no exception that is not needed", () => {
    const texts = new Set(inEnglish.values());
    expect([...SAME_IN_BOTH.keys()].filter((text) => !texts.has(text))).toEqual([]);
    expect([...ONLY_DATA].filter((path) => !inEnglish.has(path))).toEqual([]);
  });

  it("answer every plausible question without a gap", () => {
    const gaps = all().filter((text) => /undefined|NaN|null|\[object|: $|\s{3}/.test(text));
    expect(
      gaps.filter((text) => !/^(connections\.secretHint\.missing|connectionsBegin\.drop\.into): $/.test(text)),
    ).toEqual([]);
  });

  it("quote „so“, and neither as English nor as programs do", () => {
    const wrong = all().filter((text) => {
      const opened = text.match(/„/g)?.length ?? 0;
      return /["”]/.test(text) || opened !== (text.match(/“/g)?.length ?? 0);
    });
    expect(wrong).toEqual([]);
  });

  it("have no exclamation marks, beg for nothing and say Sie", () => {
    expect(all().filter((text) => /!|\bbitte\b|\b(du|dich|dir|dein\w*)\b/i.test(text))).toEqual([]);
  });

  it("name the keys as a German keyboard does", () => {
    const inEnglishWords = /\b(Ctrl|Shift|Enter|Escape|Delete|Del|Space|Backspace|Home|End|Page (Up|Down))\b/;
    // Not in the path: what keys are called stands under the names that programs have for them.
    expect(all().filter((text) => inEnglishWords.test(text.slice(text.indexOf(": "))))).toEqual([]);
  });

  it("end no sentence twice, also where an abbreviation ends it", () => {
    expect(all().filter((text) => /[^.]\.\.(?!\.)/.test(text))).toEqual([]);
  });
});

const NUMBERS = [0, 1, 2, 11, 21, 1000];

describe("a number", () => {
  it.each<[string, (n: number) => string, string[]]>([
    [
      "of people to invite",
      (n) => invite.send.title(n, "Nordlys"),
      ["0 Personen", "1 Person", "2 Personen", "11 Personen", "21 Personen", "1.000 Personen"].map(
        (who) => `${who} zu Nordlys einladen?`,
      ),
    ],
    [
      "of people who get a mail",
      invite.send.nameWhyMany,
      [
        "0 Personen erhalten eine E-Mail.",
        "1 Person erhält eine E-Mail.",
        "2 Personen erhalten eine E-Mail.",
        "11 Personen erhalten eine E-Mail.",
        "21 Personen erhalten eine E-Mail.",
        "1.000 Personen erhalten eine E-Mail.",
      ],
    ],
    [
      "of calls, after „in“",
      invite.send.callsOf,
      ["0 Aufrufen", "1 Aufruf", "2 Aufrufen", "11 Aufrufen", "21 Aufrufen", "1.000 Aufrufen"],
    ],
    [
      "of days since an invitation lapsed",
      (n) => people.state.lapsed("New", n),
      ["0 Tagen", "1 Tag", "2 Tagen", "11 Tagen", "21 Tagen", "1.000 Tagen"].map(
        (days) => `New · seit ${days} verfallen`,
      ),
    ],
    [
      "of days that are left",
      (n) => people.state.left("New", n),
      ["0 Tage", "1 Tag", "2 Tage", "11 Tage", "21 Tage", "1.000 Tage"].map((days) => `New · noch ${days}`),
    ],
    [
      "of people who need somebody",
      runs.list.needsYou,
      ["0 brauchen Sie", "1 braucht Sie", "2 brauchen Sie", "11 brauchen Sie", "21 brauchen Sie", "1.000 brauchen Sie"],
    ],
    [
      "of runs that were not finished",
      shell.unfinished.title,
      ["0 Läufe waren", "1 Lauf war", "2 Läufe waren", "11 Läufe waren", "21 Läufe waren", "1.000 Läufe waren"].map(
        (what) => `${what} nicht beendet, als Rollcall geschlossen wurde.`,
      ),
    ],
    [
      "of cases left undecided",
      reviews.over.undecided,
      [
        "0 Fälle blieben",
        "1 Fall blieb",
        "2 Fälle blieben",
        "11 Fälle blieben",
        "21 Fälle blieben",
        "1.000 Fälle blieben",
      ].map((who) => `${who} offen. Darin ändert sich nichts mehr.`),
    ],
    [
      "of people who were invited",
      since.of,
      [
        "Von 0 eingeladenen Personen:",
        "Von 1 eingeladenen Person:",
        "Von 2 eingeladenen Personen:",
        "Von 11 eingeladenen Personen:",
        "Von 21 eingeladenen Personen:",
        "Von 1.000 eingeladenen Personen:",
      ],
    ],
    [
      "of people picked by hand",
      filters.sentence.chosen,
      [
        "0 gewählte Personen",
        "1 gewählte Person",
        "2 gewählte Personen",
        "11 gewählte Personen",
        "21 gewählte Personen",
        "1.000 gewählte Personen",
      ],
    ],
    [
      "of people to export",
      exporting.what.picked,
      [
        "Die 0 ausgewählten Personen",
        "Die eine ausgewählte Person",
        "Die 2 ausgewählten Personen",
        "Die 11 ausgewählten Personen",
        "Die 21 ausgewählten Personen",
        "Die 1.000 ausgewählten Personen",
      ],
    ],
    [
      "of people in a finding",
      findings.show,
      [
        "Die 0 Personen zeigen",
        "Die Person zeigen",
        "Die 2 Personen zeigen",
        "Die 11 Personen zeigen",
        "Die 21 Personen zeigen",
        "Die 1.000 Personen zeigen",
      ],
    ],
    [
      "of decisions that go with a review",
      reviews.discard.text,
      [
        "Darin wurde nichts entschieden. Sie hinterlässt keinen Nachweis.",
        ...["1 Entscheidung geht", "2 Entscheidungen gehen", "11 Entscheidungen gehen"],
        ...["21 Entscheidungen gehen", "1.000 Entscheidungen gehen"],
      ].map((text, at) =>
        at === 0
          ? text
          : `${text} mit ihr verloren, und sie hinterlässt keinen Nachweis. Dies lässt sich nicht rückgängig machen.`,
      ),
    ],
  ])("%s is said right for 0, 1, 2, 11, 21 and 1000", (_, say, expected) => {
    expect(NUMBERS.map(say)).toEqual(expected);
  });
});

it("says how often a list is read as one would", () => {
  expect([1, 15, 60, 240, 1440, 4320].map(refreshing.every)).toEqual([
    "jede Minute",
    "alle 15 Minuten",
    "stündlich",
    "alle 4 Stunden",
    "täglich",
    "alle 3 Tage",
  ]);
});

describe("the list of people in a sentence", () => {
  const { sentence } = filters;

  it("says a month, a year and days as one would", () => {
    expect(sentence.created({ from: "2024-05-01", until: "2024-05-31" })).toBe("angelegt im Mai 2024");
    expect(sentence.created({ from: "2024-01-01", until: "2024-12-31" })).toBe("angelegt 2024");
    expect(sentence.created({ from: "2024-05-03", until: null })).toBe("angelegt ab 3. Mai 2024");
    expect(sentence.created({ from: "2024-05-03", until: "2024-06-09" })).toBe(
      "angelegt vom 3. Mai 2024 bis 9. Juni 2024",
    );
  });

  it("says whom without a value, alone and beside others", () => {
    expect(sentence.providers(["ohne Identitätsanbieter"])).toBe("ohne Identitätsanbieter");
    expect(sentence.providers(["Entra", "ohne Identitätsanbieter"])).toBe(
      "mit Anmeldung über Entra oder ohne Identitätsanbieter",
    );
    expect(sentence.domains(["a.example", "b.example"])).toBe("bei a.example oder b.example");
  });
});

describe("a token", () => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  const inMinutes = (minutes: number) => signingIn.paste.endsIn(new Date(now + minutes * 60_000).toISOString(), now);

  it("runs out in so long, with the hour or the day", () => {
    expect(inMinutes(42)).toMatch(/^Es läuft in 42 Min\. ab, um \d\d:\d\d Uhr\.$/);
    expect(inMinutes(180)).toMatch(/^Es läuft in 3 Stunden ab, um \d\d:\d\d Uhr\.$/);
    expect(inMinutes(60 * 24 * 3)).toMatch(/^Es läuft am 2\d\. Nov\. 2026, \d\d:\d\d Uhr ab\.$/);
    expect(inMinutes(-1)).toMatch(/^Es ist bereits um \d\d:\d\d Uhr abgelaufen\.$/);
    expect(signingIn.state.ends(20_000)).toBe("Token läuft in weniger als einer Minute ab");
  });
});

describe("what happened to a row", () => {
  it("names the list that it was looked up in, and the day where that is another one", () => {
    const moment = { step: "found-absent", attempt: 1, by: null, message: null } as const;
    const at = "2026-11-23T12:00:00Z";
    expect(history.step["found-absent"]({ ...moment, at, listBegunAt: at })).toMatch(
      /^in der Liste, die um \d\d:\d\d:00 begonnen wurde, nachgeschlagen: nicht gelistet; es wurde also nichts gesendet$/,
    );
    expect(history.step["found-absent"]({ ...moment, at, listBegunAt: "2026-11-20T12:00:00Z" })).toMatch(
      /, die am \d+\. Nov\. 2026, \d\d:\d\d begonnen wurde, /,
    );
    expect(history.step["found-absent"]({ ...moment, at, listBegunAt: null })).toContain("in einer Personenliste");
  });
});

it("writes a fraction of a second with a comma", () => {
  expect(doctor.took(1400)).toBe("1,4 s");
});
