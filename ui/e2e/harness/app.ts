import type { ChildProcess } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, remote } from "webdriverio";
import { Page } from "./page";
import { closeWindow, findWindow, type HeldFile, holdOver, placeWindow } from "./pointer";
import { bound, end, freePorts, until } from "./processes";
import { programs } from "./programs";

export interface StartOptions {
  /** The data folder; a new one unless given. */
  home?: string;
  env?: Record<string, string>;
  /** Width and height of the page. */
  size?: [number, number];
}

/** The real app, running on the private desktop. */
export class RunningApp {
  private constructor(
    readonly home: string,
    readonly page: Page,
    private readonly window: string,
    private readonly driver: ChildProcess,
    private readonly options: StartOptions,
  ) {}

  /** Starts the app and waits until its page shows something. */
  static async start(options: StartOptions = {}): Promise<RunningApp> {
    const home = options.home ?? (await mkdtemp(join(tmpdir(), "home-")));
    const [port, nativePort] = await freePorts();
    const driver = bound(programs.driver(), ["--port", `${port}`, "--native-port", `${nativePort}`], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ROLLCALL_HOME: home, ...options.env },
    });
    try {
      const browser = await session(port, nativePort);
      const window = await findWindow();
      const app = new RunningApp(home, new Page(browser), window, driver, options);
      await app.resize(...(options.size ?? [1280, 800]));
      return app;
    } catch (error) {
      await end(driver);
      throw error;
    }
  }

  async resize(width: number, height: number): Promise<void> {
    await placeWindow(this.window, width, height);
    const wanted = [width, height].join("x");
    await until(`the page to be ${wanted}`, async () => {
      const size = await this.page.browser.execute(() => `${window.innerWidth}x${window.innerHeight}`);
      return size === wanted;
    });
  }

  /** Drags a file over the window, as from a file manager, and keeps it there. */
  hold(path: string): Promise<HeldFile> {
    return holdOver(this.window, path);
  }

  /** Drags a file over the window and lets go. */
  async drop(path: string): Promise<void> {
    const outcome = await (await this.hold(path)).drop();
    if (outcome !== "dropped") throw new Error(`The window refused the drop of ${path}.`);
  }

  /** Ends the app as a kill does, and starts it again on the same data. */
  async restart(): Promise<RunningApp> {
    await this.stop();
    return RunningApp.start({ ...this.options, home: this.home });
  }

  /** Asks the window to close, as a person does. */
  async quit(): Promise<void> {
    await closeWindow(this.window);
    await this.stop();
  }

  /** Ends the app; its data stays. */
  async stop(): Promise<void> {
    await this.page.browser.deleteSession().catch(() => undefined);
    await end(this.driver);
  }

  /** Ends the app and removes its data. */
  async discard(): Promise<void> {
    await this.stop();
    await rm(this.home, { recursive: true, force: true });
  }

  /** Keeps a picture, the page's source and the log, for whoever looks at a failure. */
  async keepEvidence(name: string): Promise<void> {
    const folder = join(programs.evidence(), name.replace(/[^\w-]+/g, "-").slice(0, 80));
    await mkdir(folder, { recursive: true });
    const { browser } = this.page;
    await browser.saveScreenshot(join(folder, "window.png")).catch(() => undefined);
    const source = await browser.getPageSource().catch((error: unknown) => `No page source: ${String(error)}`);
    await writeFile(join(folder, "page.html"), source);
    await cp(join(this.home, "logs"), join(folder, "logs"), { recursive: true }).catch(() => undefined);
    console.error(`What the window showed is in ${folder}.`);
  }
}

async function session(port: number, nativePort: number): Promise<Browser> {
  // The inner driver is asked first: tauri-driver prints an alarming trace when it is asked too early.
  for (const each of [nativePort, port]) {
    await until("the WebDriver", async () => (await fetch(`http://127.0.0.1:${each}/status`)).ok);
  }
  return remote({
    hostname: "127.0.0.1",
    port,
    logLevel: "error",
    connectionRetryCount: 0,
    connectionRetryTimeout: 60_000,
    capabilities: {
      // WebKitWebDriver does not know the bidirectional protocol, and takes no browser's name.
      "wdio:enforceWebDriverClassic": true,
      "tauri:options": { application: programs.app() },
    } as WebdriverIO.Capabilities,
  });
}
