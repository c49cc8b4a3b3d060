import { count, date, plural, size } from "../format";
import type { storage as english } from "../storage";
import { since } from "./dates";

const lists = (n: number) => plural(n, "saraksts", "saraksti", "sarakstu");

export const storage: typeof english = {
  background: {
    title: "Lasīšana fonā",
    note: "Kamēr Rollcall ir atvērts, Jūsu platformu sarakstus var nolasīt no jauna automātiski. Nekas netiek sūtīts.",
    label: "Lasīt sarakstus",
    off: "Tikai pēc lūguma",
  },
  title: "Kas tiek glabāts par katru platformu",
  note: "Tikai šajā datorā. Izmaiņas 30 dienas glabā pa sarakstiem, tad 13 mēnešus pa nedēļām.",
  noPlatform: "Neviena platforma nav savienota, tāpēc nekas netiek glabāts.",
  total: (kib) => `pavisam ${size(kib)}`,
  size,
  part: {
    list: "Cilvēku saraksts",
    history: "Agrākie saraksti un izmaiņas",
    runs: "Izsūtīšanas",
    drafts: "Melnraksti un to failu kopijas",
    views: "Saglabātie skati",
    reviews: "Piekļuves pārskatīšanas",
    other: "Cits",
  },
  lists: (n, oldest) => (oldest === null ? lists(n) : `${lists(n)} kopš ${since(date(oldest))}`),
  noLists: "Vēl neviens saraksts nav nolasīts",
  forget: "Aizmirst šīs platformas datus…",
  forgetOf: (name) => `Aizmirst šīs platformas datus: ${name}`,
  dialog: {
    title: (name) => `Vai aizmirst visu par ${name}?`,
    goes: "Kas tiek izdzēsts no šī datora:",
    list: "cilvēku saraksts ar lomām, identitātes nodrošinātājiem un organizācijām",
    history: (n) => `glabātie saraksti (${count(n)}) un viss par to, kas pievienojies, aizgājis un mainījies`,
    runs: "izsūtīšanas un tas, kas noticis ar katru to rindu",
    drafts: "melnraksti, Rollcall izveidotās to failu kopijas un par agrākiem failiem iegaumētais",
    views: "saglabātie skati",
    connection: "pats savienojums ar atslēgu un pierakstīšanos atslēgu krātuvē",
    stays: "Platformā nekas nemainās: neviens nezaudē kontu vai uzaicinājumu. To nevar atsaukt.",
    reviews: "Arī piekļuves pārskatīšanas",
    reviewsNote:
      "Pārskatīšanas var būt pierādījumi, kas jāglabā. Bez atzīmes tās paliek, un paliek arī savienojums, bet bez akreditācijas datiem.",
    name: (name) => `Lai apstiprinātu, ierakstiet ${name}`,
    typeFirst: "Vispirms ierakstiet platformas nosaukumu.",
    cancel: "Paturēt visu",
    confirm: (name) => `Aizmirst ${name}`,
    refused: "Nekas netika aizmirsts",
    toRuns: "Skatīt izsūtīšanas",
  },
};
