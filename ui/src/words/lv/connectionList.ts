import type { connectionList as english } from "../connectionList";
import { ago, count, form, list, plural } from "../format";
import { rowsAs } from "./forms";

export const connectionList: typeof english = {
  live: "produkcija",
  sandbox: "testa vide",
  readOnly: "tikai skatīšanai",
  readOnlyWhy: "No šī datora caur šo savienojumu nevienu nevar uzaicināt.",
  refreshed: (iso, now) => (iso ? `Cilvēki nolasīti ${ago(iso, now)}` : "Cilvēki vēl nav nolasīti"),
  signsIn: {
    token: "Pierakstās ar ielīmētu marķieri",
    "client-credentials": "Pierakstās ar klienta ID un noslēpumu",
    browser: "Pierakstās ar pārlūku",
  },
  credentials: {
    kept: "akreditācijas dati atslēgu krātuvē",
    session: "akreditācijas dati tikai šai sesijai",
    missing: "trūkst akreditācijas datu",
    unknown: "atslēgu krātuve neatbild",
  },
  find: "Atrast savienojumu",
  noneFound: "Neviena savienojuma tā nesauc.",
  clear: "Notīrīt",
  switchKeys: (keys) => `${keys} pārslēdz uz to no jebkuras vietas`,
  needs: {
    title: (n) => {
      if (n === 1) return "Vienam savienojumam kaut kas ir vajadzīgs no Jums.";
      return `${plural(n, "savienojumam", "savienojumiem")} kaut kas ir vajadzīgs no Jums.`;
    },
    go: (name) => `Doties uz ${name}`,
  },
  problem: {
    tokenMissing: "Nav marķiera.",
    secretMissing: "Trūkst klienta noslēpuma.",
    nobodySignedIn: "Neviens nav pierakstījies.",
    keyMissing: "Trūkst abonementa atslēgas.",
    proxyPassword: "Trūkst starpniekservera paroles.",
    tokenEnded: (iso, now) => `Marķieris beidzās ${ago(iso, now)}.`,
    refused: "Platforma noraidīja pierakstīšanos.",
    keychain: "Atslēgu krātuve neatbild, tāpēc nav zināms, vai akreditācijas dati tur ir.",
  },
  repair: {
    open: "Atvērt savienojumu",
    again: "Jautāt vēlreiz",
    paste: "Ielīmēt marķieri",
    pasteNew: "Ielīmēt jaunu marķieri",
    browser: "Pierakstīties",
  },
  act: {
    duplicate: "Dublēt",
    export: "Eksportēt…",
    lock: "Slēgt: tikai skatīšanai",
    unlock: "Atslēgt…",
    organizations: "Organizācijas no faila…",
    up: "Augšup",
    down: "Lejup",
    remove: "Noņemt…",
  },
  exported: (file, names) =>
    names.length === 0
      ? `Saglabāts kā ${file}, bez akreditācijas datiem.`
      : `Saglabāts kā ${file}, bez akreditācijas datiem un bez galvenēm ${list(names)}, kas pēc tiem izskatās. Tam, kurš failu pārņems, tās prasīs.`,
  moved: (name, place, of) => `${name} tagad ir ${count(place)}. vietā no ${count(of)}.`,
  lockedSaid: (name) => `Savienojums ${name} tagad ir tikai skatīšanai.`,
  unlockDialog: {
    title: (name) => `Vai atslēgt ${name}?`,
    live: "No šī datora caur to atkal varēs uzaicināt cilvēkus. Tā ir produkcijas platforma: īsti cilvēki saņem īstas vēstules.",
    sandbox: "No šī datora caur to atkal varēs uzaicināt cilvēkus.",
    confirm: "Atslēgt",
    cancel: "Atstāt slēgtu",
  },
  locked: {
    text: (name) => `Savienojums ${name} ir tikai skatīšanai: no šī datora caur to nevienu nevar uzaicināt.`,
    unlock: "Atslēgt…",
  },
  organizations: {
    open: "Organizācijas no faila…",
    title: "Organizācijas no faila",
    known: (n) => `No failiem tagad ${form(n, "zināma", "zināmas")} ${plural(n, "organizācija", "organizācijas")}.`,
    added: (n) => (n === 0 ? "Neviena no tām nav jauna." : `${form(n, "Jauna", "Jaunas")}: ${count(n)}.`),
    leftOut: (n) => `Neizdevās izmantot ${rowsAs(n)}:`,
    leftOutMany: "Rindas, ko neizdevās izmantot; pirmās desmit:",
    wins: "Noteicošais ir tas, ko rāda pati platforma.",
    done: "Gatavs",
    failed: "Failu neizdevās izmantot",
    dropped: {
      title: "Vai pārņemt organizācijas no tabulas?",
      text: (file) =>
        `„${file}” ir tabula. Ja tajā ir organizācijas ar ID un nosaukumu, Rollcall tās iegaumēs savienojumam. Uzaicināmos cilvēkus ievelciet jebkurā citā ekrānā.`,
      none: "Vēl nav savienojuma, kuram organizācijas varētu piederēt. Vispirms saglabājiet savienojumu.",
      whose: "Savienojums",
      take: "Pārņemt organizācijas",
      cancel: "Atcelt",
    },
  },
};
