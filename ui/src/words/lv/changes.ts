import type { changes as english } from "../changes";
import { count, form } from "../format";
import { since, until } from "./dates";
import { people, told } from "./forms";

const changed = (n: number, what: string) => `${what} ${form(n, "mainījies", "mainījušies")}: ${count(n)}`;

export const changes: typeof english = {
  title: "Izmaiņas",
  note: people,
  search: "Meklēt izmaiņās",
  searchHint: "Meklēt vārdu, adresi, ID…",
  from: "No saraksta",
  to: "Līdz sarakstam",
  listNote: (n, joined, left) => `${people(n)}, +${count(joined)} −${count(left)}`,
  sinceLastWeek: "Kopš pagājušās nedēļas",
  since: (from, passed) => `Kopš ${since(from)} (${passed}):`,
  between: (from, to, passed) => `No ${since(from)} līdz ${until(to)} (${passed}):`,
  nobody: "neviens nav pievienojies, aizgājis vai mainījies",
  kinds: "Izmaiņu veidi",
  kind: {
    joined: "Pievienojušies",
    left: "Aizgājuši",
    state: "Stāvoklis",
    role: "Loma",
    provider: "Identitātes nodrošinātājs",
    organization: "Organizācija",
    other: "Cits",
  },
  counted: {
    joined: (n) => told(n, "pievienojies", "pievienojušies"),
    left: (n) => told(n, "aizgājis", "aizgājuši"),
    state: (n) => `mainīts stāvoklis: ${count(n)}`,
    role: (n) => `mainīta loma: ${count(n)}`,
    provider: (n) => `mainīts identitātes nodrošinātājs: ${count(n)}`,
    organization: (n) => `mainīta organizācija: ${count(n)}`,
    other: (n) => changed(n, "citādi"),
  },
  field: {
    email: "E-pasts",
    firstName: "Vārds",
    lastName: "Uzvārds",
    created: "Izveidots",
    accessibility: "Pieejamība",
    externalId: "Ārējais ID",
  },
  export: "Eksportēt…",
  saved: (name) => `Saglabāts kā ${name}.`,
  exportFailed: "Izmaiņas netika ierakstītas",
  grid: "Cilvēki, kas pievienojušies, aizgājuši vai mainījušies",
  column: { person: "Cilvēks", email: "E-pasts", what: "Kas mainījies", listed: "Tagad" },
  changed: (what, before, after) => `${what}: ${before} → ${after}`,
  nothing: "nav",
  listed: "Sarakstā",
  notListed: "Vairs nav sarakstā",
  none: {
    title: "Neviens nav pievienojies, aizgājis vai mainījies",
    text: "Starp šiem diviem sarakstiem visi palikuši, kā bija. Lai skatītos tālāk atpakaļ, izvēlieties vecāku sarakstu.",
  },
  noMatch: {
    title: "Nekas neatbilst",
    text: "Starp šiem diviem sarakstiem ir izmaiņas, bet neviena neatbilst meklētajam un izvēlētajiem veidiem.",
    clear: "Notīrīt meklēšanu un veidus",
  },
  oneList: {
    title: "Pagaidām ir tikai viens saraksts",
    text: "Pēc nākamās atsvaidzināšanas šeit būs redzams, kas pievienojies, aizgājis un mainījies.",
    refresh: "Atsvaidzināt",
  },
  noList: {
    title: "Cilvēku saraksts vēl nav nolasīts",
    text: "Lai pateiktu, kas mainījies, vajag divus sarakstus. Pirmo nolasa no platformas un glabā šajā datorā.",
    read: "Nolasīt sarakstu",
  },
  person: {
    region: (name) => `Kas noticis: ${name}`,
    between: "Starp abiem sarakstiem",
    before: "Soli pa solim",
    copyId: "Kopēt ID",
    gone: "Par šo cilvēku starp šiem diviem sarakstiem nekas nav zināms.",
  },
  history: {
    title: "Kas mainījies",
    none: "Nekas nav mainījies, kopš Rollcall pirmo reizi nolasīja šo sarakstu.",
    failed: "Vēsturi neizdevās nolasīt",
  },
};
