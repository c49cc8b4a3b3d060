import { afterAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { handedDown } from "../harness/handedDown";
import { expectNoBarriers, journey, ONE_LOOK } from "../harness/journey";
import { go, speak } from "../harness/languages";
import { addresses, leaveUnfinished, overEach, type Places, preparePlaces, prepareWaiting } from "../harness/overlays";
import { until } from "../harness/processes";
import { leftTooSmall, pastTheEdge, sideways } from "../harness/room";
import type { Sandbox } from "../harness/sandbox";
import { type Spoken, wordsOf } from "../harness/words";

/** Milliseconds for all screens, or all that opens over them, in one look. */
const PATIENCE = 300_000;

const [LARGE, SMALL] = [
  [1280, 800],
  [900, 600],
] as const;

/** Where nothing is cut, lost, or in anybody's way. Colours are the same in every language: other journeys look at them in every look. */
async function expectReadable(app: RunningApp, where: string): Promise<void> {
  expect.soft(await sideways(app), `${where}: nothing but a table scrolls sideways`).toEqual([]);
  expect.soft(await pastTheEdge(app), `${where}: everything can be reached`).toEqual([]);
  expect.soft(await leftTooSmall(app), `${where}: everything can be read`).toEqual([]);
  expect.soft(await handedDown(app), `${where}: none of its styles stay when it goes`).toEqual([]);
  await expectNoBarriers(app, where, ONE_LOOK);
}

/** Looks at every one of these screens in both sizes. */
async function lookAtAll(app: RunningApp, all: readonly string[], how: string): Promise<void> {
  for (const [width, height] of [LARGE, SMALL]) {
    await app.resize(width, height);
    for (const address of all) {
      await go(app.page, address);
      const where = `${address} ${how} in ${width} × ${height}`;
      await until(`${where} to stand there`, () =>
        app.page.browser.execute(() => document.querySelector("main h1") !== null),
      );
      await app.page.still();
      const stands = await app.page.browser.execute(() => ({
        at: location.pathname,
        screens: document.querySelectorAll("main h1").length,
        failed: document.querySelectorAll("main [role=alert]").length,
      }));
      expect(stands, `${where} is its own screen`).toEqual({ at: address.split("?")[0], screens: 1, failed: 0 });
      await expectReadable(app, where);
    }
  }
}

async function mirror({ page }: RunningApp): Promise<void> {
  await page.browser.execute(() => {
    document.documentElement.dir = "rtl";
  });
}

let sandbox: Sandbox | undefined;

journey(
  "Every screen in words that are longer, and from right to left",
  (step) => {
    let places: Places;
    afterAll(async () => {
      await sandbox?.stop();
    });

    step(
      "there is a platform with a file, a run and reviews, and one where runs wait for a person",
      async (app) => {
        places = await preparePlaces(app, wordsOf("en"));
      },
      PATIENCE,
    );

    /** Looks at what opens over the screens, in the smaller size: there it has the least room. */
    const lookAtOverlays = async (app: RunningApp, language: Spoken, how: string) => {
      await app.resize(...SMALL);
      await overEach(app, wordsOf(language), places, (name) => expectReadable(app, `${name} ${how}`));
    };

    for (const [language, name] of [
      ["de", "German"],
      ["lv", "Latvian"],
    ] as const) {
      step(
        `in ${name} everything can be read and reached, and nothing stands in the way`,
        async (app) => {
          await speak(app, language);
          await leaveUnfinished(app, wordsOf(language));
          await lookAtAll(app, addresses(places), `in ${name}`);
        },
        PATIENCE,
      );

      step(
        `so can what opens over the screens in ${name}`,
        (app) => lookAtOverlays(app, language, `in ${name}`),
        PATIENCE,
      );
    }

    step(
      "from right to left the screens are mirrored, and everything can be read and reached",
      async (app) => {
        await mirror(app);
        const rail = () =>
          app.page.browser.execute(() => document.querySelector("nav")?.getBoundingClientRect().left ?? 0);
        await app.resize(...LARGE);
        expect(await rail(), "the rail is at the right").toBeGreaterThan(600);
        await lookAtAll(app, addresses(places), "from right to left");
      },
      PATIENCE,
    );

    step(
      "so can what opens over the screens from right to left",
      (app) => lookAtOverlays(app, "lv", "from right to left"),
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

journey("The first screen, before there is a platform", (step) => {
  for (const [language, name] of [
    ["de", "German"],
    ["lv", "Latvian"],
  ] as const) {
    step(`can be read in ${name}`, async (app) => {
      await speak(app, language);
      await lookAtAll(app, ["/"], `in ${name}`);
    });
  }

  step("can be read from right to left", async (app) => {
    await mirror(app);
    await lookAtAll(app, ["/"], "from right to left");
  });
});
