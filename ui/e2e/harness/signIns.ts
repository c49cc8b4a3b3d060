import type { ChildProcess } from "node:child_process";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { bound, end, lines } from "./processes";
import type { Access } from "./sandbox";

const here = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

/** The browser that the app opens, in which this person signs in. */
export const browserOf = (login: string) => `${process.execPath} ${here("browser.mjs")} ${login}`;

/** An OpenID provider that is not ours. Its client `desk` stays signed in, `once` does not. */
export class Issuer {
  private constructor(
    readonly address: string,
    private readonly process: ChildProcess,
  ) {}

  static async start(): Promise<Issuer> {
    const child = bound(process.execPath, [here("issuer.mjs")], { stdio: ["pipe", "pipe", "ignore"] });
    try {
      const next = lines(child)("the provider");
      return new Issuer((JSON.parse(await next) as { issuer: string }).issuer, child);
    } catch (error) {
      await end(child);
      throw error;
    }
  }

  stop(): Promise<void> {
    return end(this.process);
  }
}

/** What stands before a sample platform and takes an issuer's tokens in the place of the platform's own. */
export class Gateway {
  /** The tokens that came. */
  readonly tokens = new Set<string>();

  private constructor(private readonly server: Server) {}

  static async open(access: Access): Promise<Gateway> {
    const to = new URL(access.baseUrl);
    const server = createServer((asked, answer) => {
      const token = /^Bearer (.+)$/.exec(asked.headers.authorization ?? "")?.[1];
      if (token) gateway.tokens.add(token);
      const headers = { ...asked.headers, host: to.host };
      if (token) headers.authorization = `Bearer ${access.token}`;
      const passed = request({ host: to.hostname, port: to.port, method: asked.method, path: asked.url, headers });
      passed.on("response", (told) => {
        answer.writeHead(told.statusCode ?? 502, told.headers);
        told.pipe(answer);
      });
      passed.on("error", () => answer.destroy());
      asked.pipe(passed);
    });
    const gateway = new Gateway(server);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
