import { describe, expect, it } from "vitest";
import { type Choice, fitting, shownFor, stillThere, withRecent } from "./choice";

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
  choice("roles", "Customer Admin"),
  choice("organizations", "Contoso"),
];
const ANNA = choice("people", "Anna Ozola", "anna@contoso.example · Active");
const labels = (text: string, people: Choice[] = [], searching = false) =>
  shownFor({ text, choices: COMMANDS, people, searching, recent: [] }).map(
    ({ group, choices }) => `${group}: ${choices.map(({ label }) => label).join(", ")}`,
  );

describe("what is offered", () => {
  it("is, before anything is typed, what was chosen before and then every place", () => {
    const shown = shownFor({
      text: "",
      choices: COMMANDS,
      people: [],
      searching: false,
      recent: [ANNA],
      open: undefined,
    });
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

describe("what else has a name", () => {
  it("comes after the people, and only once something is typed", () => {
    expect(labels("cont", [ANNA])).toEqual(["people: Anna Ozola", "organizations: Contoso"]);
    expect(labels("").join()).not.toContain("Contoso");
  });

  it("shows the open platform's views before anything is typed, and all once it is", () => {
    const view = (id: string): Choice => ({
      ...choice("views", `View of ${id}`),
      platform: { id, name: id, colour: "#000000" },
    });
    const asked = { choices: [view("a"), view("b")], people: [], searching: false, recent: [], open: "b" };
    expect(shownFor({ ...asked, text: "" }).flatMap(({ choices }) => choices.map(({ label }) => label))).toEqual([
      "View of b",
    ]);
    expect(shownFor({ ...asked, text: "view" })[0]?.choices).toHaveLength(2);
  });

  it("puts what was chosen before first among those that fit as well", () => {
    const choices = [choice("screens", "Report A"), choice("screens", "Report B")];
    const asked = {
      text: "report",
      choices,
      people: [],
      searching: false,
      recent: [choices[1] as Choice],
      open: undefined,
    };
    expect(shownFor(asked)[0]?.choices.map(({ label }) => label)).toEqual(["Report B", "Report A"]);
  });
});

it("what was chosen before is dropped where it can't be chosen now, and is what it is now where it can", () => {
  const [users] = COMMANDS as [Choice];
  const gone = choice("here", "Export");
  expect(stillThere([gone, users, ANNA], COMMANDS, [])).toEqual([users]);
});
