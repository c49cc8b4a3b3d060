import type { Contrast, Density, Motion, Theme } from "@/ipc";
import { said } from "./said";

const theme: Record<Theme, string> = { system: "As the system", light: "Light", dark: "Dark" };
const contrast: Record<Contrast, string> = { system: "As the system", high: "High" };
const density: Record<Density, string> = { comfortable: "With room", compact: "Compact" };
const motion: Record<Motion, string> = { system: "As the system", reduced: "Nothing moves" };

/** What belongs to the installation, not to a platform. */
export const settings = said("settings", {
  title: "Settings",
  appearance: "Appearance",
  theme: "Theme",
  themes: theme,
  size: "Size",
  menuBar: "Show the menu bar",
  on: "on",
  off: "off",
  menuBarNote: "Otherwise Alt or F10 opens it.",
  contrast: "Contrast",
  contrastHelp: "High: every word is at least seven times as bright or dark as what it stands on.",
  contrasts: contrast,
  density: "Rows",
  densityHelp: "Where no saved view says otherwise.",
  densities: density,
  motion: "Motion",
  motions: motion,
  kept: (what: string, chosen: string) => `${what}: ${chosen}.`,
  learning: "Learning Rollcall",
  saveFailed: "The choice could not be kept",
  chosenSince: "It was chosen otherwise since, and that stays.",
  data: "Data on this computer",
  storage: "Lists and runs",
  keychain: "Credentials",
  keychainOk: "The keychain of this computer keeps them. They are never in a file.",
  leaves: "What leaves this computer",
  leavesText: "Calls to the platforms you connect, and to their sign-in servers. Nothing else.",
  sample: "Sample platform",
  sampleText: "A made-up platform inside Rollcall. It keeps what you did there; nobody gets mail.",
  openSample: "Open the sample platform",
  about: "About",
  version: "Version",
  licence: "Licence",
  licenceText: "MIT or Apache-2.0",
});
