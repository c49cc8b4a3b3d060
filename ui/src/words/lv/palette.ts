import type { palette as english } from "../palette";
import { people } from "./forms";

export const palette: typeof english = {
  open: "Atrast vai darīt",
  title: "Atrast cilvēkus visās platformās, doties uz jebkuru ekrānu un darīt jebko",
  field: "Ko atrast vai darīt",
  hint: "Vārds, adrese, loma, ekrāns vai darbība…",
  results: "Atrasts",
  group: {
    recent: "Izvēlēts iepriekš",
    people: "Cilvēki",
    here: "Šajā ekrānā",
    screens: "Doties uz",
    platforms: "Platformas",
    views: "Saglabātie skati",
    anywhere: "Darīt",
    roles: "Lomas",
    runs: "Izsūtīšanas",
    reviews: "Piekļuves pārskatīšanas",
    organizations: "Organizācijas",
  },
  searching: "Meklē visās platformās…",
  nothing: (text) => `Nekā un neviena ar nosaukumu „${text}” nav.`,
  keys: "↑ ↓ izvēlas, Enter atver, Esc aizver",
  people,
  allKeys: (key) => `${key} rāda visus taustiņus`,
  switch: (first, last) => `${first} līdz ${last} pārslēdz platformas no jebkuras vietas`,
};
