/**
 * The catalogue: everything that the page says, one file per area under `en/`. Screens import their
 * own area; no sentence stands anywhere else. Numbers, dates and plurals come from `format`.
 */
export * as format from "./format";
