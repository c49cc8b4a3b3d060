import type { RunningApp } from "./app";
import type { Access } from "./sandbox";

/** Connects a platform through the window, as a person with a client id and secret does, and opens its people. */
export async function connect(app: RunningApp, name: string, access: Access): Promise<void> {
  const { page } = app;
  await fill(app, name, access);
  await page.says("Everything needed for inviting works.");
  await page.press("button", "Open Users");
  await page.get("heading", "Users");
}

/** Fills in a connection with a client id and secret, saves it, and has it tested. */
export async function fill(app: RunningApp, name: string, access: Access): Promise<void> {
  await fillIn(app, name, access);
  await app.page.press("button", "Save and test");
}

/** Fills in a connection with a client id and secret, and leaves it so. */
export async function fillIn({ page }: RunningApp, name: string, access: Access): Promise<void> {
  await page.press("button", "Connect a platform");
  await page.get("heading", "Connect a platform");
  await page.press("button", "Go on with AppXite");
  await page.type("Name", name);
  await page.type("Base URL", access.baseUrl);
  await page.type("Platform ids", access.platformId);
  await page.typeSecret("Subscription key", access.subscriptionKey);
  await page.type("Token URL", access.tokenUrl);
  await page.type("Client id", access.clientId);
  await page.typeSecret("Client secret", access.clientSecret);
}
