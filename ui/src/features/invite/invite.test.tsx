import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { platformName } from "@/components/platform";
import type { ProfileView } from "@/ipc";
import { BUILT_IN, failure, fakeIpc } from "@/test/fakeIpc";
import { sentence } from "@/test/sentence";
import { hintOf } from "./GroupRow";
import { shownFields } from "./rowValues";
import { checkOf, draftCommands, draftOf, LIVE, runOf } from "./test/fakeDraft";
import { renderAt } from "./test/renderAt";

let shell: ReturnType<typeof fakeIpc> | undefined;
afterEach(async () => {
  cleanup();
  // Listeners are taken away a moment after the screen is.
  await new Promise((done) => setTimeout(done));
  shell?.end();
});

type Changes = Parameters<typeof draftCommands>;

function open(path: string, rows = 12, draft?: Changes[1], check?: Changes[2], commands = {}) {
  shell = fakeIpc({ profiles: [LIVE], commands: { ...draftCommands(rows, draft, check), ...commands } });
  return { shell, ...renderAt(path) };
}

/** Takes an option of the list that is open. */
async function choose(user: ReturnType<typeof renderAt>["user"], name: string | RegExp) {
  await user.click(await within(await screen.findByRole("listbox")).findByRole("option", { name }));
}

const REVIEW = "/p/live/invite/d1?step=review";

test("a file dropped on another screen opens its review, and nothing is sent", async () => {
  const { shell } = open("/p/live/roles");
  await screen.findByRole("heading", { name: /Roles/ });
  await shell.happen({ kind: "file-hover", data: true });
  expect(await screen.findByText("Check this file and show what would be sent")).toBeTruthy();
  expect(screen.getByText(/Nothing is sent yet\. It is checked against Nordlys – live/)).toBeTruthy();
  await shell.happen({ kind: "file-dropped", data: { token: "t7", name: "Onboarding Q4.xlsx" } });
  expect(await screen.findByRole("grid", { name: "Rows of the file" })).toBeTruthy();
  expect(shell.callsOf("open_file")).toEqual([{ profile: "live", token: "t7" }]);
  expect(shell.callsOf("start_run"), "looking sends nothing").toEqual([]);
});

test("a file dropped before a platform is open is not lost", async () => {
  shell = fakeIpc({ profiles: [], commands: draftCommands(3) });
  renderAt("/");
  await screen.findByRole("button", { name: /sample platform/ });
  await shell.happen({ kind: "file-dropped", data: { token: "t7", name: "people.csv" } });
  expect(await screen.findByText("“people.csv” is waiting")).toBeTruthy();
  expect(shell.callsOf("open_file")).toEqual([]);
});

test("a drop that is no single file is said in words", async () => {
  const { shell, user } = open("/p/live/invite");
  await screen.findByText("Drop a spreadsheet anywhere on this window");
  await shell.happen({ kind: "drop-refused", data: "Several files were dropped. Drop one at a time." });
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText(/Several files were dropped/)).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a file that can't be read says so and leaves the screen as it is", async () => {
  const refuse = () => {
    throw failure("file-refused", "This is an HTML page named xls. Nothing was sent.", "not-a-spreadsheet");
  };
  const { user } = open("/p/live/invite", 3, {}, {}, { open_file: refuse });
  await user.click(await screen.findByRole("button", { name: "Choose a file…" }));
  expect(await screen.findByText(/HTML page named xls/)).toBeTruthy();
  expect(screen.getByText("Drop a spreadsheet anywhere on this window")).toBeTruthy();
  expect(screen.queryByText("not-a-spreadsheet"), "a code is for programs").toBeNull();
});

test("a file that comes while another is read is read after it, once the failure of the first was seen", async () => {
  const { open_file } = draftCommands(3);
  const answer = ({ token, ...rest }: { token: string }) => {
    if (token === "t1") throw failure("file-refused", "This file is empty. Nothing was sent.");
    return (open_file as (words: object) => unknown)({ token, ...rest });
  };
  const { shell, user } = open("/p/live/roles", 3, {}, {}, { open_file: answer as never });
  await screen.findByRole("heading", { name: /Roles/ });
  await Promise.all(
    ["t1", "t2"].map((token) => shell.happen({ kind: "file-dropped", data: { token, name: `${token}.csv` } })),
  );
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText(/This file is empty/)).toBeTruthy();
  expect(shell.callsOf("open_file")).toHaveLength(1);
  await user.click(within(dialog).getByRole("button", { name: "Close" }));
  expect(await screen.findByRole("grid", { name: "Rows of the file" })).toBeTruthy();
  expect(shell.callsOf("open_file").map(({ token }) => token)).toEqual(["t1", "t2"]);
});

