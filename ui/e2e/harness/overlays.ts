import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Key } from "webdriverio";
import type { RunningApp } from "./app";
import { addCustomer, ctl } from "./ctl";
import { go } from "./languages";
import type { Page } from "./page";
import { until } from "./processes";
import { Sandbox } from "./sandbox";
import { prepareScenes } from "./scenes";
import { pressEnlarged } from "./screens";
import { ANY, like, type Words } from "./words";

export const FABRIKAM = "b3cd17cb-9e49-5a7c-8ad0-c50d66172fa4";

/** Calls that are lost before they do anything, and calls that the platform forbids. */
export const FAULTS = `
[[rules]]
when = { endpoint = "invite", email = "lost" }
fault = "reset_before"
[[rules]]
when = { endpoint = "invite", email = "forbidden" }
fault = { status_before = { status = 403 } }
`;

const inBase64 = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");

/** A token that says of itself that it ended long ago. */
const ENDED = `${inBase64({ alg: "none" })}.${inBase64({ exp: 1_500_000_000 })}.nothing`;

const WAITING = ["lost.bo", "lost.cy", "lost.di", "lost.ed"];

/** A spreadsheet of people of Fabrikam. */
export const people = (names: readonly string[]) =>
  ["Email,Role,Organization", ...names.map((name) => `${name}@fabrikam.example,Customer,Fabrikam`)].join("\n");

