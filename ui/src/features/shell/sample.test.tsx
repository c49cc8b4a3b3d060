import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { BUILT_IN, failure, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const NORDLYS = { ...SAMPLE, id: "nordlys", name: "Nordlys", baseUrl: "https://nordlys.example" };
const AT = "/p/nordlys/roles";
const SENTENCE =
  "The sample platform could not be started. Nothing was lost; close other copies of Rollcall and try again.";

/** A sample platform that opens only when it is asked for the second time. */
function openedAt(address: string, profiles = [NORDLYS]) {
  let asked = 0;
  const open_sample = () => {
    asked += 1;
    if (asked === 1) throw failure("storage", SENTENCE);
    return BUILT_IN;
  };
  return renderApp(address, { profiles, status: { settings: { tour: "over" } }, commands: { open_sample } });
}
type Opened = ReturnType<typeof openedAt>;

async function byPalette({ user }: Opened, label: string) {
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox", { name: /^Whom or what/ }), `${label}{Enter}`);
}

async function byPlatforms({ user }: Opened) {
  await user.click(await screen.findByRole("button", { name: /Change platform/ }));
  await user.click(await screen.findByRole("menuitem", { name: "Try the sample platform" }));
}

const byLearning = async ({ user }: Opened) =>
  user.click(await screen.findByRole("button", { name: "Show the tour of the sample platform" }));

describe("a sample platform that does not open", () => {
  it.each([
    ["the palette", AT, (app: Opened) => byPalette(app, "open the sample")],
    ["the tour, asked for in the palette", AT, (app: Opened) => byPalette(app, "show the tour")],
    ["the tour, asked for in Settings", "/settings", byLearning],
    ["the list of platforms", AT, byPlatforms],
  ])("is told of where one is, with why, and is tried again from there: %s", async (_, address, ask) => {
    const app = openedAt(address);
    await ask(app);
    const sentence = await screen.findByText(SENTENCE);
    expect(sentence.lang, "the core speaks English").toBe("en");
    const message = sentence.closest<HTMLElement>('[role="alertdialog"]');
    expect(message?.textContent).toContain("The data folder could not be used.");
    expect(app.router.state.location.pathname).toBe(address);
    await app.user.click(within(message as HTMLElement).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(app.router.state.location.pathname).toBe("/p/sandbox/overview"));
    expect(screen.queryByText(SENTENCE)).toBeNull();
  });

  it("is told of on Connections where there is none yet", async () => {
    const { user, router } = openedAt("/connections", []);
    await user.click(await screen.findByRole("button", { name: "Try the sample platform" }));
    expect(await screen.findByText(SENTENCE)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sandbox/overview"));
  });
});
