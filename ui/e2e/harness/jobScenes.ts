import { Key } from "webdriverio";
import type { RunningApp } from "./app";
import { sample } from "./samples";
import type { Scene } from "./scenes";
import { openEnlarged, pressEnlarged } from "./screens";

const PREPARED = "02-title-block.xlsx";
const SENT = "01-plain.xlsx";
const SEND = /^Invite \d+ (person|people) to Sample platform…$/;

/** Leaves a file with rows that have to be put right, and a run of another one. Done in a page of the usual size. */
export async function prepareJob(app: RunningApp): Promise<void> {
  const { page } = app;
  await app.drop(sample(PREPARED));
  await page.get("button", SEND);
  await app.drop(sample(SENT));
  await page.press("button", "Invite 3 people to Sample platform…");
  await page.press("button", "Send all 3");
  await page.says("The run is finished. 3 people invited.");
}

async function openReview(app: RunningApp): Promise<void> {
  await openEnlarged(app, /^Invite/);
  await pressEnlarged(app, "button", `Go on with ${PREPARED}`);
  await app.page.get("grid", "Rows of the file");
  await app.page.get("button", SEND);
}

/** Looks for somebody in the palette, by keys. */
async function findSomebody({ page }: RunningApp): Promise<void> {
  await page.browser.keys([Key.Ctrl, "k"]);
  await page.get("dialog", /^Find/);
  await page.browser.keys([..."ravi m"]);
  await page.get("option", /Ravi Menon/);
}

/** What the main job leads through. */
export const JOB_SCENES: Scene[] = [
  {
    name: "drafts",
    open: async (app) => {
      await openEnlarged(app, /^Invite/);
      await app.page.get("button", `Go on with ${PREPARED}`);
    },
  },
  { name: "review-of-a-file", open: openReview },
  {
    name: "columns",
    open: async (app) => {
      await openReview(app);
      await pressEnlarged(app, "button", /^Columns/);
      await app.page.get("button", "Go on to review");
    },
  },
  {
    name: "what-will-be-sent",
    open: async (app) => {
      await openReview(app);
      await pressEnlarged(app, "button", "What will be sent");
      await app.page.get("dialog", "What will be sent");
    },
    leave: (app) => pressEnlarged(app, "button", "Close"),
  },
  {
    name: "send",
    open: async (app) => {
      await openReview(app);
      await pressEnlarged(app, "button", SEND);
      await app.page.get("dialog", /^Invite 1 person to Sample platform\?$/);
    },
    leave: ({ page }) => page.browser.keys(Key.Escape),
  },
  {
    name: "runs",
    open: async (app) => {
      await openEnlarged(app, /^Runs/);
      await app.page.says(SENT);
    },
  },
  {
    name: "report",
    open: async (app) => {
      await openEnlarged(app, /^Runs/);
      await pressEnlarged(app, "link", new RegExp(SENT));
      await app.page.get("grid", "Rows of the run");
      await app.page.says("The run is finished.");
    },
  },
  { name: "palette", open: findSomebody, leave: ({ page }) => page.browser.keys(Key.Escape) },
  {
    name: "person",
    open: async (app) => {
      await findSomebody(app);
      await app.page.browser.keys(Key.Enter);
      await app.page.get("complementary", "About Ravi Menon");
    },
  },
  {
    name: "connection-form",
    open: async (app) => {
      await openEnlarged(app, "Connections");
      await pressEnlarged(app, "button", /^Connect a platform/);
      await pressEnlarged(app, "button", "Go on with AppXite");
      await app.page.get("textbox", "Base URL");
    },
    leave: (app) => pressEnlarged(app, "button", "Cancel"),
  },
];
