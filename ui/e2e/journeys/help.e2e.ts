import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { answerDialog } from "../harness/dialogs";
import { expectNoBarriers, journey } from "../harness/journey";
import { until } from "../harness/processes";

const OUTPUT = join(tmpdir(), "help.out");
const ENDED = "Rollcall ended unexpectedly last time.";

journey(
  "Help when something went wrong",
  (step) => {
    step("the menu bar is built anew for another platform, and GTK has nothing to say of it", async (app) => {
      await app.page.press("button", "Try the sample platform");
      await app.page.get("heading", "Overview");
      await app.page.get("link", /^Users\s*[\d,]+$/);
      await app.page.still();
      expect(await readFile(OUTPUT, "utf8")).not.toContain("accelerator");
    });

    step("a support file is saved where the person says, and holds no place of this computer", async (app) => {
      await app.page.press("link", "Settings");
      await expectNoBarriers(app, "Settings");
      const path = join(tmpdir(), "support.txt");
      await rm(path, { force: true });
      await app.page.press("button", "Save a support file…");
      await answerDialog("Save a support file", path);
      await app.page.says("support.txt is saved where you chose. It was sent to nobody.");
      const text = await readFile(path, "utf8");
      for (const told of ["Engine of the page: WebKit", "connection 1 (the sample platform)", "Crash reports"]) {
        expect(text).toContain(told);
      }
      expect(text).not.toContain(app.home);
      expect(text).not.toContain("@");
    });

    step("the guide opens in the window, with its pictures", async (app) => {
      await app.page.press("button", "User guide");
      await app.page.get("heading", "Guide");
      await app.page.press("link", "First start");
      await until("the picture of the page", () =>
        app.page.browser.execute(() =>
          [...document.querySelectorAll("article img")].some((each) => (each as HTMLImageElement).naturalWidth > 0),
        ),
      );
      await expectNoBarriers(app, "The guide");
    });

    step("a window that was killed is told of once, by the next start", async (app) => {
      await app.kill();
      await app.startAgain();
      await app.page.says(ENDED);
      await app.page.press("button", "Close the message");
    });

    step("one that was closed, or that the system ended, is not", async (app) => {
      const isThere = async () => (await app.page.browser.getPageSource()).includes(ENDED);
      process.kill(await app.process(), "SIGTERM");
      await app.closed();
      await app.startAgain();
      await app.page.get("link", "Settings");
      await app.page.still();
      expect(await isThere()).toBe(false);
      await app.askToClose();
      await app.closed();
      await app.startAgain();
      await app.page.get("link", "Settings");
      await app.page.still();
      expect(await isThere()).toBe(false);
    });
  },
  { output: OUTPUT, tellsEnds: true },
);
