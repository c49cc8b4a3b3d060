import { afterAll, beforeAll, expect } from "vitest";
import type { RunningApp } from "../harness/app";
import { Elsewhere } from "../harness/elsewhere";
import { journey } from "../harness/journey";

/** Each tries to run a program of its own: what a hostile text would do, had it become part of the page. */
const PROGRAMS: Record<string, () => void> = {
  "an inline script": () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = 'an inline script'";
    document.head.append(script);
  },
  "an event handler in markup": () => {
    document.body.insertAdjacentHTML("beforeend", `<img src="/none" onerror="window.ran = 'a handler'">`);
  },
  "an evaluated text": () => {
    // biome-ignore lint/security/noGlobalEval: to see it refused.
    globalThis.eval("window.ran = 'eval'");
  },
  "a function made of a text": () => {
    new Function("window.ran = 'Function'")();
  },
  "a text given to a timer": () => {
    (setTimeout as (code: string) => void)("window.ran = 'a timer'");
  },
  "a script in a data address": () => {
    const script = document.createElement("script");
    script.src = "data:text/javascript,window.ran='data'";
    document.head.append(script);
  },
  "a script made of bytes": () => {
    const script = document.createElement("script");
    script.src = URL.createObjectURL(new Blob(["window.ran = 'blob'"], { type: "text/javascript" }));
    document.head.append(script);
  },
  "a worker made of bytes": () => {
    const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
    worker.onmessage = () => Object.assign(window, { ran: "a worker" });
  },
  "a shared worker made of bytes": () => {
    const bytes = new Blob(["onconnect = (e) => e.ports[0].postMessage(1)"]);
    const worker = new SharedWorker(URL.createObjectURL(bytes));
    worker.port.onmessage = () => Object.assign(window, { ran: "a shared worker" });
  },
  "a worker that serves": () => {
    const ran = () => Object.assign(window, { ran: "a service worker" });
    navigator.serviceWorker?.register(URL.createObjectURL(new Blob(["self"]))).then(ran, () => undefined);
  },
  "a module made of bytes": () => {
    const module = new Blob(["window.ran = 'a module'"], { type: "text/javascript" });
    const script = document.createElement("script");
    script.type = "module";
    script.src = URL.createObjectURL(module);
    document.head.append(script);
  },
  "a frame with a text for a page": () => {
    const frame = document.createElement("iframe");
    frame.srcdoc = "<script>parent.ran = 'a frame'</scr".concat("ipt>");
    document.body.append(frame);
  },
  "a handler in a drawing": () => {
    document.body.insertAdjacentHTML(
      "beforeend",
      `<svg onload="window.ran = 'a drawing'"><script>ran=1</script></svg>`,
    );
  },
  "a handler set as an attribute": () => {
    const button = document.createElement("button");
    button.setAttribute("onclick", "window.ran = 'an attribute'");
    document.body.append(button);
    button.click();
    button.remove();
  },
  "an object with a text for a page": () => {
    const object = document.createElement("object");
    object.data = "data:text/html,<script>parent.ran='an object'</scr".concat("ipt>");
    document.body.append(object);
  },
  "an address that is a program": () => {
    const link = document.createElement("a");
    link.href = "javascript:window.ran='a javascript address'";
    document.body.append(link);
    link.click();
  },
};

