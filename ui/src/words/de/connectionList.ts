import type { CredentialState, ProfileView } from "@/ipc";
import type { connectionList as english } from "../connectionList";
import { ago, count, list, plural } from "../format";
import { rows } from "./counted";

const signsIn: Record<ProfileView["signIn"]["kind"], string> = {
  token: "Meldet sich mit einem eingefügten Token an",
  "client-credentials": "Meldet sich mit Client-ID und Client-Secret an",
  browser: "Meldet sich über den Browser an",
};

const credentials: Record<CredentialState, string> = {
  kept: "Zugangsdaten im Schlüsselbund",
  session: "Zugangsdaten nur für diese Sitzung",
  missing: "Zugangsdaten fehlen",
  unknown: "der Schlüsselbund gibt keine Auskunft",
};

export const connectionList: typeof english = {
  live: "live",
  sandbox: "Sandbox",
  readOnly: "nur ansehen",
  readOnlyWhy: "Von diesem Computer aus kann über diese Verbindung niemand eingeladen werden.",
  refreshed: (iso, now) => (iso ? `Personen gelesen ${ago(iso, now)}` : "Personen noch nicht gelesen"),
  signsIn,
  credentials,
  find: "Verbindung suchen",
  noneFound: "Keine Verbindung heißt so.",
  clear: "Leeren",
  switchKeys: (keys) => `${keys} wechselt von überall dorthin`,
  needs: {
    title: (n) =>
      n === 1 ? "Eine Verbindung braucht etwas von Ihnen." : `${count(n)} Verbindungen brauchen etwas von Ihnen.`,
    go: (name) => `Zu ${name}`,
  },
  problem: {
    tokenMissing: "Es gibt kein Token.",
    secretMissing: "Das Client-Secret fehlt.",
    nobodySignedIn: "Niemand ist angemeldet.",
    keyMissing: "Der Abonnementschlüssel fehlt.",
    proxyPassword: "Das Passwort für den Proxy fehlt.",
    tokenEnded: (iso, now) => `Das Token ist ${ago(iso, now)} abgelaufen.`,
    refused: "Die Plattform hat die Anmeldung abgelehnt.",
    keychain: "Der Schlüsselbund antwortet nicht. Ob die Zugangsdaten da sind, ist darum nicht bekannt.",
  },
  repair: {
    open: "Verbindung öffnen",
    again: "Erneut fragen",
    paste: "Token einfügen",
    pasteNew: "Neues Token einfügen",
    browser: "Anmelden",
  },
  act: {
    duplicate: "Duplizieren",
    export: "Exportieren…",
    lock: "Sperren: nur ansehen",
    unlock: "Entsperren…",
    organizations: "Organisationen aus einer Datei…",
    up: "Nach oben",
    down: "Nach unten",
    remove: "Entfernen…",
  },
  exported: (file, names) =>
    names.length === 0
      ? `Gespeichert als ${file}, ohne die Zugangsdaten.`
      : `Gespeichert als ${file}, ohne die Zugangsdaten und ohne die Header ${list(names)}, die danach aussehen. Wer die Datei übernimmt, wird danach gefragt.`,
  moved: (name, place, of) => `${name} ist jetzt Nummer ${count(place)} von ${count(of)}.`,
  lockedSaid: (name) => `${name} kann jetzt nur noch angesehen werden.`,
  unlockDialog: {
    title: (name) => `${name} entsperren?`,
    live: "Von diesem Computer aus können darüber wieder Personen eingeladen werden. Es ist eine Live-Plattform: Echte Personen erhalten echte E-Mails.",
    sandbox: "Von diesem Computer aus können darüber wieder Personen eingeladen werden.",
    confirm: "Entsperren",
    cancel: "Gesperrt lassen",
  },
  locked: {
    text: (name) =>
      `${name} kann nur angesehen werden: Von diesem Computer aus kann darüber niemand eingeladen werden.`,
    unlock: "Entsperren…",
  },
  organizations: {
    open: "Organisationen aus einer Datei…",
    title: "Organisationen aus der Datei",
    known: (n) => `${plural(n, "Organisation ist", "Organisationen sind")} jetzt aus Dateien bekannt.`,
    added: (n) => (n === 0 ? "Keine davon ist neu." : `${count(n)} davon ${n === 1 ? "ist" : "sind"} neu.`),
    leftOut: (n) => `${rows(n)} ${n === 1 ? "konnte" : "konnten"} nicht verwendet werden:`,
    leftOutMany: "Zeilen, die nicht verwendet werden konnten, die ersten zehn:",
    wins: "Was die Plattform selbst listet, hat Vorrang.",
    done: "Fertig",
    failed: "Die Datei konnte nicht verwendet werden",
    dropped: {
      title: "Organisationen aus einer Tabelle übernehmen?",
      text: (file) =>
        `„${file}“ ist eine Tabelle. Nennt sie Organisationen mit ID und Namen, lernt Rollcall sie für eine Verbindung. Personen, die eingeladen werden sollen, lassen Sie auf einer anderen Ansicht fallen.`,
      none: "Es gibt noch keine Verbindung, zu der Organisationen gehören könnten. Speichern Sie zuerst eine.",
      whose: "Verbindung",
      take: "Organisationen übernehmen",
      cancel: "Abbrechen",
    },
  },
};
