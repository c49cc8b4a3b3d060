import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { copyElsewhere } from "../harness/clipboard";
import { expectNoBarriers, journey } from "../harness/journey";
import { ScimService } from "../harness/scim";
import { listenIn, Silence } from "../harness/silence";

const HANA = "hana@contoso.example";
const DIRECTORY = "section[aria-label=Directory]";

journey("A SCIM service that is not ours", (step) => {
  let service: ScimService;
  let auditors: string;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "scim-"));
    service = await ScimService.start();
    const ann = await service.person("ann@contoso.example", "Ann", "Abel");
    await service.person("eve@contoso.example", "Eve", "O'Neil");
    await service.person("dao@contoso.example", "Đạo", "Trần");
    await service.group("Engineers", [ann]);
    auditors = await service.group("Auditors", []);
  });
  afterAll(async () => {
    await service?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  step("is connected with its address and a token, and is asked for nothing else", async (app) => {
    const { page } = app;
    await page.press("button", "Connect a platform");
    await page.choose("SCIM 2.0");
    await page.press("button", "Go on with SCIM 2.0");
    await page.type("Name", "Directory");
    await page.type("Base URL", service.address);
    await page.choose("A pasted bearer token");
    await page.typeSecret("Bearer token", service.token);
    const text = await page.text();
    for (const needless of ["Subscription key", "Platform ids"]) expect(text).not.toContain(needless);
    await page.press("button", "Save and test");
    await page.says("Everything needed for inviting works.");
    await expectNoBarriers(app, "A SCIM service, examined");
  });

  step("shows its people and their groups", async (app) => {
    const { page } = app;
    await page.press("button", "Open Users");
    await page.get("link", /^Users\s*3$/);
    for (const [email, name] of [
      ["ann@contoso.example", "Ann Abel"],
      ["eve@contoso.example", "Eve O'Neil"],
      ["dao@contoso.example", "Đạo Trần"],
    ] as const) {
      expect((await page.row(email)).join(" ")).toContain(name);
    }
    expect((await page.row("ann@contoso.example")).join(" ")).toContain("Engineers");
    await expectNoBarriers(app, "Users of a SCIM service");
  });

  step("is given one person of a dropped file, with their name and their group", async (app) => {
    const { page } = app;
    const file = join(folder, "people.csv");
    await writeFile(file, `Email,First name,Last name,Role\n${HANA},Hana,Hora,Auditors\n`);
    await app.drop(file);
    await page.get("heading", "Invite people");
    expect(await service.users(), "nothing is sent by looking").toHaveLength(3);
    await page.press("button", "Invite 1 person to Directory – live…");
    await page.press("button", "Send it");
    await page.says("The run is finished. 1 person invited.");
    const made = (await service.users()).filter((user) => user.userName === HANA);
    expect(made.map((user) => user.name)).toEqual([{ givenName: "Hana", familyName: "Hora" }]);
    expect(await service.members(auditors)).toEqual(made.map((user) => user.id));
  });

  step("tells the new person among its people once they are read anew", async ({ page }) => {
    await page.press("link", /^Users/);
    await page.press("button", "Refresh");
    await page.get("link", /^Users\s*4$/);
    expect((await page.row(HANA)).join(" ")).toContain("Auditors");
  });

  step("keeps its token in the keychain and nowhere else, also once it answers no more", async (app) => {
    const { page } = app;
    await listenIn(page);
    await copyElsewhere("nothing of the kind");
    const silence = new Silence(app, { token: service.token });
    await page.press("button", "Refresh");
    await page.still();
    expect(await silence.everywhere(), "while all is well").toEqual([]);
    await service.stop();
    await page.press("button", "Refresh");
    await page.press("link", "Connections");
    await page.press("button", "Test", DIRECTORY);
    await page.get("region", "What the test found", DIRECTORY);
    await page.press("button", "Copy report", DIRECTORY);
    expect(await silence.everywhere(), "while nobody answers").toEqual([]);
    expect(silence.overheard, "the shell told the page much").toBeGreaterThan(5);
  });
});