/** A platform in another process, one whose token ended, one where nobody is signed in, and two runs that wait for a person. */
export async function prepareWaiting(home: string): Promise<Sandbox> {
  const file = async (name: string, text: string) => {
    await writeFile(join(home, name), text);
    return join(home, name);
  };
  const sandbox = await Sandbox.start("--users", "40", "--faults", await file("faults.toml", FAULTS));
  try {
    const { baseUrl, platformId, subscriptionKey, tokenUrl } = sandbox.access;
    await addCustomer(home, "Nordlys", sandbox.access, FABRIKAM);
    const add = (name: string, ...words: string[]) =>
      ctl(home, ["profile", "add", name, "--base-url", baseUrl, "--platform-id", platformId, ...words], {
        ROLLCALL_SUBSCRIPTION_KEY: subscriptionKey,
        ROLLCALL_TOKEN: ENDED,
      });
    await add("Tailspin", "--sign-in", "token", "--read-only");
    const browser = ["--sign-in", "browser", "--token-url", tokenUrl, "--client-id", "desk"];
    await add("Northwind", ...browser, "--authorize-url", `${baseUrl}/authorize`);
    const waiting = await file("waiting.csv", people(["ann", ...WAITING]));
    const stopped = await file("stopped.csv", people(["gus", "forbidden.hal", "ida", "jon"]));
    for (const each of [waiting, stopped]) await ctl(home, ["invite", each, "-p", "Nordlys", "--yes"]);
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
  return sandbox;
}

/** Where the things lie that the screens are about. */
export interface Places {
  sample: string;
  draft: string;
  person: string;
  run: string;
  review: string;
  signedOff: string;
  connection: string;
  waiting: string;
  stopped: string;
}

const here = ({ browser }: Page) => browser.execute(() => location.pathname + location.search);

/** The address of the link that this names, once it is there. */
async function linkTo(page: Page, name: RegExp): Promise<string> {
  const link = await page.get("link", name);
  return new URL((await link.getAttribute("href")) ?? "", "http://any").pathname;
}

/** Does what the palette finds by its whole name. */
async function fromPalette(app: RunningApp, words: Words, name: string): Promise<void> {
  const { browser } = app.page;
  await browser.keys([Key.Ctrl, "k"]);
  await app.page.get("dialog", words.palette.title);
  // One after the other: a letter that is held twice is typed once.
  for (const char of name) await browser.keys(char);
  await pressEnlarged(app, "option", like(`${name}${ANY}`));
}

/** Makes what the screens and dialogs are about on the sample platform, in English and a page of the usual size, and says where it is. */
export async function preparePlaces(app: RunningApp, words: Words): Promise<Places> {
  const { page } = app;
  await leaveUnfinished(app, words);
  await fromPalette(app, words, words.commands.sample);
  await page.get("link", /^Users\s*2,413$/);
  const sample = (await here(page)).split("/").slice(0, 3).join("/");
  await prepareScenes(app);
  await go(page, `${sample}/invite`);
  await page.press("button", /^Go on with /);
  await page.get("grid", "Rows of the file");
  const draft = (await here(page)).split("?")[0] ?? "";
  await go(page, `${sample}/users`);
  await page.press("button", "Adrián Peña");
  const person = await here(page);
  await page.press("button", /^View: /);
  await page.press("menuitem", words.views.saveAs);
  await page.type("Name", "Everybody");
  await page.press("button", words.views.dialog.save);
  await page.get("button", "View: Everybody");
  await go(page, `${sample}/reviews`);
  const review = await linkTo(page, /ReadOnly/);
  const signedOff = await linkTo(page, /Distributor Admin/);
  await go(page, `${sample}/runs`);
  const run = await linkTo(page, /01-plain/);
  await go(page, "/connections");
  await page.press("button", "Edit", "section[aria-label=Nordlys]");
  await page.get("textbox", "Base URL");
  const connection = (await here(page)).split("?")[0] ?? "";
  const nordlys = `/p/${connection.split("/").at(-1)}`;
  await go(page, `${nordlys}/runs`);
  const [waiting, stopped] = [await linkTo(page, /waiting/), await linkTo(page, /stopped/)];
  return { sample, draft, person, run, review, signedOff, connection, waiting, stopped };
}

/** Answers what the window asks of runs that were not finished: it stands over every screen until then. */
export async function leaveUnfinished(app: RunningApp, words: Words): Promise<void> {
  const leave = like(words.shell.unfinished.leaveOf(ANY));
  await app.page.get("button", leave);
  await until("the question to be gone", async () => {
    const [button] = await app.page.all("button", leave);
    if (!button) return true;
    await app.page.browser.execute((each) => (each as unknown as HTMLElement).click(), button);
    return false;
  });
}

/** The screens of a platform, by the end of their address. */
export const OF_A_PLATFORM = [
  "overview",
  "users",
  "changes",
  "findings",
  "roles",
  "providers",
  "reviews",
  "reviews/start",
  "invite",
  "runs",
];

/** Every address that shows a screen of its own once there is a platform. */
export const addresses = (at: Places): string[] => [
  ...OF_A_PLATFORM.map((one) => `${at.sample}/${one}`),
  at.draft,
  `${at.draft}?step=columns`,
  at.person,
  at.run,
  at.waiting,
  at.review,
  at.signedOff,
  `${at.signedOff}?show=follow-up`,
  "/connections",
  "/connections/new",
  at.connection,
  "/settings",
  "/guide",
  "/no/such/screen",
  "/p/nobody/users",
];

/** What opens over a screen: dialogs, menus, and the card of the tour. */
export interface Overlay {
  name: string;
  at: (places: Places) => string;
  open: (app: RunningApp, words: Words) => Promise<void>;
}

type Named = (words: Words) => string | RegExp;

/** Opens by pressing one thing after the other, each by its role and what the window says. */
const pressing =
  (...steps: [role: string, name: Named][]): Overlay["open"] =>
  async (app, words) => {
    for (const [role, name] of steps) await pressEnlarged(app, role, name(words));
  };

const keys =
  (...pressed: (string | string[])[]): Overlay["open"] =>
  async ({ page }) => {
    for (const each of pressed) await page.browser.keys(each);
  };

/** Asks for the menu of the first of these that is drawn. */
const menuOf =
  (role: string): Overlay["open"] =>
  async ({ page }) => {
    await until(`a ${role} to be asked for its menu`, () =>
      page.browser.execute((role) => {
        const box = document.querySelector(`[role=grid] [role=${role}]`);
        const { left = 0, bottom = 0 } = box?.getBoundingClientRect() ?? {};
        const where = { bubbles: true, cancelable: true, clientX: left + 8, clientY: bottom - 8 };
        return box !== null && !box.dispatchEvent(new MouseEvent("contextmenu", where));
      }, role),
    );
  };

const ofUsers = ({ sample }: Places) => `${sample}/users`;
const ofInviting = ({ sample }: Places) => `${sample}/invite`;
const ofConnections = () => "/connections";
const ofDraft = ({ draft }: Places) => draft;
const ofReview = ({ review }: Places) => review;

const views: [string, Named] = ["button", (words) => like(words.views.view(ANY))];
const more: [string, Named] = ["button", (words) => words.reviews.head.more];
const moreFor = (name: string): [string, Named] => ["button", (words) => words.connections.more(name)];

/** What the parts of a review's menu open. */
const ofReviewsMenu = (name: "handedOver" | "about" | "repeat" | "discard"): Overlay => ({
  name: `review-${name}`,
  at: ofReview,
  open: pressing(more, ["menuitem", (words) => words.reviews.head[name]]),
});

/** Everything that opens over a screen and is not among the scenes. */
export const OVERLAYS: Overlay[] = [
  { name: "keys", at: ({ sample }) => `${sample}/overview`, open: keys("?") },
  { name: "palette", at: ({ sample }) => `${sample}/overview`, open: keys([Key.Ctrl, "k"]) },
  { name: "header-menu", at: ofUsers, open: menuOf("columnheader") },
  { name: "row-menu", at: ofUsers, open: menuOf("gridcell") },
  { name: "filters", at: ofUsers, open: pressing(["button", (words) => words.filters.add]) },
  { name: "columns-of-a-list", at: ofUsers, open: pressing(["button", (words) => words.kit.columns.button]) },
  { name: "export-people", at: ofUsers, open: keys([Key.Ctrl, "e"]) },
  { name: "views", at: ofUsers, open: pressing(views) },
  { name: "save-view", at: ofUsers, open: pressing(views, ["menuitem", (words) => words.views.saveAs]) },
  { name: "arrange-views", at: ofUsers, open: pressing(views, ["menuitem", (words) => words.views.arrange]) },
  {
    name: "go-to-row",
    at: ofUsers,
    open: async ({ page }) => {
      await page.browser.execute(() => document.querySelector<HTMLElement>("[role=grid]")?.focus());
      await page.browser.keys([Key.Ctrl, "g"]);
    },
  },
  { name: "paste-table", at: ofInviting, open: pressing(["button", (words) => words.repair.paste.open]) },
  { name: "one-person", at: (places) => `${ofInviting(places)}?ask=person`, open: async () => undefined },
  { name: "remembered", at: ofInviting, open: pressing(["button", (words) => words.repair.remembered.open]) },
  {
    name: "forget-learned",
    at: ofInviting,
    open: pressing(
      ["button", (words) => words.repair.remembered.open],
      ["button", (words) => like(words.repair.remembered.forgetWhat(ANY))],
    ),
  },
  {
    name: "discard-draft",
    at: ofInviting,
    open: pressing(["button", (words) => like(words.repair.drafts.discard(ANY))]),
  },
  { name: "repair", at: ofDraft, open: pressing(["button", (words) => words.repair.group.chooseAnother]) },
  { name: "problems-menu", at: ofDraft, open: pressing(["button", (words) => like(words.repair.group.more(ANY))]) },
  { name: "will-be-sent", at: ofDraft, open: pressing(["button", (words) => words.invite.review.whatWillBeSent]) },
  { name: "send-file", at: ofDraft, open: pressing(["button", (words) => like(words.invite.review.invite(1, ANY))]) },
  {
    name: "send-all-again",
    at: ({ waiting }) => waiting,
    open: pressing(["button", ({ runs }) => runs.bulk.send(WAITING.length)]),
  },
  { name: "send-again", at: ({ waiting }) => waiting, open: pressing(["button", ({ runs }) => runs.review.send]) },
  { name: "call-off", at: ({ stopped }) => stopped, open: pressing(["button", ({ runs }) => runs.head.callOff]) },
  { name: "review-menu", at: ofReview, open: pressing(more) },
  ofReviewsMenu("handedOver"),
  ofReviewsMenu("about"),
  ofReviewsMenu("repeat"),
  ofReviewsMenu("discard"),
  { name: "hand-over", at: ofReview, open: pressing(["button", ({ reviews }) => reviews.head.handOver]) },
  { name: "note", at: ofReview, open: pressing(["button", ({ reviews }) => reviews.deciding.note]) },
  { name: "finish", at: ofReview, open: pressing(["button", ({ reviews }) => reviews.head.finish]) },
  {
    name: "what-is-needed",
    at: () => "/connections/new",
    open: pressing(["button", (words) => words.connectionsBegin.needWhat]),
  },
  { name: "card-menu", at: ofConnections, open: pressing(moreFor("Nordlys")) },
  {
    name: "remove-connection",
    at: ofConnections,
    open: pressing(moreFor("Nordlys"), ["menuitem", (words) => words.connectionList.act.remove]),
  },
  {
    name: "unlock-connection",
    at: ofConnections,
    open: pressing(moreFor("Tailspin"), ["menuitem", (words) => words.connectionList.act.unlock]),
  },
  {
    name: "paste-token",
    at: ofConnections,
    open: pressing(["button", (words) => words.connectionList.repair.pasteNew]),
  },
  {
    name: "sign-in",
    at: ofConnections,
    open: async (app, words) => {
      await pressEnlarged(app, "button", words.connectionList.repair.browser);
      await app.page.get("button", words.signingIn.browser.copy);
    },
  },
  {
    name: "whose-organizations",
    at: ofConnections,
    open: (app) => app.drop(join(app.home, "waiting.csv")),
  },
  {
    name: "match-fields",
    at: ({ connection }) => connection,
    open: pressing(["button", (words) => words.connectionsMatch.open]),
  },
  {
    name: "tour",
    at: ({ sample }) => `${sample}/overview`,
    open: async (app, words) => {
      await fromPalette(app, words, words.commands.tour);
      await app.page.get("region", words.tour.label);
    },
  },
];

/** How many dialogs, menus and cards stand over the screen. A message in a corner is none, though it has the role of one. */
const standing = ({ browser }: Page, words: Words) =>
  browser.execute((tour) => {
    const over = [...document.querySelectorAll("[role=dialog], [role=alertdialog], [role=menu]")];
    const card = [...document.querySelectorAll("section")].filter((each) => each.ariaLabel === tour);
    return [...over, ...card].filter((each) => !each.closest("[data-react-aria-top-layer]") && each.checkVisibility())
      .length;
  }, words.tour.label);

/** Opens each of them in turn, and does this while it is there: one that closed would be in nobody's way. Esc closes it again. */
export async function overEach(
  app: RunningApp,
  words: Words,
  places: Places,
  look: (name: string) => Promise<void>,
): Promise<void> {
  const { page } = app;
  for (const { name, at, open } of OVERLAYS) {
    await go(page, at(places));
    await open(app, words);
    await until(`${name} to be open`, async () => (await standing(page, words)) > 0);
    await page.still();
    await look(name);
    if ((await standing(page, words)) === 0) throw new Error(`${name} was closed before it was looked at.`);
    // The tour stays until it is left: it does not have the focus.
    if (name === "tour") await pressEnlarged(app, "button", words.tour.leave);
    // One in another is closed first.
    await until(`${name} to be closed by Esc`, async () => {
      if ((await standing(page, words)) === 0) return true;
      await page.browser.keys(Key.Escape);
      return false;
    });
  }
}
