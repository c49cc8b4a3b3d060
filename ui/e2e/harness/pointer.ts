import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bound, end, lines, until } from "./processes";

const run = promisify(execFile);
/** The system's own Python: only that one finds the system's GTK bindings. */
export const PYTHON = "/usr/bin/python3";
const SOURCE = fileURLToPath(new URL("./drag.py", import.meta.url));
const SCREEN = fileURLToPath(new URL("./screen.py", import.meta.url));
/** Right of the largest window that a journey opens. */
const START = { x: 1600, y: 500 };

/** What a hand does at the screen: keys, the pointer, windows. */
export async function xdotool(...words: (string | number)[]): Promise<string> {
  return (await run("xdotool", words.map(String))).stdout.trim();
}

/**
 * Presses a key in the window that has the focus. Never for a window by its id: of one that goes at the press the release
 * would be lost, and the display repeats a key that stays down, in every window that comes after.
 */
export async function stroke(key: string): Promise<void> {
  try {
    await xdotool("key", "--clearmodifiers", key);
  } finally {
    await xdotool("keyup", key);
  }
}

/** The X11 ids of all windows of the app that are shown. */
export async function windowsShown(): Promise<string[]> {
  const found = await xdotool("search", "--onlyvisible", "--class", "rollcall").catch(() => "");
  return found.split("\n").filter((id) => id !== "");
}

/** The X11 id of the app's window, once it is shown. */
export async function findWindow(): Promise<string> {
  return until("the app's window", async () => (await windowsShown()).at(-1));
}

/** Presses Escape in every window of the app but this one. */
export async function dismissOthers(window: string): Promise<void> {
  for (const other of await windowsShown()) {
    if (other === window) continue;
    // It may be gone by now.
    await xdotool("windowfocus", "--sync", other).then(
      () => stroke("Escape"),
      () => undefined,
    );
  }
  await xdotool("windowfocus", "--sync", window);
}

/** The process whose window it is. */
export async function processOf(window: string): Promise<number> {
  return Number(await xdotool("getwindowpid", window));
}

/** Puts the window at the left edge of the display, in a size of the page. */
export async function placeWindow(window: string, width: number, height: number): Promise<void> {
  await xdotool("windowsize", "--sync", window, width, height);
  await xdotool("windowmove", window, 0, 0);
  await xdotool("windowfocus", "--sync", window);
}

/** Asks for the window to be closed, as a person does from the keyboard. */
export async function askToClose(window: string): Promise<void> {
  // The window manager has the key, and means the window that it made active itself: the X server's focus may be ahead of it.
  await xdotool("windowactivate", "--sync", window);
  await xdotool("key", "--clearmodifiers", "alt+F4");
}

/** Waits until this window is not shown any more, whatever other windows of the app there are. */
export async function windowGone(window: string, patience?: number): Promise<void> {
  const gone = async () => !(await windowsShown()).includes(window);
  await until("the app's window to be closed", gone, patience);
}

/** A file held over the app's window by a real drag of the desktop. */
export interface HeldFile {
  /** Lets go of the file over the window. Says whether the window took it. */
  drop(): Promise<"dropped" | "refused">;
}

/** Drags a file from another program's window to the middle of the app's, and keeps it there. */
export async function holdOver(window: string, path: string): Promise<HeldFile> {
  const source = bound(PYTHON, [SOURCE, path, `${START.x - 30}`, `${START.y - 30}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const told = lines(source);
  try {
    await told("the window to drag from");
    const { x, y } = await middle(window);
    // Pressed before the window has seen the pointer, the button would belong to whatever was there before.
    await hoveringAt(START.x, START.y, told("the pointer to be over what is dragged"));
    await xdotool("mousedown", 1);
    await told("the button to be heard");
    // A drag begins after a few small moves; each must arrive as an event of its own.
    for (const step of [0.02, 0.05, 0.1, 0.3, 0.6, 0.9, 0.98, 1]) {
      await xdotool(
        "mousemove",
        Math.round(START.x + (x - START.x) * step),
        Math.round(START.y + (y - START.y) * step),
      );
      await sleep(60);
    }
    await hoveringAt(x, y, told("the drag to begin"));
    // Who lets go before the window has answered drops nothing: a person waits to see it.
    const answer = await hoveringAt(x, y, told("the window to take the file"));
    if (answer !== "taken") throw new Error(`The drag ended before the window took the file: ${answer}.`);
  } catch (error) {
    // A button that stays down would be held over every window that comes after this one.
    await xdotool("mouseup", 1);
    await end(source);
    throw error;
  }
  return {
    async drop() {
      await xdotool("mouseup", 1);
      const outcome = await told("the end of the drag");
      await end(source);
      return outcome === "dropped" ? "dropped" : "refused";
    },
  };
}

/**
 * Moves the pointer a little, as a hand does, until something has happened.
 *
 * A window that was busy when the pointer came to rest is not asked again before it moves.
 */
async function hoveringAt<T>(x: number, y: number, happened: Promise<T>): Promise<T> {
  let over = false;
  const ending = happened.finally(() => {
    over = true;
  });
  const hovering = async () => {
    for (let beside = 1; !over; beside = 1 - beside) {
      await xdotool("mousemove", x + beside, y);
      await sleep(100);
    }
  };
  const [outcome] = await Promise.all([ending, hovering()]);
  return outcome;
}

/** Where a window is on the screen, without its frame. */
export async function geometry(window: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const told = await xdotool("getwindowgeometry", "--shell", window);
  const value = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, "m").exec(told)?.[1]);
  return { x: value("X"), y: value("Y"), width: value("WIDTH"), height: value("HEIGHT") };
}

/**
 * Keeps a picture of what a window shows on the screen. The driver's own waits for the next time that the page is painted, and
 * a page at rest is not painted again.
 */
export async function pictureOf(window: string, path: string): Promise<void> {
  await run(PYTHON, [SCREEN, path, window]);
}

async function middle(window: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await geometry(window);
  return { x: x + Math.round(width / 2), y: y + Math.round(height / 2) };
}
