import { expect, it } from "vitest";
import { changesSearch, connectionSearch, inviteSearch, usersSearch } from "./addresses";

it("keeps what it understands of an address typed by hand, and fails at nothing", () => {
  expect(usersSearch({ search: "ann", state: "New", sort: "shoe size", desc: "true", role: 17, extra: {} })).toEqual({
    search: "ann",
    state: ["New"],
    desc: true,
    role: "17",
  });
});

it("leaves out filters that are empty, so that addresses stay short", () => {
  expect(usersSearch({ search: "", state: [], role: undefined })).toEqual({});
});

it("takes two lists, kinds in the order in which they are told, and nothing it does not know to Changes", () => {
  expect(changesSearch({ from: 3, to: "4", kind: ["left", "weight", "joined"], search: 17, person: "p" })).toEqual({
    from: 3,
    kind: ["joined", "left"],
    search: "17",
    person: "p",
  });
  expect(changesSearch({ from: -1, to: 1.5, kind: [] })).toEqual({});
});

it("takes a role and a person to Invite", () => {
  expect(inviteSearch({ role: "r1", person: "p1", junk: 1 })).toEqual({ role: "r1", person: "p1" });
});

it("tests a connection only when asked to", () => {
  expect(connectionSearch({ test: true })).toEqual({ test: true });
  expect(connectionSearch({ test: "no" })).toEqual({});
});
