import { count } from "../format";
import type { thresholds as english } from "../thresholds";

const field: typeof english.field = {
  neverAcceptedDays: {
    label: "Tage, bis eine nicht angenommene Einladung gemeldet wird",
    help: "Gezählt ab dem Tag der Einladung.",
  },
  ownDomainPercent: {
    label: "Prozent, ab denen eine E-Mail-Domain als eigene gilt",
    help: "So viele der Personen eines Distributors oder Verkäufers haben sie.",
  },
  workEmailPercent: {
    label: "Prozent mit geschäftlicher E-Mail, bevor ein Passwort zum Befund wird",
    help: "So viele der Personen einer E-Mail-Domain melden sich mit geschäftlicher E-Mail an.",
  },
  workEmailPeople: {
    label: "Personen mit geschäftlicher E-Mail, bevor ein Passwort zum Befund wird",
    help: "Mindestens so viele Personen der E-Mail-Domain.",
  },
};

export const thresholds: typeof english = {
  title: "Befunde",
  note: "Wann etwas zum Befund wird. Für alle Plattformen dieses Computers.",
  field,
  range: (least, most, usual) => `${count(least)} bis ${count(most)}, üblich ist ${count(usual)}.`,
  outside: (least, most) => `Eine ganze Zahl von ${count(least)} bis ${count(most)}.`,
  countCustomerRoles: "Für Kunden gedachte Rollen zählen",
  countCustomerRolesNote:
    "Eine Rolle wie Customer Admin gehört in die Organisation eines Kunden. Wird sie gezählt, wird dort jede Person gemeldet, die eine solche hat.",
  save: "Speichern",
  defaults: "Standardwerte",
  saved: "Die Zahlen für Befunde sind gespeichert.",
  failed: "Die Zahlen wurden nicht gespeichert",
};
