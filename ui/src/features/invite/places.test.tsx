import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { LIVE } from "./test/fakeDraft";
import { open, tidyUp } from "./test/openDraft";

tidyUp();

/** A connection to a directory: roles may be given, and nothing else is named. */
const DIRECTORY = {
  ...LIVE,
  needs: { ...LIVE.needs, roleOptional: true, identityProviders: false, organizations: false },
};
const commands = { list_profiles: () => [DIRECTORY] };

test("one person is asked for nothing that an invitation has no place for", async () => {
  const { shell, user } = open("/p/live/invite", 1, {}, {}, commands);
  await user.click(await screen.findByRole("button", { name: "Invite one person…" }));
  const dialog = await screen.findByRole("dialog", { name: "Invite one person" });
  expect(within(dialog).getByRole("button", { name: /Role/ })).toBeTruthy();
  expect(within(dialog).queryByText("Organizations")).toBeNull();
  expect(within(dialog).queryByText("Sign-in")).toBeNull();
  await user.type(within(dialog).getByRole("textbox", { name: "E-mail" }), "eva@contoso.example");
  await user.click(within(dialog).getByRole("button", { name: "Check and review" }));
  await screen.findByRole("grid");
  expect(shell.callsOf("type_person")[0]?.person).toMatchObject({ roleId: null, organizationIds: [] });
});

test("the columns of a file do not speak of what an invitation has no place for", async () => {
  open("/p/live/invite/d1?step=columns", 3, {}, {}, commands);
  const [fields] = await screen.findAllByRole("table");
  const names = within(fields as HTMLElement)
    .getAllByRole("rowheader")
    .map((name) => name.textContent);
  expect(names.slice(-1)).toEqual(["Role"]);
  expect(screen.queryByRole("combobox", { name: "Organizations" }), "no value for all rows either").toBeNull();
});
