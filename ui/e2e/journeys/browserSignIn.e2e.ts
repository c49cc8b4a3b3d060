import { afterAll, beforeAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { copyElsewhere } from "../harness/clipboard";
import { expectNoBarriers, journey } from "../harness/journey";
import { until } from "../harness/processes";
import { Sandbox } from "../harness/sandbox";
import { filesHolding, keychain } from "../harness/secrets";
import { browserOf, Gateway, Issuer } from "../harness/signIns";
import { listenIn, Silence } from "../harness/silence";

const NORDLYS = "section[aria-label=Nordlys]";

journey(
  "Signing in with the browser",
  (step) => {
    let sandbox: Sandbox;
    let issuer: Issuer;
    let gateway: Gateway;
    beforeAll(async () => {
      sandbox = await Sandbox.start("--users", "40");
      issuer = await Issuer.start();
      gateway = await Gateway.open(sandbox.access);
    });
    afterAll(async () => {
      await gateway?.close();
      await issuer?.stop();
      await sandbox?.stop();
    });

    /** Fills in a connection whose people sign in at the issuer, and opens the browser. */
    async function signIn({ page }: RunningApp, name: string, client: string): Promise<void> {
      await page.press("button", "Connect a platform");
      await page.press("button", "Go on with AppXite");
      await page.type("Name", name);
      await page.type("Base URL", gateway.url);
      await page.type("Platform ids", sandbox.access.platformId);
      await page.typeSecret("Subscription key", sandbox.access.subscriptionKey);
      await page.choose("The browser, as yourself");
      await page.press("button", "Find from the issuer’s address…");
      await page.type("The issuer’s address", issuer.address);
      await page.press("button", "Find");
      await page.says(`Found at ${issuer.address}.`);
      await page.type("Client id", client);
      await page.press("button", "Save and sign in");
    }

    step("the issuer's address is enough to find where people sign in, and the browser does the rest", async (app) => {
      const { page } = app;
      await signIn(app, "Nordlys", "desk");
      await page.says("Everything needed for inviting works.");
      await page.says("Signed in. Rollcall renews it by itself.");
      await expectNoBarriers(app, "A connection, signed in with the browser");
    });

    step("the platform is asked with the token that the issuer gave, and its people are there", async ({ page }) => {
      await page.press("button", "Open Users");
      await page.get("link", /^Users\s*53$/);
      await page.row("@");
      await page.says("Signs in by itself");
      expect(gateway.tokens.size, "one sign-in, one token").toBe(1);
      expect([...gateway.tokens]).not.toContain(sandbox.access.token);
    });

    step("what keeps the person signed in is in the keychain alone, and outlives a restart", async (app) => {
      const kept = (await keychain()).map((item) => item.secret).filter((secret) => secret.length > 8);
      expect(kept.length, "the key of the data, the subscription key, and the sign-in").toBeGreaterThan(2);
      for (const secret of [...kept, ...gateway.tokens]) expect(await filesHolding(app.home, secret)).toEqual([]);
      await app.restart();
      await app.page.get("link", /^Users\s*53$/);
      await app.page.press("link", /^Users/);
      await app.page.press("button", "Refresh");
      await until("a token that was given without a browser", () => gateway.tokens.size === 2);
      await app.page.says("Signs in by itself");
    });

    step("a sign-in that nothing renews is counted down at the foot of the window", async (app) => {
      const { page } = app;
      await page.press("link", "Connections");
      await signIn(app, "Fabrikam", "once");
      await page.says("Everything needed for inviting works.");
      await page.says(/Signed in until /);
      await page.press("button", "Open Users");
      await page.get("link", /^Users\s*53$/);
      await page.get("button", /^Token ends in \d+ min Sign in again$/);
      await expectNoBarriers(app, "Users, while a token is counted down");
    });

    step("what signs somebody in is found nowhere else, also once the issuer is gone", async (app) => {
      const { page } = app;
      await listenIn(page);
      await copyElsewhere("nothing of the kind");
      const kept = (await keychain()).map((item) => item.secret).filter((secret) => secret.length > 8);
      const all = [...kept, ...gateway.tokens, sandbox.access.subscriptionKey];
      const silence = new Silence(app, Object.fromEntries(all.map((secret, place) => [`secret ${place}`, secret])));
      await page.press("link", "Connections");
      await page.press("button", "Test", NORDLYS);
      await page.get("region", "What the test found", NORDLYS);
      expect(await silence.everywhere(), "while all is well").toEqual([]);
      await issuer.stop();
      await page.press("button", "Test", NORDLYS);
      await page.get("region", "What the test found", NORDLYS);
      await page.press("button", "Copy report", NORDLYS);
      expect(await silence.everywhere(), "while nobody can be signed in").toEqual([]);
      expect(silence.overheard, "the shell told the page much").toBeGreaterThan(5);
    });
  },
  { env: { BROWSER: browserOf("anna") } },
);
