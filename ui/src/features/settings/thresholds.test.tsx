import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const DAYS = "Days until an unaccepted invitation becomes a finding";
const OWN = "Percent that make a mail domain your own";
const section = () => screen.findByRole("region", { name: "Findings" });
const field = async (name: string) => within(await section()).findByRole("textbox", { name });
const USUAL = {
  neverAcceptedDays: 30,
  ownDomainPercent: 10,
  workEmailPercent: 75,
  workEmailPeople: 3,
  countCustomerRoles: false,
};

const KEPT = "The numbers for findings are kept.";
type Opened = ReturnType<typeof renderApp>;
const set = async ({ user }: Opened, name: string, to: string) => {
  const number = await field(name);
  await user.clear(number);
  await user.type(number, `${to}{Enter}`);
};
const lastSaved = ({ shell }: Opened) => shell.callsOf("save_thresholds").at(-1)?.thresholds;

describe("the thresholds of findings", () => {
  it("say their ranges and what is usual, and nothing that axe-core objects to", async () => {
    renderApp("/settings");
    expect(await field(DAYS)).toHaveProperty("value", "30");
    expect(within(await section()).getByText(/7 to 365, usually 30\./)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("are kept all at once, by keys alone", async () => {
    const { user, shell } = renderApp("/settings");
    const days = await field(DAYS);
    days.focus();
    await user.clear(days);
    await user.keyboard("14{Enter}");
    expect(await screen.findByText(KEPT)).toBeTruthy();
    await user.click(within(await section()).getByRole("switch", { name: /^Count roles made for customers/ }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(shell.callsOf("save_thresholds").map((call) => call.thresholds)).toEqual([
        { ...USUAL, neverAcceptedDays: 14 },
        { ...USUAL, neverAcceptedDays: 14, countCustomerRoles: true },
      ]),
    );
  });

  it("are not kept outside of their ranges, and the field says which", async () => {
    const { user, shell } = renderApp("/settings");
    const days = await field(DAYS);
    for (const wrong of ["3", "366", "12.5", "soon"]) {
      await user.clear(days);
      await user.type(days, `${wrong}{Enter}`);
      expect(screen.getByText("A whole number from 7 to 365.")).toBeTruthy();
    }
    expect(days.getAttribute("aria-invalid")).toBe("true");
    expect(await accessibilityProblems()).toEqual([]);
    expect(shell.callsOf("save_thresholds")).toEqual([]);
  });

  it("are taken back from the message, and the form shows it", async () => {
    const app = renderApp("/settings");
    await set(app, DAYS, "14");
    await screen.findByText(KEPT);
    await app.user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(lastSaved(app)).toEqual(USUAL));
    expect(await field(DAYS)).toHaveProperty("value", "30");
  });

  it("are taken back one by one, in either order, and what is being typed stays", async () => {
    const app = renderApp("/settings");
    await set(app, DAYS, "14");
    await screen.findByText(KEPT);
    await set(app, OWN, "20");
    await waitFor(() => expect(screen.getAllByText(KEPT)).toHaveLength(2));
    const people = await field("People with work email before a password becomes a finding");
    await app.user.clear(people);
    await app.user.type(people, "9");
    // The newest message stands first.
    const [, earlier] = screen.getAllByRole("button", { name: "Undo" });
    await app.user.click(earlier as HTMLElement);
    await waitFor(() => expect(lastSaved(app)).toEqual({ ...USUAL, ownDomainPercent: 20 }));
    expect(await field(DAYS)).toHaveProperty("value", "30");
    expect(await field(OWN)).toHaveProperty("value", "20");
    await app.user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(lastSaved(app)).toEqual(USUAL));
    expect(await field(OWN)).toHaveProperty("value", "10");
    expect(people).toHaveProperty("value", "9");
  });

  it("offer nothing to take back where nothing was changed", async () => {
    const { user } = renderApp("/settings");
    await field(DAYS);
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText(KEPT);
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });

  it("show a refusal at the field that it speaks of", async () => {
    const { user } = renderApp("/settings", {
      commands: {
        save_thresholds: () => {
          throw failure("bad-request", "workEmailPeople must be from 2 to 900; 950 is not. Nothing was changed.");
        },
      },
    });
    const people = await field("People with work email before a password becomes a finding");
    await user.clear(people);
    await user.type(people, "950{Enter}");
    const said = await screen.findByText(/ must be from 2 to 900; 950 is not\. Nothing was changed\.$/);
    expect(people.getAttribute("aria-describedby")?.split(" ")).toContain(said.closest("[id]")?.id);
    expect(said.textContent, "by its label and not by the name for programs").toMatch(/^People with work email/);
    expect(said.lang, "the core speaks English").toBe("en");
  });

  it("go back to what is usual, which is kept only when saved", async () => {
    const { user, shell } = renderApp("/settings");
    const days = await field(DAYS);
    await user.clear(days);
    await user.type(days, "90");
    await user.click(screen.getByRole("button", { name: "Defaults" }));
    expect(days).toHaveProperty("value", "30");
    expect(shell.callsOf("save_thresholds")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(shell.callsOf("save_thresholds")).toEqual([{ thresholds: USUAL }]));
  });
});
