import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { fakeDocuments, PROPOSAL } from "@/test/fakeDocuments";
import { type FakeWorld, failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { choose, saved } from "../test/editing";

async function open(commands: FakeWorld["commands"] = {}) {
  const app = renderApp("/connections/new", { profiles: [], commands: { ...fakeDocuments("openapi"), ...commands } });
  await app.user.click(await screen.findByRole("button", { name: "Choose a document…" }));
  await screen.findByRole("heading", { name: "What “Nordlys Member API” offers" });
  return app;
}

const row = (call: string) =>
  screen.getByRole("rowheader", { name: new RegExp(`^${call}`) }).closest("tr") as HTMLElement;

describe("what an OpenAPI document proposes", () => {
  it("stands beside what is needed, with why and how sure", async () => {
    await open();
    expect(within(row("List users")).getByText("sure")).toBeTruthy();
    expect(within(row("List roles")).getByText("likely")).toBeTruthy();
    expect(within(row("Invite users")).getByText("a guess")).toBeTruthy();
    expect(within(row("List users")).getByText(/lists objects with an address and two names/)).toBeTruthy();
    expect(within(row("List users")).getByText("E-mail ← /contact/mail")).toBeTruthy();
    expect(within(row("List users")).getByText("Created: not named")).toBeTruthy();
    expect(within(row("Invite users")).getByText("E-mail → members[].mail")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("says calmly what was not found and what to do", async () => {
    await open();
    expect(within(row("List identity providers")).getByText("not found")).toBeTruthy();
    expect(within(row("List identity providers")).getByText(/leave the sign-in to the platform/)).toBeTruthy();
    expect(screen.getByText("Next come a name and the secrets.")).toBeTruthy();
    expect(screen.getByText(/“Paging” refers to a part of the document that is not there/)).toBeTruthy();
  });

  it("is looked at again with every choice, and remembers the earlier ones", async () => {
    const { user, shell } = await open();
    await user.click(within(row("List users")).getByRole("button"));
    await choose(user, /devices/);
    await waitFor(() => expect(within(row("List users")).getByText("Your choice")).toBeTruthy());
    await user.click(within(row("Invite users")).getByRole("button"));
    await choose(user, "None of these");
    expect(await screen.findByText(/^Not found: Invite users\./)).toBeTruthy();
    expect(shell.callsOf("propose_operations")).toEqual([
      { token: "openapi", kind: null, choices: [{ call: "users", operation: "GET /v2/members/{id}/devices" }] },
      {
        token: "openapi",
        kind: null,
        choices: [
          { call: "users", operation: "GET /v2/members/{id}/devices" },
          { call: "invite", operation: null },
        ],
      },
    ]);
  });

  it("says which kind of platform it took the document for, and why", async () => {
    const signs = ["GET /Users speaks of application/scim+json", "/Schemas lies beside /Users"];
    const kind = { name: "scim2", title: "SCIM 2.0", signs, byPerson: false };
    const read_connection_document = () => ({ kind: "openapi", data: { ...PROPOSAL, kind } });
    const { user, shell } = await open({ read_connection_document });
    expect(screen.getByText("The document shows that it is of the kind SCIM 2.0:")).toBeTruthy();
    for (const sign of signs) expect(screen.getByText(sign)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Use this" }));
    await user.type(screen.getByLabelText("Client id"), "rollcall");
    await user.type(screen.getByLabelText("Client secret"), "s3cret");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(saved(shell)).toMatchObject([{ description: { base: "scim2" } }]));
  });

  it("lets the person choose another kind, and keeps it with every later choice", async () => {
    const { user, shell } = await open();
    expect(screen.getByText(/shows no kind that Rollcall knows, so it is compared with AppXite/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /Kind of platform/ }));
    await choose(user, /SCIM 2\.0/);
    expect(await screen.findByText(/^Your choice\. What follows/)).toBeTruthy();
    await user.click(within(row("Invite users")).getByRole("button"));
    await choose(user, "None of these");
    await waitFor(() => expect(shell.callsOf("propose_operations")).toHaveLength(2));
    expect(shell.callsOf("propose_operations")).toMatchObject([
      { choices: [], kind: "scim2" },
      { choices: [{ call: "invite", operation: null }], kind: "scim2" },
    ]);
  });

  it("keeps the choices there were when looking again fails", async () => {
    const propose_operations = () => {
      throw failure("file-gone", "The document is no longer held. Drop it again.");
    };
    const { user } = await open({ propose_operations });
    await user.click(within(row("List users")).getByRole("button"));
    await choose(user, /devices/);
    expect(await screen.findByText("The document is no longer held. Drop it again.")).toBeTruthy();
    expect(within(row("List users")).getByText("sure")).toBeTruthy();
  });

  it("fills in the address, the sign-in and the description, and leaves ids and secrets", async () => {
    const { user, shell } = await open();
    await user.click(screen.getByRole("button", { name: /Base URL/ }));
    await choose(user, "https://test.nordlys.example/portal");
    await user.click(screen.getByRole("button", { name: "Use this" }));
    expect((await screen.findByLabelText<HTMLInputElement>("Base URL")).value).toBe(
      "https://test.nordlys.example/portal",
    );
    expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Nordlys Member API");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Platform ids")));
    await user.keyboard("p-1");
    await user.type(screen.getByLabelText("Subscription key"), "key-123");
    await user.type(screen.getByLabelText("Client id"), "rollcall");
    await user.type(screen.getByLabelText("Client secret"), "s3cret");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(saved(shell)).toMatchObject([
        {
          baseUrl: "https://test.nordlys.example/portal",
          description: { base: "appxite", overrides: PROPOSAL.overrides },
          signIn: { kind: "client-credentials", tokenUrl: PROPOSAL.signIn.tokenUrl, scope: null },
        },
      ]),
    );
  });
});
