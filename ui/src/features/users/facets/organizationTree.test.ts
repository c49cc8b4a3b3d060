import { describe, expect, it } from "vitest";
import type { OrganizationFacet } from "@/ipc";
import { above, branches, openOnes } from "./organizationTree";

const one = (id: string, parentId: string | null, people = 1, label = id): OrganizationFacet => ({
  id,
  label,
  kind: null,
  parentId,
  people,
});
const LISTED = [
  one("distributor", null, 9),
  one("north", "distributor", 3, "North – S-1"),
  one("south", "distributor", 6, "South – S-2"),
  one("contoso", "north", 2, "Contoso – C-1"),
  one("fabrikam", "north", 1, "Fabrikam – C-2"),
];
const ids = (all: ReturnType<typeof branches>) => all.map(({ organization, level }) => `${level} ${organization.id}`);

describe("The tree of organizations", () => {
  it("shows what is open, those with most people first", () => {
    expect(ids(branches(LISTED, new Set(), ""))).toEqual(["1 distributor"]);
    expect(ids(branches(LISTED, new Set(["distributor"]), ""))).toEqual(["1 distributor", "2 south", "2 north"]);
  });

  it("leaves what a search finds, with everyone above it", () => {
    expect(ids(branches(LISTED, new Set(), "c-2"))).toEqual(["1 distributor", "2 north", "3 fabrikam"]);
    expect(branches(LISTED, new Set(), "nobody")).toEqual([]);
  });

  it("says of each its place among those beside it", () => {
    const south = branches(LISTED, new Set(["distributor"]), "").find((row) => row.organization.id === "south");
    expect(south).toMatchObject({ place: 1, beside: 2, parent: false });
  });

  it("shows everyone once, though a platform says that two are below each other or below nobody known", () => {
    const odd = [one("a", "b"), one("b", "a"), one("c", "c"), one("d", "gone"), one("e", "a")];
    const rows = branches(odd, new Set(odd.map(({ id }) => id)), "");
    expect(rows.map((row) => row.organization.id).sort()).toEqual(["a", "b", "c", "d", "e"]);
    expect(branches(odd, new Set(), "a").map((row) => row.organization.id)).toContain("a");
    expect([...above(odd, ["e"])].sort()).toEqual(["a", "b"]);
  });

  it("opens the one at the top at first, also beside those who belong to nothing", () => {
    const open = (all: OrganizationFacet[]) => [...openOnes(all, [], new Map())];
    expect(open(LISTED)).toEqual(["distributor"]);
    expect(open([...LISTED, one("", null)])).toEqual(["distributor"]);
    expect(open([...LISTED, one("another", null)]), "of several nobody says which").toEqual([]);
    expect([...openOnes(LISTED, [], new Map([["distributor", false]]))], "closed by hand").toEqual([]);
  });
});
