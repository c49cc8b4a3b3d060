import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ProfileDraft } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { formOf, problemsOf } from "./draft";

const fill = async (user: ReturnType<typeof renderApp>["user"], label: string, text: string) =>
  user.type(await screen.findByLabelText(label), text);

const saved = (shell: ReturnType<typeof renderApp>["shell"]) =>
  shell.callsOf("save_profile").map(({ draft }) => draft as ProfileDraft);

describe("the form of a connection", () => {
  it("is kept and tried as typed, and forgets the secrets", async () => {
    const { user, router, shell } = renderApp("/connections/new", { profiles: [] });
    await fill(user, "Name", "Nordlys");
    await fill(user, "Base URL", "https://api.nordlys.example");
    await fill(user, "Platform ids", "p-1{Enter}p-2");
    await fill(user, "Subscription key", "key-123");
    await fill(user, "Token URL", "https://login.nordlys.example/oauth/token");
    await fill(user, "Client id", "rollcall");
    await fill(user, "Client secret", "s3cret");
    await user.click(screen.getByRole("button", { name: "Save and test" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/connections/new-one"));
    expect(saved(shell)).toMatchObject([
      {
        id: null,
        name: "Nordlys",
        baseUrl: "https://api.nordlys.example",
        scope: { kind: "platform", ids: ["p-1", "p-2"] },
        signIn: { kind: "client-credentials", clientId: "rollcall", audience: null },
        subscriptionKey: "key-123",
        secret: "s3cret",
        sessionOnly: false,
      },
    ]);
    await waitFor(() => expect(shell.callsOf("test_profile")).toEqual([{ profile: "new-one" }]));
    expect(await screen.findByText("18,402 found")).toBeTruthy();
    expect(document.body.innerHTML).not.toContain("s3cret");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("sends nothing while something has to be put right, and goes to the first such field", async () => {
    const { user, shell } = renderApp("/connections/new", { profiles: [] });
    await user.click(await screen.findByRole("button", { name: "Save and test" }));
    expect(await screen.findByText("A connection needs a name.")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name")));
    expect(saved(shell)).toEqual([]);
  });

  it("leaves kept credentials alone unless new ones are typed", async () => {
    const { user, shell } = renderApp("/connections/sample");
    const key = await screen.findByLabelText("Subscription key");
    expect(key.getAttribute("placeholder")).toContain("kept in the keychain");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(saved(shell)).toMatchObject([{ id: "sample", subscriptionKey: null, secret: null }]));
  });

  it("says what is wrong with the keychain and offers this session instead", async () => {
    const sentence = "The keychain is locked. Unlock it with your password and try again; nothing was lost.";
    const { user } = renderApp("/connections/sample", { status: { keychain: { state: "locked", sentence } } });
    expect(await screen.findAllByText(/keychain is locked/), "said once").toHaveLength(1);
    expect(screen.getByText("Unlock it with your password and try again; nothing was lost.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Keep for this session only" }));
    expect(screen.getByRole<HTMLInputElement>("checkbox").checked).toBe(true);
  });

  it("wants the credential again when the way to sign in changes", () => {
    const form = formOf(SAMPLE, { sessionOnly: false, colour: "#000000" });
    expect(problemsOf(form, SAMPLE)).toEqual({});
    expect(problemsOf({ ...form, signIn: "token" }, SAMPLE)).toHaveProperty("secret");
  });

  it("takes plain http for this computer alone", () => {
    const form = formOf(SAMPLE, { sessionOnly: false, colour: "#000000" });
    expect(problemsOf({ ...form, baseUrl: "http://127.0.0.1:8080" }, SAMPLE)).toEqual({});
    expect(problemsOf({ ...form, baseUrl: "http://api.nordlys.example" }, SAMPLE)).toHaveProperty("baseUrl");
    expect(problemsOf({ ...form, baseUrl: "javascript:alert(1)" }, SAMPLE)).toHaveProperty("baseUrl");
  });
});
