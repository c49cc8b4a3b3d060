import type { findings as english } from "../findings";
import { count, date, dateTime, day, form, list } from "../format";
import { on, since, until } from "./dates";
import { people, peopleAs, peopleWho } from "./forms";

export const findings: typeof english = {
  title: "Konstatējumi",
  note: "Ko cilvēku saraksts rāda un ko kādam vajadzētu apskatīt. Viss nāk no saraksta šajā datorā; platformai nekas netiek jautāts.",
  judged: (n, asOf) => `${form(n, "Apskatīts", "Apskatīti")} ${peopleWho(n)}, saraksts no ${since(dateTime(asOf))}`,
  judging: "Skatās sarakstu",
  partialTitle: "Šajā sarakstā var trūkt cilvēku.",
  partial: "Tie, kuru tajā trūkst, nav apskatīti. Lai būtu droši, atsvaidziniet sarakstu.",
  open: "Atvērt konstatējumus",
  severity: { high: "Augsts", medium: "Vidējs", low: "Zems" },
  show: (n) => `Rādīt ${peopleAs(n)}`,
  showOf: (n, title) => `Rādīt ${peopleAs(n)}: ${title}`,
  toProviders: "Skatīt identitātes nodrošinātājus",
  meaning: "Ko tas nozīmē",
  toDo: "Ko darīt",
  where: "Kur",
  parts: (parts, more) =>
    list([
      ...parts.map((part) => (part.people > 0 ? `${part.label} (${count(part.people)})` : part.label)),
      ...(more > 0 ? [`vēl ${count(more)}`] : []),
    ]),
  moreParts: (n) => `un vēl ${count(n)}`,
  basis: "Pamats",
  mute: {
    open: "Apklusināt…",
    openOf: (title) => `Apklusināt… ${title}`,
    title: (title) => `Vai apklusināt „${title}”?`,
    text: "Līdz izvēlētās dienas beigām tas stāv atsevišķi, un pēc tam par to atkal tiek ziņots.",
    reason: "Kāpēc par to nav jāziņo",
    reasonHelp: "Līdz 500 rakstzīmēm. To izlasīs tas, kas vēlāk skatīs konstatējumus.",
    noReason: "Dažos vārdos uzrakstiet, kāpēc par to nav jāziņo.",
    until: "Pēdējā diena",
    untilHelp: "Diena, piemēram, 2027-03-31, ne vairāk kā divus gadus uz priekšu.",
    badDay: "Diena no šodienas un ne vairāk kā divus gadus uz priekšu, piemēram, 2027-03-31.",
    by: "Jūsu vārds",
    byHelp: "Ja tukšs, tiek pierakstīts šī datora konts.",
    cancel: "Ziņot arī turpmāk",
    confirm: "Apklusināt",
    failed: "Tas netika apklusināts",
  },
  muted: {
    title: "Apklusinātie",
    by: (by, at, last) => `${by} to apklusināja ${on(date(at))}; tas ir spēkā līdz ${until(day(last))} ieskaitot.`,
    reason: (reason) => `Iemesls: ${reason}`,
    unmute: "Atkal ziņot",
    unmuteOf: (title) => `Atkal ziņot: ${title}`,
    failed: "Tas joprojām ir apklusināts",
    done: (title) => `Apklusināts: ${title}.`,
    undone: (title) => `Atkal tiek ziņots: ${title}.`,
  },
  clear: (titles) => `Nekas nav atrasts: ${titles.join("; ")}.`,
  allClear: {
    title: "Nekas netika atrasts",
    thresholds: "Skatīt, no kādas robežas ziņo",
    text: (n) => `Pārbaudīti visi noteikumi (${people(n)}), un neviens neko neatrada.`,
  },
  allMuted: {
    title: "Nekas nav palicis atvērts",
    text: "Atrastais ir apklusināts. Tas redzams zemāk, ar to, kas un līdz kuram laikam to apklusināja.",
  },
  notRead: {
    title: "Cilvēku saraksts vēl nav nolasīts",
    text: "Konstatējumi nāk no cilvēku saraksta. To nolasa no platformas un glabā šajā datorā.",
  },
  grid: (title) => `Cilvēki: ${title}`,
  showMeaning: "Rādīt, ko tas nozīmē",
  hideMeaning: "Nerādīt, ko tas nozīmē",
  nobodyLeft: "Šajā konstatējumā vairs neviena nav. Iespējams, saraksts pa to laiku ir atsvaidzināts.",
  close: "Aizvērt",
};
