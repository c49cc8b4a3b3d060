import { screen, waitFor, within } from "@testing-library/react";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProfileDraft, ProfileView } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { BUILT_IN, failure, SAMPLE } from "@/test/fakeIpc";
import { CONTOSO, FABRIKAM, inMinutes, NORDLYS } from "@/test/profiles";
import { renderApp } from "@/test/renderApp";
import { problemOf } from "./problem";

const AT = "/connections";
const card = (name: string) => screen.findByRole("region", { name });
const names = () => screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent);

async function choose(user: ReturnType<typeof renderApp>["user"], name: string, entry: RegExp) {
  await user.click(await screen.findByRole("button", { name: `More for ${name}` }));
  await user.click(await screen.findByRole("menuitem", { name: entry }));
}

describe("the list of connections", () => {
  it("says of each where it leads, how it signs in, how old its people are and which keys open it", async () => {
    renderApp(AT, { profiles: [NORDLYS, { ...FABRIKAM, secret: "kept", readOnly: true }] });
    const nordlys = within(await card("Nordlys"));
    expect(nordlys.getByText("live")).toBeTruthy();
    expect(nordlys.getByText("https://api.nordlys.example · AppXite · 1 platform")).toBeTruthy();
    expect(
      nordlys.getByText("People read 4 min ago · Signs in with a client id and secret · credentials in the keychain"),
    ).toBeTruthy();
    expect(nordlys.getByText("Ctrl+Shift+1")).toBeTruthy();
    const fabrikam = within(await card("Fabrikam"));
    expect(fabrikam.getByText("sandbox")).toBeTruthy();
    expect(fabrikam.getByText("looking only")).toBeTruthy();
    expect(fabrikam.getByText(/People not read yet · Signs in with the browser/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("tells of the sample platform what it is, and offers nothing that could not be kept", async () => {
    const { user } = renderApp(AT, { profiles: [BUILT_IN] });
    expect(await screen.findByText(/Made up, inside Rollcall/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "More for Sample platform" }));
    await screen.findByRole("menuitem", { name: /Remove/ });
    expect(screen.queryByRole("menuitem", { name: /Lock|Duplicate|Export/ })).toBeNull();
  });

  it("says at a first start that there is none, and offers the two ways to one", async () => {
    renderApp(AT, { profiles: [] });
    expect(await screen.findByText("No platform is connected yet")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Try the sample platform" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Connect a platform" })).toBeTruthy();
  });

  it("can be searched where there are many, and numbers only the first nine", async () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ ...NORDLYS, id: `p${n}`, name: `Platform ${n}` }));
    const { user } = renderApp(AT, { profiles: many });
    await card("Platform 39");
    expect(screen.getAllByText(/^Ctrl\+Shift\+\d$/)).toHaveLength(9);
    await user.type(screen.getByRole("searchbox", { name: "Find a connection" }), "platform 39");
    await waitFor(() => expect(names()).toEqual(["Platform 39"]));
    await user.type(screen.getByRole("searchbox", { name: "Find a connection" }), "x");
    await user.click(await screen.findByRole("button", { name: "Clear" }));
    expect(names()).toHaveLength(40);
  });

  it("takes every name as text", async () => {
    const name = `<img src=x onerror="document.title='broken'"> =1+1`;
    renderApp(AT, { profiles: [{ ...NORDLYS, name }] });
    expect(within(await card(name)).getByRole("heading", { name })).toBeTruthy();
    expect(document.querySelector("img")).toBeNull();
    expect(document.title).not.toBe("broken");
  });
});

