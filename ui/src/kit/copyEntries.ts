import { kit } from "@/words/kit";
import { copyText } from "./copyText";
import type { MenuEntry } from "./Menu";

/** What a menu offers of somebody to take along. */
export const copyEntries = (email: string, id?: string): MenuEntry[] => [
  {
    id: "copy address",
    label: kit.copyAddress,
    offBecause: email === "" ? kit.noAddress : null,
    onAction: () => copyText(email),
  },
  ...(id === undefined ? [] : [{ id: "copy id", label: kit.copyId, onAction: () => copyText(id) }]),
];
