import { expect, it } from "vitest";
import { ago, count, date, duration, left, list, plural, size, stretch, weekday } from "./format";

it("groups the digits of large numbers", () => {
  expect(count(1_000_000)).toBe("1,000,000");
});

it("says one person and two people", () => {
  expect(plural(1, "person", "people")).toBe("1 person");
  expect(plural(0, "person", "people")).toBe("0 people");
  expect(plural(2400, "person", "people")).toBe("2,400 people");
});

it("writes seconds as a clock", () => {
  expect(duration(48)).toBe("0:48");
  expect(duration(725)).toBe("12:05");
  expect(duration(3729)).toBe("1:02:09");
});

it("says how long ago, coarsely", () => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  expect(ago("2026-11-23T11:59:40Z", now)).toBe("just now");
  expect(ago("2026-11-23T11:56:00Z", now)).toBe("4 min ago");
  expect(ago("2026-11-23T09:00:00Z", now)).toBe("3 h ago");
  expect(ago("2026-11-01T09:00:00Z", now)).toBe("on 1 Nov 2026");
});

it("says how long a token still lasts, and never less than nothing", () => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  expect(left("2026-11-23T12:42:00Z", now)).toBe("42 min");
  expect(left("2026-11-23T11:00:00Z", now)).toBe("0 min");
});

it("shows a date that can't be read as it came", () => {
  expect(date("yesterday")).toBe("yesterday");
});

it("joins names as a sentence does", () => {
  expect(list(["Users", "Roles", "Runs"])).toBe("Users, Roles and Runs");
});

it("names a day of this year by its weekday, and one of another year with the year", () => {
  const now = new Date("2026-11-25T12:00:00Z");
  expect(weekday("2026-11-17T12:00:00Z", now)).toBe("Tuesday 17 November");
  expect(weekday("2025-12-31T12:00:00Z", now)).toBe("Wednesday 31 December 2025");
  expect(weekday("soon", now)).toBe("soon");
});

it("says how much time lies between two moments, coarsely", () => {
  expect(stretch("2026-11-17T12:00:00Z", "2026-11-25T11:00:00Z")).toBe("8 days");
  expect(stretch("2026-11-24T12:00:00Z", "2026-11-25T12:00:00Z")).toBe("1 day");
  expect(stretch("2026-11-25T09:10:00Z", "2026-11-25T12:00:00Z")).toBe("3 h");
  expect(stretch("2026-11-25T11:48:00Z", "2026-11-25T12:00:00Z")).toBe("12 min");
});

it("writes sizes as people read them", () => {
  expect(size(0)).toBe("0 KB");
  expect(size(640)).toBe("640 KB");
  expect(size(12_698)).toBe("12.4 MB");
  expect(size(1_258_291)).toBe("1.2 GB");
});
