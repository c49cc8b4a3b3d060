import type { exporting as english } from "../exporting";
import { count, duration, form } from "../format";
import { columns, people, peopleAs, peopleFrom, rows, told } from "./forms";

export const exporting: typeof english = {
  open: "Eksportēt",
  title: "Eksportēt cilvēkus",
  what: {
    label: "Kurus",
    picked: (n) => `Atlasītos (${people(n)})`,
    matching: (n) => `Filtriem atbilstošos (${people(n)})`,
    everyone: (n) => (n === 1 ? "Vienīgo cilvēku platformā" : `Visus platformā (${people(n)})`),
  },
  columns: {
    label: "Kolonnas",
    visible: (n) => `Redzamās, šādā secībā (${columns(n)})`,
    all: "Visas kolonnas, arī paslēptās",
  },
  format: {
    label: "Formāts",
    name: { xlsx: "Excel darbgrāmata", csv: "CSV", json: "JSON" },
    note: {
      xlsx: "Datumi ir datumi; pirmā rinda paliek redzama un filtrē.",
      csv: "Jebkurai izklājlapu programmai.",
      json: "Programmām.",
    },
  },
  separator: {
    label: "Atdalītājs",
    name: { comma: "Komats", semicolon: "Semikols", tab: "Tabulators" },
  },
  encoding: {
    label: "Kodējums",
    name: { "utf8-bom": "UTF-8 programmai Excel", utf8: "UTF-8", "utf16-le": "UTF-16", windows1252: "Windows-1252" },
    windowsNote: "Ietver tikai Rietumeiropas burtus. Ja kāda vārdam vajag citus, nekas netiek ierakstīts.",
  },
  cancel: "Atcelt",
  start: (n) => `Eksportēt ${peopleAs(n)}…`,
  progress: {
    label: "Raksta cilvēkus",
    starting: "Gaida faila nosaukumu",
    written: (done, total) => `${form(done, "Ierakstīts", "Ierakstīti")} ${count(done)} no ${peopleFrom(total)}`,
    left: (seconds) => `atlicis ${duration(seconds)}`,
    stop: "Apturēt",
  },
  nobody: "sarakstā neviena nav",
  saved: (name, n) => `Saglabāts kā ${name}: ${people(n)}.`,
  stopped: "Eksportēšana tika apturēta. Neviens fails nepalika.",
  failed: "Nekas netika eksportēts",
  selection: {
    label: "Atlasītie cilvēki",
    people: (n) => told(n, "Atlasīts", "Atlasīti"),
    copy: "Kopēt",
    copyHint: "Kopēt atlasītās šūnas kopā ar galvenēm",
    copied: (n, across) => `Nokopēts: ${rows(n)} × ${columns(across)}.`,
    between: "Līdzi nāca arī neiezīmētās šūnas starp tām.",
    uneven: (n, across) => `Kopējot līdzi nāk arī šūnas starp tām: ${rows(n)} × ${columns(across)}.`,
    copyFailed: "Nekas netika nokopēts",
    exportOf: (n) => `Eksportēt ${peopleAs(n)}…`,
    inviteOf: (n) => `Uzaicināt vēlreiz ${peopleAs(n)}…`,
    exportSome: "Eksportēt…",
    invite: "Uzaicināt vēlreiz…",
    inviteHint: "Izveido melnrakstu ar tiem, kas vēl nav pieņēmuši. Pagaidām nekas netiek sūtīts.",
    clear: "Notīrīt",
  },
  again: {
    failed: "Melnraksts netika izveidots",
    leftOut: (kept, leftOut) =>
      `Melnrakstā: ${people(kept)}. ${told(leftOut, "Izlaists", "Izlaisti")}; pēc pašreizējā saraksta ${form(leftOut, "viņš nav", "viņi nav")} stāvoklī New, tāpēc nav uzaicinājuma, ko pieņemt. Nekas netika sūtīts.`,
    open: "Atvērt melnrakstu",
  },
  queue: {
    invite: (n) => `Uzaicināt vēlreiz ${peopleAs(n)}…`,
    hint: "Izveido melnrakstu tieši ar šiem cilvēkiem, kā tie redzami sarakstā. Pagaidām nekas netiek sūtīts.",
  },
};
