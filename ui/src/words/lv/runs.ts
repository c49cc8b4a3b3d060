import { count, form, plural } from "../format";
import type { runs as english } from "../runs";
import { people, peopleAs, peopleTo, peopleWho, rows, told } from "./forms";

const waitsForYou = (n: number) => `gaida Jūs: ${count(n)}`;

export const runs: typeof english = {
  title: "Izsūtīšanas",
  outcome: {
    invited: "Uzaicināts",
    refused: "Atteikts",
    checking: "Tiek pārbaudīts",
    "needs-you": "Gaida Jūs",
    "to-go": "Vēl jāsūta",
    sending: "Ceļā",
    "not-sent": "Nav sūtīts",
    there: "Jau ir",
    part: "Daļa no citas rindas",
    settled: "Izšķirts manuāli",
  },
  state: {
    running: "Sūta",
    paused: "Gaida",
    stopped: "Apturēta",
    finished: "Pabeigta",
  },
  interruptedState: "Pārtraukta",
  partOf: (row) => `Daļa no ${row}. rindas`,
  sameAs: (row) => `Tas pats, kas ${row}. rinda`,

  list: {
    count: (n) => plural(n, "izsūtīšana", "izsūtīšanas", "izsūtīšanu"),
    unfinished: "Nepabeigtās",
    finished: "Pabeigtās",
    by: (when, who) => `${when}, ${who}`,
    goOn: "Turpināt",
    goOnWith: (title) => `Turpināt ${title}`,
    needsYou: waitsForYou,
    invited: (n) => told(n, "uzaicināts", "uzaicināti"),
    refused: (n) => told(n, "atteikts", "atteikti"),
    checking: (n) => `tiek pārbaudīti: ${count(n)}`,
    toGo: (n) => `vēl jāsūta: ${count(n)}`,
    settled: (n) => told(n, "izšķirts manuāli", "izšķirti manuāli"),
    nobody: "neviens nav uzaicināts",
    emptyTitle: "Izsūtīšanu vēl nav",
    emptyText: "Katru reizi, kad uzaicina cilvēkus, izsūtīšana tiek glabāta šeit: kas uzaicināts, kas ne un kāpēc.",
    emptyDo: "Uzaicināt cilvēkus",
    copyTitle: "Kopēt tās nosaukumu",
    progress: (title) => `Cik tālu ir „${title}”`,
  },

  head: {
    title: "Izsūtīšana",
    sub: (title, when, who) => `${title} · sāka ${who} šajā datorā, ${when}`,
    stop: "Apturēt pēc šīs partijas",
    stopHere: "Apturēt šeit",
    stopping: "Aptur pēc šīs partijas…",
    goOn: "Turpināt",
    callOff: "Neaicināt pārējos…",
    sendRest: (n) => `Sūtīt pārējiem (${people(n)})`,
    all: "Visas izsūtīšanas",
  },

  figure: {
    invited: "uzaicināti",
    refused: "atteikti",
    refusedBelow: "atteikti, iemesli zemāk",
    checking: "tiek pārbaudīti",
    needsYou: (n) => `tiek pārbaudīti; ${waitsForYou(n)}`,
    needYou: () => "gaida Jūs",
    yourWord: "gaida Jūsu vārdu",
    toGo: "vēl jāsūta",
    left: "atlicis",
    leftUnknown: "atlikušais laiks vēl nav zināms",
    leftNone: "nekas nenotiek",
    lookedUp: (n, at) => `plkst. ${at} sameklēs: ${count(n)}`,
    leftLookedUp: (n, at) => `atlicis; plkst. ${at} sameklēs: ${count(n)}`,
    done: "Gatavs",
    allOutcomes: "katrai rindai ir iznākums",
    none: "–",
  },

  perMinute: (n) => `${people(n)} minūtē`,

  banner: {
    waitsText: "Nekas nav zudis; izsūtīšana turpinās pati.",
    waitsIn: (time) => `Turpinās pēc ${time}.`,
    waitsNow: "Turpinās tūlīt.",
    unclear: (n) =>
      plural(
        n,
        "cilvēks bija izsaukumā, uz kuru nebija atbildes: viņu sameklē, pirms kaut ko sūta vēlreiz.",
        "cilvēki bija izsaukumā, uz kuru nebija atbildes: viņus sameklē, pirms kaut ko sūta vēlreiz.",
      ),
    yoursTitle: "Izsūtīšana gaida Jūs.",
    yoursText: (n) => `Vēl jāsūta ${peopleTo(n)}.`,
    stoppedTitle: "Izsūtīšana tika apturēta.",
    stoppedToGo: (n) => `${peopleTo(n)} netika sūtīts. Nekas nav zudis.`,
    stoppedUnclear: (n) =>
      plural(
        n,
        "cilvēks vēl jāsameklē, lai būtu skaidrs, vai vēstule tika nosūtīta.",
        "cilvēki vēl jāsameklē, lai būtu skaidrs, vai vēstules tika nosūtītas.",
      ),
    interruptedTitle: "No šī loga izsūtīšana nenotiek.",
    interruptedText:
      "Tā tika pārtraukta, vai to sūta cits logs vai komanda. Nekas nav zudis, un turpinot neviens netiek uzaicināts divreiz.",
    reviewTitle: (n) => `${peopleTo(n)} vajag Jūsu vārdu.`,
    reviewText:
      "Izsaukums nesaņēma skaidru atbildi, un saraksts to neizšķir. Viņiem nekas netiek sūtīts, kamēr nepasakāt.",
    stoppingTitle: "Aptur pēc šīs partijas.",
    stoppingText: "Tas, kas notiek, beidzas pats; nekas vairāk netiek sākts.",
  },

  over: {
    clean: (n) =>
      n === 0
        ? "Izsūtīšana ir pabeigta. Neviens netika uzaicināts."
        : `Izsūtīšana ir pabeigta. ${form(n, "Uzaicināts", "Uzaicināti")} ${peopleWho(n)}.`,
    refused: (n) => `${told(n, "Atteikts", "Atteikti")}; ${form(n, "iemesls redzams", "iemesli redzami")} zemāk.`,
    none: "Neviens netika atteikts.",
    leftOut: (n) =>
      `${told(n, "Nenosūtīta rinda", "Nenosūtītas rindas")}; ${form(n, "iemesls redzams", "iemesli redzami")} zemāk.`,
    mail: "Saite katrā vēstulē darbojas 7 dienas.",
    saveFailed: "Saglabāt neizdevušos…",
    saveAll: "Saglabāt pārskatu…",
    copy: "Kopēt kopsavilkumu",
    saved: (name) => `Saglabāts kā ${name}.`,
    summary: (title, platform, when, counts) => `${title} uz ${platform}, ${when} – ${counts}.`,
  },

  rows: {
    label: "Izsūtīšanas rindas",
    filter: "Filtrēt rindas",
    all: "Visas",
    row: "Rinda",
    email: "E-pasts",
    result: "Iznākums",
    detail: "Sīkāk",
    at: "Kad",
    attempts: (n) => (n === 1 ? "sūtīts vienreiz" : `sūtīts ${plural(n, "reizi", "reizes", "reižu")}`),
    byList: "Redzēts cilvēku sarakstā",
    emptyTitle: "Šeit rindu nav",
    emptyText: (label) => `Nevienas rindas iznākums nav „${label}”.`,
    clear: "Rādīt visas rindas",
    help: "Enter parāda, kas noticis ar rindu.",
    open: "Rādīt, kas noticis",
  },

  row: {
    title: (row) => `${row}. rinda`,
    carried: (row) => `Tās uzaicinājums ir ${row}. rindā, un tur arī redzams, kas ar to noticis.`,
    show: (row) => `Rādīt ${row}. rindu`,
  },

  callOff: {
    title: "Vai neaicināt pārējos?",
    text: (n) => `Šajā izsūtīšanā ${form(n, "netiks uzaicināts", "netiks uzaicināti")} ${peopleWho(n)}.`,
    checked: (n) =>
      plural(
        n,
        "cilvēku, ko pārbauda, vēl sameklēs, kad izsūtīšana turpināsies, un uzaicinās, ja nekas nebūs nosūtīts.",
        "cilvēkus, ko pārbauda, vēl sameklēs, kad izsūtīšana turpināsies, un uzaicinās, ja viņiem nekas nebūs nosūtīts.",
        "cilvēku, ko pārbauda, vēl sameklēs, kad izsūtīšana turpināsies, un uzaicinās, ja viņiem nekas nebūs nosūtīts.",
      ),
    forGood: "To nevar atsaukt; viņus var uzaicināt jaunā izsūtīšanā.",
    keep: "Paturēt",
    go: (n) => `Neaicināt ${peopleAs(n)}`,
  },

  review: {
    done: "Izdevās",
    send: "Sūtīt vēlreiz",
    drop: "Tā atstāt",
    label: (email) => `Ko darīt ar ${email}`,
    sendTitle: "Vai sūtīt šim cilvēkam vēlreiz?",
    sendText: (email) =>
      `${email} var saņemt otru vēstuli: pirmajam izsaukumam nebija skaidras atbildes. Vēstules nevar atsaukt.`,
    sendDo: "Sūtīt vēlreiz",
    row: (row) => `${row}. rinda`,
    knownOf: (email) => `Kas noticis ar ${email}`,
    others: (n) => `Rādīt vēl ${count(n)}`,
    more: (n) => `Un vēl ${count(n)}: ${form(n, "tas", "tie")} parādīsies, kad šie būs izšķirti.`,
    cancel: "Atcelt",
  },

  bulk: {
    label: (n) => `Ko darīt ar visiem ${count(n)}`,
    done: (n) => `Visiem ${count(n)} izdevās…`,
    send: (n) => `Sūtīt vēlreiz visiem ${count(n)}…`,
    drop: (n) => `Tā atstāt visus ${count(n)}…`,
    title: {
      done: (n) => `Vai visiem izdevās (${people(n)})?`,
      send: (n) => `Vai sūtīt vēlreiz ${peopleTo(n)}?`,
      drop: (n) => `Vai visus tā atstāt (${people(n)})?`,
    },
    text: {
      done: "Pēc Jūsu vārda viņus uzskata par uzaicinātiem. Viņiem nekas netiek sūtīts, un to nevar atsaukt.",
      send: "Katrs no viņiem var saņemt otru vēstuli: pirmajam izsaukumam nebija skaidras atbildes. Vēstules nevar atsaukt.",
      drop: "Viņiem nekas vairs netiek sūtīts, un tas, vai pirmais izsaukums viņus uzaicināja, paliek neskaidrs. To nevar atsaukt.",
    },
    go: {
      done: (n) => `${peopleTo(n)} izdevās`,
      send: (n) => `Sūtīt vēlreiz ${peopleTo(n)}`,
      drop: (n) => `Tā atstāt ${peopleAs(n)}`,
    },
    partly: (taken, not) => `Jūsu atbildi pieņēma ${rows(taken)}, nepieņēma ${rows(not)}.`,
    notTaken: (row) => `${row}. rinda:`,
    moreNotTaken: (n) => `Un vēl ${rows(n)}.`,
  },

  unknown: {
    title: "Šādas izsūtīšanas šeit nav",
    text: "Iespējams, tā pieder citai platformai.",
  },

  announce: (invited, refused, checking, needsYou, toGo) =>
    `Uzaicināti: ${count(invited)}, atteikti: ${count(refused)}, tiek pārbaudīti: ${count(checking)}, ${
      needsYou > 0 ? `gaida Jūs: ${count(needsYou)}, ` : ""
    }vēl jāsūta: ${count(toGo)}.`,
};
