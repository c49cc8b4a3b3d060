import { cleanup, render, screen, waitFor } from "@testing-library/react";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Chart } from "./Chart";
import type { ChartMark, ChartShape } from "./chartShape";

type Box = { left: number; right: number; top: number; bottom: number };

const INK = "#123456";
/** What WCAG 2.2 asks of whatever is pressed; pixels. */
const TARGET = 24;
/** Edges are drawn on whole pixels, or between two of them. */
const ROUNDED = 0.75;

beforeEach(() => {
  // jsdom has no canvas; letters are measured without one.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  document.documentElement.style.setProperty("--accent", INK);
});

const label = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom("", "Customer Billing Admin ".repeat(12), "شركة البلطيق السحابية", "line\nafter\nline", "ענן 12"),
);
/** Nobody, hardly anybody and nearly everybody beside one another. */
const value = fc.oneof(fc.constantFrom(0, 0, 1, 2, 1_000_000), fc.integer({ min: 0, max: 3_000 }));
const marksOf = (most: number) =>
  fc
    .array(fc.tuple(label, value), { minLength: 1, maxLength: most })
    .map((all) => all.map(([label, value], n): ChartMark => ({ id: `${n}`, label, value, tick: label })));
const width = fc.integer({ min: 220, max: 2_000 });

/** A chart of that width as it stands on the page, once it is drawn. */
async function draw(shape: ChartShape, marks: readonly ChartMark[], width: number): Promise<SVGElement> {
  cleanup();
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(width);
  const onFailed = vi.fn();
  const { container } = render(
    <Chart
      shape={shape}
      label="People"
      marks={marks}
      link={(_, props) => <a href="/people" {...props} />}
      said={({ label, value }) => `${label}: ${value}`}
      summary="All of them"
      onFailed={onFailed}
    />,
  );
  await waitFor(() => expect(container.querySelector("svg text")).toBeTruthy());
  expect(onFailed).not.toHaveBeenCalled();
  return container.querySelector("svg") as SVGElement;
}

/** The bars that were drawn, in their order. */
function barsIn(svg: SVGElement): Box[] {
  return [...svg.querySelectorAll(`path[fill="${INK}"]`)].map((path) => {
    // `A` ends in a point too, after what says how round it is.
    const ends = (path.getAttribute("d") ?? "").matchAll(/[MLA](?:[^MLAZ]*[ ,])??(-?[\d.]+) (-?[\d.]+)(?=[MLAZ]|$)/g);
    const points = [...ends].map(([, x, y]) => [Number(x), Number(y)] as const);
    const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return { left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) };
  });
}

/** Where the links lie: jsdom lays nothing out, but the list has its edges, and its entries share it evenly. */
function linksOver(svg: SVGElement): Box[] {
  const list = screen.getByRole("list", { name: "People" });
  const [wide, tall] = [Number(svg.getAttribute("width")), Number.parseFloat(list.parentElement?.style.height ?? "")];
  expect(Number(svg.getAttribute("height")), "the drawing is as tall as the place that is kept for it").toBe(tall);
  const { left, right, top, bottom } = list.style;
  const inset = (side: string) => (list.classList.contains("inset-0") ? 0 : Number.parseFloat(side));
  const whole = {
    left: inset(left),
    right: wide - inset(right),
    top: inset(top),
    bottom: tall - inset(bottom),
  };
  const below = list.classList.contains("flex-col");
  const [from, to] = below ? [whole.top, whole.bottom] : [whole.left, whole.right];
  const part = (to - from) / list.children.length;
  return Array.from(list.children, (entry, n) => {
    expect(entry.classList.contains("flex-1")).toBe(true);
    const [start, end] = [from + n * part, from + (n + 1) * part];
    return below ? { ...whole, top: start, bottom: end } : { ...whole, left: start, right: end };
  });
}

const middle = (shape: ChartShape, box: Box) =>
  shape === "columns" ? (box.left + box.right) / 2 : (box.top + box.bottom) / 2;
const covers = (over: Box, box: Box) =>
  over.left <= box.left + ROUNDED &&
  over.right >= box.right - ROUNDED &&
  over.top <= box.top + ROUNDED &&
  over.bottom >= box.bottom - ROUNDED;
const meet = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > ROUNDED &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > ROUNDED;

