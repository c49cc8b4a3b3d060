import { describe, expect, it } from "vitest";
import { type Choice, fitting, shownFor, withRecent } from "./choice";

const choice = (group: Choice["group"], label: string, note?: string): Choice => ({
  id: `${group} ${label}`,
  group,
  label,
  ...(note ? { note } : {}),
  go: () => undefined,
});
const COMMANDS = [
  choice("screens", "Users"),
  choice("screens", "Invite"),
  choice("screens", "Identity providers"),
  choice("platforms", "Données – live"),
  choice("views", "Lapsed in May"),
];
const ANNA = choice("people", "Anna Ozola", "anna@contoso.example · Active");
const labels = (text: string, people: Choice[] = [], searching = false) =>
  shownFor({ text, commands: COMMANDS, people, searching, recent: [] }).map(
    ({ group, choices }) => `${group}: ${choices.map(({ label }) => label).join(", ")}`,
  );

describe("what is offered", () => {
  it("is, before anything is typed, what was chosen before and then every place", () => {
    const shown = shownFor({ text: "", commands: COMMANDS, people: [], searching: false, recent: [ANNA] });
    expect(shown.map(({ group }) => group)).toEqual(["recent", "screens", "platforms", "views"]);
  });

  it("begins with the places whose words begin like the text, people next", () => {
    expect(labels("inv", [ANNA]).slice(0, 2)).toEqual(["screens: Invite", "people: Anna Ozola"]);
    expect(labels("prov", [ANNA])[0]).toBe("screens: Identity providers");
  });

  it("finds places without their accents, and by a few of their letters after the people", () => {
    expect(labels("donnees")).toEqual(["platforms: Données – live"]);
    expect(labels("lpm", [ANNA])).toEqual(["people: Anna Ozola", "views: Lapsed in May"]);
  });

  it("holds the farther places back while people are looked for, so that nothing moves away", () => {
    expect(labels("lpm", [], true)).toEqual([]);
  });
});

describe("people of the text before", () => {
  it("stay as long as they fit what is typed now", () => {
    const all = [ANNA, choice("people", "Māris Bērziņš", "maris@nordlys.example")];
    expect(fitting(all, "berz").map(({ label }) => label)).toEqual(["Māris Bērziņš"]);
    expect(fitting(all, "contoso").map(({ label }) => label)).toEqual(["Anna Ozola"]);
    expect(fitting(all, "zzz")).toEqual([]);
  });
});

describe("what was chosen before", () => {
  it("is the last five, each once, the latest first", () => {
    const all = ["a", "b", "c", "d", "e", "f"].map((label) => choice("screens", label));
    const recent = [...all, all[1] as Choice].reduce(withRecent, [] as Choice[]);
    expect(recent.map(({ label }) => label).join("")).toBe("bfedc");
  });
});
