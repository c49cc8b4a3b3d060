import type { CoreWords, Values } from "../told";

/** What is wrong at a place of a document: within a sentence. */
const reasons = {
  "it ends in the middle": "tas beidzas pusceļā",
  "it is not JSON there": "tur nav JSON",
  "a line is indented by a tab, which YAML does not allow": "rindas atkāpe ir veidota ar tabulatoru, ko YAML neatļauj",
  "it is neither YAML nor JSON there": "tur nav ne YAML, ne JSON",
} satisfies Partial<CoreWords>;

const reason = (why = "") => (reasons as Values)[why] ?? why;

/** What the core says of documents that describe a platform, in Latvian. */
export const documents = {
  ...reasons,

  // The fields that were found, by name.
  "Id of the user": "Lietotāja ID",
  "What became of it": "Kas no tā iznāca",
  "Code of a refusal": "Noraidījuma kods",
  "Words of a refusal": "Noraidījuma teksts",

  // Why an operation might be a call, or might not: a few words each.
  "{kind} has it there": "veidam {kind} tas ir tieši tur",
  "its path ends in /{ending}": "ceļš beidzas ar /{ending}",
  "the end of its path says that they are of a special kind": "ceļa beigas rāda, ka tie ir īpaša veida",
  'the document\'s own words for it speak of "{noun}"': "dokumentā par to minēts „{noun}”",
  "its path says that it only reads": "ceļš rāda, ka tikai lasa",
  "it needs what Rollcall can't fill: {names}": "tam vajag to, ko Rollcall nevar aizpildīt: {names}",
  "it takes {page} and {size}": "pieņem {page} un {size}",
  "it takes {name}": "pieņem {name}",
  "it answers a list whose entries have an e-mail address": "atbild ar sarakstu, kura ierakstiem ir e-pasta adrese",
  "its entries have a first and a last name": "ierakstiem ir vārds un uzvārds",
  "its entries say whether the account is in use": "ieraksti saka, vai kontu lieto",
  "it answers a list whose entries have an id and a name": "atbild ar sarakstu, kura ierakstiem ir ID un nosaukums",
  "its entries have a weight": "ierakstiem ir svars",
  "its entries can be switched on and off": "ierakstus var ieslēgt un izslēgt",
  "its entries have an ERP id or an organization above": "ierakstiem ir ERP ID vai augstāka organizācija",
  "nothing else in the document is about people with accounts": "nekas cits dokumentā nav par cilvēkiem ar kontiem",
  "it lies beside the list of users": "atrodas blakus lietotāju sarakstam",
  "entries of the list of users refer to it": "lietotāju saraksta ieraksti uz to atsaucas",
  "its path ends in an invitation": "ceļa beigās ir uzaicinājums",
  "the document speaks of an invitation": "dokuments runā par uzaicinājumu",
  "it adds an entry to the list of users": "pievieno ierakstu lietotāju sarakstam",
  "it takes an e-mail address": "pieņem e-pasta adresi",
  "it takes a role": "pieņem lomu",
  "it takes organizations": "pieņem organizācijas",
  "it takes several people at once": "pieņem vairākus cilvēkus uzreiz",
  "it seems to do something else": "šķiet, dara ko citu",
  "it needs what Rollcall does not know: {names}": "tam vajag to, ko Rollcall nezina: {names}",
  "the document calls it out of date": "dokuments to sauc par novecojušu",
  "its path asks for the id of something that is no part of a platform":
    "ceļš prasa ID kaut kam, kas nav platformas daļa",

  // What shows the kind of a document: a few words each.
  'its title or its address speaks of "{text}"': "nosaukums vai adrese min „{text}”",
  "{operation} speaks of {text}": "{operation} min {text}",
  "{path} lies beside {other}": "{path} atrodas blakus {other}",

  // What could not be understood.
  "It describes no calls at all. Look in the developer portal for an export of the whole API.":
    "Tajā nav aprakstīts neviens izsaukums. Meklējiet izstrādātāju portālā visa API eksportu.",
  "{operation} lists entries without an e-mail address, so it can't be the list of users.":
    "{operation} rāda ierakstus bez e-pasta adreses, tāpēc tas nevar būt lietotāju saraksts.",
  "{operation} takes a mark ({mark}) for each page after the first, and the document does not show where the mark comes from: Rollcall may see the first page only. Once you know, say it with `paging.next` in the description.":
    "{operation} katrai lapai pēc pirmās pieņem turpinājuma marķieri ({mark}), un dokuments nerāda, no kurienes tas nāk: Rollcall varbūt redz tikai pirmo lapu. Kad to uzzināt, norādiet to aprakstā ar `paging.next`.",
  "It asks for the header {header} and does not say what it holds. Ask for its value and enter it with the connection's headers.":
    "Tas prasa galveni {header} un nesaka, kas tajā jābūt. Noskaidrojiet tās vērtību un ievadiet to savienojuma galvenēs.",
  "{operation} names an address of its own. Rollcall asks for everything at one address.":
    "{operation} norāda savu adresi. Rollcall visu prasa vienā adresē.",
  "The invitation needs {names}, and Rollcall does not know what to write there. Add it to the template of the body.":
    "Uzaicinājumam vajag {names}, un Rollcall nezina, ko tur rakstīt. Pievienojiet to pamatteksta veidnei.",
  "The document does not show where the invitation takes a role.": "Dokuments nerāda, kur uzaicinājums pieņem lomu.",
  "The document does not show what the invitation answers for each person, so Rollcall looks everybody up in the list afterwards.":
    "Dokuments nerāda, ko uzaicinājums atbild par katru cilvēku, tāpēc Rollcall pēc tam visus pārbauda sarakstā.",
  "Parts of it lie in other files ({names}), which Rollcall does not open. Export it as one file to have them read.":
    "Tā daļas ir citos failos ({names}), ko Rollcall neatver. Eksportējiet to kā vienu failu, lai tās tiktu nolasītas.",
  "It refers to parts that it does not hold ({names}).": "Tas atsaucas uz daļām, kuru tajā nav ({names}).",

  // Why a document can't be used.
  "This document is larger than 32 MB, which Rollcall does not read. Export only the API with users, roles and invitations, and drop that.":
    "Šis dokuments ir lielāks par 32 MB, un tādu Rollcall nelasa. Eksportējiet tikai to API, kurā ir lietotāji, lomas un uzaicinājumi, un nometiet šo eksportu.",
  "This document can't be read beyond line {line}: {why}. It may be cut off or changed by hand. Export it from the developer portal once more and drop that.":
    ({ line, why }) =>
      `Šis dokuments aiz ${line}. rindas nav nolasāms: ${reason(why)}. Varbūt tas ir aprauts vai mainīts ar roku. Eksportējiet to no izstrādātāju portāla vēlreiz un nometiet šo eksportu.`,
  "This document can't be read: {why}. It may be cut off or changed by hand. Export it from the developer portal once more and drop that.":
    ({ why }) =>
      `Šis dokuments nav nolasāms: ${reason(why)}. Varbūt tas ir aprauts vai mainīts ar roku. Eksportējiet to no izstrādātāju portāla vēlreiz un nometiet šo eksportu.`,
  "This document repeats or nests itself far more than one that describes an API would. Nothing was taken from it. Export it as JSON and drop that.":
    "Šis dokuments atkārtojas vai ir iekļauts pats sevī daudz vairāk nekā tāds, kas apraksta API. No tā nekas netika ņemts. Eksportējiet to kā JSON un nometiet šo eksportu.",
  "This document does not say that it is OpenAPI. Look in the developer portal for an export called OpenAPI 3, as JSON or YAML, and drop that.":
    "Šis dokuments nesaka, ka tas ir OpenAPI. Meklējiet izstrādātāju portālā eksportu ar nosaukumu OpenAPI 3, kā JSON vai YAML, un nometiet to.",
  "This document is Swagger {version}, the form that came before OpenAPI and that Rollcall does not read. Export it as OpenAPI 3 (most developer portals offer both), or convert it with an editor for OpenAPI, and drop that.":
    "Šis dokuments ir Swagger {version}, forma, kas bija pirms OpenAPI un ko Rollcall nelasa. Eksportējiet to kā OpenAPI 3 (lielākā daļa izstrādātāju portālu piedāvā abus) vai pārveidojiet to ar OpenAPI redaktoru un nometiet rezultātu.",
  "This document is OpenAPI {version}, and Rollcall reads 3.0 and 3.1. Export it as one of those and drop that.":
    "Šis dokuments ir OpenAPI {version}, bet Rollcall lasa 3.0 un 3.1. Eksportējiet to vienā no šīm versijām un nometiet šo eksportu.",
} satisfies Partial<CoreWords>;
