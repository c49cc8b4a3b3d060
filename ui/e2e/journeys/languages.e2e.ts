import { expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { expectNoBarriers, journey } from "../harness/journey";
import { go, speak } from "../harness/languages";
import { until } from "../harness/processes";
import { leftTooSmall, pastTheEdge, sideways } from "../harness/room";
import { sample } from "../harness/samples";

/** Milliseconds for all screens in one look. */
const PATIENCE = 300_000;

const SIZES = [
  [1280, 800],
  [900, 600],
] as const;

journey("Every screen in words that are longer, and from right to left", (step) => {
  let review = "";

  step("there is a platform, and a file with rows to put right", async (app) => {
    const { page } = app;
    await page.press("button", "Try the sample platform");
    await page.get("link", /^Users\s*2,413$/);
    await app.drop(sample("02-title-block.xlsx"));
    await page.get("button", "What will be sent");
    review = await page.browser.execute(() => location.pathname + location.search);
  });

  const addresses = () => {
    const platform = review.split("/").slice(0, 3).join("/");
    const screens = [
      "overview",
      "users",
      "changes",
      "findings",
      "roles",
      "providers",
      "reviews",
      "reviews/start",
      "runs",
    ];
    return [review, ...screens.map((one) => `${platform}/${one}`), "/connections", "/connections/new", "/settings"];
  };

  /** Looks at every screen in both sizes: nothing is cut, lost, or in anybody's way. */
  async function lookAtAll(app: RunningApp, how: string): Promise<void> {
    for (const [width, height] of SIZES) {
      await app.resize(width, height);
      for (const address of addresses()) {
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
        expect.soft(await sideways(app), `${where}: nothing but a table scrolls sideways`).toEqual([]);
        expect.soft(await pastTheEdge(app), `${where}: everything can be reached`).toEqual([]);
        expect.soft(await leftTooSmall(app), `${where}: everything can be read`).toEqual([]);
        await expectNoBarriers(app, where);
      }
    }
  }

  for (const [language, name] of [
    ["de", "German"],
    ["lv", "Latvian"],
  ] as const) {
    step(
      `in ${name} everything can be read and reached, and nothing stands in the way`,
      async (app) => {
        await speak(app, language);
        await lookAtAll(app, `in ${name}`);
      },
      PATIENCE,
    );
  }

  step(
    "from right to left the screens are mirrored, and everything can be read and reached",
    async (app) => {
      await app.page.browser.execute(() => {
        document.documentElement.dir = "rtl";
      });
      const rail = () =>
        app.page.browser.execute(() => document.querySelector("nav")?.getBoundingClientRect().left ?? 0);
      expect(await rail(), "the rail is at the right").toBeGreaterThan(600);
      await lookAtAll(app, "from right to left");
    },
    PATIENCE,
  );
});
