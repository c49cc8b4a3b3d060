import type { RowMoment, RowStep } from "@/ipc";
import { dateTime, timeSeconds } from "../format";
import type { history as english } from "../history";

/** "um 14:09:02", with the day where that is another one; null where no list was begun for it. */
function begun({ at, listBegunAt }: RowMoment): string | null {
  if (listBegunAt === null) return null;
  const sameDay = new Date(at).toDateString() === new Date(listBegunAt).toDateString();
  return sameDay ? `um ${timeSeconds(listBegunAt)}` : `am ${dateTime(listBegunAt)}`;
}

function found(outcome: string) {
  return (moment: RowMoment): string => {
    const when = begun(moment);
    const where = when === null ? "in einer Personenliste" : `in der Liste, die ${when} begonnen wurde,`;
    return `${where} nachgeschlagen: ${outcome}`;
  };
}

function listRenewed(moment: RowMoment): string {
  const when = begun(moment);
  const list = when === null ? "eine neue Personenliste" : `die Liste, die ${when} begonnen wurde`;
  return `was „war vorher da“ heißt, sagt ab hier ${list}`;
}

const who = ({ by }: RowMoment) => by ?? "jemand";
const byWhom = ({ by }: RowMoment) => by ?? "jemandem";
const why = ({ message }: RowMoment) => message ?? "der Grund wurde nicht genannt";

const step: Record<RowStep, (moment: RowMoment) => string> = {
  sent: ({ attempt }) => `gesendet (Versuch ${attempt})`,
  invited: () => "die Antwort sagt: eingeladen",
  refused: (moment) => `die Antwort sagt: abgelehnt. ${why(moment)}`,
  "not-reached": () => "die Plattform war nicht erreichbar; nichts ging hinaus",
  "asked-to-wait": () => "die Plattform bat zu warten und tat nichts; das zählt nicht als Versuch",
  "sign-in-refused": () =>
    "die Plattform lehnte den Schlüssel, die Anmeldung oder die Berechtigung ab und tat nichts; das zählt nicht als Versuch",
  "call-refused": () => "die Plattform lehnte den ganzen Aufruf ab und tat nichts; das zählt nicht als Versuch",
  "not-processed": () => "die Plattform tat nichts; das zählt nicht als Versuch",
  "no-answer": () => "es kam keine Antwort",
  "unclear-answer": (moment) => `es kam keine eindeutige Antwort. ${why(moment)}`,
  "cut-off": () => "Rollcall wurde beendet, während der Aufruf lief",
  "wait-begun-anew": () => "der Computer wurde neu gestartet, darum begann die Wartezeit vor dem Nachschlagen von vorn",
  "found-listed": found("gelistet; die Einladung ging also hinaus"),
  "found-absent": found("nicht gelistet; es wurde also nichts gesendet"),
  "listed-before": found("gelistet, war aber schon vorher da"),
  vanished: found("nicht mehr gelistet, war aber vorher da"),
  "pending-not-listed": found("nicht gelistet, aber diese Plattform listet nicht, wer noch nicht angenommen hat"),
  "not-visible": found(
    "nicht gelistet, aber diese Verbindung sieht die Person vielleicht auch nach einer Einladung nicht",
  ),
  unproven: (moment) => found(why(moment))(moment),
  "said-done": (moment) => `${who(moment)} sagte, dass es durchgegangen ist`,
  "said-send": (moment) => `${who(moment)} sagte, dass erneut gesendet werden soll`,
  "said-drop": (moment) => `${who(moment)} sagte, dass es so bleiben soll`,
  "send-taken-back": (moment) => `von ${byWhom(moment)} gestrichen, bevor erneut gesendet wurde`,
  "held-back": (moment) => `nicht gesendet. ${why(moment)}`,
  "called-off": (moment) => `von ${byWhom(moment)} gestrichen, bevor gesendet wurde`,
  "already-there": (moment) => `nicht gesendet. ${why(moment)}`,
  "list-renewed": listRenewed,
};

export const history: typeof english = {
  step,
  label: (row) => `Was mit Zeile ${row} geschah`,
  nothing: "Für diese Zeile wurde bisher nichts gesendet.",
  on: (day, time) => `${day}, ${time}`,
};
