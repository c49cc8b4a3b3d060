import type { StorageView } from "@/ipc";
import { shell } from "@/words/shell";
import { FromCore } from "./FromCore";

/** How the data on this computer is protected, in a line. */
export function DataKept({ storage }: { storage: StorageView }) {
  if (storage.kept === "unknown") return <FromCore of={storage.sentence} />;
  return shell.foot.data[storage.kept];
}
