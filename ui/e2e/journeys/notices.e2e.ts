import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { addPlatform, ctl } from "../harness/ctl";
import { chooseInDialog } from "../harness/dialogs";
import { journey } from "../harness/journey";
import { lookingElsewhere, Notifications } from "../harness/notifications";
import type { Page } from "../harness/page";
import { spreadsheet } from "../harness/people";
import { until } from "../harness/processes";
import { Sandbox } from "../harness/sandbox";

/** The run that ends elsewhere takes one call: long enough that another window has the focus by then, on a busy machine too. */
const SLOW = {
  rules: [
    { when: { endpoint: "invite", email: "in-front" }, fault: { latency: { min_ms: 1_500, max_ms: 1_500 } } },
    { when: { endpoint: "invite", email: "elsewhere" }, fault: { latency: { min_ms: 10_000, max_ms: 10_000 } } },
  ],
};

let sandbox: Sandbox;

async function connected(home: string): Promise<void> {
  const faults = join(await mkdtemp(join(tmpdir(), "faults-")), "slow.json");
  await writeFile(faults, JSON.stringify(SLOW));
  sandbox = await Sandbox.start("--users", "20", "--faults", faults);
  await addPlatform(home, "Nordlys", sandbox.access, "--settle-seconds", "2");
}

/** Drops a file of three new people and sends it. */
async function send(app: RunningApp, name: string): Promise<void> {
  const { page } = app;
  await app.drop((await spreadsheet(name, 3)).path);
  await page.says(`${name}.csv`);
  if ((await page.all("button", "Go on to review")).length > 0) await page.press("button", "Go on to review");
  await page.press("button", "Invite 3 people to Nordlys – live…");
  await page.press("button", "Send all 3");
  await page.get("heading", "Run");
}

/** How many sentences of the window are marked as English. */
const inEnglish = (page: Page) => page.browser.execute(() => document.querySelectorAll('body [lang="en"]').length);

const ended = (app: RunningApp) => app.page.says("The run is finished. 3 people invited.");

journey(
  "Looking elsewhere while a run is sent",
  (step) => {
    let notifications: Notifications;
    beforeAll(async () => {
      notifications = await Notifications.open();
    });
    afterAll(async () => {
      await notifications?.close();
      await sandbox?.stop();
    });

    step("a run that ends while the window is in front is not told", async (app) => {
      await app.page.get("link", /^Users\s*33$/);
      await send(app, "in-front");
      await ended(app);
    });

    step("one that ends while another window has the focus is", async (app) => {
      await send(app, "elsewhere");
      const told = await lookingElsewhere(async () => {
        await ended(app);
        return notifications.next(0);
      });
      expect(told).toEqual({ title: "elsewhere.csv", text: "3 invited", actions: ["default", expect.any(String)] });
      expect(notifications.shown, "nothing was told of the one in front, nor anything twice").toHaveLength(1);
    });

    step("a click on it brings the window forward, on the run", async (app) => {
      await app.page.press("link", /^Roles/);
      await app.page.get("heading", "Roles");
      await lookingElsewhere(async () => {
        notifications.click(0);
        await app.page.get("heading", "Run");
        await app.page.says("elsewhere.csv");
        await until("the window to have the focus", () => app.page.browser.execute(() => document.hasFocus()));
      });
    });

    step("dialogs and notifications of the system speak as the page does", async (app) => {
      const { page } = app;
      await page.press("link", /^Settings/);
      await page.browser.$('//label[normalize-space()="Deutsch"]').click();
      await page.get("heading", "Einstellungen");
      // What leads to a platform's screens does so once the page that was loaded anew knows the platform.
      await page.get("link", /^Benutzer\s*\d+$/);
      await page.press("link", /^Einladen/);
      await page.press("button", "Datei wählen…");
      await chooseInDialog("Tabelle auswählen", (await spreadsheet("elsewhere-too", 2)).path);
      await page.says("elsewhere-too.csv");
      if ((await page.all("button", "Weiter zum Prüfen")).length > 0) await page.press("button", "Weiter zum Prüfen");
      await page.press("button", /^2 Personen zu Nordlys – live einladen/);
      await page.press("button", /^Alle 2 senden/);
      const next = notifications.shown.length;
      const said = await lookingElsewhere(() => notifications.next(next));
      expect(said).toMatchObject({ title: "elsewhere-too.csv", text: "2 eingeladen" });
    });

    step("so does what the core says of columns, rows and findings", async (app) => {
      const { page } = app;
      await page.press("link", /^Einladen/);
      const path = join(await mkdtemp(join(tmpdir(), "rolle-")), "rolle.csv");
      await writeFile(path, "E-mail,Access level,Company\nada.lang@trey.example,Custmer,Trey Research\n");
      await app.drop(path);
      await page.says("rolle.csv");
      await page.says("Eine Rolle „Custmer“ gibt es auf dieser Plattform nicht.");
      expect(await inEnglish(page), "no row is told in English").toBe(0);
      await page.press("button", /^Spalten/);
      await page.says("Die Spalte heißt „Access level“.");
      expect(await inEnglish(page), "no column is told in English").toBe(0);
      await page.press("link", /^Befunde/);
      await page.press("button", /Einladungen, die nie angenommen wurden/);
      await page.says("Sie wurden vor langer Zeit eingeladen und haben nie angenommen.");
      expect(await inEnglish(page), "no finding is told in English").toBe(0);
    });

    step("so does what the core says of a file that is none, and of a connection that fails", async (app) => {
      const { page } = app;
      const document = join(await mkdtemp(join(tmpdir(), "angebot-")), "angebot.xlsx");
      await writeFile(document, "%PDF-1.7\n%an offer\n");
      await app.drop(document);
      await page.says("Das ist keine Tabelle, sondern ein PDF-Dokument.");
      expect(await inEnglish(page), "no file is refused in English").toBe(0);
      // A button of the same name, for screen readers alone, comes before the one in sight.
      await page.press("button", "Schließen", "[role=dialog] .border-t");
      await page.press("link", /^Verbindungen/);
      await page.press("button", "Testen", "section[aria-label=Nordlys]");
      await page.says("Alles, was zum Einladen nötig ist, funktioniert.");
      expect(await inEnglish(page), "no step of the test is told in English").toBe(0);
      await sandbox.faults({ when: { endpoint: "users" }, fault: { status_before: { status: 503 } } });
      await page.press("button", "Testen", "section[aria-label=Nordlys]");
      await page.says(/Status 503/);
      expect(await inEnglish(page), "nor what went wrong in it, and what to do").toBe(0);
      await sandbox.faults();
    });

    step("what rollcallctl did meanwhile is there once the window is in front again", async (app) => {
      const { page } = app;
      await page.press("link", /^Läufe/);
      await page.says("elsewhere-too.csv");
      const { path } = await spreadsheet("from-a-terminal", 2);
      await lookingElsewhere(() => ctl(app.home, ["invite", path, "-p", "Nordlys", "--yes"]));
      await page.says("from-a-terminal.csv");
    });

    step("the page has no part in it", async ({ page }) => {
      const before = notifications.shown.length;
      const asked = await page.browser.executeAsync((done: (answer: string) => void) => {
        const shell = (
          window as unknown as { __TAURI_INTERNALS__: { invoke: (...args: unknown[]) => Promise<unknown> } }
        ).__TAURI_INTERNALS__;
        shell.invoke("plugin:notification|notify", { options: { title: "x" } }).then(
          () => done("shown"),
          () => done("refused"),
        );
      });
      expect(asked).toBe("refused");
      expect(notifications.shown).toHaveLength(before);
    });
  },
  { prepare: connected },
);
