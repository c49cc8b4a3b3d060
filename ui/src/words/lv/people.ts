import type { UserColumn } from "@/ipc";
import { ago, count, date, duration, form } from "../format";
import type { people as english } from "../people";
import { on, since } from "./dates";
import { people as counted, days, daysAgo, daysLong, peopleFrom, told } from "./forms";

const letters = { up: "no A līdz Z", down: "no Z līdz A" };
const times = { up: "vecākie vispirms", down: "jaunākie vispirms" };

/** How each column orders, said in words. */
const order: Record<UserColumn, { by: string; up: string; down: string }> = {
  name: { by: "vārda un uzvārda", ...letters },
  firstName: { by: "vārda", ...letters },
  lastName: { by: "uzvārda", ...letters },
  email: { by: "e-pasta", ...letters },
  domain: { by: "e-pasta domēna", ...letters },
  state: { by: "stāvokļa", ...letters },
  role: { by: "lomas", ...letters },
  organization: { by: "organizācijas", ...letters },
  provider: { by: "identitātes nodrošinātāja", ...letters },
  created: { by: "izveides datuma", ...times },
  accessibility: { by: "pieejamības", ...letters },
  externalId: { by: "ārējā ID", ...letters },
  id: { by: "ID", ...letters },
  invitation: { by: "uzaicinājuma datuma", ...times },
};

