import { createSocket, type Socket } from "node:dgram";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A listener that nothing in the page may ever reach; it remembers whoever did. */
export class Elsewhere {
  readonly visits: string[] = [];
  /** For what is not sent over HTTP at all. */
  private readonly datagrams: Socket = createSocket("udp4");
  private readonly server: Server = createServer((request, answer) => {
    this.visits.push(`${request.method} ${request.url}`);
    answer.setHeader("access-control-allow-origin", "*");
    answer.end("window.ran = 'a script from elsewhere'");
  });

  static async open(): Promise<Elsewhere> {
    const elsewhere = new Elsewhere();
    await new Promise<void>((done) => elsewhere.server.listen(0, "127.0.0.1", done));
    elsewhere.server.on("upgrade", (request) => elsewhere.visits.push(`WebSocket ${request.url}`));
    // Also one that was opened beforehand and says nothing.
    elsewhere.server.on("connection", () => elsewhere.visits.push("a connection"));
    elsewhere.datagrams.on("message", () => elsewhere.visits.push("a datagram"));
    await new Promise<void>((done) => elsewhere.datagrams.bind(0, "127.0.0.1", done));
    return elsewhere;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Where datagrams are heard. */
  get datagramPort(): number {
    return this.datagrams.address().port;
  }

  async close(): Promise<void> {
    this.datagrams.close();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
