/** The width that a column needs for what is drawn of it now, its header included; pixels. */
export function fittedWidth(grid: HTMLElement, place: number): number {
  const cells = grid.querySelectorAll(`[aria-colindex="${place + 1}"]`);
  const measure = document.createElement("div");
  measure.className = "grid-measure";
  measure.ariaHidden = "true";
  for (const cell of cells) {
    const copy = cell.cloneNode(true) as HTMLElement;
    copy.removeAttribute("id");
    copy.removeAttribute("style");
    measure.append(copy);
  }
  // In the grid, so that its styles hold; it is gone before anything is drawn.
  grid.append(measure);
  const width = measure.offsetWidth;
  measure.remove();
  return width;
}
