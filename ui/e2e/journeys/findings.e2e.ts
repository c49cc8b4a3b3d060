import { expect } from "vitest";
import { expectNoBarriers, journey } from "../harness/journey";
import { keepsFocus } from "../harness/keys";
import type { Page } from "../harness/page";
import { until } from "../harness/processes";

const BLOCKED = "Blocked people who still hold roles";

/** The number that a finding gives of its people. */
async function peopleOf(page: Page, title: string): Promise<string> {
  const card = await page.get("listitem", title);
  const said = /Show the ([\d,]+) (?:people|person)/.exec(await card.getText());
  return said?.[1] ?? "none";
}

/** Waits until this role stands on the top rung of the ladder. */
async function topIs(page: Page, role: string): Promise<void> {
  await until(`${role} to stand on top`, async () => {
    // The first row is the head of the table.
    const top = (await page.all("row"))[1];
    return top && new RegExp(`\\b${role}\\s+\\d`).test(await page.textOf(top));
  });
}

journey("What the list shows that somebody should look at", (step) => {
  step("the sample platform has findings, each with a word for how serious it is", async (app) => {
    const { page } = app;
    await page.enter("button", "Try the sample platform");
    await page.get("link", /^Users\s*2,413$/);
    await page.enter("link", "Findings");
    await page.says(/2,413 people looked at/);
    expect((await page.all("listitem", /./)).length, "several rules find somebody").toBeGreaterThan(3);
    await page.get("button", /^(High|Medium|Low)/);
    await expectNoBarriers(app, "Findings");
  });

  step("one of them opens, and says what it means and what to do", async (app) => {
    await app.page.enter("button", new RegExp(`^(High|Medium|Low)\\s*${BLOCKED}$`));
    await app.page.says("They can't sign in, and their roles are still there.");
    await app.page.says("What to do");
    await expectNoBarriers(app, "Findings with one open");
  });

  step("it leads to exactly its people in Users", async ({ page }) => {
    const people = await peopleOf(page, BLOCKED);
    expect(people).toMatch(/^[\d,]+$/);
    await page.enter("link", `Show the ${people} people: ${BLOCKED}`);
    await page.get("heading", "Users");
    await page.says(`${people} of 2,413`);
    await page.still();
    const rows = await page.rows();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows.filter((cells) => cells.join("") !== "")) expect(row.join(" ")).toContain("Blocked");
  });

  step("it is muted with a reason, and stands apart", async (app) => {
    const { page } = app;
    await page.enter("link", "Findings");
    await page.enter("button", `Mute… ${BLOCKED}`);
    await page.get("dialog", `Mute “${BLOCKED}”?`);
    await expectNoBarriers(app, "The question before muting");
    await page.typeByKeys("Why it can be ignored", "Their contracts ended last week.");
    await page.typeByKeys("Your name", "Ann Lee");
    await page.enter("button", "Mute it");
    await page.says(/Muted by Ann Lee on/);
    await page.says("Reason: Their contracts ended last week.");
    await keepsFocus(page, "it was muted");
    await expectNoBarriers(app, "Findings with a muted one");
  });

  step("it is still muted after a restart, and told again when that is taken back", async (app) => {
    await app.restart();
    const { page } = app;
    await page.get("link", /^Users\s*2,413$/);
    await page.enter("link", "Findings");
    await page.says(/Muted by Ann Lee on/);
    await page.enter("button", `Unmute ${BLOCKED}`);
    await page.get("button", `Mute… ${BLOCKED}`);
    await page.says(`Told again: ${BLOCKED}.`);
    await keepsFocus(page, "it was told again");
  });

  step("roles stand by weight, and the direction is turned round and remembered", async (app) => {
    const { page } = app;
    await page.enter("link", /^Roles/);
    await page.says("The more a role weighs, the more it may do.");
    await page.says("Assumed from names that are known");
    await topIs(page, "Super Admin");
    await expectNoBarriers(app, "Roles");
    await page.enter("button", "Turn round");
    await page.says("The less a role weighs, the more it may do.");
    await topIs(page, "Customer");
    await app.restart();
    await app.page.enter("link", /^Roles/);
    await app.page.says("The less a role weighs, the more it may do.");
    await app.page.enter("button", "As assumed");
    await app.page.says("The more a role weighs, the more it may do.");
    await topIs(app.page, "Super Admin");
  });

  step("a number on the ladder leads to exactly those people", async ({ page }) => {
    const link = await page.get("link", /people with the role Seller Admin$/);
    const people = /^[\d,]+/.exec(await page.textOf(link))?.[0];
    await page.enter("link", /people with the role Seller Admin$/);
    await page.get("heading", "Users");
    await page.says(`${people} of 2,413`);
  });

  step("switching a provider off is only asked about: its people are listed", async (app) => {
    const { page } = app;
    await page.enter("link", /^Identity providers/);
    await page.get("listitem", "Google");
    await expectNoBarriers(app, "Identity providers");
    await page.enter("button", "What if this one is switched off? Google");
    await page.get("dialog", "What if Google is switched off?");
    await page.says("Nothing is switched off by this.");
    await page.says(/If Google is switched off, \d+ people can no longer sign in/);
    await until("a row of the people", async () =>
      (await page.rows()).some((cells) => cells.join(" ").includes("Google")),
    );
    await expectNoBarriers(app, "What if a provider is switched off");
    await page.enter("button", "Close");
    expect(await page.textOf(await page.get("listitem", "Google"))).toContain("Enabled");
  });

  step("a threshold that is set changes what is told", async (app) => {
    const { page } = app;
    await page.enter("link", "Findings");
    const title = "Invitations that were never accepted";
    const before = await peopleOf(page, title);
    await page.enter("link", "Settings");
    await page.typeByKeys("Days until an unaccepted invitation becomes a finding", "7");
    // A switch below the fold, whose input is not seen: the screen goes on until all its words are there.
    await page.tabTo("switch", /^Count roles made for customers/);
    const { bottom, end } = await page.browser.execute(() => ({
      bottom: document.activeElement?.closest("label")?.getBoundingClientRect().bottom ?? Number.NaN,
      end: document.querySelector("main")?.getBoundingClientRect().bottom ?? Number.NaN,
    }));
    expect(bottom).toBeLessThanOrEqual(end);
    await page.enter("button", "Save");
    await page.says("The numbers for findings are kept.");
    await expectNoBarriers(app, "Settings");
    await page.enter("link", "Findings");
    await until("more invitations to be told of", async () => {
      const now = await peopleOf(page, title);
      return Number(now.replaceAll(",", "")) > Number(before.replaceAll(",", ""));
    });
  });
});
