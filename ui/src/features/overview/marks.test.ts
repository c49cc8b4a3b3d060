import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UserFacets } from "@/ipc";
import { type ChartLook, optionOf } from "@/kit/chartOption";
import { domainsOf, figuresOf, type Mark, monthsOf, organizationsOf, providersOf, type Ranked, rolesOf } from "./marks";

const LOOK: ChartLook = { mark: "#00f", text: "#000", faint: "#888", line: "#ccc", surface: "#fff", font: "Inter" };
const TODAY = "2026-11-26";

const people = fc.integer({ min: 0, max: 1_000_000 });
const values = fc.uniqueArray(fc.record({ id: fc.string(), label: fc.string(), people }), {
  selector: ({ id }) => id,
  maxLength: 40,
});

const facetsOf = (part: Partial<UserFacets>): UserFacets => ({
  matching: 0,
  states: [],
  roles: [],
  identityProviders: [],
  organizations: [],
  mailDomains: [],
  mailDomainsTotal: 0,
  accessibilities: [],
  created: [],
  createdUnknown: 0,
  invitations: [],
  roleCounts: [],
  ...part,
});

/** What the chart draws of marks. */
const drawn = (marks: readonly Mark[]) => optionOf("bars", marks, LOOK, 500).series[0]?.data;

const monthAt = (number: number) =>
  `${`${Math.floor(number / 12)}`.padStart(4, "0")}-${`${(number % 12) + 1}`.padStart(2, "0")}`;

/** Every month from one on, as the list of people gives them: none is left out. */
const created = fc
  .tuple(fc.integer({ min: 2010 * 12, max: 2027 * 12 }), fc.array(people, { maxLength: 140 }))
  .map(([first, all]) => all.map((people, place) => ({ month: monthAt(first + place), people })));

describe("The series of the charts", () => {
  const charts: [string, (all: UserFacets["mailDomains"]) => Ranked, keyof Mark["query"]][] = [
    ["roles", (roles) => rolesOf(facetsOf({ roles })), "roleIds"],
    ["providers", (identityProviders) => providersOf(facetsOf({ identityProviders })), "identityProviderIds"],
    [
      "organizations",
      (all) => organizationsOf(facetsOf({ organizations: all.map((one) => ({ ...one, kind: null, parentId: null })) })),
      "organizationIds",
    ],
    [
      "mail domains",
      (mailDomains) =>
        domainsOf(facetsOf({ mailDomains, mailDomainsTotal: mailDomains.filter((d) => d.people).length })),
      "mailDomains",
    ],
  ];

  it.each(charts)("of %s equal the facet's numbers, most people first, and name what is left out", (_, of, list) => {
    fc.assert(
      fc.property(values, (all) => {
        const held = all.filter((one) => one.people > 0);
        const { marks, more } = of(all);
        const most = held.map((one) => one.people).toSorted((a, b) => b - a);
        expect(drawn(marks)).toEqual(most.slice(0, 12));
        expect(marks.length + more).toBe(held.length);
        for (const mark of marks) {
          const [id] = mark.query[list] as string[];
          expect(all.find((one) => one.id === id)?.people).toBe(mark.value);
        }
      }),
    );
  });

  it("of months equal the months of creation, and nobody is left out or counted twice", () => {
    fc.assert(
      fc.property(created, (months) => {
        const { marks, earlier, later } = monthsOf(months, TODAY);
        const told = marks.reduce((sum, { value }) => sum + value, 0) + (earlier?.value ?? 0) + (later?.value ?? 0);
        expect(told).toBe(months.reduce((sum, one) => sum + one.people, 0));
        expect(marks.length).toBeLessThanOrEqual(60);
        for (const mark of marks) {
          expect(mark.value).toBe(months.find(({ month }) => month === mark.id)?.people ?? 0);
          expect(mark.query.createdFrom).toBe(`${mark.id}-01`);
          expect(mark.query.createdUntil?.slice(0, 7)).toBe(mark.id);
        }
      }),
    );
  });

  it("of months end with this month, reach five years back, and are never less than a year", () => {
    const old = monthsOf([{ month: "2019-03", people: 4 }], TODAY);
    expect([old.marks[0]?.id, old.marks.at(-1)?.id, old.marks.length]).toEqual(["2021-12", "2026-11", 60]);
    expect(old.earlier?.query).toEqual({ createdUntil: "2021-11-30" });
    const young = monthsOf([{ month: "2026-10", people: 13 }], TODAY);
    expect([young.marks[0]?.id, young.marks.length, young.earlier]).toEqual(["2025-12", 12, null]);
  });

  it("know the last day of February, and a date that lies ahead", () => {
    const { marks, later } = monthsOf(
      [
        { month: "2027-01", people: 2 },
        { month: "2022-01", people: 1 },
      ],
      TODAY,
    );
    const february = marks.find(({ id }) => id === "2024-02");
    expect(february?.query).toEqual({ createdFrom: "2024-02-01", createdUntil: "2024-02-29" });
    expect([later?.value, later?.query]).toEqual([2, { createdFrom: "2026-12-01" }]);
  });
});

describe("The figures", () => {
  it("tell the three known states even where nobody is in them, and the platform's own beside them", () => {
    const states = [
      { id: "active", label: "active", people: 3 },
      { id: "Odd", label: "Odd", people: 1 },
    ];
    const told = figuresOf(facetsOf({ matching: 4, states })).map(({ label, value }) => `${label} ${value}`);
    expect(told.slice(0, 5)).toEqual(["People 4", "active 3", "New 0", "Blocked 0", "Odd 1"]);
  });

  it("draw a name from outside as one line, whatever it holds", () => {
    const { marks } = rolesOf(facetsOf({ roles: [{ id: "r", label: "a\n{b|c}\t<i>", people: 2 }] }));
    const { yAxis } = optionOf("bars", marks, LOOK, 500);
    expect(yAxis).toMatchObject({ data: ["a {b|c} <i>"] });
  });
});
