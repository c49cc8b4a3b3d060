import { fileURLToPath } from "node:url";

/** A spreadsheet of the repository's test data. */
export function sample(name: string): string {
  return fileURLToPath(new URL(`../../../testdata/samples/${name}`, import.meta.url));
}

/** The world that the sample platform serves unless told otherwise. */
export const WORLD = fileURLToPath(new URL("../../../crates/sandbox/data/world.json", import.meta.url));
