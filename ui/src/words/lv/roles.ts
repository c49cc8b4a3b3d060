import { count, dateTime, plural } from "../format";
import type { roles as english } from "../roles";
import { on } from "./dates";
import { people, peopleTo } from "./forms";

export const roles: typeof english = {
  title: "Lomas",
  ladder: "Lomas",
  column: {
    weight: "Svars",
    rung: "Šajā pakāpienā",
    role: "Loma",
    power: "Vara pār citiem",
    actions: "Darbības",
  },
  powerMenu: "Tā dod varu pār citiem",
  noPowerMenu: "Tā nedod varu pār citiem",
  noWeight: "nav",
  highest: (n) => `augstākā loma: ${count(n)}`,
  onRung: (n) => `${people(n)} šajā pakāpienā`,
  barNote: "Katrā joslā tumšā daļa ir tie, kam šī ir augstākā loma; gaišajai daļai ir arī augstāka.",
  people,
  show: (n, name) => `Rādīt, kam ir loma ${name}: ${people(n)}`,
  alone: (n) => `${peopleTo(n)} tikai šī loma`,
  thanRole: (name) => `(${name})`,
  power: (name) => `${name} dod varu pār citiem`,
  powerFailed: "Nav saglabāts.",
  powerNote:
    "Lomu ar varu pār citiem nekad nemin un neatceras, un to nosauc, pirms kaut ko sūta. Konstatējumi un pārskatīšanas izmanto tās pašas atzīmes.",
  proposed: "Ieteikts.",
  ticked: (by, at) => `Atzīmēja ${by}, ${dateTime(at)}`,
  unticked: (by, at) => `Atzīmi noņēma ${by}, ${dateTime(at)}`,
  copyOf: (name) => `Kopēt ID: ${name}`,
  invite: "Uzaicināt",
  inviteWith: "Uzaicināt ar šo lomu",
  direction: {
    title: "Kurš svars ir vara",
    said: {
      "more-is-power": "Jo lielāks lomas svars, jo vairāk tā drīkst.",
      "less-is-power": "Jo mazāks lomas svars, jo vairāk tā drīkst.",
    },
    at: (at) => `Teikts ${on(dateTime(at))}.`,
    note: "Platforma nesaka, kā ir. Neizvēlieties lomu tikai pēc tās svara.",
    turn: "Apgriezt",
    asAssumed: "Kā pieņemts",
    failed: "Virziens netika saglabāts",
  },
  figures: {
    label: "Kam ir lomas",
    people: (n) => `pavisam ${people(n)}`,
    several: (n) => `${peopleTo(n)} ir vairākas lomas`,
    none: (n) => `${peopleTo(n)} nav lomas`,
  },
  combinations: {
    title: "Zināmas kombinācijas",
    note: "Lomas, kas kopā nozīmē ko citu nekā katra atsevišķi.",
    people: (n) => `tā ir ${peopleTo(n)}`,
    source: "Avots:",
    finding: "Ziņots kā konstatējums",
  },
  sets: {
    title: "Kopā piešķirtās",
    note: "Tieši šīs lomas un neviena cita.",
    more: (n) => `Vēl ${plural(n, "lomu kopa", "lomu kopas", "lomu kopu")} ar mazāku cilvēku skaitu.`,
  },
  emptyTitle: "Lomu sarakstā vēl nav",
  empty: "Lomas nāk kopā ar cilvēku sarakstu. Uzaicinājumā norāda vienu no tām.",
};
