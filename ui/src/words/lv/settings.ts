import type { settings as english } from "../settings";

export const settings: typeof english = {
  title: "Iestatījumi",
  appearance: "Izskats",
  theme: "Motīvs",
  themes: { system: "Kā sistēmā", light: "Gaišs", dark: "Tumšs" },
  saveFailed: "Izvēli neizdevās saglabāt",
  data: "Dati šajā datorā",
  storage: "Saraksti un izsūtīšanas",
  keychain: "Akreditācijas dati",
  keychainOk: "Tos glabā šī datora atslēgu krātuve. Failā tie nav nekad.",
  leaves: "Kas tiek sūtīts ārpus šī datora",
  leavesText: "Izsaukumi Jūsu savienotajām platformām un to pierakstīšanās serveriem. Nekas cits.",
  sample: "Parauga platforma",
  sampleText: "Izdomāta platforma pašā Rollcall. Tur darītais tajā paliek; neviens nesaņem vēstules.",
  openSample: "Atvērt parauga platformu",
  about: "Par Rollcall",
  version: "Versija",
  licence: "Licence",
  licenceText: "MIT vai Apache-2.0",
};