test("the role that a person came with is given to rows without one", async () => {
  const { shell, user } = open("/p/live/invite?role=d85f1ca9-500d-55b8-8c01-64e3a9ebf1f9");
  expect(await screen.findByText("Rows without a role get Customer.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Choose a file…" }));
  await screen.findByRole("grid");
  const [values] = shell.callsOf("choose_values");
  expect(values?.defaults).toMatchObject({ roleId: "d85f1ca9-500d-55b8-8c01-64e3a9ebf1f9" });
});

test("one person is typed, checked and not sent before everything needed is there", async () => {
  const { shell, user } = open("/p/live/invite", 1);
  await user.click(await screen.findByRole("button", { name: "Invite one person…" }));
  const form = await screen.findByRole("dialog", { name: "Invite one person" });
  await user.click(within(form).getByRole("button", { name: "Check and review" }));
  expect(within(form).getByText("Enter an address")).toBeTruthy();
  expect(within(form).getByText("Choose a role")).toBeTruthy();
  const email = within(form).getByRole("textbox", { name: "E-mail" });
  await waitFor(() => expect(document.activeElement, "the first thing to put right has the focus").toBe(email));
  expect(shell.callsOf("type_person")).toEqual([]);

  await user.type(within(form).getByRole("textbox", { name: "E-mail" }), " eva.lind@contoso.example ");
  await user.click(within(form).getByRole("button", { name: /Role/ }));
  await choose(user, /^Customer Admin/);
  await user.type(within(form).getByRole("combobox", { name: "Organizations" }), "fabri");
  await choose(user, /Fabrikam/);
  await waitFor(() => expect(screen.queryByRole("listbox"), "what was typed for is found").toBeNull());
  await user.click(within(form).getByRole("button", { name: "Check and review" }));
  await screen.findByRole("grid");
  expect(shell.callsOf("type_person")[0]?.person).toMatchObject({
    email: "eva.lind@contoso.example",
    roleId: "064193fd-e846-5c3d-b5da-6aeab68d9973",
    identityProviderId: null,
    organizationIds: ["b3cd17cb-9e49-5a7c-8ad0-c50d66172fa4"],
  });
});

test("the review says what will happen to whom, and why not", async () => {
  open(REVIEW, 12);
  const grid = await screen.findByRole("grid");
  expect(await within(grid).findAllByText("Unknown role")).toHaveLength(2);
  const cell = within(grid).getAllByRole("gridcell", { name: /Custmer.*Problem: No role is called Custmer/ })[0];
  expect(cell?.dataset.tone, "the reason is not told by colour alone").toBe("bad");
  expect(within(cell as HTMLElement).getByText(/^No role is called Custmer/).lang, "the core speaks English").toBe(
    "en",
  );
  expect(screen.getByText("Unknown role “Custmer”")).toBeTruthy();
  expect(screen.getByText("Perhaps meant: Customer")).toBeTruthy();
  expect(screen.getByText(/Checked against 18,402 people, fetched just now/)).toBeTruthy();
});

test("what the message has said is not said again beside it", () => {
  const message = sentence("There is no role “Custmer” on this platform. Did you mean Customer?");
  expect(hintOf({ message, suggestion: "Customer", choices: [] })).toBeNull();
  expect(hintOf({ message: sentence("Unknown role"), suggestion: "Customer", choices: [] })).toBe(
    "Perhaps meant: Customer",
  );
  const two = ["Contoso – C-20001", "Contoso – C-20002"];
  expect(
    hintOf({ message: sentence(`Two are called Contoso: ${two.join("; ")}.`), suggestion: null, choices: two }),
  ).toBeNull();
  expect(hintOf({ message: sentence("Which one?"), suggestion: null, choices: two })).toContain("C-20002");
  expect(hintOf({ message: sentence("This row has no address."), suggestion: null, choices: [] })).toBeNull();
});

test("what this window puts right does not send anyone back to the file", async () => {
  const hidden = {
    code: "hidden-row",
    field: "email",
    found: "",
    suggestion: null,
    choices: [],
    rows: 1,
    severity: "problem",
  } as const;
  const { file } = draftOf(3);
  const group = { ...hidden, choices: [], message: sentence("This row is hidden in the spreadsheet.") };
  open(REVIEW, 3, { file: { ...file, notices: ["hidden-rows"] } }, { groups: [group] });
  expect(await screen.findByText("This row is hidden in the spreadsheet.")).toBeTruthy();
  expect(screen.queryByText(/Put these right in the file/)).toBeNull();
});

