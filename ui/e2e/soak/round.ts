import { expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { everyChart } from "../harness/charts";
import { spreadsheet } from "../harness/people";
import { until } from "../harness/processes";
import type { Sandbox } from "../harness/sandbox";

/** People in each file: so few that the list, which grows by them, takes no more memory at the end than at the beginning. */
export const A_FILE = 3;
/** Every so many rounds the answer of one call is lost, so that its people have to be looked up. */
const LOST = 4;
/** Every so many rounds the file of the round before is dropped once more. */
const AGAIN = 5;
/** Somebody who is on every sample platform. */
const ALWAYS = { address: "ravi.menon@contoso", name: "Ravi Menon" };

/** What the platform does wrong: it sends the mails and then cuts the line, where somebody’s address says so. */
export const FAULTS = { rules: [{ when: { endpoint: "invite", email: "-lost00001@" }, fault: "reset_after" }] };

/** Everything that was done so far. */
export class Soak {
  /** Whoever was sent to, in all rounds. */
  readonly invited: string[] = [];
  rounds = 0;
  private last: { path: string; name: string } | null = null;

  private constructor(
    private readonly app: RunningApp,
    private readonly sandbox: Sandbox,
    /** People listed before the first round. */
    private readonly listed: number,
    /** People in the review. */
    private readonly reviewed: number,
  ) {}

  /** Begins a review of everybody, in which each round decides on one person. */
  static async begin(app: RunningApp, sandbox: Sandbox, listed: number): Promise<Soak> {
    const { page } = app;
    await page.get("link", new RegExp(`^Users\\s*${shown(listed)}$`));
    await page.press("link", /^Access reviews/);
    await page.press("button", "Start a review…");
    await page.choose("Everyone who is listed");
    await page.type("Your name", "Maria Lind");
    await page.press("button", "Start the review");
    await page.says(/0 of [\d,]+ decided/, 60_000);
    return new Soak(app, sandbox, listed, listed);
  }

  /** What somebody does who looks after the platform, once. */
  async round(): Promise<void> {
    this.rounds += 1;
    await this.refresh();
    await this.search();
    await this.send();
    if (this.rounds % AGAIN === 0) await this.dropAgain();
    await this.lookAtReports();
    await this.review();
    await this.overview();
  }

  private async refresh(): Promise<void> {
    const { page } = this.app;
    await page.press("link", /^Users/);
    const lists = async () => (await this.sandbox.groundTruth()).requests.length;
    const before = await lists();
    await page.press("button", "Refresh");
    await until("the platform to be asked for its people", async () => (await lists()) > before);
    await page.get("link", new RegExp(`^Users\\s*${shown(this.listed + this.invited.length)}$`));
  }

  private async search(): Promise<void> {
    const { page } = this.app;
    const newest = this.invited.at(-1);
    if (newest) {
      await page.type("Search people", newest, "searchbox");
      await page.says(`1 of ${shown(this.listed + this.invited.length)}`);
      expect((await page.row(newest)).join(" "), "whoever was invited last is listed").toContain("New");
    }
    await page.type("Search people", ALWAYS.address, "searchbox");
    await until(`${ALWAYS.name} to be open`, async () => {
      // A row that was drawn anew under the pointer did not hear the press: a person would simply press again.
      await page.press("button", ALWAYS.name);
      return page.get("complementary", `About ${ALWAYS.name}`, undefined, 5_000);
    });
    await page.press("button", "Close", "[role=complementary], aside");
    await page.type("Search people", "", "searchbox");
  }

  private async send(): Promise<void> {
    const { page } = this.app;
    const name = `round-${this.rounds}${this.rounds % LOST === 0 ? "-lost" : "-"}`;
    const { path, emails } = await spreadsheet(name, A_FILE);
    await this.app.drop(path);
    await page.says(`${name}.csv`);
    await this.toReview();
    await page.press("button", `Invite ${A_FILE} people to Nordlys – live…`);
    await page.press("button", `Send all ${A_FILE}`);
    await page.get("heading", "Run");
    this.invited.push(...emails);
    this.last = { path, name };
    // Where an answer is lost, the list settles it after the quiet time.
    await page.says(`The run is finished. ${A_FILE} people invited.`, 60_000);
    expect((await page.row(emails[0] ?? "")).join(" ")).toContain("Invited");
  }

  /** A file that was sent already: there is nobody left to invite. */
  private async dropAgain(): Promise<void> {
    const { page } = this.app;
    if (!this.last) return;
    await this.app.drop(this.last.path);
    await page.says(`${this.last.name}.csv`);
    await this.toReview();
    await page.says(/Nobody/);
    expect(await page.all("button", /^Invite \d+ p/), "nobody is offered to be invited again").toEqual([]);
    await page.press("button", "Discard");
    await page.press("button", "Discard draft");
    await page.get("button", "Choose a file…");
  }

  private async toReview(): Promise<void> {
    const { page } = this.app;
    await page.get("heading", "Invite people");
    if ((await page.all("button", "Go on to review")).length > 0) await page.press("button", "Go on to review");
  }

  private async lookAtReports(): Promise<void> {
    const { page } = this.app;
    await page.press("link", /^Runs/);
    await page.says(`${this.last?.name}.csv`);
    await page.press("link", new RegExp(`${this.last?.name}\\.csv`), "main");
    await page.get("heading", "Run");
  }

  private async review(): Promise<void> {
    const { page } = this.app;
    await page.press("link", /^Access reviews/);
    await page.press("button", /^Go on with the review/);
    await page.get("grid", "People of the review");
    await page.browser.keys("k");
    await page.says(`${shown(this.rounds)} of ${shown(this.reviewed)} decided`);
  }

  private async overview(): Promise<void> {
    const { page } = this.app;
    await page.press("link", /^Overview/);
    await everyChart(page);
  }
}

const shown = (n: number) => n.toLocaleString("en");