describe.each<[ChartShape, number]>([
  ["columns", 80],
  ["bars", 40],
])("what can be pressed over %s", (shape, most) => {
  it("lies over its own bar, whole and in the middle, and over no other", async () => {
    const check = fc.asyncProperty(marksOf(most), width, async (marks, width) => {
      const svg = await draw(shape, marks, width);
      const [bars, links] = [barsIn(svg), linksOver(svg)];
      const counted = links.filter((_, n) => (marks[n]?.value ?? 0) > 0);
      expect(bars.length, "everybody who is counted is drawn, and nobody else").toBe(counted.length);
      for (const [n, bar] of bars.entries()) {
        const own = counted[n] as Box;
        expect(covers(own, bar), `${JSON.stringify(own)} over ${JSON.stringify(bar)}`).toBe(true);
        expect(Math.abs(middle(shape, own) - middle(shape, bar))).toBeLessThanOrEqual(ROUNDED);
        expect(links.filter((link) => link !== own && meet(link, bar))).toEqual([]);
      }
    });
    await fc.assert(check, { numRuns: 60, examples: [[thirteen, 560]] });
  });

  it("is named after the bar that it lies over, and meets no other link", async () => {
    const svg = await draw(shape, thirteen, 560);
    const links = linksOver(svg);
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("aria-label"))).toEqual(
      thirteen.map(({ label, value }) => `${label}: ${value}`),
    );
    for (const [n, link] of links.entries()) {
      expect(links.filter((other, place) => place !== n && meet(link, other))).toEqual([]);
    }
  });

  it("is named like what every object has, and leaves that as it was", async () => {
    const taken = Object.getOwnPropertyNames(Object.prototype);
    const every = () => [
      Object.prototype,
      Function.prototype,
      ...taken.map((name) => Object(Object.prototype[name as never])),
    ];
    const before = every().map((each) => Reflect.ownKeys(each));
    const named = (names: string[]) =>
      names.map((label, n): ChartMark => ({ id: `${n}`, label, value: 1, tick: label }));
    expect(barsIn(await draw(shape, named([...taken, ...taken]), 560))).toHaveLength(2 * taken.length);
    // The narrower it is, the less of a long name beside a bar is drawn: at some width just the part that every object has.
    for (let width = 244; width < 264; width += 2) await draw(shape, named([`hasOwnProperty${"w".repeat(60)}`]), width);
    expect(every().map((each) => Reflect.ownKeys(each))).toEqual(before);
  });

  it("stays over the bars where the page is read from right to left", async () => {
    document.documentElement.dir = "rtl";
    try {
      await draw(shape, thirteen, 560);
      expect(screen.getByRole("list", { name: "People" }).closest<HTMLElement>("[dir]")?.dir).toBe("ltr");
    } finally {
      document.documentElement.removeAttribute("dir");
    }
  });
});

const thirteen = Array.from({ length: 13 }, (_, n): ChartMark => {
  return {
    id: `${n}`,
    label: `Role ${n} ${"of many words ".repeat(n)}`,
    value: n % 4 === 1 ? 0 : 7 ** n,
    tick: `${n}`,
  };
});

it("every bar's link is as tall as a finger needs, however many there are", async () => {
  // Columns may be thinner: the table that shows the same has room for each.
  for (const marks of [
    thirteen.slice(0, 1),
    thirteen,
    [...thirteen, ...thirteen].map((mark, n) => ({ ...mark, id: `${n}` })),
  ]) {
    const links = linksOver(await draw("bars", marks, 560));
    expect(Math.min(...links.map(({ top, bottom }) => bottom - top))).toBeGreaterThanOrEqual(TARGET);
  }
});

it.each(["columns", "bars"] as const)("%s listen to nothing: what can be pressed lies over them", async (shape) => {
  const listening = new Map<EventTarget, Set<string>>();
  const { addEventListener: listen, removeEventListener: end } = EventTarget.prototype;
  vi.spyOn(EventTarget.prototype, "addEventListener").mockImplementation(function (this: EventTarget, ...to) {
    listening.set(this, (listening.get(this) ?? new Set()).add(to[0]));
    listen.apply(this, to as Parameters<typeof listen>);
  });
  vi.spyOn(EventTarget.prototype, "removeEventListener").mockImplementation(function (this: EventTarget, ...to) {
    listening.get(this)?.delete(to[0]);
    end.apply(this, to as Parameters<typeof end>);
  });
  const drawing = (await draw(shape, thirteen, 560)).closest("[aria-hidden]");
  const inIt = [...listening].filter(([target]) => target instanceof Element && drawing?.contains(target));
  expect(inIt.length, "the library has listened").toBeGreaterThan(0);
  expect(inIt.flatMap(([, to]) => [...to])).toEqual([]);
});

it("is not drawn again for the size that it began with, but for another width", async () => {
  const told: (() => void)[] = [];
  const before = ResizeObserver;
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(tell: () => void) {
        told.push(tell);
      }
      observe() {}
      disconnect() {}
    },
  );
  try {
    const svg = await draw("bars", thirteen, 560);
    expect(told.length).toBeGreaterThan(0);
    const changes = new MutationObserver(() => {});
    changes.observe(svg.parentElement as Element, { subtree: true, childList: true, attributes: true });
    // An observer tells the size that it begins with.
    for (const tell of told) tell();
    expect(changes.takeRecords()).toEqual([]);
    vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(700);
    for (const tell of told) tell();
    await waitFor(() => expect(changes.takeRecords().length).toBeGreaterThan(0));
  } finally {
    vi.stubGlobal("ResizeObserver", before);
  }
});
