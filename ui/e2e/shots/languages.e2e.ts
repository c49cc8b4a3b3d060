import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "vitest";
import { RunningApp } from "../harness/app";
import { go, speak, speaks } from "../harness/languages";
import { OF_A_PLATFORM } from "../harness/overlays";
import { sample } from "../harness/samples";
import { out, SIZES } from "./picture";

/**
 * Those that Rollcall speaks beside English, and two made up to look at: what is cut or overlaps in long words, and what lies
 * wrong when read from right to left.
 */
const LANGUAGES = ["de", "lv", "en-XA", "en-XB"] as const;

/** A page that was built for people does not know the made-up languages: `cargo xtask shots` builds one that does. */
async function speakMadeUp(app: RunningApp, language: string): Promise<void> {
  await app.page.browser.execute((to) => {
    localStorage.setItem("rollcall.language", to);
    location.reload();
  }, language);
  await speaks(app, language);
}

async function picture(app: RunningApp, name: string): Promise<void> {
  await app.page.theme("light");
  for (const [width, height] of SIZES) {
    await app.resize(width, height);
    await app.page.still();
    await app.picture(join(out, `${name}-${width}x${height}.png`));
  }
  await app.resize(1280, 800);
}

test.each(LANGUAGES)("the main screens in %s", { timeout: 600_000 }, async (language) => {
  await mkdir(out, { recursive: true });
  const app = await RunningApp.start();
  try {
    const begun = app.page;
    await begun.press("button", "Try the sample platform");
    await begun.get("link", /^Users\s*2,413$/);
    await app.drop(sample("02-title-block.xlsx"));
    await begun.get("button", "What will be sent");
    const review = await begun.browser.execute(() => location.pathname + location.search);
    await (language.startsWith("en-") ? speakMadeUp : speak)(app, language);
    const { page } = app;
    await go(page, review);
    await picture(app, `${language}-review`);
    await page.browser.execute(() => document.querySelector<HTMLElement>('[role="gridcell"]')?.click());
    await page.still();
    await picture(app, `${language}-row`);
    // The first station that can be gone back to.
    await page.browser.execute(() => document.querySelector<HTMLElement>("main header nav button")?.click());
    await picture(app, `${language}-columns`);
    const platform = review.split("/").slice(0, 3).join("/");
    for (const screen of OF_A_PLATFORM) {
      await go(page, `${platform}/${screen}`);
      await picture(app, `${language}-${screen.replace("/", "-")}`);
    }
    for (const screen of ["connections", "connections/new", "settings"]) {
      await go(page, `/${screen}`);
      await picture(app, `${language}-${screen.replace("/", "-")}`);
    }
  } catch (error) {
    await app.keepEvidence(`shots in ${language}`);
    throw error;
  } finally {
    await app.discard();
  }
});
