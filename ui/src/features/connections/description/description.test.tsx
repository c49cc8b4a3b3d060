import { screen, waitFor, within } from "@testing-library/react";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { lookAt } from "@/test/fakeDescriptions";
import { SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { saved } from "../test/editing";
import { searchFields } from "./FieldList";
import { dottedKey, withoutDifference } from "./overrides";

const CHANGED = {
  ...SAMPLE,
  description: { base: "appxite", own: null, overrides: 'batch_limit = 50\ncalls.users.path = "/v2/members"\n' },
};

async function open() {
  const app = renderApp("/connections/sample", { profiles: [CHANGED] });
  await app.user.click(await screen.findByRole("button", { name: "Look at the description…" }));
  await screen.findByRole("table", { name: "What this connection changes" });
  return app;
}

describe("the description of a connection", () => {
  it("is a line that says how much differs, until somebody wants to look", async () => {
    renderApp("/connections/sample", { profiles: [CHANGED] });
    expect(await screen.findByText(/2 changes/)).toBeTruthy();
    expect(screen.queryByLabelText("Changes, as TOML")).toBeNull();
  });

  it("shows field by field what differs from the built-in one, and takes one back", async () => {
    const { user, shell } = await open();
    const table = screen.getByRole("table", { name: "What this connection changes" });
    const row = within(table).getByRole("rowheader", { name: "batch_limit" }).closest("tr") as HTMLElement;
    expect(within(row).getByText("100")).toBeTruthy();
    expect(within(row).getByText("50")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(row).getByRole("button", { name: "Take back batch_limit" }));
    await waitFor(() => expect(screen.queryByRole("rowheader", { name: "batch_limit" })).toBeNull());
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(saved(shell)).toMatchObject([{ description: { overrides: 'calls.users.path = "/v2/members"\n' } }]),
    );
  });

  it("says in which line something is wrong, as it is typed", async () => {
    const { user } = await open();
    const text = screen.getByLabelText("Changes, as TOML");
    await user.click(text);
    await user.keyboard("calls.user.path = 1");
    const what = await screen.findByText(/^There is no field calls.user.path/);
    expect(what.parentElement?.textContent).toMatch(/^Line 3: There is no field/);
    expect(what.lang, "the core speaks English").toBe("en");
    await user.clear(text);
    expect(await screen.findByText("It can be used.")).toBeTruthy();
  });

  it("explains every field, found by its name or its meaning", async () => {
    const { user } = await open();
    await user.type(screen.getByRole("searchbox", { name: "Search fields" }), "invite minute");
    expect(screen.getByText("1 of 9 fields")).toBeTruthy();
    expect(screen.getByText("Invite calls a minute to begin with.")).toBeTruthy();
    await user.type(screen.getByRole("searchbox", { name: "Search fields" }), " zzz");
    expect(screen.getByText("No field with these words.")).toBeTruthy();
  });

  it("finds a field by any of its own words", () => {
    const answer = lookAt({});
    const fields = answer.kind === "good" ? answer.data.fields : [];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.nat(), (field, at) => {
        const words = `${field.field} ${field.about} ${field.value}`.split(/\s+/);
        expect(searchFields(fields, (words[at % words.length] ?? "").toUpperCase())).toContain(field);
      }),
    );
  });
});

describe("taking a difference back", () => {
  it("leaves all others as they are", () => {
    const places = fc.constantFrom("batch_limit", "atomic", "pace.per_minute", "calls.users.path", "calls.invite.path");
    fc.assert(
      fc.property(fc.uniqueArray(places, { minLength: 1 }), (changed) => {
        const text = changed.map((field) => `${field} = 1`).join("\n");
        const before = lookAt({ overrides: text });
        if (before.kind !== "good") throw new Error("the text of this test is no description");
        const [gone, ...others] = changed;
        const after = lookAt({ overrides: withoutDifference(before.data.differences, gone ?? "") });
        expect(after.kind === "good" && after.data.differences.map(({ field }) => field)).toEqual(others);
      }),
    );
  });

  it("writes names that are no bare words of TOML in quotes", () => {
    expect(dottedKey("calls.users.path")).toBe("calls.users.path");
    expect(dottedKey("states.Nicht aktiv")).toBe('states."Nicht aktiv"');
    expect(dottedKey('headers."api.version"'), "written as a key already").toBe('headers."api.version"');
  });
});
