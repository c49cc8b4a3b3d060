import { screen, waitFor, within } from "@testing-library/react";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { CONTOSO, NORDLYS } from "@/test/profiles";
import { renderApp } from "@/test/renderApp";
import { isNamed } from "./TypedName";
import { draftCommands, runOf } from "./test/fakeDraft";

const NEEDED = { invites: 412, nameNeeded: true };
const start = (profile = NORDLYS, check = {}, commands = {}) =>
  renderApp(`/p/${profile.id}/invite/d1?step=send`, {
    profiles: [profile],
    commands: {
      ...draftCommands(12, {}, { ...NEEDED, ...check }),
      start_run: () => runOf({ id: "r1", profile: profile.id }),
      run_view: () => runOf({ id: "r1", profile: profile.id }),
      run_rows: () => ({ total: 0, rows: [] }),
      ...commands,
    },
  });
const send = () => screen.findByRole("button", { name: "Send all 412" });
const isOff = async () => (await send()).getAttribute("aria-disabled") === "true";

describe("sending to a live platform", () => {
  it("asks for its name and says why, and sends nothing before", async () => {
    const { user, shell, router } = start();
    const field = await screen.findByLabelText("Type Nordlys to send");
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.getByText("412 people will get a mail.")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.type(field, "nordly{Enter}");
    expect(await isOff()).toBe(true);
    await user.click(await send());
    expect(shell.callsOf("start_run")).toEqual([]);
    await user.type(field, "S ");
    expect(await isOff()).toBe(false);
    await user.click(await send());
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/nordlys/runs/r1"));
    const order = shell.asked.map(({ command }) => command).filter((one) => /confirm_sending|start_run/.test(one));
    expect(order).toEqual(["confirm_sending", "start_run"]);
    expect(shell.callsOf("confirm_sending")).toEqual([{ draft: "d1", name: "nordlyS " }]);
  });

  it("says who gets power where that is the reason", async () => {
    start(NORDLYS, { invites: 2, privileged: [{ role: "Platform administrator", people: 1 }] });
    await screen.findByLabelText("Type Nordlys to send");
    expect(screen.getByText("Somebody gets a role with power over others.")).toBeTruthy();
  });

  it("asks for no name where none is needed", async () => {
    const { user, shell } = start(NORDLYS, { nameNeeded: false });
    await user.click(await send());
    await waitFor(() => expect(shell.callsOf("start_run")).toHaveLength(1));
    expect(shell.callsOf("confirm_sending")).toEqual([]);
  });

  it("sends nothing when the name is not taken", async () => {
    const confirm_sending = () => {
      throw failure("name-needed", "That is not the platform's name. Nothing was sent.");
    };
    const { user, shell } = start(NORDLYS, {}, { confirm_sending });
    await user.type(await screen.findByLabelText("Type Nordlys to send"), "Nordlys");
    await user.click(await send());
    await waitFor(() => expect(shell.callsOf("confirm_sending")).toHaveLength(1));
    expect(shell.callsOf("start_run")).toEqual([]);
  });

  it("with a token that ends too soon asks for a new one, and then sends what was confirmed", async () => {
    let asked = 0;
    const start_run = () => {
      asked += 1;
      if (asked === 1) throw failure("token-ends", "The token ends before the run would. Nothing was sent.");
      return runOf({ id: "r1", profile: "contoso" });
    };
    // What was looked at still holds: a new check would take the question away that waits for the token.
    const checks = [draftCommands(12, {}, { ...NEEDED }).check_draft()];
    const check_draft = () => checks.pop() ?? new Promise(() => undefined);
    const { user, shell, router } = start({ ...CONTOSO, live: true }, {}, { start_run, check_draft });
    await user.type(await screen.findByLabelText("Type Contoso to send"), "Contoso");
    await user.click(await send());
    const banner = (await screen.findByText(/The token ends before the run would/)).closest("[role]") as HTMLElement;
    await user.click(within(banner).getByRole("button", { name: "Paste a new token" }));
    await user.type(await screen.findByLabelText("Bearer token"), "longer{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/contoso/runs/r1"));
    expect(shell.callsOf("start_run")).toEqual([
      { draft: "d1", mode: "all" },
      { draft: "d1", mode: "all" },
    ]);
  });

  it("is not offered where the connection is for looking only, which leads to its lock", async () => {
    const { user, router } = renderApp("/p/nordlys/invite/d1?step=review", {
      profiles: [{ ...NORDLYS, readOnly: true }],
      commands: draftCommands(12),
    });
    expect(await screen.findByText(/Nordlys is for looking only/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Invite \d/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Unlock…" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/connections/nordlys"));
  });
});

describe("a typed name", () => {
  const name = fc.string({ minLength: 1 }).filter((text) => text.trim() !== "");

  it("is taken whatever its case and the space around it", () => {
    fc.assert(fc.property(name, (text) => isNamed(`  ${text} \n`, { name: text })));
    expect(isNamed("NORDLYS", { name: " Nordlys" })).toBe(true);
  });

  it("is not taken when something is missing or added", () => {
    fc.assert(fc.property(name, (text) => !isNamed(`${text}x`, { name: text }) && !isNamed("", { name: text })));
    expect(isNamed("Nord lys", { name: "Nordlys" })).toBe(false);
  });
});
