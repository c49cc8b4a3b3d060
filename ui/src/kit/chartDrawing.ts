import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { lookAt, optionOf } from "./chartOption";
import { type ChartMark, type ChartShape, heightOf } from "./chartShape";

use([BarChart, GridComponent, SVGRenderer]);

/** A chart on the page. */
export type ChartDrawing = { show: (shape: ChartShape, marks: readonly ChartMark[]) => void; end: () => void };

/** Begins to draw in an element. What is shown follows its width and the theme. */
export function beginDrawing(element: HTMLElement): ChartDrawing {
  const chart = init(document.createElement("div"), null, {
    renderer: "svg",
    width: element.clientWidth,
    height: element.clientHeight,
  });
  // Links lie over it, and nobody can press the drawing. It stops listening before it comes onto the page: for whatever listens to
  // the wheel there, WebKit makes the styles of the whole page anew.
  chart.getZr().handler.proxy.dispose();
  element.append(chart.getDom());
  let shown: [ChartShape, readonly ChartMark[]] | null = null;
  let drawnFor = -1;
  const draw = () => {
    if (!shown) return;
    const [shape, marks] = shown;
    const width = element.clientWidth;
    drawnFor = width;
    chart.resize({ width, height: heightOf(shape, marks.length) });
    chart.setOption(optionOf(shape, marks, lookAt(element), width), { notMerge: true });
  };
  // It tells the size once at the beginning as well, for which the chart is drawn already.
  const sizes = new ResizeObserver(() => {
    if (element.clientWidth !== drawnFor) draw();
  });
  sizes.observe(element);
  const themes = new MutationObserver(draw);
  themes.observe(document.documentElement, { attributeFilter: ["data-theme", "data-contrast"] });
  return {
    show: (shape, marks) => {
      shown = [shape, marks];
      draw();
    },
    end: () => {
      sizes.disconnect();
      themes.disconnect();
      const drawing = chart.getDom();
      chart.dispose();
      drawing.remove();
    },
  };
}
