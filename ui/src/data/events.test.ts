import { expect, it } from "vitest";
import { applyEvent } from "./events";
import { keys, newQueryClient } from "./queries";

function clientWith(...names: (readonly unknown[])[]) {
  const client = newQueryClient();
  for (const name of names) client.setQueryData(name, "known");
  const stale = (name: readonly unknown[]) => client.getQueryState(name)?.isInvalidated ?? false;
  return { client, stale };
}

it("a changed roster makes that platform's lists stale and no other's", () => {
  const mine = [...keys.roster("a"), "summary"];
  const other = [...keys.roster("b"), "summary"];
  const { client, stale } = clientWith(mine, other);
  applyEvent(client, { kind: "roster-changed", data: "a" });
  expect(stale(mine)).toBe(true);
  expect(stale(other)).toBe(false);
});

it("a review that changed makes the reviews of its own connection stale", () => {
  const mine = [...keys.reviews("a"), "list"];
  const { client, stale } = clientWith(mine, [...keys.reviews("b"), "list"], [...keys.roster("a"), "summary"]);
  applyEvent(client, { kind: "review-changed", data: "a" });
  expect(stale(mine)).toBe(true);
  expect(stale([...keys.reviews("b"), "list"])).toBe(false);
  expect(stale([...keys.roster("a"), "summary"])).toBe(false);
});

it("the progress of a refresh is kept without asking for anything", () => {
  const { client, stale } = clientWith([...keys.roster("a"), "summary"]);
  const progress = { profile: "a", read: 200, total: 2400, secondsLeft: 9 };
  applyEvent(client, { kind: "refresh-progress", data: progress });
  expect(client.getQueryData(keys.refreshing("a"))).toEqual(progress);
  expect(stale([...keys.roster("a"), "summary"])).toBe(false);
});

it("a finished refresh no longer shows progress", () => {
  const { client } = clientWith(keys.refreshing("a"));
  applyEvent(client, { kind: "roster-changed", data: "a" });
  expect(client.getQueryData(keys.refreshing("a"))).toBeNull();
});

it("other connections mean other credentials too", () => {
  const { client, stale } = clientWith(keys.profiles, keys.status);
  applyEvent(client, { kind: "profiles-changed" });
  expect([stale(keys.profiles), stale(keys.status)]).toEqual([true, true]);
});
