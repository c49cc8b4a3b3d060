import type { palette as english } from "../palette";

export const palette: typeof english = {
  open: "Atrast jebkuru",
  title: "Atrast cilvēkus visās platformās un doties uz jebkuru ekrānu",
  field: "Ko atrast",
  hint: "Vārds, adrese, ID vai ekrāns…",
  results: "Atrasts",
  group: {
    recent: "Izvēlēts iepriekš",
    people: "Cilvēki",
    screens: "Doties uz",
    platforms: "Platformas",
    views: "Saglabātie skati",
  },
  searching: "Meklē visās platformās…",
  nothing: (text) => `Nekā un neviena ar nosaukumu „${text}” nav.`,
  keys: "↑ ↓ izvēlas, Enter atver, Esc aizver",
  switch: (first, last) => `${first} līdz ${last} pārslēdz platformas no jebkuras vietas`,
};
