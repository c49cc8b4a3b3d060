import { expect } from "vitest";
import { Key } from "webdriverio";
import { chooseInDialog } from "../harness/dialogs";
import { journey } from "../harness/journey";
import { EVENTS, type Page } from "../harness/page";
import { until } from "../harness/processes";
import { sample } from "../harness/samples";
import { mailsSent } from "../harness/sandbox";

const INVITED = ["amelia.stone@contoso.example", "jonas.weber@fabrikam.example", "nadia.haddad@northwind.example"];

/** What has the focus: its role or kind, and what it says. */
const focused = (page: Page): Promise<string> =>
  page.browser.execute(() => {
    const here = document.activeElement;
    return here === document.body ? "nothing" : `${here?.role ?? here?.tagName}: ${here?.textContent?.slice(0, 60)}`;
  });

/** Where a screen or a question opened, the keys go on from there and not from the window's beginning. */
const expectFocusThere = (page: Page, where: string): Promise<unknown> =>
  until(`${where} to have the focus somewhere`, async () => (await focused(page)) !== "nothing", 5_000);

journey(
  "The main job, with keys alone",
  (step) => {
    step("the check of the focus sees what is covered", async ({ page }) => {
      await page.get("button", "Try the sample platform");
      await page.browser.execute(() => {
        const cover = document.createElement("div");
        cover.id = "cover";
        Object.assign(cover.style, { position: "fixed", inset: "0", zIndex: "99" });
        document.body.append(cover);
      });
      await expect(page.tabTo("button", "Try the sample platform"), "nothing is seen under it").rejects.toThrow(
        /The focus can't be seen: .* lies under div/,
      );
      await page.browser.execute(() => document.querySelector("#cover")?.remove());
    });

    step("the sample platform opens at Enter", async ({ page }) => {
      await page.enter("button", "Try the sample platform");
      await page.get("heading", "Overview");
      await page.get("link", /^Users\s*2,413$/);
      await expectFocusThere(page, "Overview");
    });

    step("the tour lies over it, and hides nothing that the keys lead to, in a small window either", async (app) => {
      const { page } = app;
      await page.get("region", "Tour of the sample platform");
      for (const [width, height] of [
        [1280, 800],
        [900, 600],
      ] as const) {
        await app.resize(width, height);
        await page.still();
        expect(await onceRound(page), `stops in ${width} × ${height}`).toBeGreaterThan(20);
      }
      await app.resize(1280, 800);
    });

    step("a file is chosen in the system's own dialog", async ({ page }) => {
      await page.enter("link", "Invite");
      await page.get("heading", "Invite people");
      await page.enter("button", "Choose a file…");
      await chooseInDialog("Choose a spreadsheet", sample("01-plain.xlsx"));
      await page.get("button", "Invite 3 people to Sample platform…");
      await expectFocusThere(page, "The review");
    });

    step("its columns are looked at, and its rows reviewed", async ({ page }) => {
      await page.enter("button", /^Columns/);
      await page.get("region", "How the file was read");
      await expectFocusThere(page, "The columns");
      await page.enter("button", "Go on to review");
      for (const email of INVITED) await page.row(email);
      await expectFocusThere(page, "The review");
    });

    step("what will be sent is read, and closed with Escape", async ({ page }) => {
      await page.enter("button", "What will be sent");
      await page.get("dialog", "What will be sent");
      await page.tabTo("tab", "3 people");
      await page.stepTo(Key.ArrowRight);
      await page.says('"OrganizationIds"');
      await page.browser.keys(Key.Escape);
      await until("the keys to be back where they were", async () =>
        (await focused(page)).includes("What will be sent"),
      );
    });

    step("the question is asked, and answered with yes", async (app) => {
      const { page } = app;
      await page.enter("button", "Invite 3 people to Sample platform…");
      await page.get("dialog", "Invite 3 people to Sample platform?");
      await expectFocusThere(page, "The question");
      expect(await mailsSent(app), "asking sends nothing").toEqual([]);
      await page.enter("button", "Send all 3");
      await page.says("The run is finished. 3 people invited.");
      await expectFocusThere(page, "The report");
    });

    step("the report is read row by row", async ({ page }) => {
      await page.tabTo("grid", "Rows of the run");
      for (const email of INVITED) expect(await page.row(email)).toContain("Invited");
      await page.stepTo(Key.ArrowDown);
      const active = await page.browser.execute(
        () => document.querySelector<HTMLElement>("[role=row][data-active]")?.innerText ?? "",
      );
      expect(active, "an arrow leads to a row").toContain("@");
    });

    step("each of the three got one mail, and no pointer was used", async (app) => {
      expect(await mailsSent(app)).toEqual(INVITED.map((email) => `${email} ×1`));
      const events = await app.page.events(Number.POSITIVE_INFINITY);
      expect(events, "a record without keys would prove nothing").toMatch(/ keydown Tab /);
      expect(events).not.toMatch(/ pointer(down|up) /);
      expect(events.split("\n").length, "none of them was let go").toBeLessThan(EVENTS);
    });
  },
  { tour: true },
);

/** Goes with Tab until a stop comes again, each of them in sight, and says how many there are. */
async function onceRound(page: Page): Promise<number> {
  const stops = new Set<string>();
  for (;;) {
    await page.stepTo(Key.Tab);
    const here = await page.browser.execute(() => document.activeElement);
    const stop = Object.values((here ?? {}) as Record<string, string>)[0] ?? "the window";
    if (stops.has(stop)) return stops.size;
    stops.add(stop);
  }
}
