import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Contradiction, ProblemGroup } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { sentence } from "@/test/sentence";
import { CUSTMER } from "./test/fakeDraft";
import { choose, open, REVIEW, tidyUp } from "./test/openDraft";

tidyUp();

const changes = (shell: ReturnType<typeof open>["shell"]) => shell.callsOf("change_draft").map((call) => call.change);
const group = (change: Partial<ProblemGroup>): ProblemGroup => ({ ...CUSTMER, suggestion: null, ...change });
const groupsOf = () => screen.findByRole("region", { name: "What has to be put right" });

test("the likely repair is one button that names its reach", async () => {
  const { shell, user } = open(REVIEW);
  const groups = await groupsOf();
  expect(within(groups).getByText("2 rows")).toBeTruthy();
  await user.click(within(groups).getByRole("button", { name: "Use Customer for all 2" }));
  const key = { code: "unknown-role", field: "role", found: "Custmer" };
  await waitFor(() =>
    expect(changes(shell)).toEqual([{ kind: "repair", group: key, with: "Customer", remember: false }]),
  );
  await waitFor(() => expect(screen.queryByText("Unknown role “Custmer”")).toBeNull());
});

test("of one row the button says no more than what is used", async () => {
  open(REVIEW, 12, {}, { groups: [{ ...CUSTMER, rows: 1 }] });
  expect(await screen.findByRole("button", { name: "Use Customer" })).toBeTruthy();
});

test("a choice is a button, and warnings stand after what has to be put right", async () => {
  const contoso = {
    code: "ambiguous-organization",
    field: "organizations",
    found: "Contoso",
    message: sentence("Two organizations are called Contoso"),
    choices: ["C-20001", "C-20002"],
  } as const;
  const warning = group({
    code: "odd-name",
    field: "firstName",
    message: sentence("A name in capitals"),
    severity: "warning",
  });
  const { shell, user } = open(
    REVIEW,
    12,
    {},
    { groups: [warning, group({ ...contoso, choices: [...contoso.choices] })] },
  );
  const groups = await groupsOf();
  const said = within(groups).getAllByText(/Two organizations|A name in capitals/);
  expect(said.map((one) => one.textContent)).toEqual(["Two organizations are called Contoso", "A name in capitals"]);
  expect(await accessibilityProblems()).toEqual([]);
  await user.click(within(groups).getByRole("button", { name: "C-20002" }));
  await waitFor(() =>
    expect(changes(shell)[0]).toMatchObject({ kind: "repair", with: "C-20002", group: { found: "Contoso" } }),
  );
});

