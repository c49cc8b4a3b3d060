import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DoctorReport, DoctorStep } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { failure, REPORT } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const AT = "/connections";
const report = () => screen.findByRole("region", { name: "What the test found" });
const press = async (user: ReturnType<typeof renderApp>["user"], name: string) =>
  user.click(await screen.findByRole("button", { name }));

const step = (change: Partial<DoctorStep>): DoctorStep => ({
  check: "encryption",
  title: "Encryption",
  state: "good",
  sentence: "The certificate can be trusted.",
  advice: null,
  facts: [],
  count: null,
  milliseconds: 84,
  ...change,
});

describe("the report of a connection's test", () => {
  it("says first what does not work and what to do first, and then each step", async () => {
    const { user } = renderApp(AT);
    await press(user, "Test");
    const found = within(await report());
    expect(found.getAllByRole("status")[0]?.textContent).toBe(
      "Something needed for inviting does not work yet.Begin with “Identity providers”: Ask for the permission of a platform administrator.",
    );
    expect(found.getByText("18,402 found")).toBeTruthy();
    expect(found.getByText(/may not list identity providers/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("names every state in a word", async () => {
    const states = ["good", "notice", "failed", "skipped", "unknown"] as const;
    const checks = ["proxy", "name", "users", "roles", "contract"] as const;
    const steps = states.map((state, at) => step({ state, check: checks[at] ?? "proxy", title: `Step ${at}` }));
    const { user } = renderApp(AT, { report: { ok: true, steps, text: "" } });
    await press(user, "Test");
    const rows = within(await report()).getAllByRole("listitem");
    expect(rows.map((row) => row.querySelector("span")?.textContent)).toEqual([
      "Good",
      "Note",
      "Failed",
      "Skipped",
      "Unknown",
    ]);
    expect(screen.getByText(/1 thing that inviting does not need did not work. 1 thing to know below./)).toBeTruthy();
  });

  it("keeps the facts of a step folded until somebody looks into it", async () => {
    const steps = [step({ facts: [{ name: "Issuer", value: "<i>R11</i>" }] })];
    const { user } = renderApp(AT, { report: { ok: true, steps, text: "" } });
    await press(user, "Test");
    await report();
    expect(screen.queryByText("Issuer")).toBeNull();
    const details = screen.getByRole("button", { name: "Details of Encryption" });
    details.focus();
    await user.keyboard("{Enter}");
    expect(screen.getByText("<i>R11</i>")).toBeTruthy();
    expect(details.getAttribute("aria-expanded")).toBe("true");
  });

  it("grows step by step while the test runs", async () => {
    let end: (report: DoctorReport) => void = () => undefined;
    const later = new Promise<DoctorReport>((done) => {
      end = done;
    });
    const { user, shell } = renderApp(AT, { commands: { test_profile: () => later } });
    await press(user, "Test");
    expect(await screen.findByText("Looking at the connection. Nothing is changed there.")).toBeTruthy();
    const tell = (one: DoctorStep, profile = "sample") =>
      act(() => shell.happen({ kind: "examined", data: { profile, step: one } }));
    await tell(step({}));
    await tell(step({ check: "key", title: "Subscription key", sentence: "The gateway takes it." }));
    await tell(step({ check: "clock", title: "Clock", sentence: "Of another connection." }), "other");
    expect(await screen.findByText("The gateway takes it.")).toBeTruthy();
    expect(screen.getByText("2 things looked at")).toBeTruthy();
    expect(screen.queryByText("Of another connection.")).toBeNull();
    end(REPORT);
    await report();
    expect(screen.queryByText("The gateway takes it.")).toBeNull();
  });

  it("begins anew when it is asked for again", async () => {
    let asked = 0;
    const test_profile = () => {
      asked += 1;
      return asked === 1 ? REPORT : new Promise(() => undefined);
    };
    const { user, shell } = renderApp(AT, { commands: { test_profile } });
    await press(user, "Test");
    await report();
    await act(() => shell.happen({ kind: "examined", data: { profile: "sample", step: step({}) } }));
    await press(user, "Close report");
    expect(screen.queryByRole("region", { name: "What the test found" })).toBeNull();
    await press(user, "Test");
    expect(await screen.findByText("Looking at the connection. Nothing is changed there.")).toBeTruthy();
    expect(screen.queryByText("The certificate can be trusted.")).toBeNull();
  });

  it("is copied as the text without secrets that came with it", async () => {
    const { user } = renderApp(AT, { report: { ...REPORT, text: "Sign-in: good\nUsers: 18402" } });
    await press(user, "Test");
    await user.click(within(await report()).getByRole("button", { name: "Copy report" }));
    await waitFor(async () => expect(await navigator.clipboard.readText()).toBe("Sign-in: good\nUsers: 18402"));
  });

  it("gives way to the reason where nothing could be looked at", async () => {
    const test_profile = () => {
      throw failure("keychain-locked", "The keychain is locked. Unlock it and try again.");
    };
    const { user } = renderApp(AT, { commands: { test_profile } });
    await press(user, "Test");
    expect(await screen.findByText(/Unlock it and try again/)).toBeTruthy();
  });
});
