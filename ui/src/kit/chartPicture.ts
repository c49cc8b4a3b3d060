import { BarChart } from "echarts/charts";
import { GridComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { lookAt, measurable, optionOf } from "./chartOption";
import { type ChartMark, type ChartShape, heightOf } from "./chartShape";

use([BarChart, GridComponent, TitleComponent, CanvasRenderer]);

/** What a picture shows: a chart, what it is called, and a line about where and when. */
export type ChartPicture = { title: string; note: string; shape: ChartShape; marks: readonly ChartMark[] };

const [WIDTH, MARGIN, TITLE] = [720, 16, 52];

/** A chart as a PNG of its own, in the colours of the page, twice as fine as it is drawn. */
export async function pictureOf({ title, note, shape, marks }: ChartPicture): Promise<Blob> {
  const look = lookAt(document.documentElement);
  const font = getComputedStyle(document.body).fontFamily;
  const height = heightOf(shape, marks.length) + TITLE + MARGIN;
  const chart = init(document.createElement("div"), null, { renderer: "canvas", width: WIDTH, height });
  try {
    const option = optionOf(shape, marks, { ...look, font }, WIDTH - 2 * MARGIN, TITLE);
    chart.setOption({
      ...option,
      grid: inset(option.grid),
      title: {
        text: measurable(title),
        subtext: measurable(note),
        left: MARGIN,
        top: MARGIN / 2,
        itemGap: 4,
        textStyle: { color: look.text, fontFamily: font, fontSize: 15 },
        subtextStyle: { color: look.faint, fontFamily: font, fontSize: 12 },
      },
    });
    return await png(chart.renderToCanvas({ pixelRatio: 2, backgroundColor: look.surface }));
  } finally {
    chart.dispose();
  }
}

const inset = <G extends { left: number; right: number; bottom: number }>(grid: G): G => ({
  ...grid,
  left: grid.left + MARGIN,
  right: grid.right + MARGIN,
  bottom: grid.bottom + MARGIN,
});

function png(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("The picture is empty."))), "image/png"),
  );
}
