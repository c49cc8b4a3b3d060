import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { ConnectionDocument } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { fakeDocuments, SETTINGS } from "@/test/fakeDocuments";
import { failure } from "@/test/fakeIpc";
import { NORDLYS } from "@/test/profiles";
import { renderApp } from "@/test/renderApp";
import { connectionsBegin } from "@/words/connectionsBegin";
import { COLOURS } from "../form/ColourPicker";
import { NEEDS_ALL } from "../form/problems";
import { saved } from "../test/editing";

const drop = (token: string, name = `${token}.file`) => ({ kind: "file-dropped" as const, data: { token, name } });
const begin = async (world = {}) => {
  const app = renderApp("/connections/new", { profiles: [], ...world });
  await screen.findByRole("button", { name: "Go on with AppXite" });
  return app;
};

describe("where a connection begins", () => {
  it("is one question, answered with Enter alone", async () => {
    const { user } = await begin();
    expect(await accessibilityProblems()).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Go on with AppXite" }));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name")));
  });

  it("takes the keyboard from nobody who already types, however slow the window is", async () => {
    const { user } = await begin();
    const late: FrameRequestCallback[] = [];
    const frames = vi.spyOn(window, "requestAnimationFrame").mockImplementation((callback) => late.push(callback));
    await user.keyboard("{Enter}");
    const address = await screen.findByLabelText("Base URL");
    await user.click(address);
    frames.mockRestore();
    act(() => {
      for (const draw of late) draw(0);
    });
    expect(document.activeElement).toBe(address);
  });

  it("has a colour that none has, of those too that were kept a moment ago", async () => {
    const [violet, blue, teal] = COLOURS as [string, string, string];
    let answer: (() => void) | undefined;
    const first = { ...NORDLYS, id: "p-1", colour: violet };
    let list: () => unknown = () => [first];
    const { user, shell } = renderApp("/connections", { commands: { list_profiles: () => list() } });
    const connect = await screen.findByRole("button", { name: "Connect a platform" });
    list = () =>
      new Promise((resolve) => {
        answer = () => resolve([first, { ...NORDLYS, id: "p-2", name: "Fabrikam", colour: blue }]);
      });
    await shell.happen({ kind: "profiles-changed" });
    await user.click(connect);
    await waitFor(() => expect(answer).toBeDefined());
    act(() => answer?.());
    await user.click(await screen.findByRole("button", { name: "Go on with AppXite" }));
    const chosen = await screen.findByRole<HTMLInputElement>("radio", { name: "Teal" });
    expect([chosen.value, chosen.checked]).toEqual([teal, true]);
  });

  it("can be come back to, and keeps what was typed", async () => {
    const { user } = await begin();
    await user.keyboard("{Enter}");
    await user.type(await screen.findByLabelText("Name"), "Nordlys");
    await user.click(screen.getByRole("button", { name: "Back to the kind of platform" }));
    await user.click(await screen.findByRole("radio", { name: /SCIM 2.0 service/ }));
    await user.click(screen.getByRole("button", { name: "Go on with SCIM 2.0 service" }));
    expect((await screen.findByLabelText<HTMLInputElement>("Name")).value).toBe("Nordlys");
  });

  it("asks the platform's administrator for what the chosen kind needs, and for nothing else", async () => {
    const { user } = await begin();
    await user.click(screen.getByRole("button", { name: "What do I need?…" }));
    const dialog = await screen.findByRole("dialog", { name: "What do I need?" });
    const request = within(dialog).getByLabelText<HTMLTextAreaElement>("The request");
    expect(request.value).toContain("[name of the platform]");
    expect(request.value).toMatch(/subscription key for them, approved/);
    await user.type(within(dialog).getByLabelText("The platform’s name"), "Nordlys");
    expect(request.value).toContain("APIs of Nordlys");
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Copy the request" }));
    expect(await navigator.clipboard.readText()).toBe(request.value);
  });

  it("names the base URL, the key, the client id, every call and the ids, for a platform that has them all", () => {
    const text = connectionsBegin.need.requestText({ platform: "Nordlys", title: "AppXite", needs: NEEDS_ALL });
    for (const asked of [
      "The base URL of the APIs",
      "A subscription key for them, approved",
      "A client id and its secret, with the token URL",
      "list users; list roles (also called groups); list identity providers; invite users.",
      "a call that lists organizations with their names and ERP ids",
      "The platform’s id",
    ]) {
      expect(text).toContain(asked);
    }
  });

  it("says nothing of keys and ids to a platform that has none", () => {
    const bare = { ...NEEDS_ALL, subscriptionKey: false, scope: false, identityProviders: false, organizations: false };
    const text = connectionsBegin.need.requestText({ platform: "Directory", title: "SCIM 2.0 service", needs: bare });
    expect(text).not.toMatch(/subscription key|platform’s id|identity providers|ERP/i);
    expect(text).toMatch(/^1\. .*\n2\. .*\n3\. .*\n4\. /m);
  });
});

