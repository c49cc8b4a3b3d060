import { count } from "../format";
import type { providers as english } from "../providers";
import { people } from "./counted";

const show = (n: number) => (n === 1 ? "Die eine Person" : `Die ${people(n)}`);

export const providers: typeof english = {
  title: "Identitätsanbieter",
  list: "Identitätsanbieter",
  note: "Wie sich Personen anmelden. Am Präfix in der externen ID einer Person ist zu erkennen, welchen Anbieter sie nutzt.",
  on: "Eingeschaltet",
  off: "Ausgeschaltet",
  unlisted: "Von der Plattform nicht gelistet",
  prefix: (prefix) => `Präfix ${prefix}`,
  people,
  show: (n, name) => `${show(n)} mit Anmeldung über ${name} zeigen`,
  nobody: "Niemand meldet sich damit an.",
  blocked: (n) => `${count(n)} davon blockiert`,
  copyOf: (name) => `ID von ${name} kopieren`,
  none: (n) => `${people(n)} ohne Identitätsanbieter`,
  byOrganization: "Nach Organisation",
  byDomain: "Nach E-Mail-Domain",
  noOrganization: "ohne Organisation",
  noDomain: "ohne E-Mail-Domain",
  share: (n, of) => `${count(n)} von ${count(of)}`,
  showShare: (share, label, name) => `${share} Personen bei „${label}“ mit Anmeldung über ${name} zeigen`,
  all: (n) => `Alle ${count(n)} zeigen`,
  mostOf: (shown, all) => `${count(shown)} von ${count(all)} zeigen`,
  fewer: "Weniger zeigen",
  findings: {
    title: "Befunde zu Identitätsanbietern",
    people: (n) => `· ${people(n)}`,
  },
  whatIf: {
    open: "Was, wenn er ausgeschaltet wird?",
    openOff: "Wen schließt das aus?",
    of: (asked, name) => `${name}: ${asked}`,
    title: (name) => `Was, wenn ${name} ausgeschaltet wird?`,
    titleOff: (name) => `Wen schließt es aus, dass ${name} ausgeschaltet ist?`,
    waiting: "Was, wenn er ausgeschaltet wird?",
    safe: "Dadurch wird nichts ausgeschaltet. Gezeigt wird nur, was die Liste auf diesem Computer weiß.",
    stranded: "dann ohne Anmeldung",
    strandedOff: "ohne Anmeldung",
    otherWay: "mit anderem Zugang",
    blocked: "ohnehin blockiert",
    grid: "Personen, die sich dann nicht mehr anmelden könnten",
    nobody: "Niemand würde ausgeschlossen",
    nobodyText: "Wer diesen Anbieter nutzt, hat einen anderen Zugang oder ist blockiert.",
    close: "Schließen",
  },
  emptyTitle: "Noch sind keine Identitätsanbieter gelistet",
  empty: "Sie kommen mit der Personenliste. Eine Einladung kann einen nennen.",
};
