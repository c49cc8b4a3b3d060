import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failure } from "@/test/fakeIpc";
import { later } from "@/test/later";
import { checkOf, runOf } from "./test/fakeDraft";
import { open, REVIEW, tidyUp } from "./test/openDraft";

tidyUp();

const SEND = "/p/live/invite/d1?step=send";
const HELD = "Another window sends a run at the moment. Nothing was sent.";
const refused = () => {
  throw failure("sender-held", HELD);
};

const question = () => screen.findByRole("dialog", { name: /^Invite \d/ });
const isOff = (button: HTMLElement) => button.getAttribute("aria-disabled") === "true";

test("why sending was refused stands in the question, which keeps what was typed while the check is made anew", async () => {
  const again = later<unknown>();
  const answers: unknown[] = [checkOf(12, { nameNeeded: true })];
  const check_draft = () => answers.pop() ?? again.promise;
  const { user, shell } = open(SEND, 12, {}, {}, { start_run: refused, confirm_sending: () => null, check_draft });
  const dialog = await question();
  const field = within(dialog).getByLabelText<HTMLInputElement>("Type Nordlys – live to send");
  await user.type(field, "Nordlys – live");
  const send = within(dialog).getByRole("button", { name: "Send all 8" });
  await user.click(send);
  expect(await within(dialog).findByText(HELD)).toBeTruthy();
  await waitFor(() => expect(shell.callsOf("check_draft")).toHaveLength(2));
  expect(field.value).toBe("Nordlys – live");
  expect([isOff(send), document.activeElement]).toEqual([true, send]);
  expect(within(dialog).getByText("Checking 12 rows against the list of people…")).toBeTruthy();
  again.keep(checkOf(12, { nameNeeded: true }));
  await waitFor(() => expect(isOff(send)).toBe(false));
  expect([field.value, within(dialog).queryByText(HELD) !== null]).toEqual(["Nordlys – live", true]);
});

test("a refusal after which nobody is left to invite is said beside the rows", async () => {
  const checks = [checkOf(12, { invites: 0 }), checkOf(12)];
  const { user } = open(SEND, 12, {}, {}, { start_run: refused, check_draft: () => checks.pop() });
  await user.click(within(await question()).getByRole("button", { name: "Send all 8" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await screen.findByText(HELD)).toBeTruthy();
});

test("a refusal that comes after going back is said beside the rows", async () => {
  const run = later<unknown>();
  const start_run = () => run.promise.then(refused);
  const { user, router } = open(REVIEW, 12, {}, {}, { start_run });
  await user.click(await screen.findByRole("button", { name: /^Invite 8 people/ }));
  await user.click(within(await question()).getByRole("button", { name: "Send all 8" }));
  router.history.back();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  run.keep(null);
  expect(await screen.findByText(HELD)).toBeTruthy();
});

test("a question that is asked anew says nothing of the refusal before", async () => {
  const { user } = open(REVIEW, 12, {}, {}, { start_run: refused });
  const invite = () => screen.findByRole("button", { name: /^Invite 8 people/ });
  await user.click(await invite());
  const dialog = await question();
  await user.click(within(dialog).getByRole("button", { name: "Send all 8" }));
  await within(dialog).findByText(HELD);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.queryByText(HELD)).toBeNull();
  await waitFor(async () => expect(isOff(await invite())).toBe(false));
  await user.click(await invite());
  expect(within(await question()).queryByText(HELD)).toBeNull();
});

test("there is no way out of the question while what it asks is being done", async () => {
  const run = later<unknown>();
  const { user, router } = open(SEND, 12, {}, {}, { start_run: () => run.promise });
  const dialog = await question();
  const send = within(dialog).getByRole("button", { name: "Send all 8" });
  await user.click(send);
  await within(dialog).findByText("Writing down what will be sent…");
  expect(within(dialog).queryByRole("button", { name: "Cancel" })).toBeNull();
  expect(document.activeElement, "the focus stays").toBe(send);
  await user.keyboard("{Escape}");
  await user.click(document.body);
  expect(screen.getByRole("dialog")).toBe(dialog);
  run.keep(runOf());
  await waitFor(() => expect(router.state.location.pathname).toBe("/p/live/runs/r1"));
});

test("a list that is read before it is sent can be stopped, and then nothing is sent", async () => {
  const stopped = later<unknown>();
  const start_run = () =>
    stopped.promise.then(() => {
      throw failure("cancelled", "The refresh was stopped.");
    });
  const commands = { start_run, cancel_refresh: () => stopped.keep(null) ?? null };
  const { user, shell } = open(SEND, 12, {}, {}, commands);
  const dialog = await question();
  await user.click(within(dialog).getByRole("button", { name: "Send all 8" }));
  await within(dialog).findByText("Writing down what will be sent…");
  await shell.happen({
    kind: "refresh-progress",
    data: { profile: "live", read: 400, total: 3000, secondsLeft: null },
  });
  await within(dialog).findByText("Reading people: 400 of 3,000");
  await user.click(within(dialog).getByRole("button", { name: "Stop reading" }));
  expect(await within(dialog).findByRole("button", { name: "Cancel" })).toBeTruthy();
  expect(within(dialog).queryByRole("button", { name: "Stop reading" })).toBeNull();
  expect(shell.callsOf("start_run"), "and asked for once").toHaveLength(1);
});

test("a draft that was left while it was being sent is known to be sent", async () => {
  const run = later<unknown>();
  const { user, router, client } = open(REVIEW, 12, {}, {}, { start_run: () => run.promise });
  await user.click(await screen.findByRole("button", { name: /^Invite 8 people/ }));
  await user.click(within(await question()).getByRole("button", { name: "Send all 8" }));
  await router.navigate({ to: "/p/$profile/runs", params: { profile: "live" } });
  await screen.findByRole("heading", { name: "Runs" });
  run.keep(runOf());
  await waitFor(() => expect(client.getQueryData(["draft", "d1", "view"])).toMatchObject({ run: "r1" }));
  expect(router.state.location.pathname, "nobody is led away from where they went").toBe("/p/live/runs");
});
