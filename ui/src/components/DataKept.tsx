import type { StorageView } from "@/ipc";
import { shell } from "@/words/shell";
import { English } from "./English";

/** How the data on this computer is protected, in a line. */
export function DataKept({ storage }: { storage: StorageView }) {
  if (storage.kept === "unknown") return <English>{storage.sentence}</English>;
  return shell.foot.data[storage.kept];
}
