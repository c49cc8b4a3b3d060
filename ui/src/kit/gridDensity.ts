/** How close the rows stand. */
export type Density = "comfortable" | "compact";

/** Pixels of a row. `--row` of a grid says the same to its styles. */
export const ROW_HEIGHTS: Record<Density, number> = { comfortable: 34, compact: 26 };
