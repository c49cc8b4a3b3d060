import type { UserColumn } from "@/ipc";
import { ago, count, date, duration, plural } from "../format";
import type { people as english } from "../people";
import { people as persons } from "./counted";

const days = (n: number) => plural(n, "Tag", "Tage");
const sinceDays = (n: number) => plural(n, "Tag", "Tagen");

const letters = { up: "A bis Z", down: "Z bis A" };
const times = { up: "Älteste zuerst", down: "Neueste zuerst" };

/** How each column orders, said in words: after "sortiert nach". */
const order: Record<UserColumn, { by: string; up: string; down: string }> = {
  name: { by: "Name", ...letters },
  firstName: { by: "Vorname", ...letters },
  lastName: { by: "Nachname", ...letters },
  email: { by: "E-Mail", ...letters },
  domain: { by: "E-Mail-Domain", ...letters },
  state: { by: "Status", ...letters },
  role: { by: "Rolle", ...letters },
  organization: { by: "Organisation", ...letters },
  provider: { by: "Identitätsanbieter", ...letters },
  created: { by: "Anlagedatum", ...times },
  accessibility: { by: "Zugänglichkeit", ...letters },
  externalId: { by: "externer ID", ...letters },
  id: { by: "ID", ...letters },
  invitation: { by: "Einladungsdatum", ...times },
};

const column: Record<UserColumn, string> = {
  name: "Name",
  firstName: "Vorname",
  lastName: "Nachname",
  email: "E-Mail",
  domain: "E-Mail-Domain",
  state: "Status",
  role: "Rolle",
  organization: "Organisation",
  provider: "Anbieter",
  created: "Angelegt",
  accessibility: "Zugänglichkeit",
  externalId: "Externe ID",
  id: "ID",
  invitation: "Eingeladen",
};

