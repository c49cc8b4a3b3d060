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
  "an address that is a program": () => {
    const link = document.createElement("a");
    link.href = "javascript:window.ran='a javascript address'";
    document.body.append(link);
    link.click();
  },
};

/** Each tries to reach another server, or to lead the window there. */
const WAYS_OUT: Record<string, (url: string) => void> = {
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
  "a new window": (url) => void window.open(`${url}/window`),
  "a link into a new window": (url) => {
    const link = document.createElement("a");
    link.href = `${url}/link`;
    link.target = "_blank";
    document.body.append(link);
    link.click();
  },
};

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
    expect(elsewhere.visits.splice(0), "a listener that hears nobody would prove nothing").toEqual(["GET /control"]);
  });

  for (const [what, attempt] of Object.entries(PROGRAMS)) {
    step(`${what} does not run`, async (app) => {
      await app.page.browser.execute(attempt).catch(() => undefined);
      expect(await aftermath(app)).toMatchObject({ ran: null, at: home });
    });
  }

  for (const [what, attempt] of Object.entries(WAYS_OUT)) {
    step(`${what} leads nowhere`, async (app) => {
      await app.page.browser.execute(attempt, elsewhere.url).catch(() => undefined);
      expect(await aftermath(app)).toMatchObject({ ran: null, at: home });
      expect(elsewhere.visits, "the page reached another server").toEqual([]);
      expect(await app.page.browser.getWindowHandles(), "a second window opened").toHaveLength(1);
    });
  }

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

  step("the app is still itself", async (app) => {
    await app.page.get("button", "Try the sample platform");
  });
});