describe("a document", () => {
  it("of a colleague leaves only the secrets to enter, and begins at the first", async () => {
    const { shell, user } = await begin();
    await shell.happen(drop("connection", "nordlys.rollcall.json"));
    expect(await screen.findByText("Filled in from “nordlys.rollcall.json”.")).toBeTruthy();
    const key = await screen.findByLabelText("Subscription key");
    await waitFor(() => expect(document.activeElement).toBe(key));
    expect(saved(shell), "nothing is kept before it is asked for").toEqual([]);
    await user.keyboard("key-123");
    await user.type(screen.getByLabelText("Client secret"), "s3cret{Enter}");
    await waitFor(() => expect(saved(shell)).toHaveLength(1));
    expect(saved(shell)[0]).toMatchObject({ ...SETTINGS, id: null, subscriptionKey: "key-123", secret: "s3cret" });
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("that leaves headers out asks for their values, and keeps nothing without them", async () => {
    const read_connection_document = (): ConnectionDocument => ({
      kind: "connection",
      data: { settings: SETTINGS, leftOut: ["X-Api-Key", "X-Sig"] },
    });
    const { shell, user } = await begin({ commands: { read_connection_document } });
    await shell.happen(drop("connection"));
    expect(await screen.findByText(/nor the values of the headers X-Api-Key and X-Sig/)).toBeTruthy();
    expect(screen.getAllByLabelText<HTMLInputElement>("Header").map((field) => field.value)).toEqual([
      "api-version",
      "X-Api-Key",
      "X-Sig",
    ]);
    await user.type(screen.getByLabelText("Subscription key"), "key-123");
    await user.type(screen.getByLabelText("Client secret"), "s3cret{Enter}");
    expect(await screen.findByText(/A header needs a name and a value/)).toBeTruthy();
    expect(saved(shell)).toEqual([]);
    const [, first, second] = screen.getAllByLabelText("Value");
    await user.type(first as HTMLElement, "one");
    await user.type(second as HTMLElement, "two{Enter}");
    await waitFor(() => expect(saved(shell)).toHaveLength(1));
    expect(saved(shell)[0]?.extraHeaders).toContainEqual({ name: "X-Sig", value: "two" });
  });

  it("that is a table asks whose organizations it lists, and learns them", async () => {
    const { shell, user, router } = renderApp("/connections", { profiles: [NORDLYS] });
    await screen.findByRole("heading", { name: "Connections" });
    await shell.happen(drop("table"));
    const dialog = await screen.findByRole("dialog", { name: "Take organizations from a table?" });
    expect(within(dialog).getByText(/“table.file” is a table/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Take organizations" }));
    expect(await screen.findByText("42 organizations are known from files now. 40 of them are new.")).toBeTruthy();
    expect(shell.callsOf("take_organizations")).toEqual([{ profile: NORDLYS.id, token: "table" }]);
    expect(router.state.location.pathname).toBe("/connections");
  });

  it("that is a table waits for a first connection", async () => {
    const { shell } = renderApp("/connections", { profiles: [] });
    await screen.findByRole("heading", { name: "Connections" });
    await shell.happen(drop("table"));
    expect(await screen.findByText(/There is no connection yet that organizations could belong to/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Take organizations" })).toBeNull();
  });

  it("that holds certificates adds them to the network, each told by name, and one can be taken out", async () => {
    const { shell, user } = renderApp("/connections/sample");
    await screen.findByText(/As the system says: its proxy/);
    await shell.happen(drop("authorities"));
    expect(await screen.findByText("2 certificates of “authorities.file” will be trusted.")).toBeTruthy();
    expect(screen.getByText("Nordlys Root CA")).toBeTruthy();
    expect(screen.getByText("ended on 31 Jan 2021")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Remove Nordlys Proxy CA 2019" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(saved(shell)).toHaveLength(1));
    const pem = saved(shell)[0]?.network.extraAuthorities ?? "";
    expect(pem.match(/BEGIN CERTIFICATE/g)).toHaveLength(1);
  });

  it("dropped on the list of connections begins a new one", async () => {
    const { shell, router } = renderApp("/connections");
    await screen.findByRole("heading", { name: "Connections" });
    await shell.happen(drop("connection"));
    expect(await screen.findByText("Filled in from “connection.file”.")).toBeTruthy();
    expect(router.state.location.pathname).toBe("/connections/new");
    expect(shell.callsOf("open_file"), "it is no list of people").toEqual([]);
  });

  it("can be chosen as well as dropped; thinking better of it changes nothing", async () => {
    const { user } = await begin({ commands: fakeDocuments(null) });
    await user.click(screen.getByRole("button", { name: "Choose a document…" }));
    await waitFor(() => expect(screen.getByRole("button", { name: "Choose a document…" }).ariaBusy).toBeNull());
    expect(screen.getByRole("button", { name: "Go on with AppXite" })).toBeTruthy();
  });

  it("of another kind of platform speaks as that says", async () => {
    const { user, shell } = await begin({ commands: fakeDocuments("description") });
    await user.click(screen.getByRole("radio", { name: /Another kind, with a description of its own/ }));
    await user.click(screen.getByRole("button", { name: "Choose the description…" }));
    expect(await screen.findByText("Rollcall will speak to the platform as “description.file” says.")).toBeTruthy();
    expect(await screen.findByText("Nordlys CRM, version 3")).toBeTruthy();
    expect(shell.callsOf("look_at_description").at(-1)).toMatchObject({ choice: { own: 'name = "own"\n' } });
  });

  it("that is none of these is refused in words, and the screen stays", async () => {
    const sentence = "This is a picture. A connection can be filled in from JSON, YAML, TOML or PEM.";
    const read_connection_document = () => {
      throw failure("file-refused", sentence);
    };
    const { user } = await begin({ commands: { read_connection_document } });
    await user.click(screen.getByRole("button", { name: "Choose a document…" }));
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByText("That document could not be used.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Go on with AppXite" })).toBeTruthy();
  });

  it("with hostile names is text and nothing else", async () => {
    const evil = '<img src=x onerror="window.owned=1">‮gpj.exe';
    const read_connection_document = (): ConnectionDocument => ({
      kind: "connection",
      data: { settings: { ...SETTINGS, name: evil }, leftOut: [] },
    });
    const { shell } = await begin({ commands: { read_connection_document } });
    await shell.happen(drop("connection", evil));
    expect((await screen.findByLabelText<HTMLInputElement>("Name")).value).toBe(evil);
    expect(document.querySelector("img")).toBeNull();
  });
});
