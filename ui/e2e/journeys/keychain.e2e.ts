import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { connect, fill } from "../harness/connect";
import { answerQuestion } from "../harness/dialogs";
import { expectNoBarriers, journey } from "../harness/journey";
import { keychainHangs, keychainLocked, type Trouble } from "../harness/keyring";
import { until } from "../harness/processes";
import { type Access, Sandbox } from "../harness/sandbox";
import { filesHolding, keychain } from "../harness/secrets";

/** So long a start waits for what a keychain keeps from it: a guard against hanging, and not a measure. */
const GUARD = 20_000;
const SLOW = "The keychain did not answer within 5 seconds.";
const LOCKED = "The keychain is locked.";
const NONE = "This computer has no keychain that Rollcall can use.";
const NOT_AT_HAND = "This data is encrypted, and its key is not at hand.";

/** Goes through the screens of the rail, each of which has to come. */
async function changeScreens({ page }: RunningApp): Promise<void> {
  for (const [link, heading] of [
    ["Settings", "Settings"],
    [/^Roles/, "Roles"],
    [/^Users/, "Users"],
    ["Connections", "Connections"],
  ] as const) {
    const screen = await page.get("link", link, undefined, GUARD);
    await screen.click();
    await page.get("heading", heading, undefined, GUARD);
  }
}

/** No file of the app's home holds a credential in any form. */
async function expectNoneInFiles({ home }: RunningApp, { subscriptionKey, clientSecret }: Access): Promise<void> {
  for (const secret of [subscriptionKey, clientSecret]) expect(await filesHolding(home, secret)).toEqual([]);
}

const credentialsKept = async ({ subscriptionKey, clientSecret }: Access): Promise<boolean[]> => {
  const kept = (await keychain()).map((item) => item.secret);
  return [kept.includes(subscriptionKey), kept.includes(clientSecret)];
};

/** After a trouble: the credentials are found again, and so is everybody. */
async function expectWell({ page }: RunningApp): Promise<void> {
  await page.press("link", "Connections");
  let isAsked = false;
  // A window that comes forward, as it does behind a question, looks again by itself: then there is nothing to press any more.
  await until("the credentials to be at hand", async () => {
    if (/Signs in with a client id and secret · credentials in the keychain/.test(await page.text())) return true;
    if (isAsked) return false;
    const [again] = await page.all("button", "Ask again", "section[aria-label=Nordlys]");
    await again?.click().then(
      () => {
        isAsked = true;
      },
      // Drawn anew under the pointer: it is pressed the next time.
      () => null,
    );
    return false;
  });
  await page.press("button", "Open", "section[aria-label=Nordlys]");
  await page.get("link", /^Users\s*53$/);
  await page.press("link", /^Users/);
  await page.row("@");
  await page.says("Data encrypted, key in the keychain");
  const text = await page.text();
  for (const over of [SLOW, LOCKED, NOT_AT_HAND]) expect(text).not.toContain(over);
}

