import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Settings } from "@/ipc";
import { renderApp } from "@/test/renderApp";

const BEFORE: Settings = { theme: "light", density: "comfortable" };
const opened = () => renderApp("/settings", { status: { settings: BEFORE } });
type Opened = ReturnType<typeof opened>;

const choose = async ({ user }: Opened, group: string, option: string) => {
  const choices = within(await screen.findByRole("radiogroup", { name: group }));
  await user.click(choices.getByRole("radio", { name: option }));
  await screen.findByText(`${group}: ${option}.`);
};
const undo = async ({ user }: Opened, said: string) => {
  const message = screen.getByText(said).closest<HTMLElement>('[role="alertdialog"]');
  if (!message) throw new Error(`“${said}” stands in no message`);
  await user.click(within(message).getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(screen.queryByText(said)).toBeNull());
};
const kept = ({ shell }: Opened) => shell.callsOf("save_settings").at(-1)?.settings;
const isChosen = (group: string, option: string) =>
  waitFor(() =>
    expect(within(screen.getByRole("radiogroup", { name: group })).getByRole("radio", { name: option })).toHaveProperty(
      "checked",
      true,
    ),
  );

describe("a choice that is taken back", () => {
  it("leaves what was chosen after it, in Settings and by keys", async () => {
    const app = opened();
    await choose(app, "Rows", "Compact");
    await choose(app, "Theme", "Dark");
    await app.user.keyboard("{Control>}+{/Control}");
    await waitFor(() => expect(kept(app)).toHaveProperty("zoomPercent", 110));
    await undo(app, "Rows: Compact.");
    await waitFor(() => expect(kept(app)).toEqual({ theme: "dark", density: "comfortable", zoomPercent: 110 }));
  });

  it.each([
    ["the later one first", ["Theme: Dark.", "Rows: Compact."]],
    ["the earlier one first", ["Rows: Compact.", "Theme: Dark."]],
  ])("is one of two, both of which can be: %s", async (_, order) => {
    const app = opened();
    await choose(app, "Rows", "Compact");
    await choose(app, "Theme", "Dark");
    for (const said of order) await undo(app, said);
    await waitFor(() => expect(kept(app)).toEqual(BEFORE));
  });

  it.each([
    ["the later one first", ["Theme: As the system.", "Theme: Dark."]],
    ["the earlier one first", ["Theme: Dark.", "Theme: As the system."]],
  ])("is one of two of the same thing, which both taken back leave it as it was: %s", async (_, order) => {
    const app = opened();
    await choose(app, "Theme", "Dark");
    await choose(app, "Theme", "As the system");
    for (const said of order) await undo(app, said);
    await waitFor(() => expect(kept(app)).toEqual(BEFORE));
  });

  it("stays where a later choice of the same thing stands", async () => {
    const app = opened();
    await choose(app, "Theme", "Dark");
    await choose(app, "Theme", "As the system");
    await undo(app, "Theme: Dark.");
    await isChosen("Theme", "As the system");
    expect(app.shell.callsOf("save_settings")).toHaveLength(2);
  });

  it("is not, and says so, where the same was chosen otherwise without a message", async () => {
    const app = opened();
    await choose(app, "Theme", "Dark");
    await app.user.keyboard("{Control>}k{/Control}");
    await app.user.type(await screen.findByRole("combobox", { name: /^Whom or what/ }), "theme as the{Enter}");
    await isChosen("Theme", "As the system");
    await undo(app, "Theme: Dark.");
    expect(await screen.findByText(/could not be taken back.*It was chosen otherwise since/)).toBeTruthy();
    await isChosen("Theme", "As the system");
  });
});
