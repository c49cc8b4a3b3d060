import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ago, list, weekday } from "../format";
import { speak } from "../language";
import { writeFor } from "../said";
import { on, since, until } from "./dates";
import * as first from "./first";
import * as later from "./later";
import { argumentsOf, isFunction, leavesOf, NUMBERS } from "./test/examples";

const lv = { ...first, ...later };
const nameOf = (file: string) => file.replace(/^.*\//, "").replace(/\.ts$/, "");
/** Areas whose English words have another name than their file: `keys` would be taken for keys themselves. */
const CALLED: Record<string, string> = { keys: "keyWords" };
const english = import.meta.glob<Record<string, unknown>>(
  ["../*.ts", "!../*.test.ts", "!../format{,s}.ts", "!../said.ts", "!../language.ts", "!../pseudo.ts"],
  { eager: true },
);
const areas = Object.fromEntries(
  Object.entries(english).map(([file, words]) => [nameOf(file), words[CALLED[nameOf(file)] ?? nameOf(file)]]),
);
const latvian = lv as Record<string, unknown>;
const files = Object.keys(import.meta.glob(["./*.ts", "!./*.test.ts"]));

/** What is written the same way in both languages. */
const SAME = new Set([
  // The product's name and its licences, and names of formats and of standards.
  "Rollcall",
  "JSON",
  "CSV",
  "Excel",
  "PDF",
  "UTF-8",
  "UTF-16",
  "Windows-1252",
  "SHA-256",
  // Examples that are typed as they stand: a name, addresses, a day.
  "Nordlys",
  "https://api.example.com",
  "https://login.example.com",
  "https://login.example.com/oauth/token",
  "https://login.example.com/authorize",
  "http://proxy.example:3128",
  "2024-05-03",
  // The word is the same one.
  "Licence",
  // What each language calls itself, in any of them.
  "English",
  "Deutsch",
  "Latviešu",
  // Keys, which Latvian keyboards name in English.
  "Ctrl",
  "Alt",
  "Shift",
  "1…9",
  "Enter",
  "Esc",
  "Backspace",
  "Home",
  "End",
  "Page Up",
  "Page Down",
  // No words at all.
  "",
  "…",
  "–",
]);

/** Functions that put together what they are given and have no word of their own. */
const WORDLESS = new Set([
  "changes.changed",
  "commands.off",
  // Said nowhere: a document belongs to no platform yet.
  "connectionsBegin.drop.into",
  "connectionsOpenapi.fieldAt",
  "connectionsOpenapi.fieldWritten",
  "filters.chip",
  "history.on",
  "invite.columns.columnName",
  "kit.cellOf",
  "kit.rows",
  "passing.hours",
  "passing.minutes",
  "providers.whatIf.of",
  "repair.remembered.columns",
  "settings.kept",
  "shell.title",
  "storage.size",
]);

const TELLTALE = /undefined|NaN|\[object|Invalid/;

beforeAll(() => writeFor("lv-LV"));
afterAll(() => writeFor("en-GB"));

describe("the Latvian words", () => {
  it("have a file for every area, and give it on", () => {
    const missing = Object.keys(areas).filter((area) => !files.includes(`./${area}.ts`) || !(area in latvian));
    expect(missing).toEqual([]);
    expect(Object.keys(latvian).sort()).toEqual(Object.keys(areas).sort());
  });

  it("have every word that the English ones have, and no other", () => {
    expect(leavesOf(latvian).map(([path]) => path)).toEqual(
      expect.arrayContaining(leavesOf(areas).map(([path]) => path)),
    );
    expect(leavesOf(latvian)).toHaveLength(leavesOf(areas).length);
  });

  it("repeat no English text but what is the same in both", () => {
    const said = new Map(leavesOf(areas));
    const repeated = leavesOf(latvian).filter(
      ([path, text]) => typeof text === "string" && text === said.get(path) && !SAME.has(text),
    );
    expect(repeated).toEqual([]);
  });

  it("have no reason to list what they no longer repeat", () => {
    const texts = new Set(leavesOf(latvian).map(([, text]) => text));
    expect([...SAME].filter((text) => !texts.has(text))).toEqual([]);
  });

  it("say a whole sentence for whatever they are given", () => {
    const wrong: string[] = [];
    const said = new Map(leavesOf(areas));
    for (const [path, say] of leavesOf(latvian)) {
      if (!isFunction(say)) continue;
      const inEnglish = said.get(path);
      if (!isFunction(inEnglish)) throw new Error(`${path} is no function in English`);
      const [texts, englishTexts] = [say, inEnglish].map((one) =>
        argumentsOf(path, inEnglish).map((args) => one(...args)),
      ) as [unknown[], unknown[]];
      for (const text of texts) {
        if (typeof text !== "string" || TELLTALE.test(text)) wrong.push(`${path}: ${text}`);
        else if (text.trim() === "" && path !== "connectionsBegin.drop.into") wrong.push(`${path} says nothing`);
      }
      const repeats = texts.every((text, place) => text === englishTexts[place]);
      if (repeats !== WORDLESS.has(path)) wrong.push(`${path} ${repeats ? "as in English" : "has words"}: ${texts[0]}`);
    }
    expect(wrong).toEqual([]);
  });

  it("leave nothing out that they are given, so that no name or number is lost", () => {
    const said = new Map(leavesOf(areas));
    const lost: string[] = [];
    for (const [path, say] of leavesOf(latvian)) {
      const inEnglish = said.get(path);
      if (!isFunction(say) || !isFunction(inEnglish)) continue;
      for (const args of argumentsOf(path, inEnglish)) {
        const marks = args.filter((arg): arg is string => typeof arg === "string" && /^\w+ X$/.test(arg));
        const [text, englishText] = [say(...args), inEnglish(...args)] as [string, string];
        for (const mark of marks) {
          if (englishText.includes(mark) && !text.includes(mark)) lost.push(`${path} leaves out ${mark}: ${text}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });

  it("ask for nothing with exclamation marks, “lūdzu” or “ups”, and quote as Latvians do", () => {
    const wrong = leavesOf(latvian).flatMap(([path, said]) => {
      const texts = isFunction(said) ? argumentsOf(path, said).map((args) => said(...args)) : [said];
      return texts.filter((text) => /!|[“‘"]|\b(lūdzu|ups)\b/iu.test(`${text}`)).map((text) => `${path}: ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  it("stay short where there is little room", () => {
    const said = new Map(leavesOf(areas));
    const long = leavesOf(lv.shell.nav as unknown as Record<string, unknown>).filter(([name, text]) => {
      const inEnglish = said.get(`shell.nav.${name}`) as string;
      return (text as string).length > Math.max(14, 1.6 * inEnglish.length);
    });
    expect(long).toEqual([]);
  });
});

describe("numbers in Latvian", () => {
  const inAll = (say: (n: number) => string) => NUMBERS.map((n) => say(n).replace(/\s/g, " "));

  it.each<[string, (n: number) => string, string[]]>([
    ["people", lv.changes.note, ["0 cilvēku", "1 cilvēks", "2 cilvēki", "11 cilvēku", "21 cilvēks", "1000 cilvēku"]],
    [
      "people to invite",
      (n) => lv.invite.send.title(n, "Nordlys"),
      [
        "Vai uzaicināt 0 cilvēku uz Nordlys?",
        "Vai uzaicināt 1 cilvēku uz Nordlys?",
        "Vai uzaicināt 2 cilvēkus uz Nordlys?",
        "Vai uzaicināt 11 cilvēku uz Nordlys?",
        "Vai uzaicināt 21 cilvēku uz Nordlys?",
        "Vai uzaicināt 1000 cilvēku uz Nordlys?",
      ],
    ],
    [
      "people still to go",
      lv.runs.banner.yoursText,
      [
        "Vēl jāsūta 0 cilvēkiem.",
        "Vēl jāsūta 1 cilvēkam.",
        "Vēl jāsūta 2 cilvēkiem.",
        "Vēl jāsūta 11 cilvēkiem.",
        "Vēl jāsūta 21 cilvēkam.",
        "Vēl jāsūta 1000 cilvēkiem.",
      ],
    ],
    [
      "people that a predicate agrees with",
      lv.runs.callOff.text,
      [
        "Šajā izsūtīšanā netiks uzaicināti 0 cilvēki.",
        "Šajā izsūtīšanā netiks uzaicināts 1 cilvēks.",
        "Šajā izsūtīšanā netiks uzaicināti 2 cilvēki.",
        "Šajā izsūtīšanā netiks uzaicināti 11 cilvēki.",
        "Šajā izsūtīšanā netiks uzaicināts 21 cilvēks.",
        "Šajā izsūtīšanā netiks uzaicināti 1000 cilvēki.",
      ],
    ],
    ["rows", lv.invite.rows, ["0 rindu", "1 rinda", "2 rindas", "11 rindu", "21 rinda", "1000 rindu"]],
    [
      "rows to use something for",
      (n) => lv.repair.choose.without(n),
      [
        "Izmantot 0 rindām",
        "Izmantot",
        "Izmantot 2 rindām",
        "Izmantot 11 rindām",
        "Izmantot 21 rindai",
        "Izmantot 1000 rindām",
      ],
    ],
    [
      "cells in rows",
      (n) => lv.repair.find.found(n, n),
      [
        "Nekur nav atrasts",
        "1 šūna 1 rindā",
        "2 šūnas 2 rindās",
        "11 šūnu 11 rindās",
        "21 šūna 21 rindā",
        "1000 šūnu 1000 rindās",
      ],
    ],
    [
      "rows by columns",
      (n) => lv.kit.rowsByColumns(n, n),
      [
        "0 rindu × 0 kolonnu",
        "1 rinda × 1 kolonna",
        "2 rindas × 2 kolonnas",
        "11 rindu × 11 kolonnu",
        "21 rinda × 21 kolonna",
        "1000 rindu × 1000 kolonnu",
      ],
    ],
    [
      "people who are marked",
      lv.exporting.selection.inviteOf,
      [
        "Uzaicināt vēlreiz 0 cilvēku…",
        "Uzaicināt vēlreiz 1 cilvēku…",
        "Uzaicināt vēlreiz 2 cilvēkus…",
        "Uzaicināt vēlreiz 11 cilvēku…",
        "Uzaicināt vēlreiz 21 cilvēku…",
        "Uzaicināt vēlreiz 1000 cilvēku…",
      ],
    ],
    [
      "days left",
      (n) => lv.people.state.left("New", n),
      [
        "New · vēl 0 dienu",
        "New · vēl 1 diena",
        "New · vēl 2 dienas",
        "New · vēl 11 dienu",
        "New · vēl 21 diena",
        "New · vēl 1000 dienu",
      ],
    ],
    [
      "days ago",
      (n) => lv.people.state.lapsed("New", n),
      [
        "New · beidzies pirms 0 dienām",
        "New · beidzies pirms 1 dienas",
        "New · beidzies pirms 2 dienām",
        "New · beidzies pirms 11 dienām",
        "New · beidzies pirms 21 dienas",
        "New · beidzies pirms 1000 dienām",
      ],
    ],
    [
      "connections that need something",
      lv.connectionList.needs.title,
      [
        "0 savienojumiem kaut kas ir vajadzīgs no Jums.",
        "Vienam savienojumam kaut kas ir vajadzīgs no Jums.",
        "2 savienojumiem kaut kas ir vajadzīgs no Jums.",
        "11 savienojumiem kaut kas ir vajadzīgs no Jums.",
        "21 savienojumam kaut kas ir vajadzīgs no Jums.",
        "1000 savienojumiem kaut kas ir vajadzīgs no Jums.",
      ],
    ],
    [
      "runs that go on",
      lv.shell.foot.running,
      [
        "notiek izsūtīšanas: 0",
        "notiek izsūtīšana: 1",
        "notiek izsūtīšanas: 2",
        "notiek izsūtīšanas: 11",
        "notiek izsūtīšana: 21",
        "notiek izsūtīšanas: 1000",
      ],
    ],
    [
      "months between reviews",
      lv.reviews.repeat.now,
      [
        "To atkārto ik pēc 0 mēnešiem.",
        "To atkārto katru mēnesi.",
        "To atkārto ik pēc 2 mēnešiem.",
        "To atkārto ik pēc 11 mēnešiem.",
        "To atkārto ik pēc 21 mēneša.",
        "To atkārto ik pēc 1000 mēnešiem.",
      ],
    ],
  ])("are right for %s", (_, say, expected) => {
    expect(inAll(say)).toEqual(expected);
  });

  it("are grouped and marked as Latvians write them", () => {
    expect(lv.kit.rows(1_234_567).replace(/\s/g, " ")).toBe("1 234 567");
    expect(lv.doctor.took(1_450)).toBe("1,4 s");
    expect(list(["a", "b", "c"])).toBe("a, b un c");
  });
});

describe("dates in Latvian", () => {
  it("are declined where a sentence asks for it", () => {
    const name = weekday("2026-11-17T12:00:00Z", new Date("2026-11-25T12:00:00Z"));
    expect([since(name), until(name), on(name)]).toEqual([
      "otrdienas, 17. novembra",
      "otrdienai, 17. novembrim",
      "otrdienā, 17. novembrī",
    ]);
    expect(since("ceturtdiena, 1. jūlijs")).toBe("ceturtdienas, 1. jūlija");
    expect(since("ceturtdiena, 1. aprīlis")).toBe("ceturtdienas, 1. aprīļa");
    expect(until("sestdiena, 1. augusts")).toBe("sestdienai, 1. augustam");
  });

  it("have their months in full in a sentence, so that no abbreviation ends it twice", () => {
    expect(until("2026. g. 17. nov.")).toBe("2026. g. 17. novembrim");
    expect(since("2026. g. 17. nov. 07:45")).toBe("2026. g. 17. novembra 07:45");
    expect([on("2026. g. apr."), since("2026. g. jūn."), on("2026. g. jūl.")]).toEqual([
      "2026. g. aprīlī",
      "2026. g. jūnija",
      "2026. g. jūlijā",
    ]);
    expect([since("2026. g. 3. maijs"), until("2026. g. 3. marts"), on("2026. g. 3. maijs")]).toEqual([
      "2026. g. 3. maija",
      "2026. g. 3. martam",
      "2026. g. 3. maijā",
    ]);
  });

  it("say how long ago once the language is chosen, though that is loaded before", async () => {
    const now = Date.parse("2026-05-17T12:00:00Z");
    await speak("lv");
    expect(ago("2026-05-17T11:59:40Z", now)).toBe("tikko");
    expect(ago("2026-05-17T11:56:00Z", now)).toBe("pirms 4 min");
    expect(ago("2026-05-03T09:00:00Z", now)).toBe("2026. g. 3. maijā");
    await speak("en");
    expect(ago("2026-05-17T11:59:40Z", now)).toBe("just now");
    writeFor("lv-LV");
  });

  it("tell how often and when in whole sentences", () => {
    expect([1440, 2880, 60, 180, 15].map(lv.refreshing.every)).toEqual([
      "katru dienu",
      "ik pēc 2 dienām",
      "katru stundu",
      "ik pēc 3 stundām",
      "ik pēc 15 minūtēm",
    ]);
    expect(lv.filters.days({ from: "2024-01-01", until: "2024-12-31" })).toBe("2024. gadā");
    expect(lv.filters.days({ from: "2024-11-01", until: "2024-11-30" })).toBe("2024. g. novembrī");
    expect(lv.filters.days({ from: "2024-05-03", until: null })).toBe("no 2024. g. 3. maija");
    expect(lv.filters.days({ from: null, until: "2024-03-03" })).toBe("līdz 2024. g. 3. martam");
    expect(lv.filters.days({ from: "2024-05-03", until: "2024-05-03" })).toBe("2024. g. 3. maijā");
    expect(ago("not a date")).toBe("not a date");
  });
});