export const people: typeof english = {
  users: {
    title: "Benutzer",
    note: (matching, total) => (matching === total ? count(total) : `${count(matching)} von ${count(total)}`),
    search: "Personen suchen",
    searchHint: "Name, Adresse, ID suchen…",
    invite: "Personen einladen",
    column,
    sorted: (sort) =>
      `sortiert nach ${sort
        .map(({ column: by, descending }) => `${order[by].by}, ${descending ? order[by].down : order[by].up}`)
        .join("; dann nach ")}`,
    grid: "Personen",
    gridHelp:
      "Eingabe öffnet eine Person, die Menütaste bietet an, was sich tun lässt. Buchstaben springen, Strg und G geht zu einer Zeile.",
    more: "Mehr",
    moreLabel: "Mehr, was sich mit Personen tun lässt",
    exportPeople: "Exportieren…",
    compact: "Kompakt",
    basis: { "creation-date": "nach Anlagedatum", "send-record": "von Rollcall gesendet" },
    menu: {
      open: "Öffnen",
      copyRows: "Ausgewählte Zellen kopieren",
      inviteAgain: "Erneut einladen…",
    },
    compactRows: "Kompakte Zeilen auf diesem Bildschirm",
    withRoom: "Luftige Zeilen auf diesem Bildschirm",
    nobodyTitle: "Auf dieser Plattform ist noch niemand gelistet",
    nobody: "Die Liste wurde bis zum Ende gelesen und enthält keine Personen. Wer eingeladen wird, erscheint hier.",
    noMatchTitle: "Keine Treffer",
    noMatch: (search, filtered) =>
      search === ""
        ? "Auf dieser Plattform passt niemand zu den gewählten Filtern."
        : filtered
          ? `Niemand passt zu „${search}“ und zu den gewählten Filtern.`
          : `Kein Name, keine Adresse, ID, Rolle oder Organisation enthält „${search}“.`,
    clear: "Suche und Filter leeren",
    notFetchedTitle: "Die Personenliste wurde noch nicht gelesen",
    notFetched:
      "Rollcall liest Personen, Rollen und Organisationen von der Plattform und bewahrt sie auf diesem Computer auf.",
    read: "Liste lesen",
  },
  state: {
    lastDay: (state) => `${state} · noch weniger als ein Tag`,
    left: (state, n) => `${state} · noch ${days(n)}`,
    lapsed: (state, n) => `${state} · seit ${sinceDays(n)} verfallen`,
    lapsedToday: (state) => `${state} · seit weniger als einem Tag verfallen`,
  },
  refresh: {
    label: "Personen werden gelesen",
    progress: (read, total) =>
      total === null ? `${persons(read)} gelesen` : `${count(read)} von ${persons(total)} gelesen`,
    left: (seconds) => `noch ${duration(seconds)}`,
    starting: "Die Plattform wird nach ihren Personen gefragt",
    cancel: "Abbrechen",
    started: "Die Personenliste wird gelesen",
    failedTitle: "Die Liste konnte nicht aktualisiert werden",
    kept: (iso) => `Die Liste vom ${date(iso)} (${ago(iso)}) ist noch da.`,
    neverRead: "Vorher wurde keine Liste gelesen.",
    retry: "Erneut versuchen",
    partialTitle: "In dieser Liste können Personen fehlen",
    partial:
      "Während des Lesens blieb die Gesamtzahl nicht gleich, oder eine Seite fehlt. Aktualisieren Sie noch einmal, um sicher zu sein.",
  },
  held: {
    title: "Die neue Liste sieht falsch aus.",
    shown: (iso) => `Was Sie sehen, ist die Liste vom ${date(iso)} (${ago(iso)}).`,
    waits: "Nichts wird gesendet oder geklärt, bis Sie sagen, welche Liste stimmt.",
    keep: "Alte Liste behalten",
    take: "Neue Liste nehmen…",
    dialog: {
      title: (n) => `Die neue Liste mit ${persons(n)} nehmen?`,
      changes: (before, now) => `Die alte Liste enthält ${persons(before)}, die neue ${count(now)}.`,
      counts: (joined, left, changed) =>
        `${count(joined)} dazugekommen, ${count(left)} weggefallen, ${count(changed)} geändert.`,
      text: "Die neue Liste gilt dann als vollständig: Wer darin fehlt, gilt als nicht vorhanden und kann neu eingeladen werden. Die alte Liste wird ersetzt.",
      cancel: "Noch nicht",
      confirm: (n) => `Liste mit ${persons(n)} nehmen`,
    },
  },
  person: {
    region: (name) => `Über ${name}`,
    close: "Schließen",
    tabs: "Ansichten dieser Person",
    details: "Einzelheiten",
    historyTab: "Verlauf",
    json: "JSON",
    asSent: "So, wie die Plattform es gesendet hat.",
    asRead:
      "So, wie Rollcall es gelesen hat. Was die Plattform selbst sendet, wird ab der nächsten Aktualisierung aufbewahrt.",
    inviteAgain: "Erneut einladen",
    copyAddress: "Adresse kopieren",
    copyId: "ID kopieren",
    copyJson: "JSON kopieren",
    role: "Rolle",
    roles: "Rollen",
    weight: (n) => `Gewicht ${count(n)}`,
    organization: "Organisation",
    organizations: "Organisationen",
    provider: "Anbieter",
    externalId: "Externe ID",
    created: "Angelegt",
    accessibility: "Zugänglichkeit",
    id: "ID",
    other: "Außerdem von der Plattform angegeben",
    none: "nicht vorhanden",
    providerOff: "ausgeschaltet",
    foundBy: {
      id: "von der Plattform genannt",
      prefix: "daran erkannt, wie die externe ID beginnt",
      none: "die Plattform nennt keinen, und die externe ID beginnt mit keinem bekannten Präfix",
    },
    history: {
      runs: "Läufe mit dieser Person",
      noRuns: "Kein Lauf dieses Computers enthielt diese Person.",
      openRun: (title) => `Lauf „${title}“ öffnen`,
    },
    invitedBy: {
      "creation-date": (iso) => `Eingeladen am ${date(iso)} (Anlagedatum).`,
      "send-record": (iso) => `Eingeladen am ${date(iso)} (von Rollcall gesendet).`,
    },
    lapsed: "Einladungen gelten 7 Tage, darum funktioniert der Link in der E-Mail nicht mehr.",
    pending: (n) =>
      n === 0
        ? "Der Link in der E-Mail funktioniert noch weniger als einen Tag."
        : `Der Link in der E-Mail funktioniert noch ${days(n)}.`,
    notShown: "Diese Person kann nicht gezeigt werden",
  },
  can: {
    reinviteActive:
      "Aktive Personen haben nichts anzunehmen. Eine andere Rolle geben Sie ihnen auf der Plattform selbst.",
    reinviteBlocked:
      "Blockierte Personen können nicht eingeladen werden. Zuerst muss die Administration der Plattform die Blockierung aufheben.",
    reinviteNoAddress: "Die Plattform hat für diese Person keine Adresse genannt.",
  },
  read: "Liste lesen",
};
