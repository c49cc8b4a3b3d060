import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "vitest";
import { Key } from "webdriverio";
import { RunningApp } from "../harness/app";
import { out, SIZES } from "./picture";

/** Pictures in the dark and in both high contrasts, large and small. */
async function looks(app: RunningApp, screen: string): Promise<void> {
  for (const [theme, contrast] of [
    ["light", "usual"],
    ["dark", "usual"],
    ["light", "high"],
    ["dark", "high"],
  ] as const) {
    await app.page.browser.execute(
      (theme: string, contrast: string) => Object.assign(document.documentElement.dataset, { theme, contrast }),
      theme,
      contrast,
    );
    for (const [width, height] of SIZES) {
      await app.resize(width, height);
      await app.page.still();
      await app.picture(join(out, `looks-${screen}-${theme}-${contrast}-${width}x${height}.png`));
    }
  }
  await app.resize(1280, 800);
}

test("what stands over the screens, in every look", { timeout: 600_000 }, async () => {
  await mkdir(out, { recursive: true });
  const app = await RunningApp.start({ tour: true });
  const { page } = app;
  try {
    await page.press("button", "Try the sample platform");
    await page.get("link", /^Users\s*2,413$/);
    await page.get("region", "Tour of the sample platform");
    await looks(app, "tour-overview");
    await page.press("link", /^Users/);
    await page.get("grid", "People");
    await looks(app, "tour-users");
    await page.press("button", "Leave the tour");
    await page.says("The tour was left.");
    await looks(app, "message");
    await page.browser.keys([Key.Ctrl, "k"]);
    await page.get("dialog", /Find/);
    await looks(app, "palette");
    await page.browser.keys([..."admin"]);
    await page.get("option", /Admin/);
    await looks(app, "palette-typed");
    await page.browser.keys(Key.Escape);
    await page.press("link", /^Roles/);
    await page.get("table", /./);
    await looks(app, "roles");
    await page.browser.keys("?");
    await page.get("dialog", "Keys");
    await looks(app, "keys");
    await page.browser.keys(Key.Escape);
    await page.press("link", /^Settings/);
    await page.get("radiogroup", "Contrast");
    await looks(app, "settings");
  } catch (error) {
    await app.keepEvidence("shots-looks");
    throw error;
  } finally {
    await app.stop();
  }
});
