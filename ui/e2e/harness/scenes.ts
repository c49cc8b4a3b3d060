import type { RunningApp } from "./app";
import { JOB_SCENES, prepareJob } from "./jobScenes";
import { until } from "./processes";
import { openEnlarged, pressEnlarged } from "./screens";

/** Something that lies deeper than the screens of the rail: how one comes there, and how one leaves it. */
export interface Scene {
  name: string;
  open: (app: RunningApp) => Promise<void>;
  leave?: (app: RunningApp) => Promise<void>;
}

const GOING_ON = "Distributor ReadOnly";
const SIGNED_OFF = "Distributor Admin";

/** Starts a review of a role and decides on its first people. */
async function startReview({ page }: RunningApp, role: string, keys: string): Promise<void> {
  await page.press("link", /^Access reviews/);
  await page.press("button", "Start a review…");
  await page.still();
  await page.press("combobox", "Role");
  await page.press("option", new RegExp(`^${role}`));
  await page.type("Your name", "Maria Lind");
  await page.press("button", "Start the review");
  await until("the list to have the focus", () =>
    page.browser.execute(() => document.activeElement?.getAttribute("role") === "grid"),
  );
  for (const [done, key] of [...keys].entries()) {
    await page.browser.keys(key);
    await page.says(new RegExp(`^${done + 1} of [\\d,]+ decided`, "m"));
  }
}

/** What the scenes are about: a file, a run, a review that goes on, and one that was signed off. Done in a page of the usual size. */
export async function prepareScenes(app: RunningApp): Promise<void> {
  const { page } = app;
  await prepareJob(app);
  await startReview(app, SIGNED_OFF, "rrk");
  await page.press("button", "Sign off…");
  await page.get("dialog", "Sign the review off");
  await page.type("Your name", "Maria Lind");
  await page.press("button", /^Sign off( with .*)?$/);
  await page.says("Signed off by Maria Lind");
  await page.still();
  await startReview(app, GOING_ON, "kkrka");
}

async function openReview(app: RunningApp, role: string): Promise<void> {
  await openEnlarged(app, /^Access reviews/);
  await pressEnlarged(app, "link", new RegExp(role));
}

export const SCENES: Scene[] = [
  {
    name: "reviews",
    open: async (app) => {
      await openEnlarged(app, /^Access reviews/);
      await app.page.get("heading", "Going on");
    },
  },
  {
    name: "review",
    open: async (app) => {
      await openReview(app, GOING_ON);
      await app.page.get("grid", "People of the review");
      await app.page.says(/5 of [\d,]+ decided/);
    },
  },
  {
    name: "sign-off",
    open: async (app) => {
      await openReview(app, GOING_ON);
      await pressEnlarged(app, "button", "Sign off…");
      await app.page.get("dialog", "Sign the review off");
    },
    leave: (app) => pressEnlarged(app, "button", "Go on reviewing"),
  },
  {
    name: "signed-off",
    open: async (app) => {
      await openReview(app, SIGNED_OFF);
      await app.page.says("Signed off by Maria Lind");
    },
  },
  {
    name: "follow-up",
    open: async (app) => {
      await openReview(app, SIGNED_OFF);
      await pressEnlarged(app, "tab", "What became of the removals");
      await app.page.says("By the list of");
    },
  },
  {
    name: "what-if",
    open: async (app) => {
      await openEnlarged(app, /^Identity providers/);
      await pressEnlarged(app, "button", "What if this one is switched off? Google");
      await app.page.says(/If Google is switched off/);
      await app.page.row("Google");
    },
    leave: (app) => pressEnlarged(app, "button", "Close"),
  },
  {
    name: "finding",
    open: async (app) => {
      await openEnlarged(app, /^Findings/);
      await pressEnlarged(app, "button", /^(High|Medium|Low)\s*Blocked people who still hold roles$/);
      await app.page.says("What to do");
    },
    leave: (app) => pressEnlarged(app, "button", /^(High|Medium|Low)\s*Blocked people who still hold roles$/),
  },
  ...JOB_SCENES,
];
