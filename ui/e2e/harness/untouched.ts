import { expect } from "vitest";
import type { RunningApp } from "./app";
import type { Elsewhere } from "./elsewhere";
import { notText } from "./hostile";

/** What of a name is shown as it is: white space may be joined, and control characters have no picture. */
export function longestWord(name: string): string {
  const words = name.split(/[\s\p{Cc}\p{Cf}\u2028]+/u).sort((a, b) => b.length - a.length);
  return (words[0] ?? "").slice(0, 60);
}

/** That nothing of a page became more than text: compared with how it was before the first hostile name was shown. */
export class Untouched {
  private constructor(
    private readonly elsewhere: Elsewhere,
    private readonly before: Bearing,
  ) {}

  /** Looks at the page as it is now, and makes sure that whoever visits elsewhere is heard. */
  static async since(app: RunningApp, elsewhere: Elsewhere): Promise<Untouched> {
    await fetch(`${elsewhere.url}/control`);
    expect(elsewhere.visits.splice(0).length, "a listener that hears nobody would prove nothing").toBeGreaterThan(0);
    const before = await bearing(app);
    expect(before.elsewhere, "the page loads from inside the app alone").toEqual([]);
    return new Untouched(elsewhere, before);
  }

  /** Fails where something ran, became an element, opened or reached another server. */
  async stays(app: RunningApp, screen: string): Promise<void> {
    expect(await notText(app.page), screen).toEqual([]);
    expect(await bearing(app), screen).toEqual(this.before);
    await expect(app.page.browser.getAlertText(), `${screen}: a dialog of the page is open`).rejects.toThrow();
    expect(await app.page.browser.getWindowHandles(), screen).toHaveLength(1);
    expect(this.elsewhere.visits, screen).toEqual([]);
  }
}

/** By what something in the page would be found to be more than text, wherever it is. */
interface Bearing {
  title: string;
  at: string;
  frames: number;
  scripts: number;
  styles: number;
  elsewhere: string[];
}

function bearing({ page }: RunningApp): Promise<Bearing> {
  return page.browser.execute(() => ({
    title: document.title.replace(
      /^(Overview|Users|Changes|Findings|Roles|Identity providers|Access reviews|Start an access review|Connections|Invite people|Runs) – /,
      "",
    ),
    at: location.origin,
    frames: window.frames.length,
    // What a screen loads of its own when it is first shown comes from inside the app.
    scripts: [...document.scripts].filter((each) => !each.src.startsWith(`${location.origin}/`)).length,
    styles: [...document.querySelectorAll<HTMLLinkElement>("style, link[rel=stylesheet]")].filter(
      (each) => !each.href?.startsWith(`${location.origin}/`),
    ).length,
    elsewhere: performance
      .getEntriesByType("resource")
      .map((each) => each.name)
      .filter((name) => !name.startsWith(location.origin) && !/^(ipc|tauri|blob):|^http:\/\/ipc\.localhost/.test(name)),
  }));
}
