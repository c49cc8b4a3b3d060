import { afterAll, expect } from "vitest";
import { handedDown } from "../harness/handedDown";
import { expectNoBarriers, journey, LIGHT_AND_DARK } from "../harness/journey";
import { go } from "../harness/languages";
import { addresses, overEach, type Places, preparePlaces, prepareWaiting } from "../harness/overlays";
import type { Sandbox } from "../harness/sandbox";
import { wordsOf } from "../harness/words";

/** Milliseconds for everything that opens, each looked at in light and dark. */
const PATIENCE = 300_000;

let sandbox: Sandbox | undefined;

journey(
  "What opens over a screen, in light and dark",
  (step) => {
    let places: Places;
    afterAll(async () => {
      await sandbox?.stop();
    });

    step("what is in the way is found: a button without a name, and a heading that is empty", async ({ page }) => {
      await page.says("not finished when Rollcall closed");
      expect(await page.barriers("everything"), "there is nothing before").toEqual([]);
      await page.browser.execute(() => {
        document.querySelector("main")?.insertAdjacentHTML("beforeend", "<button></button><h2></h2>");
      });
      const found = (await page.barriers("everything")).map(({ rule }) => rule);
      expect(found).toContain("button-name");
      expect(found, "also what axe-core calls minor").toContain("empty-heading");
      await page.browser.execute(() => {
        for (const each of document.querySelectorAll("main > button:empty, main > h2:empty")) each.remove();
      });
      expect(await page.barriers("everything")).toEqual([]);
    });

    step("what leaves styles behind is found: a variable that is handed down", async (app) => {
      await app.page.browser.execute(() => {
        document.querySelector("main")?.style.setProperty("--left-behind", "1px");
      });
      expect(await handedDown(app)).toEqual([expect.stringContaining("--left-behind of <main")]);
      await app.page.browser.execute(() => document.querySelector("main")?.style.removeProperty("--left-behind"));
      expect(await handedDown(app)).toEqual([]);
    });

    step(
      "there is a draft, a run, a review, and what waits for a person",
      async (app) => {
        places = await preparePlaces(app, wordsOf("en"));
      },
      PATIENCE,
    );

    step(
      "whatever opens stands in nobody's way",
      (app) =>
        overEach(app, wordsOf("en"), places, async (name) => {
          expect.soft(await handedDown(app), `${name}: none of its styles stay when it goes`).toEqual([]);
          await expectNoBarriers(app, name, LIGHT_AND_DARK);
        }),
      PATIENCE,
    );

    step(
      "nor does a screen that no other journey looks at",
      async (app) => {
        const known = ["/no/such/screen", "/p/nobody/users", places.waiting, places.connection, "?step=columns"];
        for (const address of addresses(places).filter((one) => known.some((each) => one.endsWith(each)))) {
          await go(app.page, address);
          await app.page.get("heading", /./, "main");
          await expectNoBarriers(app, address);
        }
      },
      PATIENCE,
    );
  },
  {
    // Nobody signs in: the question stays.
    env: { BROWSER: "true" },
    prepare: async (home) => {
      sandbox = await prepareWaiting(home);
    },
  },
);