export const people: typeof english = {
  users: {
    title: "Lietotāji",
    note: (matching, total) => (matching === total ? count(total) : `${count(matching)} no ${count(total)}`),
    search: "Meklēt cilvēkus",
    searchHint: "Meklēt vārdu, adresi, ID…",
    invite: "Uzaicināt cilvēkus",
    column: {
      name: "Vārds, uzvārds",
      firstName: "Vārds",
      lastName: "Uzvārds",
      email: "E-pasts",
      domain: "E-pasta domēns",
      state: "Stāvoklis",
      role: "Loma",
      organization: "Organizācija",
      provider: "Nodrošinātājs",
      created: "Izveidots",
      accessibility: "Pieejamība",
      externalId: "Ārējais ID",
      id: "ID",
      invitation: "Uzaicināts",
    },
    sorted: (sort) =>
      `kārtots pēc ${sort
        .map(({ column: by, descending }) => `${order[by].by}, ${descending ? order[by].down : order[by].up}`)
        .join("; tad pēc ")}`,
    grid: "Cilvēki",
    gridHelp: "Enter atver cilvēku, izvēlnes taustiņš piedāvā, ko var darīt. Burti pārlec, Ctrl un G dodas uz rindu.",
    more: "Vairāk",
    moreLabel: "Ko vēl darīt ar cilvēkiem",
    exportPeople: "Eksportēt…",
    compact: "Kompakti",
    basis: { "creation-date": "pēc izveides datuma", "send-record": "nosūtījis Rollcall" },
    menu: {
      open: "Atvērt",
      copyRows: "Kopēt atlasītās šūnas",
      inviteAgain: "Uzaicināt vēlreiz…",
    },
    compactRows: "Kompaktas rindas šajā ekrānā",
    withRoom: "Plašas rindas šajā ekrānā",
    nobodyTitle: "Šajā platformā vēl neviena nav",
    nobody: "Saraksts tika nolasīts līdz galam, un cilvēku tajā nav. Uzaicinātie parādīsies šeit.",
    noMatchTitle: "Neviens neatbilst",
    noMatch: (search, filtered) =>
      search === ""
        ? "Neviens šajā platformā neatbilst izvēlētajiem filtriem."
        : filtered
          ? `Neviens neatbilst gan „${search}”, gan izvēlētajiem filtriem.`
          : `„${search}” nav neviena vārdā, adresē, ID, lomā vai organizācijā.`,
    clear: "Notīrīt meklēšanu un filtrus",
    notFetchedTitle: "Cilvēku saraksts vēl nav nolasīts",
    notFetched: "Rollcall nolasa cilvēkus, lomas un organizācijas no platformas un glabā šajā datorā.",
    read: "Nolasīt sarakstu",
  },
  state: {
    lastDay: (state) => `${state} · atlikusi mazāk nekā diena`,
    left: (state, n) => `${state} · vēl ${days(n)}`,
    lapsed: (state, n) => `${state} · beidzies pirms ${daysAgo(n)}`,
    lapsedToday: (state) => `${state} · beidzies pirms mazāk nekā dienas`,
  },
  refresh: {
    label: "Lasa cilvēkus",
    progress: (read, total) =>
      total === null
        ? `Nolasīti: ${counted(read)}`
        : `${form(read, "Nolasīts", "Nolasīti")} ${count(read)} no ${peopleFrom(total)}`,
    left: (seconds) => `atlicis ${duration(seconds)}`,
    starting: "Lūdz platformai cilvēkus",
    cancel: "Atcelt",
    started: "Lasa cilvēku sarakstu",
    failedTitle: "Sarakstu neizdevās atsvaidzināt",
    kept: (iso) => `Saraksts no ${since(date(iso))} (${ago(iso)}) joprojām ir šeit.`,
    neverRead: "Agrāk neviens saraksts nav nolasīts.",
    retry: "Mēģināt vēlreiz",
    partialTitle: "Šajā sarakstā var trūkt cilvēku",
    partial: "Neizdevās nolasīt visas lapas, kamēr kopskaits nemainās. Lai būtu droši, atsvaidziniet vēlreiz.",
  },
  held: {
    title: "Jaunais saraksts neizskatās pareizs.",
    shown: (iso) => `Tas, ko redzat, ir saraksts no ${since(date(iso))} (${ago(iso)}).`,
    waits: "Nekas netiek sūtīts vai izšķirts, kamēr nepasakāt, kurš saraksts ir pareizs.",
    keep: "Paturēt veco sarakstu",
    take: "Pieņemt jauno sarakstu…",
    dialog: {
      title: (n) => `Vai pieņemt jauno sarakstu (${counted(n)})?`,
      changes: (before, now) => `Vecajā sarakstā ir ${counted(before)}, jaunajā – ${count(now)}.`,
      counts: (joined, left, changed) =>
        `${told(joined, "Pievienojies", "Pievienojušies")}, ${told(left, "aizgājis", "aizgājuši")}, ${told(changed, "mainījies", "mainījušies")}.`,
      text: "Tad jauno sarakstu uzskata par pilnīgu: tos, kuru tajā nav, uzskata par neesošiem un var uzaicināt no jauna. Vecais saraksts tiek aizstāts.",
      cancel: "Vēl ne",
      confirm: (n) => `Pieņemt sarakstu (${count(n)})`,
    },
  },
  person: {
    region: (name) => `Par: ${name}`,
    close: "Aizvērt",
    tabs: "Šī cilvēka skati",
    details: "Sīkāk",
    historyTab: "Vēsture",
    json: "JSON",
    asSent: "Tā, kā platforma to nosūtīja.",
    asRead: "Tā, kā Rollcall to nolasīja. Platformas pašas sūtītais tiek glabāts no nākamās atsvaidzināšanas.",
    inviteAgain: "Uzaicināt vēlreiz",
    copyAddress: "Kopēt adresi",
    copyId: "Kopēt ID",
    copyJson: "Kopēt JSON",
    role: "Loma",
    roles: "Lomas",
    weight: (n) => `svars ${count(n)}`,
    organization: "Organizācija",
    organizations: "Organizācijas",
    provider: "Nodrošinātājs",
    externalId: "Ārējais ID",
    created: "Izveidots",
    accessibility: "Pieejamība",
    id: "ID",
    other: "Ko vēl norāda platforma",
    none: "nav",
    providerOff: "izslēgts",
    foundBy: {
      id: "norādījusi platforma",
      prefix: "noteikts pēc ārējā ID sākuma",
      none: "platforma to nenorāda, un ārējais ID nesākas ar zināmu prefiksu",
    },
    history: {
      runs: "Izsūtīšanas ar šo cilvēku",
      noRuns: "Nevienā šī datora izsūtīšanā šī cilvēka nav bijis.",
      openRun: (title) => `Atvērt izsūtīšanu „${title}”`,
    },
    invitedBy: {
      "creation-date": (iso) => `Uzaicināts ${on(date(iso))} (izveides datums).`,
      "send-record": (iso) => `Uzaicināts ${on(date(iso))} (nosūtījis Rollcall).`,
    },
    lapsed: "Uzaicinājumi ir derīgi 7 dienas, tāpēc saite vēstulē vairs nedarbojas.",
    pending: (n) =>
      n === 0 ? "Saite vēstulē darbosies vēl mazāk nekā dienu." : `Saite vēstulē darbosies vēl ${daysLong(n)}.`,
    notShown: "Šo cilvēku nevar parādīt",
  },
  can: {
    reinviteActive: "Aktīviem cilvēkiem nav ko pieņemt. Lai dotu citu lomu, izmantojiet pašu platformu.",
    reinviteBlocked: "Bloķētus cilvēkus nevar uzaicināt. Vispirms tos jāatbloķē platformas administratoram.",
    reinviteNoAddress: "Platforma šim cilvēkam nav norādījusi adresi.",
  },
  read: "Nolasīt sarakstu",
};
