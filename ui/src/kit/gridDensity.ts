import { createContext, useContext } from "react";

/** How close the rows stand. */
export type Density = "comfortable" | "compact";

/** Pixels of a row. */
export const ROW_HEIGHTS: Record<Density, number> = { comfortable: 34, compact: 26 };

/** How close rows stand where nothing else is said. */
export const DensityContext = createContext<Density>("comfortable");

/** The density of a list that has none of its own. */
export const useDensity = (own?: Density): Density => {
  const usual = useContext(DensityContext);
  return own ?? usual;
};
