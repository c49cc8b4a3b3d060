import type { commands as english } from "../commands";
import { people } from "./forms";

export const commands: typeof english = {
  off: (what, why) => `${what}: ${why}`,
  noPlatform: "neviena platforma nav atvērta",
  refresh: (platform) => `Atsvaidzināt platformas ${platform} sarakstus`,
  refreshOpen: "Atsvaidzināt sarakstus",
  refreshing: "tos jau lasa",
  refreshed: (platform, n) => `Platformas ${platform} saraksti ir nolasīti: ${people(n)}.`,
  listHeld: (platform) =>
    `Platformas ${platform} jaunais saraksts izskatās nepareizs un gaida jūsu lēmumu. Paliek iepriekšējais.`,
  notRefreshed: (platform) => `Platformas ${platform} sarakstus neizdevās nolasīt. Paliek iepriekšējie.`,
  inviteFile: "Uzaicināt no faila…",
  invitePerson: "Uzaicināt vienu cilvēku…",
  newReview: "Sākt piekļuves pārskatīšanu…",
  connect: "Savienot platformu…",
  sample: "Atvērt parauga platformu",
  tour: "Iepazīties ar parauga platformu",
  light: "Gaišs motīvs",
  dark: "Tumšs motīvs",
  system: "Motīvs kā sistēmā",
  highContrast: "Augsts kontrasts",
  usualContrast: "Kontrasts kā sistēmā",
  compact: "Kompaktas rindas visur",
  comfortable: "Plašas rindas visur",
  reduceMotion: "Ekrāns bez kustībām",
  allowMotion: "Kustības kā sistēmā",
};