test("a name that the file does not have takes no column", () => {
  const draft = draftOf(3);
  const without = (...fields: string[]) =>
    draft.mapping.map((guess) => (fields.includes(guess.field) ? { ...guess, column: null } : guess));
  const rest = ["role", "identityProvider", "organizations"];
  expect(shownFields(draft)).toEqual(["email", "firstName", "lastName", ...rest]);
  expect(shownFields({ ...draft, mapping: without("firstName", "lastName") })).toEqual(["email", ...rest]);
  expect(shownFields({ ...draft, mapping: without("firstName") })).toEqual(["email", "lastName", ...rest]);
});

test("a chip asks for the rows of its classes alone", async () => {
  const { shell, user } = open(REVIEW, 12);
  await user.click(await screen.findByRole("button", { name: /Need attention/ }));
  await waitFor(() =>
    expect(shell.callsOf("draft_rows").at(-1)).toMatchObject({ classes: ["problem", "conflict"], offset: 0 }),
  );
  await waitFor(() => expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("3"));
});

test("a row's problems can be read with the keyboard alone", async () => {
  const { user } = open(REVIEW, 12);
  const grid = await screen.findByRole("grid");
  await within(grid).findAllByText("Unknown role");
  grid.focus();
  await user.keyboard("{ArrowDown}{Enter}");
  const detail = await screen.findByRole("region", { name: "Row 6" });
  expect(within(detail).getByText(/No role is called Custmer/)).toBeTruthy();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("region", { name: "Row 6" })).toBeNull());
});

test("mailing people again is a decision, and the rows are checked anew", async () => {
  const { shell, user } = open(REVIEW, 12);
  await user.click(await screen.findByRole("switch", { name: /Mail 2 people again/ }));
  await waitFor(() => expect(shell.callsOf("choose_values")[0]?.decisions).toMatchObject({ reinvite: true }));
  await waitFor(() => expect(shell.callsOf("check_draft")).toHaveLength(2));
});

test("hidden rows are asked about only where there are some", async () => {
  open(REVIEW, 3);
  await screen.findByRole("grid");
  expect(screen.queryByRole("switch", { name: "Include hidden rows" })).toBeNull();
  cleanup();
  const { file } = draftOf(3);
  open(REVIEW, 3, { file: { ...file, notices: ["hidden-rows"] } });
  expect(await screen.findByRole("switch", { name: "Include hidden rows" })).toBeTruthy();
});

test("what will be sent is a list first, and the exact call beside it", async () => {
  const { user } = open(REVIEW, 12);
  await user.click(await screen.findByRole("button", { name: "What will be sent" }));
  const dialog = await screen.findByRole("dialog", { name: "What will be sent" });
  expect(await within(dialog).findByText("person0@contoso.example")).toBeTruthy();
  await user.click(within(dialog).getByRole("tab", { name: "The exact call" }));
  expect(await within(dialog).findByText(/"Email": "person0@contoso.example"/)).toBeTruthy();
  expect(within(dialog).getByText("POST /api/v2/users/invite")).toBeTruthy();
});

test("the last question names the platform and the head-count, and says that mails stay sent", async () => {
  const { shell, user } = open(REVIEW, 12);
  await user.click(await screen.findByRole("button", { name: "Invite 8 people to Nordlys – live…" }));
  const dialog = await screen.findByRole("dialog", { name: "Invite 8 people to Nordlys – live?" });
  expect(within(dialog).getByText("Mails can’t be called back.")).toBeTruthy();
  expect(document.activeElement, "Enter pressed twice sends nothing").toBe(dialog);
  expect(shell.callsOf("start_run")).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Send one, then pause" }));
  await screen.findByRole("heading", { name: /^Run/ });
  expect(shell.callsOf("start_run")).toEqual([{ draft: "d1", mode: "one-then-pause" }]);
});

