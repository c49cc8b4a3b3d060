import { count, date, form, plural } from "../format";
import type { repair as english } from "../repair";
import { on } from "./dates";
import { people, peopleAbout, peopleFrom, rows, rowsAs, rowsIn, rowsTo } from "./forms";

export const repair: typeof english = {
  cell: {
    changed: "mainīts",
    warning: "Vērts apskatīt:",
    keys: "Enter vai F2 rediģē šūnu, Delete to iztukšo, atstarpes taustiņš pastāsta par rindu, Ctrl+Delete to izlaiž.",
    rowName: (row) => `${count(row)}. rinda`,
  },

  group: {
    use: (value, n) => (n === 1 ? `Izmantot ${value}` : `Izmantot ${value} visām ${count(n)}`),
    choose: "Izvēlēties…",
    chooseAnother: "Izvēlēties citu…",
    chooseForAll: "Izvēlēties visām rindām…",
    chooseOf: (n) => `Izvēlēties no ${count(n)}…`,
    skip: (n) => (n === 1 ? "Izlaist šo rindu" : `Izlaist ${rowsAs(n)}`),
    skipThese: (n) => (n === 1 ? "Izlaist šo rindu" : "Izlaist šīs rindas"),
    show: (n) => (n === 1 ? "Rādīt rindu" : "Rādīt rindas"),
    more: (message) => `Vairāk: ${message}`,
  },

  choose: {
    role: "Izvēlieties lomu",
    identityProvider: "Izvēlieties pierakstīšanās veidu",
    organizations: "Izvēlieties organizāciju",
    other: "Izvēlieties kādu no šiem",
    field: { role: "Loma", identityProvider: "Pierakstīšanās", organizations: "Organizācija", other: "Domāts" },
    remember: "Atcerēties to turpmākiem failiem",
    power: "Šī loma dod varu pār citiem, tāpēc to neatceras.",
    use: (name, n) => (n === 1 ? `Izmantot ${name}` : `Izmantot ${name} ${rowsTo(n)}`),
    without: (n) => (n === 1 ? "Izmantot" : `Izmantot ${rowsTo(n)}`),
    cancel: "Atcelt",
    search: "Meklēt organizācijas",
  },

  conflict: {
    people,
    roles: "Viens cilvēks, divas dažādas lomas",
    asks: "Viens cilvēks, pretrunīgas rindas",
    hint: "Izlemiet vienreiz par katru cilvēku; līdz tam viņiem nekas netiek sūtīts.",
    review: (n) => `Pārskatīt ${count(n)}…`,
    title: "Pretrunīgas rindas",
    text: "Par katru cilvēku izvēlieties, ko prasīs visas viņa rindas. To var atsaukt.",
    first: (shown, all) =>
      `Šeit ir ${form(shown, "pirmais", "pirmie")} ${count(shown)} no ${peopleFrom(all)}; pārējie sekos, kad par šiem būs izlemts.`,
    keep: (row) => `${count(row)}. rinda`,
    keepLabel: (email, row, asks) => `Cilvēkam ${email} paturēt ${count(row)}. rindu: ${asks}`,
    noRole: "bez lomas",
    power: "vara pār citiem",
    kept: (row, asks) => `Patur ${count(row)}. rindu: ${asks}`,
    left: (n) => (n === 0 ? "Par visiem ir izlemts." : `Vēl jāizlemj par ${peopleAbout(n)}`),
    done: "Gatavs",
  },

  sent: {
    title: "Šis melnraksts ir nosūtīts.",
    text: "Rindas ir tādas, kādas bija tad, un tās vairs nevar mainīt.",
    link: "Skatīt, kas ar tām noticis",
    openRun: "Atvērt izsūtīšanu",
  },

  undo: {
    undo: "Atsaukt",
    redo: "Atkārtot",
    undoWhat: (what) => `Atsaukt: ${what}`,
    redoWhat: (what) => `Atkārtot: ${what}`,
    nothingToUndo: "Nav, ko atsaukt",
    nothingToRedo: "Nav, ko atkārtot",
    undone: (what) => `Atsaukts: ${what}`,
    redone: (what) => `Atkārtots: ${what}`,
  },

  find: {
    open: "Atrast un aizstāt",
    find: "Atrast",
    with: "Aizstāt ar",
    field: "Meklēt",
    allFields: "Visās kolonnās",
    matchCase: "Reģistrjutīgi",
    wholeCell: "Visa šūna",
    found: (cells, inRows) =>
      cells === 0 ? "Nekur nav atrasts" : `${plural(cells, "šūna", "šūnas", "šūnu")} ${rowsIn(inRows)}`,
    at: (found, row) => `${found} · tagad ${row}. rindā`,
    nothingAsked: "Ierakstiet, ko meklēt. Ar Enter var doties no viena uz nākamo.",
    looking: "Meklē…",
    replaceAll: (n) => `Aizstāt visus ${count(n)}`,
    replaceNone: "Aizstāt visus",
    offNothing: "Nav atrasts nekas, ko varētu aizstāt",
    replaced: (n) => `Aizstāts ${plural(n, "šūnā", "šūnās")}`,
    close: "Aizvērt meklēšanu un aizstāšanu",
    scope: (group) => `Tikai rindas grupā „${group}”`,
  },

  row: {
    skip: "Izlaist šo rindu",
    take: "Iekļaut šo rindu",
    about: "Pastāstīt par šo rindu",
    use: (value, found) => (found === "" ? `Izmantot ${value}` : `Izmantot ${value} visur, kur „${found}”`),
    look: "Vērts apskatīt",
  },

  books: {
    attention: "Eksportēt rindas, kam vajag uzmanību…",
    attentionShort: "Eksportēt rindas…",
    differing: (n) => `Eksportēt ${count(n)}, ko mainīt portālā…`,
    more: "Citi eksporti",
    saved: (name) => `Saglabāts kā „${name}”.`,
    template: "Iegūt veidni ar šīs platformas lomām un organizācijām…",
  },

  drafts: {
    title: "Turpināt, kur pārtraucāt",
    typed: "Ar roku ievadīti cilvēki",
    facts: (n, changes, when) =>
      [rows(n), changes === 0 ? "bez izmaiņām" : plural(changes, "izmaiņa", "izmaiņas", "izmaiņu"), when].join(" · "),
    goOn: "Turpināt",
    goOnWith: (name) => `Turpināt ar ${name}`,
    discard: (name) => `Izmest ${name}`,
  },

  paste: {
    open: "Ielīmēt tabulu…",
    title: "Ielīmēt tabulu",
    text: "Nokopējiet rindas izklājlapā, kopā ar galveni, ja tāda ir, un ielīmējiet šeit. Pagaidām nekas netiek sūtīts.",
    field: "Tabula",
    check: "Pārbaudīt",
    empty: "Vispirms kaut ko ielīmējiet",
    cancel: "Atcelt",
    reading: "Lasa ielīmēto…",
  },

  remembered: {
    open: "Ko Rollcall atceras…",
    title: "Ko Rollcall atceras par failiem",
    text: "Lai tādas pašas formas fails vai reiz paskaidrots vārds nebūtu jāskaidro vēlreiz. Lomas ar varu pār citiem neatceras nekad.",
    mappings: "Kolonnas",
    answers: "Vārdi",
    nothing: "Pagaidām nekas. Ko kolonnas un vārdi nozīmējuši, tiek iegaumēts, failus pārbaudot.",
    columns: (columns) => columns.join(" · "),
    column: (header, field) => `„${header}” ir ${field}`,
    means: (found, means) => `„${found}” nozīmē ${means}`,
    used: (when) => `pēdējoreiz izmantots ${when}`,
    forget: "Aizmirst",
    ask: {
      title: "Vai to aizmirst?",
      text: "Aizmirsto nevar atgūt; nākamais fails to iemāca no jauna.",
      keep: "Paturēt",
    },
    forgetWhat: (what) => `Aizmirst ${what}`,
    close: "Aizvērt",
    since: (iso) => `Iegaumēts ${on(date(iso))}.`,
    sinceHint: "Mainiet jebkuru; rindas uzreiz pārbauda vēlreiz.",
  },

  power: {
    title: (n, role) => `${people(n)} iegūst lomu ${role}.`,
    text: "Tā dod varu pār citiem.",
    severalTitle: "Daži iegūst varu pār citiem.",
  },
};
