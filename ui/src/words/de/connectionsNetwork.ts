import type { connectionsNetwork as english } from "../connectionsNetwork";
import { date } from "../format";

export const connectionsNetwork: typeof english = {
  title: "Netzwerk",
  note: "Der Weg von diesem Computer zur Plattform.",
  asSystem: "Wie vom System vorgegeben: dessen Proxy und die Zertifikate, denen es vertraut.",
  change: "Ändern…",
  changeName: "Netzwerk ändern",
  proxy: "Proxy",
  system: "Wie vom System vorgegeben",
  none: "Keiner, was immer das System vorgibt",
  manual: "Dieser",
  url: "Adresse des Proxys",
  urlHint: "http://proxy.example:3128",
  user: "Benutzername",
  userHelp: "Nur für einen Proxy, der fragt, wer da ist.",
  password: "Passwort",
  passwordHelp: "Wird wie die anderen Zugangsdaten aufbewahrt und nie gezeigt.",
  authorities: "Zertifikate der eigenen Zertifizierungsstelle Ihrer Organisation",
  authoritiesNote:
    "Für Netzwerke, die in verschlüsselten Verkehr hineinsehen, und für Plattformen innerhalb Ihrer Organisation. Nur diese Verbindung vertraut ihnen, neben denen des Systems.",
  noAuthorities: "Keine. Vertraut wird denen des Systems.",
  add: "Zertifikate hinzufügen…",
  issuer: (issuer) => `Ausgestellt von ${issuer}`,
  until: (iso) => `gültig bis ${date(iso)}`,
  ended: (iso) => `abgelaufen am ${date(iso)}`,
  keptCertificate: (place) => `Zertifikat ${place} der aufbewahrten`,
  keptNote: "Wurde früher hinzugefügt.",
  fingerprint: "SHA-256",
  remove: (name) => `${name} entfernen`,
  removeWord: "Entfernen",
  checked:
    "Zertifikate werden immer geprüft. Einen Schalter dafür gibt es nicht: Ohne die Prüfung könnte jeder auf dem Weg die Zugangsdaten lesen. Wird ein Zertifikat abgelehnt, fügen Sie hier dessen Zertifizierungsstelle hinzu.",
};
