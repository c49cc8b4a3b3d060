import { createContext } from "react";

/** The name of the open platform, for whoever says where one is; null where none is open. */
export const OpenPlatform = createContext<string | null>(null);
