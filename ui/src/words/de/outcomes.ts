import type { outcomes as english } from "../outcomes";

const plain: typeof english.plain = {
  "blocked-user": "Auf der Plattform blockiert",
  "already-active": "Schon aktiv",
  conflict: "Zeilen widersprechen sich",
  skipped: "Ausgelassen",
};

/** Two or three words: a badge has room for no more. */
const problem: Record<string, string> = {
  "missing-email": "Adresse fehlt",
  "invalid-email": "Ungültige Adresse",
  "several-emails": "Mehrere Adressen",
  "invisible-character": "Unsichtbares Zeichen",
  "missing-role": "Rolle fehlt",
  "unknown-role": "Unbekannte Rolle",
  "ambiguous-role": "Welche Rolle?",
  "several-roles": "Zwei Rollen: wählen",
  "missing-identity-provider": "Anmeldung fehlt",
  "unknown-identity-provider": "Unbekannte Anmeldung",
  "ambiguous-identity-provider": "Welche Anmeldung?",
  "identity-provider-disabled": "Anmeldung ausgeschaltet",
  "missing-organization": "Organisation fehlt",
  "unknown-organization": "Unbekannte Organisation",
  "ambiguous-organization": "Welche Organisation?",
  "number-in-text-column": "Eine Zahl, kein Text",
  "cell-error": "Formelfehler",
  "hidden-row": "Ausgeblendete Zeile",
  "value-not-sent": "Wird nicht gesendet",
};

export const outcomes: typeof english = {
  plain,
  problem,
  attention: "Zu beachten",
  invited: "Wird eingeladen",
  invitedAgain: "Wird erneut eingeladen",
  sameAs: (row) => `Gleich wie Zeile ${row}`,
  partOf: (row) => `Teil von Zeile ${row}`,
};
