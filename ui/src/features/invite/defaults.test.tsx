import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Defaults } from "@/ipc";
import { failure } from "@/test/fakeIpc";
import { later } from "@/test/later";
import { draftCommands } from "./test/fakeDraft";
import { choose, open, REVIEW, tidyUp } from "./test/openDraft";

tidyUp();

const COLUMNS = "/p/live/invite/d1?step=columns";
const field = async (name: RegExp) =>
  within(await screen.findByRole("region", { name: "For rows that lack a value" })).findByRole("button", { name });
const role = () => field(/Role$/);
const signIn = () => field(/Sign-in$/);

/** Whatever is on its way has come. */
const settled = () => new Promise((done) => setTimeout(done, 50));

/** What was chosen last is answered only once the list was read, which may take minutes. */
function reading() {
  const list = later<void>();
  const { choose_values } = draftCommands(12);
  return {
    read: list.keep,
    commands: { choose_values: (args: Record<string, unknown>) => list.promise.then(() => choose_values(args)) },
  };
}

test("values for rows that lack one stand as they were chosen while the list is read, and none takes another’s place", async () => {
  const { read, commands } = reading();
  const { shell, user } = open(COLUMNS, 12, {}, {}, commands);
  await user.click(await role());
  await choose(user, /^Support Agent/);
  expect((await role()).textContent).toContain("Support Agent");
  await user.click(await signIn());
  await choose(user, "Work email (AAD)");
  expect([(await role()).textContent, (await signIn()).textContent]).toEqual([
    expect.stringContaining("Support Agent"),
    expect.stringContaining("Work email (AAD)"),
  ]);
  expect(shell.callsOf("choose_values"), "one after the other").toHaveLength(1);
  read();
  await waitFor(() => expect(shell.callsOf("choose_values")).toHaveLength(2));
  const [first, second] = shell.callsOf("choose_values").map(({ defaults }) => defaults as Defaults);
  expect(first?.roleId).toBeTruthy();
  expect([second?.roleId, second?.identityProviderId]).toEqual([first?.roleId, expect.any(String)]);
});

test("a value that was refused springs back, and it is said", async () => {
  const choose_values = () => {
    throw failure("storage", "The draft could not be written. What was chosen before holds.");
  };
  const { user } = open(COLUMNS, 12, {}, {}, { choose_values });
  await user.click(await role());
  await choose(user, /^Support Agent/);
  expect(await screen.findByText(/The draft could not be written/)).toBeTruthy();
  expect((await role()).textContent).toContain("Nothing");
});

test("a decision stands as it was made while the list is read, and can be made anew", async () => {
  const { read, commands } = reading();
  const { shell, user } = open(REVIEW, 12, {}, {}, commands);
  const again = await screen.findByRole<HTMLInputElement>("switch", { name: /Mail 2 people again/ });
  const invite = await screen.findByRole("button", { name: /^Invite \d+ people/ });
  expect(invite.getAttribute("aria-disabled")).toBeNull();
  await user.click(again);
  await waitFor(() => expect(again.checked).toBe(true));
  expect(document.activeElement).toBe(again);
  const off = (await screen.findAllByRole("button")).filter((one) => /^Invite/.test(one.textContent ?? ""));
  expect(
    off.map((one) => one.getAttribute("aria-disabled")),
    "nothing is sent by a plan that the switch contradicts",
  ).toEqual(["true"]);
  await user.click(again);
  await waitFor(() => expect(again.checked).toBe(false));
  read();
  await waitFor(() => expect(shell.callsOf("choose_values")).toHaveLength(2));
  expect(shell.callsOf("choose_values").map(({ decisions }) => decisions)).toMatchObject([
    { reinvite: true },
    { reinvite: false },
  ]);
});

test("what is typed to find an organization stays while people are being invited", async () => {
  const { shell, user } = open(COLUMNS, 12);
  await waitFor(() => expect(shell.callsOf("list_organizations")).toHaveLength(1));
  await settled();
  const field = screen.getByRole<HTMLInputElement>("combobox", { name: "Organizations" });
  await user.type(field, "cont");
  const list = await screen.findByRole("listbox");
  expect(within(list).getAllByRole("option")).toHaveLength(2);
  const asked = shell.callsOf("list_organizations").length;
  await shell.happen({ kind: "run-changed", data: { profile: "live", runId: "r1" } });
  await waitFor(() => expect(shell.callsOf("list_organizations").length).toBeGreaterThan(asked));
  await settled();
  expect([field.isConnected, field.value, document.activeElement]).toEqual([true, "cont", field]);
  expect(within(list).getAllByRole("option")).toHaveLength(2);
});
