import type { Theme } from "@/ipc";
import { said } from "./said";

const theme: Record<Theme, string> = { system: "As the system", light: "Light", dark: "Dark" };

/** What belongs to the installation, not to a platform. */
export const settings = said("settings", {
  title: "Settings",
  appearance: "Appearance",
  theme: "Theme",
  themes: theme,
  size: "Size",
  menuBar: "Show the menu bar",
  menuBarNote: "Otherwise Alt or F10 opens it.",
  saveFailed: "The choice could not be kept",
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
