import type { connectionsBegin as english, RequestFor } from "../connectionsBegin";
import { list, plural } from "../format";

/** The request, as plain text. */
function requestText({ platform, title, needs }: RequestFor): string {
  const name = platform.trim() || "[Name der Plattform]";
  const calls = [
    "Benutzer auflisten",
    "Rollen auflisten (auch Gruppen genannt)",
    needs.identityProviders ? "Identitätsanbieter auflisten" : null,
    "Benutzer einladen",
  ].filter((one) => one !== null);
  const items = [
    "Die Basis-URL der APIs: die Adresse, mit der jeder Aufruf beginnt.",
    needs.subscriptionKey
      ? "Einen freigegebenen Abonnementschlüssel dafür. Ein Schlüssel, der nur beantragt ist, wird abgelehnt, bis ihn jemand freigibt."
      : null,
    "Eine Client-ID und das zugehörige Client-Secret, mit der Token-URL und, falls der Anmeldeserver sie verlangt, mit Audience oder Scope. Falls sich stattdessen Personen selbst anmelden: die Client-ID und die Adressen, unter denen sie sich anmelden und von denen die Token kommen. Ein Bearer-Token genügt auch, bis es abläuft.",
    `Die Berechtigung für diese Aufrufe: ${calls.join("; ")}.${needs.organizations ? " Falls es ihn gibt, auch einen Aufruf, der Organisationen mit ihren Namen und ERP-IDs auflistet." : ""}`,
    needs.scope
      ? "Die ID der Plattform. Falls ich nur einzelne Kunden sehen soll: stattdessen deren Organisations-IDs."
      : null,
    "Falls vorhanden: das OpenAPI-Dokument dieser APIs (das Entwicklerportal exportiert es als JSON oder YAML).",
  ].filter((one) => one !== null);
  return [
    `Zugang zu den APIs der Benutzerverwaltung von ${name}`,
    "",
    `Ich betreue Benutzer von ${name} mit Rollcall, einem Desktop-Programm, das Personen, Rollen und Anmeldewege auflistet und Einladungen sendet. Art der Verbindung: ${title}. Dafür brauche ich:`,
    "",
    ...items.map((item, place) => `${place + 1}. ${item}`),
    "",
    "Geheime Angaben gehören auf einen Weg, der dafür gedacht ist, nicht in eine Antwort auf diese Nachricht. Rollcall bewahrt sie im Schlüsselbund meines Computers auf. Ein API-Benutzer sieht und darf, was der zugehörige Benutzer der Plattform darf. Er sollte daher auf der Ebene liegen, deren Personen ich betreue.",
  ].join("\n");
}

export const connectionsBegin: typeof english = {
  title: "Plattform verbinden",
  kind: "Welche Art von Plattform ist es?",
  kindNote: "Davon hängt ab, wonach Rollcall Sie fragt. Es lässt sich später ändern.",
  own: "Eine andere Art, mit eigener Beschreibung",
  ownNote:
    "Eine TOML-Datei, die sagt, wie mit der Plattform gesprochen wird. Wer die APIs der Plattform betreut, kann eine schreiben.",
  ownKind: "nach eigener Beschreibung",
  failed: "Dieses Dokument konnte nicht verwendet werden",
  goOn: (title) => `Weiter mit ${title}`,
  goOnOwn: "Beschreibung wählen…",
  needWhat: "Was brauche ich?…",
  dropTitle: "Oder legen Sie ein Dokument irgendwo auf diesem Fenster ab",
  dropText:
    "Rollcall liest es und trägt ein, was darin steht. Nichts wird gesendet, und nichts bleibt, bis Sie speichern.",
  takes: [
    ["Eine Verbindungsdatei aus dem Team", "Alles wird ausgefüllt; Sie tragen die geheimen Angaben ein."],
    [
      "Ein OpenAPI-Dokument",
      "Das Entwicklerportal exportiert es, als JSON oder YAML. Rollcall findet die Aufrufe darin.",
    ],
    ["Eine Beschreibung", "Wie mit einer Art von Plattform gesprochen wird, als TOML."],
    ["Zertifikate", "Der eigenen Zertifizierungsstelle Ihrer Organisation, als PEM."],
  ],
  choose: "Dokument wählen…",
  back: "Zurück",
  backTitle: "Zurück zur Art der Plattform",
  drop: {
    title: "Die Verbindung aus diesem Dokument ausfüllen",
    text: "Eine Verbindungsdatei, ein OpenAPI-Dokument, eine Beschreibung, Zertifikate oder eine Liste von Organisationen. Nichts bleibt, bis Sie speichern.",
    into: () => "",
    reading: (name) => `„${name}“ wird gelesen…`,
    failedTitle: (name) => `„${name}“ konnte nicht verwendet werden`,
  },
  arrived: {
    connection: (file) => `Ausgefüllt aus „${file}“.`,
    connectionNext: (names) =>
      names.length === 0
        ? "Nur die geheimen Angaben fehlen noch: Sie stehen in keiner Datei. Nichts bleibt, bis Sie speichern."
        : `Nur die geheimen Angaben fehlen noch: Sie stehen in keiner Datei, auch nicht die Werte der Header ${list(names)}. Nichts bleibt, bis Sie speichern.`,
    description: (file) => `Rollcall wird mit der Plattform so sprechen, wie es „${file}“ sagt.`,
    descriptionNext: "Nichts bleibt, bis Sie speichern.",
    authorities: (n, file) => `${plural(n, "Zertifikat", "Zertifikaten")} aus „${file}“ wird künftig vertraut.`,
    authoritiesNext: "Nur von dieser Verbindung, neben denen des Systems. Nichts bleibt, bis Sie speichern.",
    openapi: (title) => `Ausgefüllt aus „${title}“.`,
    openapiNext:
      "Es fehlt noch, was kein Dokument sagen kann: die IDs und die geheimen Angaben. Nichts bleibt, bis Sie speichern.",
  },
  need: {
    title: "Was brauche ich?",
    text: "Senden Sie dies an die Stelle, die die APIs der Plattform betreut. Es fragt nach allem, was diese Art von Verbindung braucht, und nach nichts sonst.",
    platform: "Name der Plattform",
    platformHint: "Nordlys",
    request: "Die Anfrage",
    requestText,
    copy: "Anfrage kopieren",
    close: "Schließen",
  },
};
