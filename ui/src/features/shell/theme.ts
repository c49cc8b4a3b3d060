import { useEffect } from "react";
import type { Theme } from "@/ipc";

const THEME = "rollcall.theme";
const DARK = "(prefers-color-scheme: dark)";

/** The theme of the last start, so that the first picture is already right. */
export function lastTheme(): Theme {
  const kept = localStorage.getItem(THEME);
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** Shows a theme and remembers it. */
export function showTheme(theme: Theme): void {
  const dark = theme === "dark" || (theme === "system" && matchMedia(DARK).matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  localStorage.setItem(THEME, theme);
}

/** Follows the chosen theme, and the system while that is the choice. */
export function useTheme(theme: Theme | undefined): void {
  useEffect(() => {
    if (!theme) return;
    showTheme(theme);
    if (theme !== "system") return;
    const system = matchMedia(DARK);
    const follow = () => showTheme("system");
    system.addEventListener("change", follow);
    return () => system.removeEventListener("change", follow);
  }, [theme]);
}
