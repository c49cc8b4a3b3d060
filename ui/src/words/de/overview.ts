import { ago, count, day, plural, stretch, weekday } from "../format";
import type { overview as english } from "../overview";
import { people } from "./counted";

export const overview: typeof english = {
  title: "Übersicht",
  people: "Personen",
  asOf: (iso) => `Liste gelesen ${ago(iso)}`,
  notRead:
    "Rollcall liest Personen, Rollen und Organisationen von der Plattform und bewahrt sie auf diesem Computer auf. Danach zeigt diese Seite, wer sie sind.",
  failed: "Die Zahlen können nicht gezeigt werden",
  figures: "Personen in Zahlen",
  mark: (label, n) => `${label}: ${people(n)}`,
  noName: "Ohne Namen",
  created: {
    title: "Neue Personen nach Monat",
    column: "Monat",
    summary: (from, until, most, n) => `Von ${from} bis ${until}. Am meisten: ${most} mit ${count(n)}.`,
    quiet: (from, until) => `Von ${from} bis ${until} wurde niemand angelegt.`,
    earlier: (n) => `${people(n)} davor angelegt`,
    later: (n) => `${people(n)} nach diesem Monat angelegt, laut den Daten der Plattform`,
    unknown: (n) => `${people(n)} ohne Anlagedatum`,
  },
  role: {
    title: "Personen nach Rolle",
    column: "Rolle",
    note: "Wer mehrere Rollen hat, zählt bei jeder.",
    more: (n) => `${plural(n, "weitere Rolle", "weitere Rollen")}…`,
  },
  provider: {
    title: "Personen nach Identitätsanbieter",
    column: "Identitätsanbieter",
    note: "Wie sich Personen anmelden.",
    more: (n) => `${plural(n, "weiterer Anbieter", "weitere Anbieter")}…`,
  },
  organization: {
    title: "Personen nach Organisation",
    column: "Organisation",
    note: "Mit allen in den Organisationen darunter.",
    more: (n) => `${plural(n, "weitere Organisation", "weitere Organisationen")}…`,
  },
  domain: {
    title: "Personen nach E-Mail-Domain",
    column: "E-Mail-Domain",
    note: "Was in der Adresse nach dem @ steht.",
    more: (n) => `${plural(n, "weitere Domain", "weitere Domains")}…`,
  },
  nobody: "Hier ist niemand zu zeigen.",
  chart: {
    more: (title) => `Mehr zu „${title}“`,
    asTable: "Als Tabelle zeigen",
    asChart: "Als Diagramm zeigen",
    copy: "Bild kopieren",
    save: "PNG speichern…",
    copied: "Das Bild ist in der Zwischenablage.",
    saved: (name) => `Gespeichert als ${name}.`,
    copyFailed:
      "Das Bild wurde nicht kopiert. Sonst hat sich nichts geändert; „PNG speichern…“ geht ohne die Zwischenablage.",
    saveFailed: "Das Bild wurde nicht gespeichert",
    undrawn: "Das Diagramm kann hier nicht gezeichnet werden, darum stehen seine Zahlen in einer Tabelle.",
  },
  since: {
    title: "Seit dem letzten Aktualisieren",
    when: (from, to) => `Seit ${weekday(from)} (${stretch(from, to)})`,
    nobody: "Niemand kam dazu, fiel weg oder änderte sich.",
    one: "Bisher gibt es eine Liste. Nach dem nächsten Aktualisieren steht hier, wer dazukam, wegfiel und sich änderte.",
  },
  reviews: {
    title: "Anstehende Zugriffsprüfungen",
    going: (done, all) => `${count(done)} von ${count(all)} entschieden`,
    due: (on) => `Wieder fällig seit ${day(on)}`,
  },
  runs: { title: "Offene Läufe", none: "Alle Läufe sind beendet." },
};