/** Each tries to reach another server, or to lead the window there. */
const WAYS_OUT: Record<string, (url: string, port: number) => void> = {
  "a request": (url) => void fetch(`${url}/fetch`).catch(() => undefined),
  "a request of the older kind": (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", `${url}/xhr`);
    request.send();
  },
  "a beacon": (url) => void navigator.sendBeacon(`${url}/beacon`, "x"),
  "a socket": (url) => void new WebSocket(url.replace("http", "ws")),
  "a stream of events": (url) => void new EventSource(`${url}/events`),
  "a picture": (url) => {
    new Image().src = `${url}/picture`;
  },
  "a script from elsewhere": (url) => {
    const script = document.createElement("script");
    script.src = `${url}/script`;
    document.head.append(script);
  },
  "a style from elsewhere": (url) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = `${url}/style`;
    document.head.append(link);
  },
  "a style's own picture": (url) => {
    document.body.style.backgroundImage = `url(${url}/background)`;
  },
  "a style in markup": (url) => {
    document.body.insertAdjacentHTML("beforeend", `<p style="background: url(${url}/inline)">x</p>`);
    const style = document.createElement("style");
    style.textContent = `@import url(${url}/imported); body { cursor: url(${url}/cursor), auto }`;
    document.head.append(style);
  },
  "letters from elsewhere": (url) => {
    new FontFace("elsewhere", `url(${url}/font)`).load().catch(() => undefined);
  },
  "a module from elsewhere": (url) => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = `${url}/module`;
    document.head.append(script);
  },
  "an import while running": (url) => {
    const name = `${url}/import`;
    void import(/* @vite-ignore */ name).catch(() => undefined);
  },
  "what is fetched ahead": (url) => {
    for (const rel of ["prefetch", "preload", "preconnect", "dns-prefetch", "modulepreload", "icon", "manifest"]) {
      const link = document.createElement("link");
      link.rel = rel;
      if (rel === "preload") link.as = "image";
      link.href = `${url}/${rel}`;
      document.head.append(link);
    }
  },
  "a film and a sound": (url) => {
    for (const kind of ["video", "audio"] as const) {
      const player = document.createElement(kind);
      player.src = `${url}/${kind}`;
      document.body.append(player);
      void player.play().catch(() => undefined);
    }
  },
  "an object": (url) => {
    for (const markup of [`<object data="${url}/object">`, `<embed src="${url}/embed">`])
      document.body.insertAdjacentHTML("beforeend", markup);
  },
  "a drawing that uses another": (url) => {
    document.body.insertAdjacentHTML("beforeend", `<svg><image href="${url}/image"/><use href="${url}/use#x"/></svg>`);
  },
  "a worker from elsewhere": (url) => {
    new Worker(`${url}/worker`);
  },
  "a worker that serves": (url) => {
    void navigator.serviceWorker?.register(`${url}/service-worker`).catch(() => undefined);
  },
  "a call from window to window": (_, port) => {
    // WebKit has it only where it was built with it; then it would ask this server for its own address.
    const { RTCPeerConnection: Peer } = window as { RTCPeerConnection?: typeof RTCPeerConnection };
    if (!Peer) return;
    const peer = new Peer({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    peer.createDataChannel("x");
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
  "a link that tells of being pressed": (url) => {
    const link = document.createElement("a");
    link.href = "#";
    link.ping = `${url}/ping`;
    document.body.append(link);
    const here = location.href;
    link.click();
    history.replaceState(null, "", here);
  },
  "a frame": (url) => {
    const frame = document.createElement("iframe");
    frame.src = `${url}/frame`;
    document.body.append(frame);
  },
  "a form": (url) => {
    const form = document.createElement("form");
    form.action = `${url}/form`;
    document.body.append(form);
    form.submit();
  },
  "a navigation": (url) => {
    location.href = `${url}/navigation`;
  },
  "a refreshing header": (url) => {
    const meta = document.createElement("meta");
    meta.httpEquiv = "refresh";
    meta.content = `0; url=${url}/refresh`;
    document.head.append(meta);
  },
  "a navigation to a page in its own address": () => {
    location.href = "data:text/html,<title>elsewhere</title>";
  },
  "a new window": (url) => void window.open(`${url}/window`),
  "a link into a new window": (url) => {
    const link = document.createElement("a");
    link.href = `${url}/link`;
    link.target = "_blank";
    document.body.append(link);
    link.click();
  },
};

/** What the policy has to have been asked about. A directive that was never asked would protect from nothing. */
const EXPECTED = [
  ...["script-src", "script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr"],
  ...["img-src", "font-src", "connect-src", "frame-src", "form-action", "media-src", "object-src"],
];

/** Calls of the shell that a page with too many rights could make. */
const CALLS: [command: string, payload: object][] = [
  ["plugin:fs|read_text_file", { path: "/etc/passwd" }],
  ["plugin:shell|execute", { program: "id", args: [] }],
  ["plugin:http|fetch", { clientConfig: { url: "http://127.0.0.1/" } }],
  ["plugin:dialog|open", { options: {} }],
  ["plugin:event|emit", { event: "x", payload: null }],
  // The shell's own event of a drop holds the paths of the files.
  ["plugin:event|listen", { event: "tauri://drag-drop", target: { kind: "Any" }, handler: 1 }],
  ["plugin:window|create", { options: { label: "second", url: "http://127.0.0.1/" } }],
  ["plugin:webview|create_webview_window", { options: { label: "second", url: "http://127.0.0.1/" } }],
  ["plugin:path|resolve_directory", { directory: 21 }],
  ["no_such_command", {}],
];

type Shell = { __TAURI_INTERNALS__: { invoke(command: string, payload?: object): Promise<unknown> } };

/** Lets what was tried have its effect, and tells what is left of the page. */
function aftermath(app: RunningApp): Promise<{ ran: unknown; at: string; title: string }> {
  return app.page.browser.executeAsync((done: (told: { ran: unknown; at: string; title: string }) => void) => {
    setTimeout(
      () => done({ ran: (window as { ran?: unknown }).ran ?? null, at: location.href, title: document.title }),
      250,
    );
  });
}

journey("A hostile text that became part of the page", (step) => {
  let elsewhere: Elsewhere;
  let home: string;
  beforeAll(async () => {
    elsewhere = await Elsewhere.open();
  });
  afterAll(async () => {
    await elsewhere?.close();
  });

  step("the listener does hear whoever comes", async (app) => {
    await app.page.get("button", "Try the sample platform");
    home = (await aftermath(app)).at;
    await fetch(`${elsewhere.url}/control`);
    const heard = elsewhere.visits.splice(0);
    expect(heard, "a listener that hears nobody would prove nothing").toEqual(["a connection", "GET /control"]);
    await app.page.browser.execute(() => {
      const refused: string[] = [];
      Object.assign(window, { refused });
      document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
    });
  });

  for (const [what, attempt] of Object.entries(PROGRAMS)) {
    step(`${what} does not run`, async (app) => {
      await app.page.browser.execute(attempt).catch(() => undefined);
      expect(await aftermath(app)).toMatchObject({ ran: null, at: home });
    });
  }

  for (const [what, attempt] of Object.entries(WAYS_OUT)) {
    step(`${what} leads nowhere`, async (app) => {
      await app.page.browser.execute(attempt, elsewhere.url, elsewhere.datagramPort).catch(() => undefined);
      expect(await aftermath(app)).toMatchObject({ ran: null, at: home });
      expect(elsewhere.visits, "the page reached another server").toEqual([]);
      expect(await app.page.browser.getWindowHandles(), "a second window opened").toHaveLength(1);
    });
  }

  step("the page's own policy refused them, kind by kind", async (app) => {
    const refused = await app.page.browser.execute(() => (window as unknown as { refused: string[] }).refused);
    const kinds = [...new Set(refused)];
    for (const kind of EXPECTED) expect(kinds, "it was stopped by chance alone").toContain(kind);
    expect(refused.length).toBeGreaterThanOrEqual(Object.keys(PROGRAMS).length);
  });

  step("the shell answers what the window uses, and nothing else", async (app) => {
    const call = (command: string, payload: object) =>
      app.page.browser.executeAsync(
        (command: string, payload: object, done: (told: string) => void) => {
          const { invoke } = (window as unknown as Shell).__TAURI_INTERNALS__;
          invoke(command, payload).then(
            () => done("answered"),
            () => done("refused"),
          );
        },
        command,
        payload,
      );
    expect(await call("app_status", {}), "without an answer here, refusals would prove nothing").toBe("answered");
    for (const [command, payload] of CALLS) expect(await call(command, payload), command).toBe("refused");
  });

  step("a text that is written over the whole page does not run", async (app) => {
    await app.page.browser
      .execute(() => {
        document.write("<script>window.ran = 'written'</scr".concat("ipt><img src=x onerror=window.ran='an image'>"));
        document.close();
      })
      .catch(() => undefined);
    expect(await aftermath(app)).toMatchObject({ ran: null });
    expect(elsewhere.visits).toEqual([]);
    await app.page.browser.refresh();
  });

  step("the app is still itself", async (app) => {
    await app.page.get("button", "Try the sample platform");
  });
});
