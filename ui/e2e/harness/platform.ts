import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WORLD } from "./samples";
import { type Access, Sandbox } from "./sandbox";

/** Somebody of the sample platform, as its world file has them. */
export interface Someone {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  accountState: "Active" | "New" | "Blocked";
  createdDate: string;
  groupIds: string[];
  identityProviderId: string | null;
  organizationIds: string[];
}

interface Named {
  id: string;
  name: string;
}

interface World {
  roles: Named[];
  identityProviders: Named[];
  organizations: (Named & { parentId: string | null })[];
  users: Someone[];
}

/** A sample platform whose people change while its address and its account stay, as those of a real one do. */
export class Platform {
  private constructor(
    private readonly folder: string,
    /** Everything that it serves: nobody else is made up beside these people. */
    private readonly world: World,
    private sandbox: Sandbox,
  ) {}

  /** Serves the built-in world, after `change` was done to its people. */
  static async start(change: (people: Someone[], world: World) => void = () => undefined): Promise<Platform> {
    const folder = await mkdtemp(join(tmpdir(), "platform-"));
    const world = JSON.parse(await readFile(WORLD, "utf8")) as World;
    change(world.users, world);
    return new Platform(folder, world, await serve(folder, world));
  }

  get access(): Access {
    return this.sandbox.access;
  }

  get people(): readonly Someone[] {
    return this.world.users;
  }

  /** Serves other people from now on, at the same place and to the same account. */
  async becomes(change: (people: Someone[]) => void): Promise<void> {
    const { port } = new URL(this.access.baseUrl);
    change(this.world.users);
    await this.sandbox.stop();
    this.sandbox = await serve(this.folder, this.world, "--port", port);
  }

  /** Lets this go wrong from now on, and nothing else. */
  faults(...rules: object[]): Promise<void> {
    return this.sandbox.faults(...rules);
  }

  /** How many calls changed something on it so far. */
  async posts(): Promise<number> {
    return (await this.sandbox.groundTruth()).posts;
  }

  role(name: string): string {
    return idOf(this.world.roles, name);
  }

  provider(name: string): string {
    return idOf(this.world.identityProviders, name);
  }

  organization(name: string): string {
    return idOf(this.world.organizations, name);
  }

  /** The addresses of whoever belongs to an organization or to one below it. */
  below(organization: string): string[] {
    const within = new Set([this.organization(organization)]);
    // The world lists those above first.
    for (const { id, parentId } of this.world.organizations) if (within.has(parentId ?? "")) within.add(id);
    return addressesOf(this.people.filter((one) => one.organizationIds.some((id) => within.has(id))));
  }

  /** The addresses of whoever signs in with a provider. */
  signingInWith(provider: string): string[] {
    const id = this.provider(provider);
    return addressesOf(this.people.filter((one) => one.identityProviderId === id));
  }

  async stop(): Promise<void> {
    await this.sandbox.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Addresses, sorted. */
export const addressesOf = (people: readonly Someone[]): string[] => people.map(({ email }) => email).sort();

/** Somebody of these people, by the address. */
export function someone(people: Someone[], email: string): Someone {
  const found = people.find((one) => one.email === email);
  if (!found) throw new Error(`Nobody has the address ${email}.`);
  return found;
}

async function serve(folder: string, world: World, ...words: string[]): Promise<Sandbox> {
  const file = join(folder, "world.json");
  await writeFile(file, JSON.stringify(world));
  return Sandbox.start("--users", "0", "--world", file, "--state", join(folder, "state"), ...words);
}

function idOf(all: Named[], name: string): string {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`Nothing is called ${name}.`);
  return found.id;
}
