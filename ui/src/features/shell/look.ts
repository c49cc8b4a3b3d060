import { useEffect } from "react";
import type { Contrast, Motion, Settings, Theme } from "@/ipc";

/** What the page remembers of the last start, so that the first picture is already right. */
const KEPT = { theme: "rollcall.theme", contrast: "rollcall.contrast", motion: "rollcall.motion" } as const;

const DARK = "(prefers-color-scheme: dark)";
const MORE = "(prefers-contrast: more)";

/** How the window looks, beside what stands in it. */
export type Look = { theme: Theme; contrast: Contrast; motion: Motion };

/** The look that settings ask for. */
export const lookOf = ({ theme, contrast, motion }: Settings): Look => ({
  theme: theme ?? "system",
  contrast: contrast ?? "system",
  motion: motion ?? "system",
});

/** The look of the last start. */
export function lastLook(): Look {
  const theme = localStorage.getItem(KEPT.theme);
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    contrast: localStorage.getItem(KEPT.contrast) === "high" ? "high" : "system",
    motion: localStorage.getItem(KEPT.motion) === "reduced" ? "reduced" : "system",
  };
}

/** Shows a look and remembers it. */
export function showLook(look: Look): void {
  const { theme, contrast, motion } = look;
  const { dataset } = document.documentElement;
  dataset.theme = theme === "dark" || (theme === "system" && matchMedia(DARK).matches) ? "dark" : "light";
  dataset.contrast = contrast === "high" || matchMedia(MORE).matches ? "high" : "usual";
  dataset.motion = motion === "reduced" ? "reduced" : "usual";
  localStorage.setItem(KEPT.theme, theme);
  localStorage.setItem(KEPT.contrast, contrast);
  localStorage.setItem(KEPT.motion, motion);
}

/** Follows the chosen look, and the system in what is left to it. */
export function useLook(settings: Settings | undefined): void {
  const { theme, contrast, motion } = lookOf(settings ?? {});
  const known = settings !== undefined;
  useEffect(() => {
    if (!known) return;
    const show = () => showLook({ theme, contrast, motion });
    show();
    const asked = [matchMedia(DARK), matchMedia(MORE)];
    for (const system of asked) system.addEventListener("change", show);
    return () => {
      for (const system of asked) system.removeEventListener("change", show);
    };
  }, [known, theme, contrast, motion]);
}
