import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { fakeDocuments } from "@/test/fakeDocuments";
import { failure, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { formOf } from "../draft";
import { fill, goOn, saved } from "../test/editing";
import { NEEDS_ALL, problemsOf } from "./problems";

describe("the form of a connection", () => {
  it("is kept and tried as typed, and forgets the secrets", async () => {
    const { user, router, shell } = renderApp("/connections/new", { profiles: [] });
    await goOn(user, "AppXite");
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
    await goOn(user, "AppXite");
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

  it("keeps the focus on the button that saves, which does nothing more meanwhile", async () => {
    const { user, shell } = renderApp("/connections/sample", {
      commands: { save_profile: () => new Promise(() => {}) },
    });
    const button = await screen.findByRole<HTMLButtonElement>("button", { name: "Save" });
    button.focus();
    await user.keyboard("{Enter}");
    await within(button).findByRole("img", { name: "Working" });
    expect(button.disabled, "a browser takes the focus from what is disabled").toBe(false);
    await user.keyboard("{Enter}");
    await user.click(screen.getByRole("button", { name: "Save and test" }));
    await fill(user, "Client id", "{Enter}");
    expect(saved(shell)).toHaveLength(1);
  });

  it("forgets the secrets that were kept, and leaves what was typed while a slow keychain kept them", async () => {
    let kept = (_: unknown) => {};
    const later = new Promise((done) => {
      kept = done;
    });
    const { user, shell } = renderApp("/connections/sample", { commands: { save_profile: () => later } });
    await fill(user, "Subscription key", "key-123");
    await fill(user, "Client secret", "s3cret");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(saved(shell)).toMatchObject([{ subscriptionKey: "key-123", secret: "s3cret" }]));
    await fill(user, "Client id", "-two");
    await fill(user, "Client secret", "-two");
    kept(SAMPLE);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Subscription key").value).toBe(""));
    expect(screen.getByLabelText<HTMLInputElement>("Client id").value).toBe("sample-two");
    expect(screen.getByLabelText<HTMLInputElement>("Client secret").value, "it was not kept yet").toBe("s3cret-two");
  });

  it("says what is wrong with the keychain and offers this session instead", async () => {
    const sentence = "The keychain is locked. Unlock it with your password and try again; nothing was lost.";
    const { user } = renderApp("/connections/sample", { status: { keychain: { state: "locked", sentence } } });
    expect(await screen.findAllByText(/keychain is locked/), "said once").toHaveLength(1);
    expect(screen.getByText(/^Unlock it with your password and try again; nothing was lost/)).toBeTruthy();
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

describe("what the form asks for", () => {
  it("is only what the kind of platform needs", async () => {
    const { user, shell } = renderApp("/connections/new", { profiles: [] });
    await goOn(user, "SCIM 2.0 service");
    expect(screen.queryByLabelText("Subscription key")).toBeNull();
    expect(screen.queryByLabelText("Platform ids")).toBeNull();
    await fill(user, "Name", "Directory");
    await fill(user, "Base URL", "https://scim.nordlys.example");
    await user.click(screen.getByRole("radio", { name: /A pasted bearer token/ }));
    await fill(user, "Bearer token", "t0ken");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(saved(shell)).toMatchObject([{ description: { base: "scim2" }, subscriptionKey: null }]),
    );
    expect(saved(shell)[0]).toMatchObject({ scope: { kind: "platform", ids: [] }, signIn: { kind: "token" } });
  });

  it("leaves the token's address out where the kind of platform has it, and wants it elsewhere", () => {
    const form = { ...formOf(SAMPLE, { sessionOnly: false, colour: "#000000" }), tokenUrl: "" };
    expect(problemsOf(form, SAMPLE, { ...NEEDS_ALL, tokenUrl: true })).toEqual({});
    expect(problemsOf(form, SAMPLE, { ...NEEDS_ALL, tokenUrl: false })).toHaveProperty("tokenUrl");
    expect(problemsOf({ ...form, tokenUrl: "nonsense" }, SAMPLE, { ...NEEDS_ALL, tokenUrl: true })).toHaveProperty(
      "tokenUrl",
    );
  });

  it("keeps a connection for looking only as such", async () => {
    const { user, shell } = renderApp("/connections/sample");
    await user.click(await screen.findByRole("switch", { name: /For looking only/ }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(saved(shell)).toMatchObject([{ readOnly: true }]));
  });
});

describe("the way to sign in", () => {
  it("is found from the issuer's address, without saving what Enter would save elsewhere", async () => {
    const { user, shell } = renderApp("/connections/sample");
    await user.click(await screen.findByRole("button", { name: "Find from the issuer’s address…" }));
    expect(document.activeElement).toBe(screen.getByLabelText("The issuer’s address"));
    await user.keyboard("https://login.nordlys.example{Enter}");
    expect(await screen.findByText(/Found at https:\/\/login.nordlys.example\. It names the scopes/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Token URL").value).toBe(
      "https://login.nordlys.example/oauth/token",
    );
    expect(saved(shell)).toEqual([]);
    await user.click(screen.getByRole("radio", { name: /The browser, as yourself/ }));
    expect(screen.getByLabelText<HTMLInputElement>("Address where people sign in").value).toBe(
      "https://login.nordlys.example/authorize",
    );
    expect(screen.getByLabelText<HTMLInputElement>("Scope").value, "so that the sign-in is renewed").toBe(
      "openid offline_access",
    );
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is filled in beside what was typed while it was looked for", async () => {
    let answer = (_: unknown) => {};
    const later = new Promise((done) => {
      answer = done;
    });
    const { user } = renderApp("/connections/sample", { commands: { discover_sign_in: () => later } });
    await user.click(await screen.findByRole("button", { name: "Find from the issuer’s address…" }));
    await user.keyboard("https://login.nordlys.example{Enter}");
    await fill(user, "Client id", "-two");
    await fill(user, "Client secret", "s3cret");
    answer(fakeDocuments().discover_sign_in());
    expect(await screen.findByText(/^Found at https:/)).toBeTruthy();
    const typed = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
    expect(typed("Token URL")).toBe("https://login.nordlys.example/oauth/token");
    expect([typed("Client id"), typed("Client secret")]).toEqual(["sample-two", "s3cret"]);
  });

  it("says of a header that looks like a credential where that belongs, and keeps none without a value", async () => {
    const { user, shell } = renderApp("/connections/sample", { commands: { secret_headers: () => ["X-Api-Key"] } });
    await user.click(await screen.findByRole("button", { name: "Add a header" }));
    await user.type(screen.getByLabelText("Header"), "X-Api-Key");
    expect(await screen.findByText(/^X-Api-Key looks like a credential\. Headers lie readable/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/A header needs a name and a value/)).toBeTruthy();
    expect(saved(shell)).toEqual([]);
  });

  const browser = {
    ...SAMPLE,
    secret: "missing" as const,
    tokenRenews: false,
    signIn: {
      kind: "browser" as const,
      authorizeUrl: "https://login.nordlys.example/authorize",
      tokenUrl: "https://login.nordlys.example/oauth/token",
      clientId: "rollcall",
      audience: null,
      scope: null,
    },
  };
  const waiting = {
    kind: "sign-in-waiting" as const,
    data: { profile: "sample", url: "https://login.nordlys.example/a?state=1" },
  };

  it("by the browser saves first, waits with the address in sight, then looks at everything", async () => {
    let arrive = (_: unknown) => {};
    const came = new Promise((done) => {
      arrive = done;
    });
    const sign_in = () => came.then(() => ({ ...browser, secret: "kept", tokenRenews: true }));
    const { user, shell } = renderApp("/connections/sample", { profiles: [browser], commands: { sign_in } });
    await user.click(await screen.findByRole("button", { name: "Save and sign in" }));
    const dialog = await screen.findByRole("dialog", { name: "Sign in to Sample platform" });
    expect(saved(shell)).toMatchObject([{ signIn: { kind: "browser" }, secret: null }]);
    await shell.happen(waiting);
    expect(await within(dialog).findByText(waiting.data.url)).toBeTruthy();
    expect(shell.callsOf("test_profile")).toEqual([]);
    expect(await accessibilityProblems()).toEqual([]);
    arrive(null);
    await waitFor(() => expect(shell.callsOf("test_profile")).toEqual([{ profile: "sample" }]));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(await screen.findByRole("button", { name: "Save and test" }), "nobody has to sign in again").toBeTruthy();
  });

  it("by the browser comes up by itself for a connection that was just made", async () => {
    const sign_in = () => new Promise(() => undefined);
    const { user, shell, router } = renderApp("/connections/new", { profiles: [], commands: { sign_in } });
    await goOn(user, "SCIM 2.0 service");
    await fill(user, "Name", "Directory");
    await fill(user, "Base URL", "https://scim.nordlys.example");
    await user.click(screen.getByRole("radio", { name: /The browser, as yourself/ }));
    await fill(user, "Address where people sign in", "https://login.nordlys.example/authorize");
    await fill(user, "Token URL", "https://login.nordlys.example/oauth/token");
    await fill(user, "Client id", "rollcall");
    await user.click(screen.getByRole("button", { name: "Save and sign in" }));
    expect(await screen.findByRole("dialog", { name: "Sign in to Directory" })).toBeTruthy();
    expect(router.state.location.pathname).toBe("/connections/new-one");
    expect(shell.callsOf("sign_in")).toEqual([{ profile: "new-one" }]);
    expect(shell.callsOf("test_profile")).toEqual([]);
  });

  it("by the browser can be given up, and nothing is looked at then", async () => {
    let stop = (_: unknown) => {};
    const sign_in = () =>
      new Promise((_, fail) => {
        stop = fail;
      });
    const cancel_sign_in = () => stop(failure("cancelled", "Nobody was signed in."));
    const commands = { sign_in, cancel_sign_in };
    const { user, shell } = renderApp("/connections/sample", { profiles: [browser], commands });
    await user.click(await screen.findByRole("button", { name: "Save and sign in" }));
    const dialog = await screen.findByRole("dialog", { name: "Sign in to Sample platform" });
    await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(shell.callsOf("cancel_sign_in")).toEqual([{ profile: "sample" }]));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(shell.callsOf("test_profile")).toEqual([]);
  });
});

describe("the network of a connection", () => {
  it("is one line until something is changed, and keeps a proxy with its password unseen", async () => {
    const { user, shell } = renderApp("/connections/sample");
    expect(await screen.findByText(/As the system says: its proxy/)).toBeTruthy();
    expect(screen.queryByLabelText("The proxy’s address")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Change the network" }));
    expect(screen.getByText(/Certificates are always checked/)).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "This one" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/This has to be the proxy’s address/)).toBeTruthy();
    expect(saved(shell)).toEqual([]);
    await fill(user, "The proxy’s address", "http://proxy.nordlys.example:3128");
    await fill(user, "User name", "ann");
    await fill(user, "Password", "pr0xy");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(saved(shell)).toMatchObject([
        {
          network: { proxy: { kind: "manual", url: "http://proxy.nordlys.example:3128", user: "ann" } },
          proxyPassword: "pr0xy",
        },
      ]),
    );
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Password").value).toBe(""));
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("takes no proxy whose address carries a password, for that would be kept in a file", () => {
    const form = { ...formOf(SAMPLE, { sessionOnly: false, colour: "#000000" }), proxy: "manual" as const };
    expect(problemsOf({ ...form, proxyUrl: "http://ann:secret@proxy.example:3128" }, SAMPLE)).toHaveProperty(
      "proxyUrl",
    );
    expect(problemsOf({ ...form, proxyUrl: "http://proxy.example:3128" }, SAMPLE)).toEqual({});
  });
});
