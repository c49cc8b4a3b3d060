import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bound, end, freePorts, until } from "./processes";
import { programs } from "./programs";

/** A person as a SCIM service tells them. */
export interface ScimUser {
  id: string;
  userName: string;
  name: { givenName: string; familyName: string };
}

/** A SCIM service that is not ours, in a process of its own. */
export class ScimService {
  private constructor(
    readonly address: string,
    /** Made up each time: whoever looks for it must not find it in these lines. */
    readonly token: string,
    private readonly process: ChildProcess,
  ) {}

  /** Starts one with nobody in it. */
  static async start(): Promise<ScimService> {
    const program = join(dirname(dirname(programs.ctl())), "tools/scim2-server/bin/scim2-server");
    await access(program).catch(() => {
      throw new Error(`${program} is not there; \`cargo xtask test --only rust\` installs it.`);
    });
    const [port] = await freePorts();
    const token = randomBytes(16).toString("hex");
    const child = bound(program, ["--bearer-token", token, "--port", `${port}`], { stdio: "ignore" });
    const service = new ScimService(`http://127.0.0.1:${port}`, token, child);
    try {
      await until("the SCIM service", () => service.users());
      return service;
    } catch (error) {
      await end(child);
      throw error;
    }
  }

  /** Everybody whom the service has. */
  async users(): Promise<ScimUser[]> {
    return ((await this.ask("GET", "/Users?count=1000")) as { Resources?: ScimUser[] }).Resources ?? [];
  }

  /** Makes a person, and gives their id. */
  async person(userName: string, givenName: string, familyName: string): Promise<string> {
    const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User"];
    const emails = [{ value: userName, primary: true }];
    return this.make("/Users", { schemas, userName, name: { givenName, familyName }, emails });
  }

  /** Makes a group of these people, and gives its id. */
  async group(displayName: string, members: string[]): Promise<string> {
    const schemas = ["urn:ietf:params:scim:schemas:core:2.0:Group"];
    return this.make("/Groups", { schemas, displayName, members: members.map((value) => ({ value })) });
  }

  /** The ids of a group's people. */
  async members(group: string): Promise<string[]> {
    const { members } = (await this.ask("GET", `/Groups/${group}`)) as { members?: { value: string }[] };
    return (members ?? []).map((member) => member.value);
  }

  stop(): Promise<void> {
    return end(this.process);
  }

  private async make(path: string, body: object): Promise<string> {
    return ((await this.ask("POST", path, body)) as { id: string }).id;
  }

  private async ask(method: string, path: string, body?: object): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": "application/scim+json" };
    const sent = body ? { body: JSON.stringify(body) } : {};
    const answer = await fetch(this.address + path, { method, headers, ...sent });
    if (!answer.ok) throw new Error(`The SCIM service answered ${method} ${path} with ${answer.status}.`);
    return answer.json();
  }
}
