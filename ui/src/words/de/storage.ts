import type { StorageWhat } from "@/ipc";
import { date, plural, size } from "../format";
import type { storage as english } from "../storage";

const part: Record<StorageWhat, string> = {
  list: "Personenliste",
  history: "Frühere Listen und was sich änderte",
  runs: "Läufe",
  drafts: "Entwürfe und ihre Kopien von Dateien",
  views: "Gespeicherte Ansichten",
  reviews: "Zugriffsprüfungen",
  other: "Anderes",
};

const lists = (n: number) => plural(n, "Liste", "Listen");

export const storage: typeof english = {
  background: {
    title: "Lesen im Hintergrund",
    note: "Während Rollcall offen ist, können die Listen Ihrer Plattformen von selbst neu gelesen werden. Gesendet wird nichts.",
    label: "Listen lesen",
    off: "Nur auf Wunsch",
  },
  title: "Was von jeder Plattform aufbewahrt wird",
  note: "Nur auf diesem Computer. Was sich änderte, bleibt 30 Tage lang Liste für Liste, danach wöchentlich für 13 Monate.",
  noPlatform: "Keine Plattform ist verbunden, darum wird nichts aufbewahrt.",
  total: (kib) => `${size(kib)} insgesamt`,
  size,
  part,
  lists: (n, oldest) => (oldest === null ? lists(n) : `${lists(n)} seit ${date(oldest)}`),
  noLists: "Noch wurde keine Liste gelesen",
  forget: "Daten dieser Plattform vergessen…",
  forgetOf: (name) => `Daten dieser Plattform vergessen: ${name}`,
  dialog: {
    title: (name) => `Alles über ${name} vergessen?`,
    goes: "Was von diesem Computer verschwindet:",
    list: "die Personenliste mit ihren Rollen, Identitätsanbietern und Organisationen",
    history: (n) =>
      `${plural(n, "aufbewahrte Liste", "aufbewahrte Listen")} und alles, was sagt, wer dazukam, wegfiel und sich änderte`,
    runs: "ihre Läufe und was mit jeder Zeile darin geschah",
    drafts: "Entwürfe, die Kopien ihrer Dateien in Rollcall und was sich Rollcall aus früheren Dateien gemerkt hat",
    views: "gespeicherte Ansichten",
    connection: "die Verbindung selbst, mit Schlüssel und Anmeldung im Schlüsselbund",
    stays:
      "Auf der Plattform ändert sich nichts: Niemand verliert ein Konto oder eine Einladung. Dies lässt sich nicht rückgängig machen.",
    reviews: "Auch die Zugriffsprüfungen",
    reviewsNote:
      "Prüfungen können Nachweise sein, die aufbewahrt werden müssen. Ohne Häkchen bleiben sie, und auch die Verbindung bleibt, ohne ihre Zugangsdaten.",
    name: (name) => `Zum Bestätigen ${name} eintippen`,
    typeFirst: "Tippen Sie zuerst den Namen der Plattform ein.",
    cancel: "Alles behalten",
    confirm: (name) => `${name} vergessen`,
    refused: "Nichts wurde vergessen",
    toRuns: "Läufe ansehen",
  },
};
