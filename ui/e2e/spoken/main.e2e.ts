import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { journey } from "../harness/journey";
import { xdotool } from "../harness/pointer";
import { until } from "../harness/processes";
import { sample } from "../harness/samples";
import { mailsSent } from "../harness/sandbox";
import { Orca } from "./orca";
import { expectNoEcho, Transcript } from "./transcript";

const TRANSCRIPT = process.env.ROLLCALL_TRANSCRIPT ?? join(tmpdir(), "spoken.md");
const HEAD = `# What a screen reader says

The main journey in the real window with keys alone, as Orca 43 (Debian 12) says it; \`cargo xtask spoken\` walks it anew, holds what has to be said and writes this
page. \`·\` stands between two sentences. Orca 43 reads neither WebKitGTK's live regions nor headings that get the focus; here a few lines of its own
customization (\`ui/e2e/spoken/orca-customizations.py\`) do it. See [testing](testing.md#what-is-said).
`;

let orca: Orca;
let heard: Transcript;

// Orca is there before the app, as it is for whoever needs it.
beforeAll(async () => {
  orca = await Orca.start();
  heard = new Transcript(orca);
});
afterAll(async () => {
  await heard?.write(TRANSCRIPT, HEAD);
  await orca?.stop();
});

journey("The main journey, listened to", (step) => {
  step("the first start names what can be begun with", async ({ page }) => {
    heard.part("The first start");
    await page.get("button", "Try the sample platform");
    const said = await heard.during("The window opens", async () => {
      await xdotool("key", "Shift_L");
    });
    expect
      .soft([said, await heard.key("Tab"), await heard.key("shift+Tab", "Shift+Tab")].join(" "))
      .toMatch(/Connect a platform.*Try the sample platform/);
  });

  step("the sample platform opens and says which screen it is", async ({ page }) => {
    const said = await heard.during("`Enter`", async () => {
      await xdotool("key", "Return");
      await page.get("link", /^Users\s*2,413$/);
    });
    expect.soft(said).toContain("Overview");
    expectNoEcho(said);
  });

  step("the list of people says where one is and how many a search finds", async ({ page }) => {
    heard.part("Users");
    const opened = await heard.during("`Alt+2`", async () => {
      await xdotool("key", "alt+2");
      await page.row("@");
    });
    expect.soft(opened).toContain("Users");
    expect.soft(await heard.key("slash", "/")).toContain("Search people");
    const found = await heard.during("`ravi.menon` is typed", async () => {
      await orca.type("ravi.menon");
      await page.says("1 of 2,413");
    });
    expect.soft(found, "how many are found").toMatch(/\b1 of 2,413|\b1 person/);
  });

  step("a row says who it is, and a person opens", async () => {
    expect.soft(await heard.tabTo(/table with/), "the list and who is in its first row").toMatch(/People/);
    expect.soft(await heard.key("Right"), "who it is").toMatch(/Ravi Menon.*ravi\.menon@contoso\.example/);
    expect.soft(await heard.key("Return", "Enter")).toContain("About Ravi Menon");
    await heard.key("Escape");
  });

  step("a key opens the system's dialog for a file", async ({ page }) => {
    heard.part("Inviting from a spreadsheet");
    const asked = await heard.during("`Ctrl+O`", async () => {
      await xdotool("key", "ctrl+o");
      await until("the dialog", () => xdotool("search", "--onlyvisible", "--name", "^Choose a spreadsheet$"));
    });
    expect.soft(asked, "the system says its dialog").not.toBe("");
    await heard.key("Escape");
    await page.get("heading", "Invite people");
  });

  step("a file is dropped, and what it is checked to is said", async (app) => {
    // Not chosen in the dialog: what its field completes while a path is typed is the system's affair.
    const said = await heard.during("`01-plain.xlsx` is dropped on the window", async () => {
      await app.drop(sample("01-plain.xlsx"));
      await app.page.get("button", "Invite 3 people to Sample platform…");
    });
    expect.soft(said).toContain("3 people will be invited");
  });

  step("the button that sends is reached, and asks with a number", async () => {
    const button = await heard.tabTo(/Invite 3 people to Sample platform/);
    expect.soft(button).toContain("push button");
    const asked = await heard.key("Return", "Enter");
    expect.soft(asked).toContain("Invite 3 people to Sample platform?");
    expect.soft(asked).toContain("dialog");
  });

  step("sending says how it goes and how it ended", async (app) => {
    await heard.tabTo(/Send all 3/, 8);
    const said = await heard.during("`Enter`, until the run is over", async () => {
      await xdotool("key", "Return");
      await app.page.says("The run is finished. 3 people invited.");
    });
    expect.soft(said, "the outcome").toMatch(/3 (people )?invited/);
    expect.soft((await mailsSent(app)).length).toBe(3);
  });

  step("the report is read row by row", async () => {
    heard.part("The report");
    expect.soft(await heard.tabTo(/table with/)).toContain("Rows of the run");
    expect.soft(await heard.key("Down"), "the whole row").toMatch(/@.*Invited/);
    expect.soft(await heard.key("Right"), "the address").toContain("@");
    expect.soft(await heard.key("Right"), "the outcome").toContain("Invited");
  });
});