journey("A keychain that stops answering", (step) => {
  let sandbox: Sandbox;
  let other: Sandbox;
  let trouble: Trouble | undefined;
  beforeAll(async () => {
    sandbox = await Sandbox.start("--users", "40");
    other = await Sandbox.start("--users", "20");
  });
  afterAll(async () => {
    try {
      await sandbox?.stop();
      await other?.stop();
    } finally {
      await trouble?.over();
    }
  });

  step("keeps no start from coming up, and no screen from being opened", async (app) => {
    await connect(app, "Nordlys", sandbox.access);
    await app.page.get("link", /^Users\s*53$/);
    await app.stop();
    trouble = await keychainHangs();
    await app.startAgain();
    await app.page.get("heading", "Overview", undefined, GUARD);
    await changeScreens(app);
  });

  step("is told of in a sentence, wherever it matters", async (app) => {
    const { page } = app;
    await page.says(SLOW);
    await page.says("The keychain does not answer, so nobody knows whether the credentials are there.");
    await expectNoBarriers(app, "Connections, while the keychain does not answer");
    await page.press("link", "Settings");
    await page.says(`${SLOW} It may be waiting for you in another window; answer there and try again.`);
    await page.press("link", /^Users/);
    await page.says(NOT_AT_HAND);
    await expectNoBarriers(app, "Users, while the keychain does not answer");
  });

  step("is not needed for credentials of this session alone", async (app) => {
    const { page } = app;
    await page.press("link", "Connections");
    await page.press("button", "Connect a platform");
    await page.press("button", "Go on with AppXite");
    await page.says(SLOW);
    const chosen = await page.get("checkbox", /^Keep the credentials for this session only/);
    expect(await chosen.isSelected(), "the form proposes it by itself").toBe(true);
    await page.press("button", "Cancel");
    await fill(app, "Fabrikam", other.access);
    // Kept it is. What would be learnt of the platform has no place beside data whose key is not at hand.
    await page.get("heading", "Edit Fabrikam");
    await page.says(NOT_AT_HAND);
    await page.press("link", "Connections");
    await page.says("credentials for this session only");
    await expectNoneInFiles(app, sandbox.access);
    await expectNoneInFiles(app, other.access);
  });

  step("is well again once it answers, and was given nothing meanwhile", async (app) => {
    await trouble?.over();
    await expectWell(app);
    expect(await credentialsKept(sandbox.access)).toEqual([true, true]);
    expect(await credentialsKept(other.access)).toEqual([false, false]);
    await app.page.press("link", "Connections");
    await app.page.press("button", "Test", "section[aria-label=Fabrikam]");
    await app.page.says("Everything needed for inviting works.");
    await app.restart();
    await app.page.press("link", "Connections");
    await app.page.says("The subscription key is missing.");
    await expectNoneInFiles(app, other.access);
  });
});

journey("A keychain that is locked", (step) => {
  const PASSWORD = "swordfish";
  let sandbox: Sandbox;
  let trouble: Trouble | undefined;
  beforeAll(async () => {
    sandbox = await Sandbox.start("--users", "40");
  });
  afterAll(async () => {
    try {
      await sandbox?.stop();
    } finally {
      await trouble?.over();
    }
  });

  step("asks in a window of its own, and the app is there meanwhile and says so", async (app) => {
    await connect(app, "Nordlys", sandbox.access);
    await app.page.get("link", /^Users\s*53$/);
    await app.stop();
    trouble = await keychainLocked(PASSWORD);
    await app.startAgain();
    await app.page.get("heading", "Overview", undefined, GUARD);
    await app.page.press("link", "Connections");
    await app.page.says(LOCKED);
    await expectNoneInFiles(app, sandbox.access);
  });

  step("is well again once the person typed its password", async (app) => {
    await answerQuestion("Unlock Login Keyring", PASSWORD);
    await expectWell(app);
  });
});

journey(
  "A computer without a keychain",
  (step) => {
    let sandbox: Sandbox;
    beforeAll(async () => {
      sandbox = await Sandbox.start("--users", "40");
    });
    afterAll(async () => {
      await sandbox?.stop();
    });

    step("is told of, and a credential is kept for this session alone", async (app) => {
      const { page } = app;
      await page.press("link", "Connections");
      await page.says(NONE);
      await expectNoBarriers(app, "Connections, without a keychain");
      await connect(app, "Nordlys", sandbox.access);
      await page.get("link", /^Users\s*53$/);
      await page.says("credentials for this session only");
      await page.says("Data not encrypted: no keychain. Only your account can read it");
      await expectNoneInFiles(app, sandbox.access);
    });

    step("forgets it with the window, and says what is missing", async (app) => {
      await app.restart();
      await app.page.get("link", /^Users\s*53$/);
      await app.page.press("link", "Connections");
      await app.page.says("The subscription key is missing.");
      await expectNoneInFiles(app, sandbox.access);
    });
  },
  { env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(tmpdir(), "no-such-bus")}` } },
);
