import type { ChildProcess } from "node:child_process";
import { cp, mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, remote } from "webdriverio";
import { Page } from "./page";
import {
  askToClose,
  dismissOthers,
  findWindow,
  type HeldFile,
  holdOver,
  pictureOf,
  placeWindow,
  processOf,
  windowGone,
} from "./pointer";
import { bound, end, freePorts, until } from "./processes";
import { programs } from "./programs";

export interface StartOptions {
  /** The data folder; a new one unless given. */
  home?: string;
  env?: Record<string, string>;
  /** What is done to the data folder before the app starts on it for the first time. */
  prepare?: (home: string) => Promise<void>;
  /** Lets a start say that the window before it ended unexpectedly: journeys end the app as a kill does. */
  tellsEnds?: true;
  /** Lets the tour of the sample platform show itself, as it does the first time. */
  tour?: true;
  /** Width and height of the page; null leaves the window as it opens. */
  size?: [number, number] | null;
  /** A file that gets whatever the app prints. */
  output?: string;
}

/** The real app, running on the private desktop. */
export class RunningApp {
  private constructor(
    /** The data folder. */
    readonly home: string,
    private readonly options: StartOptions,
    private running: Running,
  ) {}

  /** Starts the app and waits until its page shows something. */
  static async start(options: StartOptions = {}): Promise<RunningApp> {
    const home = options.home ?? (await mkdtemp(join(tmpdir(), "home-")));
    if (!options.home && !options.tour) await writeFile(join(home, "settings.json"), '{"tour":"over"}');
    await options.prepare?.(home);
    return new RunningApp(home, options, await launch(home, options));
  }

  /** The page of the window that is open now. */
  get page(): Page {
    return this.running.page;
  }

  async resize(width: number, height: number): Promise<void> {
    await placed(this.page, [width, height]);
  }

  /** Drags a file over the window, as from a file manager, and keeps it there. */
  hold(path: string): Promise<HeldFile> {
    return holdOver(this.running.window, path);
  }

  /** Drags a file over the window and lets go. */
  async drop(path: string): Promise<void> {
    const outcome = await (await this.hold(path)).drop();
    if (outcome !== "dropped") throw new Error(`The window refused the drop of ${path}.`);
  }

  /** Says no to every dialog of the system that the app has open. */
  async dismissDialogs(): Promise<void> {
    await dismissOthers(this.running.window);
  }

  /** The process of the app itself. */
  process(): Promise<number> {
    return processOf(this.running.window);
  }

  /** The X11 id of the window that is open now. */
  get window(): string {
    return this.running.window;
  }

  /** Asks for the window to be closed, as a person does. */
  async askToClose(): Promise<void> {
    await askToClose(this.running.window);
  }

  /** Waits until the window was closed. */
  async closed(patience?: number): Promise<void> {
    await windowGone(this.running.window, patience);
  }

  /** Kills the app in the middle of whatever it does. */
  async kill(): Promise<void> {
    process.kill(await processOf(this.running.window), "SIGKILL");
    await end(this.running.driver);
  }

  /** Starts the app again, on the same data, after it was killed. */
  async startAgain(): Promise<void> {
    this.running = await launch(this.home, this.options);
  }

  /** Ends the app as a kill does, and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.stop();
    this.running = await launch(this.home, this.options);
  }

  /** Ends the app; its data stays. */
  async stop(): Promise<void> {
    // A process whose window outlived its session would stand in the way of the next journey.
    const left = await processOf(this.running.window).catch(() => Number.NaN);
    await this.page.browser.deleteSession().catch(() => undefined);
    await end(this.running.driver);
    if (left > 0) {
      try {
        process.kill(left, "SIGKILL");
      } catch {
        // It is gone, as it should be.
      }
    }
    await windowGone(this.running.window);
  }

  /** Ends the app and removes its data. */
  async discard(): Promise<void> {
    await this.stop();
    await rm(this.home, { recursive: true, force: true });
  }

  /** Keeps a picture of the window as it is on the screen. */
  picture(path: string): Promise<void> {
    return pictureOf(this.running.window, path);
  }

  /** Keeps a picture, the page's source and the log, for whoever looks at a failure. */
  async keepEvidence(name: string): Promise<void> {
    const folder = join(programs.evidence(), name.replace(/[^\w-]+/g, "-").slice(0, 80));
    await mkdir(folder, { recursive: true });
    const { browser } = this.page;
    await this.picture(join(folder, "window.png")).catch(() => undefined);
    const source = await browser.getPageSource().catch((error: unknown) => `No page source: ${String(error)}`);
    await writeFile(join(folder, "page.html"), source);
    await writeFile(join(folder, "events.txt"), await this.page.events().catch(() => ""));
    await cp(join(this.home, "logs"), join(folder, "logs"), { recursive: true }).catch(() => undefined);
    console.error(`What the window showed is in ${folder}.`);
  }
}

/** One run of the app: what a restart replaces. */
interface Running {
  page: Page;
  window: string;
  driver: ChildProcess;
}

async function launch(home: string, options: StartOptions): Promise<Running> {
  const [port, nativePort] = await freePorts();
  if (!options.tellsEnds) await rm(join(home, "window.open"), { force: true });
  const printed = options.output ? await open(options.output, "a") : null;
  const driver = bound(programs.driver(), ["--port", `${port}`, "--native-port", `${nativePort}`], {
    stdio: ["ignore", printed?.fd ?? "inherit", printed?.fd ?? "inherit"],
    env: { ...process.env, ROLLCALL_HOME: home, ...options.env },
  });
  await printed?.close();
  try {
    const browser = await session(port, nativePort);
    const page = new Page(browser);
    const window = options.size === null ? await findWindow() : await placed(page, options.size ?? [1280, 800]);
    return { page, window, driver };
  } catch (error) {
    await end(driver);
    throw error;
  }
}

/** Gives the window a size, waits until the page has it, and says which window it is. */
async function placed(page: Page, [width, height]: [number, number]): Promise<string> {
  return until(`the page to be ${width} by ${height}`, async () => {
    // Again and again: a window that was shown this moment may still be taking the size in which it opens, and one that
    // was found may be that of an app that is just ending.
    const id = await findWindow();
    await placeWindow(id, width, height);
    const size = await page.browser.execute(() => [window.innerWidth, window.innerHeight]);
    return size[0] === width && size[1] === height ? id : null;
  });
}

async function session(port: number, nativePort: number): Promise<Browser> {
  // The inner driver is asked first: tauri-driver prints an alarming trace when it is asked too early.
  for (const each of [nativePort, port]) {
    await until("the WebDriver", async () => (await fetch(`http://127.0.0.1:${each}/status`)).ok);
  }
  return remote({
    hostname: "127.0.0.1",
    port,
    // What goes wrong is thrown; the log would say it a second time.
    logLevel: "silent",
    connectionRetryCount: 0,
    connectionRetryTimeout: 60_000,
    capabilities: {
      // WebKitWebDriver does not know the bidirectional protocol, and takes no browser's name.
      "wdio:enforceWebDriverClassic": true,
      "tauri:options": { application: programs.app() },
    } as WebdriverIO.Capabilities,
  });
}
