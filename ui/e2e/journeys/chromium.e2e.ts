import { once } from "node:events";
import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, extname, join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { bound, end } from "../harness/processes";

// On Windows the page is shown by the engine of Chromium, which waits for its pieces in another order than the one of this
// system: pieces that wait for each other leave the window empty there and nowhere else.

const DIST = join(import.meta.dirname, "../../dist");
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

/** Stands for the shell, as one that was never used: no connection is known, and nothing else is answered. */
const SHELL = `
  const status = {
    version: "0.1.0",
    keychain: { state: "ok", sentence: null },
    storage: { encrypted: true, kept: "key-in-keychain", sentence: "" },
    settings: {},
  };
  const answers = { follow: null, list_profiles: [], app_status: status };
  Object.freeze(Object.prototype);
  window.__TAURI_INTERNALS__ = {
    transformCallback: () => 1,
    invoke: (command) => command in answers ? Promise.resolve(answers[command]) : new Promise(() => {}),
  };`;

async function policy(): Promise<string> {
  const { app } = JSON.parse(await readFile(join(import.meta.dirname, "../../../tauri.conf.json"), "utf8"));
  return Object.entries(app.security.csp as Record<string, string>)
    .map((rule) => rule.join(" "))
    .join("; ");
}

/** What the page's own address answers: the files that ship, under the policy that ships. */
async function answer(path: string): Promise<string | Buffer> {
  if (path === "/shell.js") return SHELL;
  const file = await readFile(join(DIST, extname(path) ? path : "index.html"));
  return extname(path) ? file : file.toString().replace("<head>", '<head><script src="/shell.js"></script>');
}

async function serve(): Promise<string> {
  const rules = await policy();
  const server: Server = createServer(({ url = "/" }, response) => {
    const path = new URL(url, "http://page").pathname;
    const type = TYPES[extname(path) || ".html"] ?? "application/octet-stream";
    answer(path).then(
      (body) => response.writeHead(200, { "content-type": type, "content-security-policy": rules }).end(body),
      () => response.writeHead(404).end(),
    );
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** The program of that engine: systems call it by one name or the other. */
async function program(): Promise<string> {
  const names = ["chromium", "google-chrome"];
  const places = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  for (const place of places) if (await isThere(place)) return place;
  throw new Error(`Neither ${names.join(" nor ")} is on the PATH; the project’s test command installs one.`);
}

const isThere = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

test("the page that ships opens in Chromium under its own policy, and says what to do first", {
  timeout: 60_000,
}, async () => {
  const home = await mkdtemp(join(tmpdir(), "rollcall-chromium-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const chromium = bound(
    await program(),
    [
      ...["--headless", "--disable-gpu", `--user-data-dir=${home}`, "--enable-logging=stderr"],
      // Its own walls don't stand where tests run as root; it opens nothing but this page.
      "--no-sandbox",
      // In milliseconds of the page's own clock; nothing is waited for by the clock on the wall.
      ...["--virtual-time-budget=10000", "--dump-dom", await serve()],
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  onTestFinished(() => end(chromium));
  const streams = [chromium.stdout, chromium.stderr] as Readable[];
  const [page, said = ""] = await Promise.all(streams.map((stream) => text(stream)));
  expect(page).toContain("Try the sample platform");
  expect(said.split("\n").filter((line) => line.includes("CONSOLE"))).toEqual([]);
});
