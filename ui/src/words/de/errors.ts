import type { ErrorCode } from "@/ipc";
import type { errors as english } from "../errors";

const title: Record<ErrorCode, string> = {
  "keychain-missing": "Dieser Computer hat keinen Schlüsselbund-Dienst",
  "keychain-locked": "Der Schlüsselbund ist gesperrt",
  "keychain-denied": "Der Schlüsselbund hat abgelehnt",
  "keychain-slow": "Der Schlüsselbund hat nicht geantwortet",
  "credentials-missing": "Zugangsdaten fehlen",
  "platform-unreachable": "Die Plattform war nicht erreichbar",
  "key-refused": "Der Abonnementschlüssel wurde abgelehnt",
  "sign-in-refused": "Die Anmeldung wurde abgelehnt",
  "token-ends": "Das Token läuft zu früh ab",
  "name-needed": "Der Name der Plattform wird gebraucht",
  "read-only": "Diese Verbindung ist nur zum Ansehen",
  forbidden: "Diese Anmeldung darf das nicht",
  "rate-limited": "Die Plattform bittet zu warten",
  "platform-failed": "Die Antwort der Plattform ist nicht verwendbar",
  "profile-unknown": "Diese Verbindung gibt es nicht",
  "profile-invalid": "Etwas an dieser Verbindung kann nicht stimmen",
  storage: "Der Datenordner konnte nicht verwendet werden",
  "storage-newer": "Die Daten wurden von einem neueren Rollcall geschrieben",
  "storage-key": "Die Daten auf diesem Computer lassen sich noch nicht öffnen",
  "file-refused": "Diese Datei lässt sich nicht als Tabelle lesen",
  "file-gone": "Die Datei ist nicht mehr vorhanden",
  "nothing-to-send": "Niemand würde eingeladen",
  "list-not-fresh": "Die Personenliste ist nicht aktuell",
  "list-held": "Die neue Personenliste sieht falsch aus",
  "list-changed": "Die Liste wurde inzwischen aktualisiert",
  "sender-held": "An diese Plattform wird bereits gesendet",
  "run-unknown": "Diesen Lauf gibt es nicht",
  "run-refused": "So kann der Lauf nicht weitergehen",
  "review-refused": "Die Prüfung bleibt, wie sie ist",
  cancelled: "Angehalten",
  "bad-request": "Das war nicht zu verstehen",
  internal: "In Rollcall ist etwas schiefgegangen",
};

export const errors: typeof english = {
  title,
  fallback: "Dadurch wurde nichts gesendet oder geändert.",
  signIn: {
    paste: "Neues Token einfügen",
    browser: "Über den Browser anmelden",
  },
  action: {
    retry: "Erneut versuchen",
    connection: "Verbindung öffnen",
    connections: "Verbindungen",
    users: "Liste ansehen",
    reload: "Fenster neu laden",
  },
};
