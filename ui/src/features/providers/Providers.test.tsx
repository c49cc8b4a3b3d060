import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/providers";
const WORLD = { people: 100 };

/** The card of a provider. */
async function card(name: string): Promise<HTMLElement> {
  const list = await screen.findByRole("list", { name: "Identity providers" });
  return within(list).getByRole("heading", { name }).closest("li") as HTMLElement;
}
const rowCount = () => screen.getByRole("grid").getAttribute("aria-rowcount");

describe("Identity providers", () => {
  it("say which are switched off, their prefix and how many use them, and nothing that axe-core objects to", async () => {
    renderApp(AT, WORLD);
    const adfs = await card("Legacy ADFS");
    expect(within(adfs).getByText("Switched off")).toBeTruthy();
    expect(within(adfs).getByText("prefix adfs")).toBeTruthy();
    expect(within(await card("Google")).getByText("Enabled")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("lead from a count to exactly those people", async () => {
    const { user, router, shell } = renderApp(AT, WORLD);
    const google = shell.people.providers.find(({ name }) => name === "Google");
    await user.click(
      within(await card("Google")).getByRole("link", { name: /^Show the \d+ people who sign in with Google$/ }),
    );
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    expect(router.state.location.search).toEqual({ provider: google?.id });
    await waitFor(() => expect(rowCount()).toBe(`${(google?.people ?? 0) + 1}`));
  });

  it("say how many of a mail domain use one, and lead to exactly those", async () => {
    const { user, router, shell } = renderApp(AT, WORLD);
    const domains = within(await card("Google")).getByRole("group", { name: "By mail domain" });
    const here = shell.people.all.filter(({ mailDomain }) => mailDomain === "fabrikam.example");
    const using = here.filter(({ identityProvider }) => identityProvider === "Google").length;
    const link = await within(domains).findByRole("link", { name: /of fabrikam\.example who sign in with Google$/ });
    expect(link.textContent).toBe(`${using} of ${here.length}`);
    await user.click(link);
    await waitFor(() => expect(router.state.location.search).toMatchObject({ domain: "fabrikam.example" }));
    await waitFor(() => expect(rowCount()).toBe(`${using + 1}`));
  });

  it("lead to the people of an organization only where Users would show no others", async () => {
    renderApp(AT, WORLD);
    const of = async (name: string) => within(await card(name)).getByRole("group", { name: "By organization" });
    expect(await within(await of("Google")).findByRole("link", { name: /of Fabrikam .* who sign in/ })).toBeTruthy();
    // Customers stand below Nordlys IT: asked for it, Users shows them too.
    const above = await of("Account");
    expect(within(above).getByText("Nordlys IT – S-1001")).toBeTruthy();
    expect(within(above).queryByRole("link", { name: /Nordlys IT/ })).toBeNull();
  });

  it("name those that only people name, and offer no switch for them", async () => {
    renderApp(AT, {
      commands: {
        provider_insights: () => ({
          asOf: "2026-11-26T09:00:00Z",
          none: 3,
          providers: [
            {
              ...{ id: "x-1", name: "x-1", prefix: null, enabled: null, people: 2, notBlocked: 1 },
              organizations: [{ id: "", label: "", people: 2, of: 9 }],
              organizationsTotal: 1,
              domains: Array.from({ length: 7 }, (_, n) => ({
                id: `d${n}.example`,
                label: `d${n}.example`,
                people: 1,
                of: 2,
              })),
              domainsTotal: 7,
            },
          ],
        }),
      },
    });
    const one = await card("x-1");
    expect(within(one).getByText("Not listed by the platform")).toBeTruthy();
    expect(within(one).getByText("1 of them blocked")).toBeTruthy();
    expect(within(one).getByText("no organization")).toBeTruthy();
    expect(within(one).queryByRole("button", { name: /switched off/ })).toBeNull();
    expect(within(one).queryByText("d6.example")).toBeNull();
    within(one).getByRole("button", { name: "Show all 7" }).click();
    expect(await within(one).findByText("d6.example")).toBeTruthy();
    expect(screen.getByRole("link", { name: "3 people without any identity provider" })).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("lead to what was found about them", async () => {
    const { user, router } = renderApp(AT, WORLD);
    const found = await screen.findByRole("region", { name: "Findings on identity providers" });
    expect(within(found).getAllByRole("link")).toHaveLength(1);
    await user.click(within(found).getByRole("link", { name: "People whose way to sign in is switched off" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/findings"));
    expect(router.state.location.search).toEqual({ open: "disabled-provider" });
  });

  it("say what happened when they can't be told, and try again", async () => {
    let broken = true;
    const { user } = renderApp(AT, {
      commands: {
        provider_insights: () => {
          if (broken) throw failure("storage", "The data folder could not be read. Nothing was lost.");
          return { asOf: null, none: 0, providers: [] };
        },
      },
    });
    expect(await screen.findByText(/The data folder could not be read/)).toBeTruthy();
    broken = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("No identity providers are listed yet")).toBeTruthy();
  });
});

describe("what if a provider is switched off", () => {
  it("is asked by keys alone, says who would be stranded, and switches nothing off", async () => {
    const { user, router, shell } = renderApp(AT, WORLD);
    const ask = within(await card("Google")).getByRole("button", { name: /^What if this one is switched off/ });
    ask.focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "What if Google is switched off?" });
    const google = shell.people.providers.find(({ name }) => name === "Google");
    expect(router.state.location.search).toEqual({ without: google?.id });
    expect(within(dialog).getByText(/^Nothing is switched off by this\./)).toBeTruthy();
    const stranded = shell.people.all.filter(
      (one) => one.identityProvider === "Google" && one.state !== "Blocked",
    ).length;
    expect(
      await within(dialog).findByText(`If Google is switched off, ${stranded} people can no longer sign in.`),
    ).toBeTruthy();
    const grid = within(dialog).getByRole("grid", { name: "People who could no longer sign in" });
    expect(grid.getAttribute("aria-rowcount")).toBe(`${stranded + 1}`);
    expect(shell.callsOf("what_if_switched_off")[0]).toMatchObject({ provider: google?.id, offset: 0 });
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(router.state.location.search).toEqual({});
    await waitFor(() => expect(document.activeElement).toBe(ask));
  });

  it("stands open where the address asks for it, and leads to a person", async () => {
    const { user, router, shell } = renderApp(`${AT}?without=7369b69f-fca0-5db6-bac5-68498bec85f5`, WORLD);
    const dialog = await screen.findByRole("dialog", { name: "Who is shut out while Legacy ADFS is switched off?" });
    const first = shell.people.all.find((one) => one.identityProvider === "Legacy ADFS" && one.state !== "Blocked");
    await user.click(await within(dialog).findByText(first?.email ?? ""));
    await waitFor(() => expect(router.state.location.search).toEqual({ person: first?.id }));
    expect(router.state.location.pathname).toBe("/p/sample/users");
  });

  it("says so where the provider is no longer listed", async () => {
    renderApp(`${AT}?without=gone`, {
      commands: {
        what_if_switched_off: () => {
          throw failure(
            "bad-request",
            "This way to sign in is no longer listed. The list may have been refreshed since.",
          );
        },
      },
    });
    expect(await screen.findByText(/This way to sign in is no longer listed/)).toBeTruthy();
  });
});