test("another role is chosen for all rows of a group, and remembered if one says so", async () => {
  const { shell, user } = open(REVIEW);
  await user.click(await screen.findByRole("button", { name: "Choose another…" }));
  const dialog = await screen.findByRole("dialog", { name: "Unknown role “Custmer”" });
  expect(within(dialog).getByText("Unknown role “Custmer”").lang, "the core speaks English").toBe("en");
  const use = within(dialog).getByRole("button", { name: "Use it for 2 rows" });
  expect(use.getAttribute("aria-disabled")).toBe("true");
  await user.click(within(dialog).getByRole("button", { name: /Role/ }));
  await choose(user, /^Support Agent/);
  expect(await accessibilityProblems()).toEqual([]);
  const remember = within(dialog).getByRole<HTMLInputElement>("checkbox", { name: "Remember this for files to come" });
  expect(remember.checked, "nothing is remembered that nobody asked for").toBe(false);
  await user.click(remember);
  await user.click(within(dialog).getByRole("button", { name: "Use Support Agent for 2 rows" }));
  await waitFor(() =>
    expect(changes(shell)).toEqual([
      {
        kind: "repair",
        group: { code: "unknown-role", field: "role", found: "Custmer" },
        with: "00a47994-45c9-5ae5-b24a-b035148111a8",
        remember: true,
      },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a role with power over others is never remembered", async () => {
  const { shell, user } = open(REVIEW);
  await user.click(await screen.findByRole("button", { name: "Choose another…" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByRole("checkbox", { name: "Remember this for files to come" })).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: /Role/ }));
  await choose(user, /^Distributor Admin/);
  await waitFor(() => expect(within(dialog).queryByRole("checkbox")).toBeNull());
  await user.click(within(dialog).getByRole("button", { name: "Use Distributor Admin for 2 rows" }));
  await waitFor(() => expect(changes(shell)[0]).toMatchObject({ kind: "repair", remember: false }));
});

test("organizations are chosen by typing, ways to sign in among those that are on", async () => {
  const unknown = group({
    code: "unknown-organization",
    field: "organizations",
    found: "Fab",
    message: sentence("Unknown Fab"),
  });
  const signIn = group({
    code: "unknown-identity-provider",
    field: "identityProvider",
    message: sentence("Unknown sign-in"),
  });
  const { shell, user } = open(REVIEW, 12, {}, { groups: [unknown, signIn] });
  const [organization, provider] = await screen.findAllByRole("button", { name: "Choose…" });
  await user.click(organization as HTMLElement);
  const dialog = await screen.findByRole("dialog", { name: "Unknown Fab" });
  await user.type(await within(dialog).findByRole("combobox", { name: "Organization" }), "fabri");
  await choose(user, /Fabrikam/);
  await user.click(within(dialog).getByRole("button", { name: "Use Fabrikam – C-20003 for 2 rows" }));
  await waitFor(() => expect(changes(shell)[0]).toMatchObject({ with: "b3cd17cb-9e49-5a7c-8ad0-c50d66172fa4" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.click(provider as HTMLElement);
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: /Sign-in/ }));
  const listed = within(await screen.findByRole("listbox"));
  expect(listed.getByRole("option", { name: "Google" })).toBeTruthy();
  expect(listed.queryByRole("option", { name: "Legacy ADFS" }), "it is switched off").toBeNull();
});

test("rows without a role get one that is chosen for all of them, and nothing is remembered", async () => {
  const missing = group({ code: "missing-role", found: "", message: sentence("No role"), rows: 5 });
  const { shell, user } = open(REVIEW, 12, {}, { groups: [missing] });
  await user.click(await screen.findByRole("button", { name: "Choose for all rows…" }));
  const dialog = await screen.findByRole("dialog", { name: "No role" });
  expect(within(dialog).queryByRole("checkbox")).toBeNull();
  await user.click(within(dialog).getByRole("button", { name: /Role/ }));
  await choose(user, /^Customer( ?weight.*)?$/);
  await user.click(within(dialog).getByRole("button", { name: "Use Customer for 5 rows" }));
  await waitFor(() =>
    expect(changes(shell)).toEqual([
      {
        kind: "repair",
        group: { code: "missing-role", field: "role", found: "" },
        with: "d85f1ca9-500d-55b8-8c01-64e3a9ebf1f9",
        remember: false,
      },
    ]),
  );
});

test("rows without an address are left out together, and any group can be", async () => {
  const total = group({
    code: "missing-email",
    field: "email",
    found: "Total",
    message: sentence("No address"),
    rows: 3,
  });
  const { shell, user } = open(REVIEW, 12, {}, { groups: [total, CUSTMER] });
  await user.click(await screen.findByRole("button", { name: "Skip 3 rows" }));
  await user.click(screen.getByRole("button", { name: "More for: Unknown role “Custmer”" }));
  await user.click(await screen.findByRole("menuitem", { name: "Skip these rows" }));
  await waitFor(() =>
    expect(changes(shell)).toEqual([
      { kind: "skip-group", group: { code: "missing-email", field: "email", found: "Total" } },
      { kind: "skip-group", group: { code: "unknown-role", field: "role", found: "Custmer" } },
    ]),
  );
});

test("rows that only a look puts right are shown", async () => {
  const bad = group({
    code: "invalid-email",
    field: "email",
    found: "x",
    message: sentence("Not an address"),
    rows: 1,
  });
  const { router, user } = open(REVIEW, 12, {}, { groups: [bad] });
  await user.click(await screen.findByRole("button", { name: "Show row" }));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ rows: "attention" }));
});

const CONFLICTS: Contradiction[] = [
  {
    email: "otto.kern@proseware.example",
    asks: [
      { row: 14, role: "Customer", identityProvider: "Account", privileged: false },
      { row: 17, role: "Distributor Admin", identityProvider: "Account", privileged: true },
    ],
  },
  {
    email: "eva.lind@contoso.example",
    asks: [
      { row: 20, role: "Customer", identityProvider: null, privileged: false },
      { row: 21, role: "Support Agent", identityProvider: null, privileged: false },
    ],
  },
];

