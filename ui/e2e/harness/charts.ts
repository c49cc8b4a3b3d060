import type { RunningApp } from "./app";
import type { Page } from "./page";
import { until } from "./processes";

/** Waits until every chart of Overview is drawn: they come one after another. */
export const everyChart = (page: Page) =>
  until("every chart to be drawn", () =>
    page.browser.execute(() => {
      const charts = [...document.querySelectorAll("figure")];
      return charts.length === 5 && charts.every((chart) => chart.querySelector("svg path"));
    }),
  );

/**
 * What is wrong between a chart's bars and the links that lie over them: links that miss their own bar or touch another one,
 * links over one another, and bars too small to be hit for whom there is no table.
 */
export const chartFaults = (app: RunningApp) =>
  app.page.browser.execute(() => {
    type Box = { left: number; right: number; top: number; bottom: number };
    const [ROUNDED, TARGET] = [1, 24];
    const covers = (over: Box, box: Box) =>
      over.left <= box.left + ROUNDED &&
      over.right >= box.right - ROUNDED &&
      over.top <= box.top + ROUNDED &&
      over.bottom >= box.bottom - ROUNDED;
    const meet = (a: Box, b: Box) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > ROUNDED &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > ROUNDED;
    const faultsOf = (figure: Element): string[] => {
      const links = [...figure.querySelectorAll("a")].map((link) => {
        const name = link.getAttribute("aria-label") ?? "";
        return { name, box: link.getBoundingClientRect(), counted: !/: 0 people$/.test(name) };
      });
      const drawn = "svg path:not([fill=none]):not([fill-opacity='0'])";
      const bars = [...figure.querySelectorAll(drawn)].map((path) => path.getBoundingClientRect());
      const counted = links.filter((link) => link.counted);
      if (bars.length === 0 || bars.length !== counted.length) return [`${bars.length} bars, ${counted.length} links`];
      return links.flatMap(({ name, box }, place) => {
        const bar = bars[counted.findIndex((one) => one.box === box)];
        const others = [
          ...bars.filter((one) => one !== bar),
          ...links.filter((_, n) => n !== place).map((one) => one.box),
        ];
        return [
          ...(bar && !covers(box, bar) ? [`${name} misses its bar`] : []),
          ...(others.some((other) => meet(box, other)) ? [`${name} lies over something else`] : []),
          ...(figure.querySelector("ul.flex-col") && box.height < TARGET ? [`${name} is ${box.height} tall`] : []),
        ];
      });
    };
    const figures = [...document.querySelectorAll("figure")];
    return figures.length === 0 ? ["no chart"] : figures.flatMap(faultsOf);
  });

/** How far the links of a table are from one another, from middle to middle; pixels. */
export const apartInTable = (app: RunningApp) =>
  app.page.browser.execute(() => {
    const boxes = [...document.querySelectorAll("table a")].map((link) => link.getBoundingClientRect());
    const middles = boxes.map((box) => (box.top + box.bottom) / 2);
    return middles.slice(1).map((middle, n) => middle - (middles[n] ?? 0));
  });
