import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { ProfileView } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { BUILT_IN, failure, SAMPLE } from "@/test/fakeIpc";
import { CONTOSO, FABRIKAM, inMinutes, NORDLYS } from "@/test/profiles";
import { renderApp } from "@/test/renderApp";
import { signInState } from "./state";
import { looksLikeToken } from "./useTokenPaste";

const JWT = "eyJhbGciOiJub25lIn0.eyJleHAiOjE3OTUwMDAwMDB9.c2ln";
const foot = () => screen.findByRole("contentinfo");
const at = (profile: ProfileView) => `/p/${profile.id}/users`;
const field = () => screen.findByLabelText<HTMLInputElement>("Bearer token");

function pasteOntoWindow(text: string) {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text, types: ["text/plain"], files: [], items: [] } });
  fireEvent(document.body, event);
}

describe("a token in the foot of the window", () => {
  const kinds: [string, Partial<ProfileView>, boolean, string][] = [
    ["that Rollcall renews is no matter", { ...NORDLYS, tokenExpiresAt: inMinutes(3) }, false, "renews"],
    ["that still holds for hours is not counted", { ...CONTOSO, tokenExpiresAt: inMinutes(180) }, false, "pasted"],
    ["that nobody knows the end of is not counted", { ...CONTOSO, tokenExpiresAt: null }, false, "pasted"],
    ["is counted down in its last hour", CONTOSO, false, "ends"],
    ["that ended is told as that", { ...CONTOSO, tokenExpiresAt: inMinutes(-1) }, true, "ended"],
    ["that was refused is told as that", CONTOSO, true, "refused"],
    ["that is missing is told as that", { ...CONTOSO, secret: "missing" }, false, "missing"],
    [
      "of a browser without a way to renew it is counted too",
      { ...FABRIKAM, secret: "kept", tokenRenews: false, tokenExpiresAt: inMinutes(9) },
      false,
      "ends",
    ],
    ["of the sample platform is no matter", { ...BUILT_IN, secret: "missing" }, true, "renews"],
  ];
  it.each(kinds)("%s", (_, profile, refused, kind) => {
    expect(signInState({ ...SAMPLE, ...profile }, refused, Date.now()).kind).toBe(kind);
  });

  it("says how long it holds, and a press asks for a new one", async () => {
    const { user, shell } = renderApp(at(CONTOSO), { profiles: [CONTOSO] });
    await user.click(within(await foot()).getByRole("button", { name: "Token ends in 12 min Paste a new token" }));
    expect(document.activeElement).toBe(await field());
    expect((await field()).type).toBe("password");
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("Bearer abc{Enter}");
    expect((await screen.findByText(/The new token is in use/)).textContent).toMatch(
      /It ends in 59 min, at \d\d:\d\d\./,
    );
    expect(shell.callsOf("paste_token")).toEqual([{ profile: "contoso", pasted: { token: "Bearer abc" } }]);
    expect(document.body.innerHTML).not.toContain("Bearer abc");
    await user.click(screen.getByRole("button", { name: "Done" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("is counted down as the clock goes, until it has ended", async () => {
    vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
    try {
      renderApp(at(CONTOSO), { profiles: [{ ...CONTOSO, tokenExpiresAt: inMinutes(2.5) }] });
      const bar = await foot();
      const told = () => within(bar).getByRole("button", { name: /token/i }).textContent;
      expect(told()).toMatch(/^Token ends in 2 min/);
      act(() => void vi.advanceTimersByTime(61_000));
      expect(told()).toMatch(/^Token ends in 1 min/);
      act(() => void vi.advanceTimersByTime(120_000));
      expect(told()).toMatch(/^Token ended/);
    } finally {
      vi.useRealTimers();
    }
  });

  it("that ended is said aloud", async () => {
    renderApp(at(CONTOSO), { profiles: [{ ...CONTOSO, tokenExpiresAt: inMinutes(-3.5) }] });
    const aloud = async () =>
      within(await foot())
        .getAllByRole("status")
        .map(({ textContent }) => textContent);
    await waitFor(async () => expect(await aloud()).toContain("Token ended 3 min ago"));
  });

  it("that the platform refused asks for another, and one that is renewed asks to sign in again", async () => {
    const commands = {
      list_runs: () => {
        throw failure("sign-in-refused", "The platform did not take the sign-in. Nothing was changed.");
      },
    };
    const { user, shell } = renderApp(at(FABRIKAM), { profiles: [{ ...FABRIKAM, secret: "kept" }], commands });
    const again = await within(await foot()).findByRole("button", { name: "The sign-in was refused Sign in again" });
    await user.click(again);
    await waitFor(() => expect(shell.callsOf("sign_in")).toEqual([{ profile: "fabrikam" }]));
    await waitFor(async () => expect(within(await foot()).queryByText(/refused/)).toBeNull());
  });

  it("of a client secret that is missing leads to the connection", async () => {
    const { user, router } = renderApp(at(NORDLYS), { profiles: [{ ...NORDLYS, secret: "missing" }] });
    await user.click(await within(await foot()).findByRole("button", { name: /^Sign-in missing/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/connections/nordlys"));
  });
});

describe("pasting a token", () => {
  it("onto the window of a platform that wants one opens the question with it", async () => {
    const { shell } = renderApp(at(CONTOSO), { profiles: [CONTOSO] });
    await screen.findByRole("grid", { name: "People" });
    act(() => pasteOntoWindow(` Bearer ${JWT}\n`));
    expect((await field()).value).toBe(`Bearer ${JWT}`);
    expect(shell.callsOf("paste_token")).toEqual([]);
  });

  it("anywhere else is none of its business", async () => {
    renderApp(at(NORDLYS), { profiles: [NORDLYS] });
    await screen.findByRole("grid", { name: "People" });
    act(() => pasteOntoWindow(JWT));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("is told from everything else that people paste", () => {
    expect([JWT, `bearer ${JWT}`, "Bearer opaque-1"].map(looksLikeToken)).toEqual([true, true, true]);
    expect(["anna@contoso.example", "a.b.c", "Bearer of news and joy", "", "eyJ"].map(looksLikeToken)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("that is refused says why and keeps what was typed", async () => {
    const paste_token = () => {
      throw failure("profile-invalid", "This token ended on 1 Oct 2026. Nothing was changed.");
    };
    const { user } = renderApp(at(CONTOSO), { profiles: [CONTOSO], commands: { paste_token } });
    await user.click(await within(await foot()).findByRole("button"));
    await user.type(await field(), "old{Enter}");
    expect(await screen.findByText(/This token ended on 1 Oct 2026/)).toBeTruthy();
    expect((await field()).value).toBe("old");
  });

  it("asks for something to be in the field", async () => {
    const { user, shell } = renderApp(at(CONTOSO), { profiles: [CONTOSO] });
    await user.click(await within(await foot()).findByRole("button"));
    await user.click(await screen.findByRole("button", { name: "Use this token" }));
    expect(await screen.findByText("There is no token in this field yet.")).toBeTruthy();
    expect(shell.callsOf("paste_token")).toEqual([]);
  });
});

describe("signing in with the browser", () => {
  const URL = "https://login.fabrikam.example/authorize?state=k2&code_challenge=Xs9";
  const waiting = () => new Promise<ProfileView>(() => undefined);
  const open = async (sign_in: () => unknown) => {
    const app = renderApp(at(FABRIKAM), { profiles: [FABRIKAM], commands: { sign_in } });
    await app.user.click(await within(await foot()).findByRole("button", { name: "Sign-in missing Sign in" }));
    return { ...app, dialog: within(await screen.findByRole("dialog", { name: "Sign in to Fabrikam" })) };
  };

  it("waits, gives the address to open by hand, and can be stopped", async () => {
    const { user, shell, dialog } = await open(waiting);
    await act(() => shell.happen({ kind: "sign-in-waiting", data: { profile: "fabrikam", url: URL } }));
    expect(await dialog.findByText(URL)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "Copy address" }));
    await waitFor(async () => expect(await navigator.clipboard.readText()).toBe(URL));
    expect(shell.callsOf("sign_in")).toHaveLength(1);
    await user.click(dialog.getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(shell.callsOf("cancel_sign_in")).toEqual([{ profile: "fabrikam" }]));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("goes away by itself when the person is done there", async () => {
    let done: (view: ProfileView) => void = () => undefined;
    await open(
      () =>
        new Promise<ProfileView>((answer) => {
          done = answer;
        }),
    );
    done({ ...FABRIKAM, secret: "kept" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(within(await foot()).getByText("Signs in by itself")).toBeTruthy();
  });

  it("says why it failed and tries again", async () => {
    const { user, shell, dialog } = await open(() => {
      throw failure("sign-in-refused", "The sign-in was turned down in the browser. Nothing was changed.");
    });
    expect(await dialog.findByText(/turned down in the browser/)).toBeTruthy();
    await user.click(dialog.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(shell.callsOf("sign_in")).toHaveLength(2));
  });
});

describe("a call that failed for want of a sign-in", () => {
  it("is done again as soon as there is a new token", async () => {
    let token = "old";
    const commands = {
      list_users: () => {
        if (token === "old") throw failure("sign-in-refused", "The token was refused. Nothing was changed.");
        return { total: 0, matching: 0, rows: [], asOf: null, exact: null };
      },
      list_runs: () => {
        if (token === "old") throw failure("sign-in-refused", "The token was refused. Nothing was changed.");
        return [];
      },
      paste_token: () => {
        token = "new";
        return { ...CONTOSO, tokenExpiresAt: inMinutes(60) };
      },
    };
    const { user, shell } = renderApp("/p/contoso/runs", { profiles: [CONTOSO], commands });
    const alert = within(await screen.findByRole("alert"));
    await user.click(alert.getByRole("button", { name: "Paste a new token" }));
    const before = shell.callsOf("list_runs").length;
    await user.type(await field(), "new");
    await user.click(screen.getByRole("button", { name: "Use this token and go on" }));
    await waitFor(() => expect(shell.callsOf("list_runs").length).toBeGreaterThan(before));
    await waitFor(() => expect(screen.queryByText(/The token was refused/)).toBeNull());
  });

  it("leads to the connection where Rollcall signs in by itself", async () => {
    const commands = {
      list_runs: () => {
        throw failure("sign-in-refused", "The client secret was refused. Nothing was changed.");
      },
    };
    const { user, router } = renderApp("/p/nordlys/runs", { profiles: [NORDLYS], commands });
    await user.click(within(await screen.findByRole("alert")).getByRole("button", { name: "Open connection" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/connections/nordlys"));
  });
});