test("who is asked for twice is decided person by person, with the keyboard alone", async () => {
  const check = { groups: [], conflicting: 2, conflicts: CONFLICTS, counts: [{ class: "conflict" as const, rows: 4 }] };
  const { shell, user } = open(REVIEW, 12, {}, check);
  const groups = await groupsOf();
  expect(within(groups).getByText("2 people")).toBeTruthy();
  expect(within(groups).getByText("One person, two different roles")).toBeTruthy();
  await user.click(within(groups).getByRole("button", { name: "Review 2…" }));
  const dialog = await screen.findByRole("dialog", { name: "Rows that contradict each other" });
  const otto = within(dialog).getByText("otto.kern@proseware.example").closest("li") as HTMLElement;
  expect(within(otto).getAllByText("power over others"), "only of the row that asks for it").toHaveLength(1);
  expect(await accessibilityProblems()).toEqual([]);
  within(otto).getByRole("button", { name: "For otto.kern@proseware.example keep row 14: Customer · Account" }).focus();
  await user.keyboard("{Enter}");
  expect(await within(otto).findByText("Keeps row 14: Customer · Account")).toBeTruthy();
  expect(within(dialog).getByText("1 person to decide")).toBeTruthy();
  expect(document.activeElement?.getAttribute("aria-label"), "the next person is next").toContain("eva.lind");
  await user.keyboard("{Enter}");
  await waitFor(() =>
    expect(changes(shell)).toEqual([
      { kind: "keep-row", row: 14 },
      { kind: "keep-row", row: 20 },
    ]),
  );
  expect(within(dialog).getByText("All are decided.")).toBeTruthy();
  expect(document.activeElement).toBe(within(dialog).getByRole("button", { name: "Done" }));
});

test("of many who are asked for twice the first are decided first, and it says so", async () => {
  const check = { groups: [], conflicting: 240, conflicts: CONFLICTS };
  const { user } = open(REVIEW, 12, {}, check);
  const groups = await groupsOf();
  expect(within(groups).getByText("240 people")).toBeTruthy();
  await user.click(within(groups).getByRole("button", { name: "Review 240…" }));
  const dialog = await screen.findByRole("dialog", { name: "Rows that contradict each other" });
  expect(within(dialog).getByText(/These are the first 2 of 240 people/)).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: /^For otto.*row 14/ }));
  await user.click(within(dialog).getByRole("button", { name: /^For eva.*row 20/ }));
  expect(within(dialog).getByText("238 people to decide")).toBeTruthy();
  expect(document.activeElement).toBe(within(dialog).getByRole("button", { name: "Done" }));
});

test("rows that need attention are exported, and people to change in the portal", async () => {
  const { shell, user } = open(REVIEW, 12, {}, { differing: 4 });
  await user.click(await screen.findByRole("button", { name: "Export rows that need attention…" }));
  expect(await screen.findByText("Saved as “Onboarding Q4 – to put right.xlsx”.")).toBeTruthy();
  expect(shell.callsOf("save_attention")).toEqual([{ draft: "d1" }]);
  await user.click(screen.getByRole("button", { name: "More exports" }));
  await user.click(await screen.findByRole("menuitem", { name: "Export 4 to change in the portal…" }));
  await waitFor(() => expect(shell.callsOf("save_differing")).toEqual([{ draft: "d1" }]));
});

test("with nothing to put right there is nothing to export", async () => {
  open(REVIEW, 12, {}, { counts: [{ class: "ready", rows: 12 }], groups: [] });
  await screen.findByRole("button", { name: /^Invite 8 people/ });
  expect(screen.queryByRole("button", { name: /Export/ })).toBeNull();
});

test("who gets power over others is named before anything is sent", async () => {
  const privileged = [{ role: "Distributor Admin", people: 3 }];
  open("/p/live/invite/d1?step=send", 12, {}, { privileged });
  const dialog = await screen.findByRole("dialog", { name: /^Invite 8 people/ });
  expect(within(dialog).getByText("3 people get Distributor Admin.")).toBeTruthy();
  expect(within(dialog).getByText("It gives power over others.")).toBeTruthy();
});

test("several roles with power over others are named each", async () => {
  const privileged = [
    { role: "Distributor Admin", people: 3 },
    { role: "Seller Admin", people: 1 },
  ];
  open("/p/live/invite/d1?step=send", 12, {}, { privileged });
  const dialog = await screen.findByRole("dialog", { name: /^Invite 8 people/ });
  expect(within(dialog).getByText("1 person gets Seller Admin.")).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});
