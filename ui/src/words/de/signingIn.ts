import { ago, dateTime, plural, time } from "../format";
import type { signingIn as english } from "../signingIn";

const MINUTE = 60_000;

/** Minutes that a token still holds, after "in"; the last one is not counted down. */
const minutes = (ms: number) => (ms < MINUTE ? "weniger als einer Minute" : `${Math.floor(ms / MINUTE)} Min.`);

/** `um 23:12 Uhr` where that can be no other day's, else with the day. */
const at = (iso: string, now: number) =>
  Math.abs(new Date(iso).getTime() - now) < 12 * 60 * MINUTE ? `um ${time(iso)} Uhr` : `am ${dateTime(iso)} Uhr`;

export const signingIn: typeof english = {
  state: {
    renews: "Meldet sich von selbst an",
    pasted: "Meldet sich mit dem eingefügten Token an",
    inBrowser: "Über den Browser angemeldet",
    missing: "Anmeldung fehlt",
    refused: "Die Anmeldung wurde abgelehnt",
    ends: (ms) => `Token läuft in ${minutes(ms)} ab`,
    ended: (iso, now) => `Token ${ago(iso, now)} abgelaufen`,
  },
  act: {
    paste: "Token einfügen",
    pasteNew: "Neues Token einfügen",
    browser: "Anmelden",
    browserAgain: "Erneut anmelden",
    edit: "Verbindung öffnen",
  },
  paste: {
    title: (name) => `Neues Token für ${name} einfügen`,
    text: "Es ersetzt das bisherige und kommt dorthin, wo jenes aufbewahrt wurde. Rollcall zeigt es nie wieder.",
    session: "Es wird nur für diese Sitzung behalten.",
    field: "Bearer-Token",
    help: "Der lange Text nach „Bearer“ im Header Authorization, mit oder ohne dieses Wort.",
    empty: "In diesem Feld steht noch kein Token.",
    take: "Dieses Token verwenden",
    takeAndGoOn: "Dieses Token verwenden und fortfahren",
    cancel: "Abbrechen",
    takenTitle: (name) => `Token von ${name}`,
    taken: "Das neue Token wird verwendet.",
    endsIn: (iso, now) => {
      const left = new Date(iso).getTime() - now;
      if (left <= 0) return `Es ist bereits ${at(iso, now)} abgelaufen.`;
      const hours = left / (60 * MINUTE);
      const long = hours < 2 ? minutes(left) : hours < 48 ? plural(Math.round(hours), "Stunde", "Stunden") : null;
      return long ? `Es läuft in ${long} ab, ${at(iso, now)}.` : `Es läuft ${at(iso, now)} ab.`;
    },
    endsNobodyKnows: "Es sagt nicht, wann es abläuft.",
    done: "Fertig",
  },
  browser: {
    title: (name) => `Bei ${name} anmelden`,
    waiting: "Die Anmeldung ist in Ihrem Browser offen. Rollcall macht von selbst weiter, sobald Sie dort fertig sind.",
    byHand: "Wenn sich dort nichts geöffnet hat, kopieren Sie diese Adresse in Ihren Browser:",
    copy: "Adresse kopieren",
    opening: "Der Browser wird geöffnet.",
    cancel: "Abbrechen",
    again: "Erneut versuchen",
  },
};
