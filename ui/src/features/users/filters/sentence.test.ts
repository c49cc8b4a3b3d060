import { describe, expect, it } from "vitest";
import { queryOf, usersSearch } from "@/data/addresses";
import type { UserFacets } from "@/ipc";
import { activeFilters, hasFilters, isFiltered } from "./chips";
import { namesOf } from "./names";
import { sentenceOf } from "./sentence";

const FACETS = {
  roles: [{ id: "r1", label: "Customer", people: 3 }],
  identityProviders: [{ id: "p1", label: "Google", people: 1 }],
  organizations: [{ id: "o1", label: "Fabrikam", kind: "Customer", parentId: null, people: 2 }],
} as unknown as UserFacets;

function said(address: Record<string, unknown>) {
  const query = queryOf(usersSearch(address));
  const names = namesOf(query, FACETS);
  return { sentence: sentenceOf(query, names), chips: activeFilters(query, names).map(({ text }) => text) };
}

describe("Filters in words", () => {
  it("says several filters as one sentence", () => {
    expect(said({ queue: "lapsed", role: "r1", organization: "o1", from: "2024", until: "2024" })).toEqual({
      sentence: "Lapsed people with the role Customer in Fabrikam and below, created 2024",
      chips: ["Invitation: Lapsed", "Role: Customer", "Organization: Fabrikam", "Created: 2024"],
    });
    expect(said({ state: "Active,New", provider: "p1,-", search: "ann" }).sentence).toBe(
      "Active or New people who sign in with Google or no identity provider, found by “ann”",
    );
    expect(said({ roles: "several", domain: "a.example", access: "Full", from: "2024-05-03" }).sentence).toBe(
      "People with several roles at a.example with the accessibility Full, created from 3 May 2024",
    );
  });

  it("stays one plain clause where little is on", () => {
    expect(said({ from: "2024", until: "2024" }).sentence).toBe("People created 2024");
    expect(said({ search: "ann", queue: "lapsed", from: "2024", until: "2024" }).sentence).toBe(
      "Lapsed people created 2024, found by “ann”",
    );
    expect(said({ queue: "waiting" }).sentence).toBe("People whose link in the mail still works");
  });

  it("names months, days and open ends of a time", () => {
    const created = (from?: string, until?: string) => said({ from, until }).chips[0];
    expect(created("2024-05", "2024-05")).toBe("Created: May 2024");
    expect(created("2024-02", "2024-02")).toBe("Created: Feb 2024");
    expect(created("2024-05-03", "2024-05-03")).toBe("Created: on 3 May 2024");
    expect(created(undefined, "2024-05-03")).toBe("Created: until 3 May 2024");
    expect(created("2024-05-03", "2025-01-01")).toBe("Created: 3 May 2024 to 1 Jan 2025");
  });

  it("says of what is no longer listed that it is not, and of what has no name yet nothing false", () => {
    expect(said({ role: "gone" }).chips).toEqual(["Role: no longer listed"]);
    const query = queryOf(usersSearch({ role: "r1" }));
    expect(namesOf(query, undefined).roles).toEqual(["…"]);
  });

  it("tells a search from filters", () => {
    const only = queryOf(usersSearch({ search: "ann", sort: "-created" }));
    expect([isFiltered(only), hasFilters(only)]).toEqual([true, false]);
    expect(isFiltered(queryOf(usersSearch({ sort: "-created" })))).toBe(false);
    expect(hasFilters(queryOf(usersSearch({ ids: "a" })))).toBe(true);
  });
});
