import type { Browser } from "webdriverio";

/** What was seen from frame to frame while the list moved. */
export interface Frames {
  /** Milliseconds from each frame to the next. */
  times: number[];
  /** Frames in which a part of the list's height was covered by no row at all. */
  bare: number;
  /** Frames in which some row was there without its people yet. */
  unread: number;
}

/**
 * Scrolls the list by so many pixels a frame, for so many frames, and looks at each.
 *
 * A frame is looked at after it was drawn: what is measured is the page at work, and the looking costs a part of it. A list
 * that is only there for its times is not looked at.
 */
export async function scrolled(browser: Browser, step: number, frames: number, looking = true): Promise<Frames> {
  return browser.executeAsync(
    (step: number, frames: number, looking: boolean, done: (seen: unknown) => void) => {
      const grid = document.querySelector<HTMLElement>("[role=grid]");
      const scroller = [grid, ...(grid?.querySelectorAll<HTMLElement>("*") ?? [])].find(
        (each) => each && each.scrollHeight > each.clientHeight + 100 && getComputedStyle(each).overflowY !== "visible",
      );
      if (!grid || !scroller) return done(null);
      const seen = { times: [] as number[], bare: 0, unread: 0 };
      let before = performance.now();
      const look = () => {
        const [head, ...below] = [...grid.querySelectorAll<HTMLElement>("[role=row]")];
        // The header stays where it is and hides what lies under it; the bar that scrolls sideways covers no row.
        const top = head?.getBoundingClientRect().bottom ?? 0;
        const bottom = scroller.getBoundingClientRect().top + scroller.clientTop + scroller.clientHeight;
        const rows = below.map((row) => ({ row, box: row.getBoundingClientRect() }));
        const shown = rows.filter(({ box }) => box.bottom > top && box.top < bottom);
        const covered = shown.reduce((sum, { box }) => sum + Math.min(box.bottom, bottom) - Math.max(box.top, top), 0);
        if (covered < bottom - top - 1) seen.bare += 1;
        // A row that waits for its person says so; its cells are drawn all the same.
        if (shown.some(({ row }) => row.getAttribute("aria-busy") === "true")) seen.unread += 1;
      };
      const next = (now: number) => {
        seen.times.push(now - before);
        before = now;
        if (looking) look();
        if (seen.times.length > frames) {
          seen.times.shift();
          return done(seen);
        }
        scroller.scrollTop += step;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    },
    step,
    frames,
    looking,
  ) as Promise<Frames>;
}

/**
 * Lays over the window what the list is at the least: as many rows and cells with the same texts, drawn once, in a box that
 * the engine scrolls by itself. What it takes for a frame is what this machine takes for any list of this size.
 */
export async function layBareList(browser: Browser): Promise<void> {
  await browser.execute(() => {
    const grid = document.querySelector<HTMLElement>("[role=grid]");
    if (!grid) throw new Error("there is no list");
    const rows = [...grid.querySelectorAll<HTMLElement>("[role=row]")].slice(1).map((row) =>
      [...row.querySelectorAll<HTMLElement>("[role=gridcell], [role=rowheader]")].map((cell) => ({
        text: cell.textContent ?? "",
        width: cell.getBoundingClientRect().width,
      })),
    );
    const { left, top, width, height } = grid.getBoundingClientRect();
    const box = document.createElement("div");
    box.id = "bare-list";
    box.setAttribute("role", "grid");
    Object.assign(box.style, {
      position: "fixed",
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      zIndex: "99",
    });
    Object.assign(box.style, { height: `${height}px`, overflow: "auto", background: "Canvas" });
    for (let place = 0; place < 1_000; place += 1) {
      const line = document.createElement("div");
      line.setAttribute("role", "row");
      Object.assign(line.style, { display: "flex", height: "34px" });
      for (const { text, width } of rows[place % rows.length] ?? []) {
        const cell = document.createElement("div");
        Object.assign(cell.style, { width: `${width}px`, flex: "none", overflow: "hidden", whiteSpace: "nowrap" });
        cell.textContent = text;
        line.append(cell);
      }
      box.append(line);
    }
    document.body.prepend(box);
  });
}

/** Takes the bare list away again. */
export async function liftBareList(browser: Browser): Promise<void> {
  await browser.execute(() => document.querySelector("#bare-list")?.remove());
}

/** Milliseconds from a press on Overview until its numbers stand there and every chart is drawn. */
export async function overviewDrawn(browser: Browser): Promise<number> {
  return browser.executeAsync((done: (took: number) => void) => {
    const link = document.querySelector<HTMLElement>("nav a[href$='/overview']");
    if (!link) return done(-1);
    const before = performance.now();
    link.click();
    const look = () => {
      const charts = [...document.querySelectorAll("figure")];
      if (charts.length > 0 && charts.every((chart) => chart.querySelector("svg path"))) {
        return done(performance.now() - before);
      }
      if (performance.now() - before > 60_000) return done(-1);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }) as Promise<number>;
}

/** Milliseconds until rows with people stand where the list was moved to at once, a share of its height from its top. */
export async function jumped(browser: Browser, share: number): Promise<number> {
  return browser.executeAsync((share: number, done: (took: number) => void) => {
    const grid = document.querySelector<HTMLElement>("[role=grid]");
    const scroller = [grid, ...(grid?.querySelectorAll<HTMLElement>("*") ?? [])].find(
      (each) => each && each.scrollHeight > each.clientHeight + 100 && getComputedStyle(each).overflowY !== "visible",
    );
    if (!grid || !scroller) return done(-1);
    const before = performance.now();
    scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * share;
    const look = () => {
      const frame = scroller.getBoundingClientRect();
      const shown = [...grid.querySelectorAll<HTMLElement>("[role=row][aria-rowindex]")].filter((row) => {
        const box = row.getBoundingClientRect();
        return Number(row.getAttribute("aria-rowindex")) > 1 && box.bottom > frame.top + 80 && box.top < frame.bottom;
      });
      const read = shown.length > 5 && shown.every((row) => (row.textContent ?? "").includes("@"));
      if (read) return done(performance.now() - before);
      if (performance.now() - before > 20_000) return done(-1);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, share) as Promise<number>;
}

/**
 * Milliseconds from each key of a search to the frame after its rows came; null for a key whose rows were not seen to come.
 *
 * Letters more often find the same people, so neither the number of rows nor their texts tell. That the rows are those of the
 * new search, the page says itself: its address holds the letters, and the list, which is busy while it still shows the rows
 * from before, is not any more. Both are heard as they change: a search may be over between two frames.
 */
export async function typed(browser: Browser, letters: string): Promise<(number | null)[]> {
  return browser.executeAsync((letters: string, done: (took: (number | null)[]) => void) => {
    const field = document.querySelector<HTMLInputElement>("input[type=search]");
    const grid = document.querySelector<HTMLElement>("[role=grid]");
    if (!field || !grid) return done([]);
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    const search = () => new URLSearchParams(location.search).get("search");
    const type = (text: string) =>
      new Promise<number | null>((resolve) => {
        const before = performance.now();
        let waits = false;
        const end = (took: number | null) => {
          changes.disconnect();
          clearTimeout(patience);
          resolve(took);
        };
        const changes = new MutationObserver(() => {
          const busy = grid.getAttribute("aria-busy") === "true";
          waits ||= busy && search() === text;
          if (waits && !busy) requestAnimationFrame(() => end(performance.now() - before));
        });
        changes.observe(grid, { attributeFilter: ["aria-busy"] });
        const patience = setTimeout(() => end(null), 20_000);
        write?.call(field, text);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    const all = async () => {
      const took: (number | null)[] = [];
      for (let place = 1; place <= letters.length; place += 1) took.push(await type(letters.slice(0, place)));
      return took;
    };
    void all().then(done);
  }, letters) as Promise<(number | null)[]>;
}
