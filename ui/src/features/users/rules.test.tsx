import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { UserRow } from "@/ipc";
import { initials } from "./Avatar";
import { StateBadge } from "./StateBadge";
import { statesInOrder, stateTone } from "./states";
import { userCan } from "./userCan";

const invited = (lapsed: boolean, days: number): Pick<UserRow, "state" | "invitation"> => ({
  state: "New",
  invitation: { lapsed, days, basis: "creation-date", invitedAt: "2026-10-01T07:45:00Z" },
});

it("someone who has not accepted can be invited again", () => {
  expect(userCan.reinvite({ state: "New", email: "a@b.example" })).toEqual({ may: true });
});

it("someone active or blocked can't, and the reason is said", () => {
  for (const state of ["Active", "blocked"]) {
    const may = userCan.reinvite({ state, email: "a@b.example" });
    expect(may.may).toBe(false);
    if (!may.may) expect(may.because).toMatch(/\w{4,}/);
  }
});

it("a state that Rollcall does not know is left to the check", () => {
  expect(userCan.reinvite({ state: "Pending approval", email: "a@b.example" }).may).toBe(true);
});

it("says how long an invitation still lasts, and when it lapsed", () => {
  render(
    <>
      <StateBadge user={invited(false, 4)} />
      <StateBadge user={invited(false, 1)} />
      <StateBadge user={invited(true, 46)} />
    </>,
  );
  for (const text of ["New · 4 days left", "New · 1 day left", "New · lapsed 46 days"]) {
    expect(screen.getByText(text)).toBeTruthy();
  }
});

it("shows a state it does not know as it came, without a colour of its own", () => {
  render(<StateBadge user={{ state: "<b>Odd</b>", invitation: null }} />);
  expect(screen.getByText("<b>Odd</b>")).toBeTruthy();
  expect(stateTone("<b>Odd</b>")).toBe("muted");
  for (const every of Object.getOwnPropertyNames(Object.prototype)) expect(stateTone(every)).toBe("muted");
});

it("lists known states first and never leaves out a chosen one", () => {
  const counted = ["Odd", "Blocked", "Active"].map((state) => ({ id: state, label: state, people: 1 }));
  expect(statesInOrder(counted, ["New"]).map((one) => one.id)).toEqual(["Active", "New", "Blocked", "Odd"]);
});

it("takes whole letters for initials, whatever they are made of", () => {
  expect(initials("Māris Bērziņš")).toBe("MB");
  expect(initials("𝔄nna")).toBe("𝔄");
  expect(initials("  ")).toBe("");
});