test("only the made-up platform is said to send no mails", async () => {
  const ask = async (platform: ProfileView) => {
    shell = fakeIpc({ profiles: [platform], commands: draftCommands(12) });
    renderAt(`/p/${platform.id}/invite/d1?step=send`);
    return screen.findByRole("dialog", { name: /^Invite 8 people/ });
  };
  expect(within(await ask(BUILT_IN)).getByText("The sample platform sends no mails.")).toBeTruthy();
  cleanup();
  const trial = await ask({ ...LIVE, id: "trial", name: "Nordlys trial", live: false });
  expect(within(trial).getByText("Mails can’t be called back."), "not live is not made up").toBeTruthy();
});

test("a live platform is called so wherever people are about to be mailed", () => {
  expect(platformName({ name: "Nordlys", live: true })).toBe("Nordlys – live");
  expect(platformName({ name: "Nordlys – live", live: true })).toBe("Nordlys – live");
  expect(platformName({ name: "Nordlys trial", live: false })).toBe("Nordlys trial");
});

test("an old check is made anew before anybody is asked to confirm its head-count", async () => {
  let checks = 0;
  const check = () => {
    checks += 1;
    const minutes = checks === 1 ? 20 : 0;
    return checkOf(12, {
      invites: checks === 1 ? 8 : 7,
      listFetchedAt: new Date(Date.now() - minutes * 60_000).toISOString(),
    });
  };
  open("/p/live/invite/d1?step=send", 12, {}, {}, { check_draft: check });
  expect(await screen.findByRole("dialog", { name: "Invite 7 people to Nordlys – live?" })).toBeTruthy();
  expect(checks).toBe(2);
});

test("a file that was sent before says so, with the way to its run", async () => {
  open("/p/live/invite/d1?step=send", 12, {}, { sameRuns: ["r1"] }, { run_view: () => runOf({ state: "stopped" }) });
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText(/That run is not finished/)).toBeTruthy();
  expect(
    within(dialog)
      .getByRole("link", { name: /Open the run of/ })
      .getAttribute("href"),
  ).toBe("/p/live/runs/r1");
});

test("with nobody to invite the button stays and says why it is off", async () => {
  const { shell, user } = open(REVIEW, 12, {}, { invites: 0 });
  const button = await screen.findByRole("button", { name: "Nobody to invite yet" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  await user.click(button);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(shell.callsOf("start_run")).toEqual([]);
});

test("a list of people that is not fresh stops the review with a way to try again", async () => {
  let times = 0;
  const check = () => {
    times += 1;
    throw failure("list-not-fresh", "The list of people could not be refreshed. Nothing was sent.");
  };
  const { user } = open(REVIEW, 12, {}, {}, { check_draft: check });
  expect(await screen.findByText(/could not be refreshed\. Nothing was sent/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(times).toBe(2));
});

test("a column can be given another meaning, and stays with one", async () => {
  const { shell, user } = open("/p/live/invite/d1?step=columns", 12);
  await user.click(await screen.findByRole("button", { name: /Column for Last name/ }));
  await choose(user, "B · Given name");
  await waitFor(() => expect(shell.callsOf("choose_columns")).toHaveLength(1));
  const columns = shell.callsOf("choose_columns")[0]?.columns as { field: string; column: number | null }[];
  expect(columns.find((one) => one.field === "lastName")?.column).toBe(1);
  expect(columns.find((one) => one.field === "firstName")?.column).toBeNull();
});

test("without organizations the columns say what is still needed", async () => {
  const { mapping } = draftOf(3);
  open("/p/live/invite/d1", 3, {
    mapping: mapping.map((guess) => (guess.field === "organizations" ? { ...guess, column: null } : guess)),
  });
  expect(await screen.findByText("Still needed: Organizations")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Go on to review" }).getAttribute("aria-disabled")).toBe("true");
});

test("a draft that is gone says what may have become of it, and where that stands", async () => {
  const gone = () => {
    throw failure("file-gone", "Gone.");
  };
  open(REVIEW, 3, {}, {}, { draft_view: gone });
  expect(await screen.findByText("This file is no longer held")).toBeTruthy();
  expect(screen.getByText(/It was sent, or discarded\. What was sent stands under Runs/)).toBeTruthy();
});

test("a hundred thousand rows are shown by their windows alone", async () => {
  const { shell } = open(REVIEW, 100_000);
  const grid = await screen.findByRole("grid");
  await within(grid).findByText("person0@contoso.example");
  expect(grid.getAttribute("aria-rowcount")).toBe("100001");
  expect(within(grid).getAllByRole("row").length, "only what is in sight exists").toBeLessThan(60);
  expect(shell.callsOf("draft_rows").every((call) => (call.limit as number) <= 500)).toBe(true);
});