describe("what is wrong with a connection", () => {
  it("is said on its card with the one thing to do, and above a long list", async () => {
    const tailspin = { ...NORDLYS, id: "tailspin", name: "Tailspin", subscriptionKey: "missing" as const };
    const { user, router } = renderApp(AT, { profiles: [NORDLYS, CONTOSO, FABRIKAM, tailspin] });
    expect(await screen.findByText("2 connections need something from you.")).toBeTruthy();
    expect(within(await card("Fabrikam")).getByText("Nobody is signed in.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Go to Tailspin" }));
    expect(document.activeElement).toBe(await card("Tailspin"));
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(await card("Tailspin")).getByRole("button", { name: "Open connection" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/connections/tailspin"));
  });

  it("that a new token repairs is repaired on the spot", async () => {
    const { user, shell } = renderApp(AT, { profiles: [{ ...CONTOSO, tokenExpiresAt: inMinutes(-12.5) }] });
    const contoso = within(await card("Contoso"));
    expect(contoso.getByText("The token ended 12 min ago.")).toBeTruthy();
    await user.click(contoso.getByRole("button", { name: "Paste a new token" }));
    await user.type(await screen.findByLabelText("Bearer token"), "new-token{Enter}");
    expect(await screen.findByText(/The new token is in use/)).toBeTruthy();
    expect(shell.callsOf("paste_token")).toEqual([{ profile: "contoso", pasted: { token: "new-token" } }]);
    await waitFor(() => expect(screen.queryByText(/The token ended/)).toBeNull());
  });

  it("asks a silent keychain again", async () => {
    const { user, shell } = renderApp(AT, { profiles: [{ ...NORDLYS, secret: "unknown" }] });
    expect(within(await card("Nordlys")).getByText(/The keychain does not answer/)).toBeTruthy();
    const before = shell.callsOf("list_profiles").length;
    await user.click(screen.getByRole("button", { name: "Ask again" }));
    await waitFor(() => expect(shell.callsOf("list_profiles").length).toBeGreaterThan(before));
  });

  const at = fc.oneof(fc.constant(null), fc.integer({ min: -5000, max: 5000 }).map(inMinutes));
  const credential = fc.constantFrom("kept" as const, "session" as const, "missing" as const, "unknown" as const);
  const profile = fc
    .record({ secret: credential, subscriptionKey: credential, tokenExpiresAt: at, tokenRenews: fc.boolean() })
    .chain((some) =>
      fc.constantFrom<ProfileView>({ ...NORDLYS, ...some }, { ...CONTOSO, ...some }, { ...FABRIKAM, ...some }),
    );

  it("is nothing only where every credential that is needed is there and none has ended", () => {
    fc.assert(
      fc.property(profile, fc.boolean(), (one, refused) => {
        const now = Date.now();
        const needed = [one.secret, ...(one.needs.subscriptionKey ? [one.subscriptionKey] : [])];
        const there = needed.every((state) => state === "kept" || state === "session");
        const ended = !one.tokenRenews && one.tokenExpiresAt !== null && new Date(one.tokenExpiresAt).getTime() <= now;
        expect(problemOf(one, refused, now) === null).toBe(there && !ended && !refused);
      }),
    );
  });

  it("is never anything of the sample platform", () => {
    expect(problemOf({ ...BUILT_IN, secret: "missing", subscriptionKey: "missing" }, true, Date.now())).toBeNull();
  });
});

describe("the menu of a connection", () => {
  it("moves it up and down, by keys too, and says where it is", async () => {
    const { user, shell } = renderApp(AT, { profiles: [NORDLYS, CONTOSO, SAMPLE] });
    await card("Nordlys");
    await choose(user, "Sample platform", /^Move up/);
    await waitFor(() => expect(names()).toEqual(["Nordlys", "Sample platform", "Contoso"]));
    within(await card("Nordlys"))
      .getByRole("button", { name: "Open" })
      .focus();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await waitFor(() => expect(names()).toEqual(["Sample platform", "Nordlys", "Contoso"]));
    expect(await screen.findByText("Nordlys is number 2 of 3 now.")).toBeTruthy();
    expect(shell.callsOf("order_profiles")).toEqual([
      { ids: ["nordlys", "sample", "contoso"] },
      { ids: ["sample", "nordlys", "contoso"] },
    ]);
    await waitFor(async () => expect((await card("Nordlys")).contains(document.activeElement)).toBe(true));
  });

  it("leaves the order as it was when it can't be kept, and says so", async () => {
    const order_profiles = () => {
      throw failure("storage", "The data folder could not be written. Nothing was lost.");
    };
    const { user } = renderApp(AT, { profiles: [NORDLYS, CONTOSO], commands: { order_profiles } });
    await card("Nordlys");
    await choose(user, "Nordlys", /^Move down/);
    expect(await screen.findByText(/could not be written/)).toBeTruthy();
    await waitFor(() => expect(names()).toEqual(["Nordlys", "Contoso"]));
  });

  it("locks it at once and keeps all else, and asks before it unlocks", async () => {
    const { user, shell } = renderApp(AT, { profiles: [NORDLYS] });
    await card("Nordlys");
    await choose(user, "Nordlys", /^Lock/);
    expect(await screen.findByText("Nordlys is for looking only now.")).toBeTruthy();
    await choose(user, "Nordlys", /^Unlock/);
    const dialog = await screen.findByRole("alertdialog", { name: "Unlock Nordlys?" });
    expect(within(dialog).getByText(/real people get real mails/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Unlock" }));
    await waitFor(() => expect(screen.queryByText("looking only")).toBeNull());
    const drafts = shell.callsOf("save_profile").map(({ draft }) => draft as ProfileDraft);
    expect(drafts.map(({ readOnly }) => readOnly)).toEqual([true, false]);
    expect(drafts[0]).toMatchObject({ name: "Nordlys", scope: NORDLYS.scope, secret: null, subscriptionKey: null });
  });

  it("says why it can't be locked", async () => {
    const save_profile = () => {
      throw failure("sender-held", "A run is being sent to Nordlys. Stop it first.");
    };
    const { user } = renderApp(AT, { profiles: [NORDLYS], commands: { save_profile } });
    await card("Nordlys");
    await choose(user, "Nordlys", /^Lock/);
    expect(await screen.findByText(/A run is being sent to Nordlys/)).toBeTruthy();
  });

  it("duplicates it and opens the copy, to change what is other there", async () => {
    const { user, router } = renderApp(AT, { profiles: [NORDLYS] });
    await card("Nordlys");
    await choose(user, "Nordlys", /^Duplicate/);
    await waitFor(() => expect(router.state.location.pathname).toBe("/connections/nordlys-2"));
  });

  it("exports it and says under which name", async () => {
    const { user } = renderApp(AT, { profiles: [NORDLYS] });
    await card("Nordlys");
    await choose(user, "Nordlys", /^Export/);
    expect(await screen.findByText("Saved as Nordlys.json, without its credentials.")).toBeTruthy();
  });

  it("says which headers the file leaves out because they look like credentials", async () => {
    const profiles = [{ ...NORDLYS, extraHeaders: [{ name: "X-Api-Key", value: "hunter2" }] }];
    const { user } = renderApp(AT, { profiles, commands: { secret_headers: () => ["X-Api-Key"] } });
    await card("Nordlys");
    await choose(user, "Nordlys", /^Export/);
    expect(await screen.findByText(/without the headers X-Api-Key, which look like some/)).toBeTruthy();
  });

  it("says nothing when no place was chosen to export it to", async () => {
    const { user, shell } = renderApp(AT, { profiles: [NORDLYS], commands: { export_connection: () => null } });
    await card("Nordlys");
    await choose(user, "Nordlys", /^Export/);
    await waitFor(() => expect(shell.callsOf("export_connection")).toHaveLength(1));
    expect(screen.queryByText(/Saved as/)).toBeNull();
  });

  it("asks before it forgets one, and begins on the button that keeps it", async () => {
    const { user, shell } = renderApp(AT);
    await card("Sample platform");
    await choose(user, "Sample platform", /^Remove/);
    const dialog = await screen.findByRole("alertdialog");
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Keep it"));
    expect(shell.callsOf("remove_profile")).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Remove Sample platform" }));
    await waitFor(() => expect(shell.callsOf("remove_profile")).toEqual([{ profile: "sample" }]));
  });
});

describe("organizations from a file", () => {
  const leftOut = ["Row 7: there is no id.", "Row 9: <b>x</b> is no id."];

  it("are taken from the menu, and say how many are known and which rows were left out", async () => {
    const take_organizations = () => ({ known: 412, added: 30, leftOut });
    const { user, shell } = renderApp(AT, { profiles: [NORDLYS], commands: { take_organizations } });
    await card("Nordlys");
    await choose(user, "Nordlys", /^Organizations/);
    const dialog = within(await screen.findByRole("dialog", { name: "Organizations from the file" }));
    expect(dialog.getByText("412 organizations are known from files now. 30 of them are new.")).toBeTruthy();
    expect(dialog.getAllByRole("listitem").map((one) => one.textContent)).toEqual(leftOut);
    expect(shell.callsOf("take_organizations")).toEqual([{ profile: "nordlys", token: "picked" }]);
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("change nothing when no file is picked", async () => {
    const { user, shell } = renderApp(AT, { profiles: [NORDLYS], commands: { pick_document: () => null } });
    await card("Nordlys");
    await choose(user, "Nordlys", /^Organizations/);
    await waitFor(() => expect(shell.callsOf("pick_document")).toHaveLength(1));
    expect(shell.callsOf("take_organizations")).toEqual([]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
