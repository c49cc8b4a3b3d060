import { useContext, useEffect } from "react";
import { shell } from "@/words/shell";
import { OpenPlatform } from "./openPlatform";

/** Puts the name of a screen, and of the platform that is open, into the window's title. */
export function useTitle(screen: string): void {
  const platform = useContext(OpenPlatform);
  useEffect(() => {
    document.title = shell.title(screen, platform);
  }, [screen, platform]);
}
