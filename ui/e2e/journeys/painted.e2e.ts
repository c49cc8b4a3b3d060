import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Key } from "webdriverio";
import { RunningApp } from "../harness/app";
import { startedBy } from "../harness/processes";

const VARIABLE = "WEBKIT_DISABLE_COMPOSITING_MODE";

test("without a graphics card the page is painted straight into the window", async () => {
  const hasCard = (await readdir("/dev/dri").catch(() => [])).some((name) => name.startsWith("renderD"));
  const app = await opened();
  expect(await toldToThePage(app)).toBe(hasCard ? undefined : "1");
});

test("a person who wants the page composed in layers is heard, and its screens are there", async () => {
  const app = await opened({ [VARIABLE]: "0" });
  expect(await toldToThePage(app)).toBe("0");
  await app.page.press("button", "Try the sample platform");
  await app.page.get("heading", "Overview", undefined, 60_000);
  await app.page.press("link", /^Users/);
  await app.page.row("@");
  const picture = join(app.home, "window.png");
  await app.picture(picture);
  expect((await stat(picture)).size, "a picture of one colour is much smaller").toBeGreaterThan(20_000);
});

test("what opens for the first time finds a page that listens already, for which its styles would be made anew", async () => {
  const app = await opened();
  const { browser } = app.page;
  await browser.execute(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const listen = document.body.addEventListener;
    document.body.addEventListener = function (this: HTMLElement, ...to: Parameters<typeof listen>) {
      heard.push(to[0]);
      listen.apply(this, to);
    };
    document.body.addEventListener("planted", () => undefined);
  });
  await browser.keys([Key.Ctrl, "k"]);
  await app.page.get("combobox", /^Whom or what to find/);
  expect(await browser.execute(() => (window as { heard?: string[] }).heard)).toEqual(["planted"]);
});

async function opened(env: Record<string, string> = {}): Promise<RunningApp> {
  const app = await RunningApp.start({ env });
  onTestFinished(() => app.discard());
  await app.page.get("button", "Try the sample platform");
  return app;
}

/** What the process that paints the page was told. */
async function toldToThePage(app: RunningApp): Promise<string | undefined> {
  for (const child of await startedBy(await app.process())) {
    const name = (await readFile(`/proc/${child}/comm`, "utf8").catch(() => "")).trim();
    if (name !== "WebKitWebProces") continue;
    const given = (await readFile(`/proc/${child}/environ`, "utf8")).split("\0");
    return given.find((entry) => entry.startsWith(`${VARIABLE}=`))?.slice(VARIABLE.length + 1);
  }
  throw new Error("No process paints the page.");
}
