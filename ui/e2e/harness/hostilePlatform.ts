import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Elsewhere } from "./elsewhere";
import { hostileNames } from "./names";
import { Sandbox } from "./sandbox";

/** A platform whose things have a thousand hostile names, and the server that none of them may reach. */
export class HostilePlatform {
  private constructor(
    /** For files; it goes with the platform. */
    readonly folder: string,
    readonly names: string[],
    readonly elsewhere: Elsewhere,
    readonly sandbox: Sandbox,
  ) {}

  /** Serves the world that is made of the names. */
  static async open(world: (names: string[]) => Promise<object>): Promise<HostilePlatform> {
    const folder = await mkdtemp(join(tmpdir(), "hostile-"));
    const elsewhere = await Elsewhere.open();
    const names = hostileNames(elsewhere.url);
    await writeFile(join(folder, "world.json"), JSON.stringify(await world(names)));
    const sandbox = await Sandbox.start("--world", join(folder, "world.json"), "--users", "0");
    return new HostilePlatform(folder, names, elsewhere, sandbox);
  }

  async close(): Promise<void> {
    await this.sandbox.stop();
    await this.elsewhere.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
