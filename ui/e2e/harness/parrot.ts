import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Access } from "./sandbox";
import { foundIn } from "./secrets";

/** Made anew each time: no file of the tests themselves holds one. */
const canary = (signs: string) => `canary${randomBytes(9).toString("hex")}${signs}end`;

/** Credentials that are found nowhere else, with signs that each way of writing a text changes. */
export const CANARIES = {
  "subscription key": canary("-k/e+y=="),
  "client secret": canary(`~&"q"=5%12/x`),
  "proxy password": canary(":word?&/z"),
  "token that was given": canary(".g~_x+a/b=="),
  "token that was pasted": canary(".p~_y+c/d=="),
  "code of a sign-in": canary("&c=/+ %d.e"),
  "token that renews": canary(".r~_z+e/f=="),
};

/** The name of a canary. */
export type Canary = keyof typeof CANARIES;

/** A call as it came, word for word, and the way in which it is said back. */
export interface Asked {
  text: string;
  said: string;
}

/** How a platform fails: it answers a call in the place of the real one. */
export type Failing = (answer: ServerResponse, asked: Asked) => void;

/** Ways in which a server may write what it was sent. */
const WRITINGS: ((text: string) => string)[] = [
  (text) => text,
  (text) => Buffer.from(text).toString("base64"),
  (text) => encodeURIComponent(text),
  (text) => JSON.stringify(text),
  (text) => new URLSearchParams({ text }).toString(),
  (text) => Buffer.from(text).toString("hex"),
  (text) => Buffer.from(text).toString("base64url"),
];

/**
 * A platform with credentials of its own, its sign-in service and the proxy before it, all in one. It hands calls on to a
 * sample platform, or fails and says back all that it was sent.
 */
export class Parrot {
  /** Which credentials came, in whatever form. */
  readonly heard = new Set<Canary>();
  /** What proved that whoever brings a code is who asked for it: made anew by the app for each sign-in (RFC 7636). */
  readonly verifiers = new Set<string>();
  /** How many calls were failed so far. */
  failed = 0;
  /** In how many ways it writes what it says back, one call after the other. */
  static readonly ways = WRITINGS.length;
  private failing: { how: Failing; which: RegExp } | null = null;

  private constructor(
    private readonly server: Server,
    private readonly behind: Access,
  ) {}

  static async open(behind: Access): Promise<Parrot> {
    const server = createServer((call, answer) => void parrot.answer(call, answer));
    const parrot = new Parrot(server, behind);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return parrot;
  }

  /** Where people sign in. */
  get authorizeUrl(): string {
    return `${this.access.baseUrl}/authorize`;
  }

  /** What a person types to connect it. */
  get access(): Access {
    const baseUrl = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return {
      ...this.behind,
      baseUrl,
      tokenUrl: `${baseUrl}/oauth/token`,
      subscriptionKey: CANARIES["subscription key"],
      clientSecret: CANARIES["client secret"],
      token: CANARIES["token that was pasted"],
    };
  }

  /** From now on calls whose method and path fit are failed so, and no others. */
  fails(how: Failing, which = /./): void {
    this.failing = { how, which };
  }

  /** From now on everything goes well. */
  recovers(): void {
    this.failing = null;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(call: IncomingMessage, answer: ServerResponse): Promise<void> {
    // Whoever asked may have gone.
    answer.on("error", () => undefined);
    const body = await buffer(call).catch(() => Buffer.alloc(0));
    const { pathname, search } = new URL(call.url ?? "/", this.access.baseUrl);
    const form = new URLSearchParams(body.toString());
    this.note(call.rawHeaders.join("\n") + body.toString());
    const verifier = form.get("code_verifier");
    if (verifier) this.verifiers.add(verifier);
    if (this.failing?.which.test(`${call.method} ${pathname}`)) {
      const write = WRITINGS[this.failed % WRITINGS.length] ?? String;
      const text = wordForWord(call, body);
      this.failed += 1;
      // What is worth a word comes first: whoever shows it may cut it short.
      return this.failing.how(answer, { text, said: write(`${secretsIn(call, form).join(" ")} ${body} ${text}`) });
    }
    if (pathname === "/authorize") return leadBack(new URL(call.url ?? "/", this.access.baseUrl), answer);
    if (pathname === "/oauth/token") return this.giveToken(form, answer);
    this.handOn(call, pathname + search, body, answer);
  }

  private note(text: string): void {
    for (const [name, secret] of Object.entries(CANARIES)) {
      if (foundIn(text, secret).length > 0) this.heard.add(name as Canary);
    }
  }

  private giveToken(form: URLSearchParams, answer: ServerResponse): void {
    answer.setHeader("content-type", "application/json");
    const given = { access_token: CANARIES["token that was given"], token_type: "Bearer" };
    const isPerson = form.get("grant_type") !== "client_credentials";
    // Of a person it has ended when it comes, so that each call has it renewed.
    const more = isPerson ? { refresh_token: CANARIES["token that renews"], expires_in: 0 } : { expires_in: 3_600 };
    answer.end(JSON.stringify({ ...given, ...more }));
  }

  private handOn(call: IncomingMessage, path: string, body: Buffer, answer: ServerResponse): void {
    const to = new URL(this.behind.baseUrl);
    const { [FOR_THE_PROXY]: _, connection: __, ...headers } = call.headers;
    headers.host = to.host;
    headers.authorization = `Bearer ${this.behind.token}`;
    headers["ocp-apim-subscription-key"] = this.behind.subscriptionKey;
    const passed = request({ host: to.hostname, port: to.port, method: call.method, path, headers });
    passed.on("response", (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers);
      told.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    passed.end(body);
  }
}

/** Takes everybody for signed in, and leads the browser back with a code. */
function leadBack({ searchParams }: URL, answer: ServerResponse): void {
  const back = new URL(searchParams.get("redirect_uri") ?? "about:blank");
  back.searchParams.set("code", CANARIES["code of a sign-in"]);
  back.searchParams.set("state", searchParams.get("state") ?? "");
  answer.writeHead(302, { location: back.href });
  answer.end();
}

/** What is for the proxy alone: it says it back as well, and hands it on to nobody. */
const FOR_THE_PROXY = "proxy-authorization";

/** A call as the platform gets it. */
function wordForWord({ method, url, headers }: IncomingMessage, body: Buffer): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${url}`, ...lines, "", `${body}`].join("\r\n");
}

/** What secrets are sent in, headers and the fields of a form, also as they were before they were written for the way. */
function secretsIn({ headers }: IncomingMessage, form: URLSearchParams): string[] {
  const sent = [headers["ocp-apim-subscription-key"], headers.authorization, headers[FOR_THE_PROXY]];
  const told = sent.filter((value): value is string => typeof value === "string");
  const basic = told.filter((value) => value.startsWith("Basic "));
  const fields = SECRET_FIELDS.map((name) => form.get(name)).filter((value) => value !== null);
  return [...told, ...basic.map((value) => Buffer.from(value.slice(6), "base64").toString()), ...fields];
}

/** The fields in which secrets are sent for a token (RFC 6749, RFC 7636). */
const SECRET_FIELDS = ["client_secret", "code", "code_verifier", "refresh_token"];
