import type { CoreWords, Values } from "../told";

/** What is wrong at a place of a document: within a sentence. */
const reasons = {
  "it ends in the middle": "es endet mittendrin",
  "it is not JSON there": "dort steht kein JSON",
  "a line is indented by a tab, which YAML does not allow":
    "eine Zeile ist mit einem Tabulator eingerückt, was YAML nicht erlaubt",
  "it is neither YAML nor JSON there": "dort steht weder YAML noch JSON",
} satisfies Partial<CoreWords>;

const reason = (why = "") => (reasons as Values)[why] ?? why;

/** What the core says of documents that describe a platform, in German. */
export const documents = {
  ...reasons,

  // The fields that were found, by name.
  "Id of the user": "ID des Benutzers",
  "What became of it": "Was daraus wurde",
  "Code of a refusal": "Code einer Ablehnung",
  "Words of a refusal": "Worte einer Ablehnung",

  // Why an operation might be a call, or might not: a few words each.
  "{kind} has it there": "{kind} hat es genau dort",
  "its path ends in /{ending}": "der Pfad endet auf /{ending}",
  "the end of its path says that they are of a special kind": "das Ende des Pfads sagt, dass es besondere sind",
  'the document\'s own words for it speak of "{noun}"': "die eigenen Worte des Dokuments dafür sprechen von „{noun}“",
  "its path says that it only reads": "der Pfad sagt, dass nur gelesen wird",
  "it needs what Rollcall can't fill: {names}": "verlangt wird, was Rollcall nicht ausfüllen kann: {names}",
  "it takes {page} and {size}": "nimmt {page} und {size}",
  "it takes {name}": "nimmt {name}",
  "it answers a list whose entries have an e-mail address":
    "antwortet mit einer Liste, deren Einträge eine E-Mail-Adresse haben",
  "its entries have a first and a last name": "die Einträge haben Vor- und Nachnamen",
  "its entries say whether the account is in use": "die Einträge sagen, ob das Konto in Gebrauch ist",
  "it answers a list whose entries have an id and a name":
    "antwortet mit einer Liste, deren Einträge eine ID und einen Namen haben",
  "its entries have a weight": "die Einträge haben ein Gewicht",
  "its entries can be switched on and off": "die Einträge lassen sich ein- und ausschalten",
  "its entries have an ERP id or an organization above":
    "die Einträge haben eine ERP-ID oder eine übergeordnete Organisation",
  "nothing else in the document is about people with accounts":
    "sonst handelt nichts in dem Dokument von Personen mit Konten",
  "it lies beside the list of users": "liegt neben der Liste der Benutzer",
  "entries of the list of users refer to it": "Einträge der Liste der Benutzer verweisen darauf",
  "its path ends in an invitation": "am Ende des Pfads steht eine Einladung",
  "the document speaks of an invitation": "das Dokument spricht von einer Einladung",
  "it adds an entry to the list of users": "fügt der Liste der Benutzer einen Eintrag hinzu",
  "it takes an e-mail address": "nimmt eine E-Mail-Adresse",
  "it takes a role": "nimmt eine Rolle",
  "it takes organizations": "nimmt Organisationen",
  "it takes several people at once": "nimmt mehrere Personen auf einmal",
  "it seems to do something else": "scheint etwas anderes zu tun",
  "it needs what Rollcall does not know: {names}": "verlangt wird, was Rollcall nicht kennt: {names}",
  "the document calls it out of date": "das Dokument nennt es veraltet",
  "its path asks for the id of something that is no part of a platform":
    "der Pfad verlangt die ID von etwas, das kein Teil einer Plattform ist",

  // What shows the kind of a document: a few words each.
  'its title or its address speaks of "{text}"': "der Titel oder die Adresse spricht von „{text}“",
  "{operation} speaks of {text}": "{operation} spricht von {text}",
  "{path} lies beside {other}": "{path} liegt neben {other}",

  // What could not be understood.
  "It describes no calls at all. Look in the developer portal for an export of the whole API.":
    "Es beschreibt gar keine Aufrufe. Suchen Sie im Entwicklerportal nach einem Export der ganzen API.",
  "{operation} lists entries without an e-mail address, so it can't be the list of users.":
    "{operation} listet Einträge ohne E-Mail-Adresse und kann deshalb nicht die Liste der Benutzer sein.",
  "{operation} takes a mark ({mark}) for each page after the first, and the document does not show where the mark comes from: Rollcall may see the first page only. Once you know, say it with `paging.next` in the description.":
    "{operation} nimmt für jede Seite nach der ersten eine Marke ({mark}), und das Dokument zeigt nicht, woher die Marke kommt: Rollcall sieht vielleicht nur die erste Seite. Sobald Sie es wissen, sagen Sie es in der Beschreibung mit `paging.next`.",
  "It asks for the header {header} and does not say what it holds. Ask for its value and enter it with the connection's headers.":
    "Es verlangt den Header {header} und sagt nicht, was darin steht. Fragen Sie nach dem Wert, und tragen Sie ihn bei den Headern der Verbindung ein.",
  "{operation} names an address of its own. Rollcall asks for everything at one address.":
    "{operation} nennt eine eigene Adresse. Rollcall fragt alles unter einer einzigen Adresse ab.",
  "The invitation needs {names}, and Rollcall does not know what to write there. Add it to the template of the body.":
    "Die Einladung verlangt {names}, und Rollcall weiß nicht, was dort einzutragen ist. Ergänzen Sie es in der Vorlage des Bodys.",
  "The document does not show where the invitation takes a role.":
    "Das Dokument zeigt nicht, wo die Einladung eine Rolle nimmt.",
  "The document does not show what the invitation answers for each person, so Rollcall looks everybody up in the list afterwards.":
    "Das Dokument zeigt nicht, was die Einladung für jede Person antwortet; deshalb sieht Rollcall danach alle in der Liste nach.",
  "Parts of it lie in other files ({names}), which Rollcall does not open. Export it as one file to have them read.":
    "Teile davon liegen in anderen Dateien ({names}), die Rollcall nicht öffnet. Exportieren Sie es als eine Datei, damit sie gelesen werden.",
  "It refers to parts that it does not hold ({names}).": "Es verweist auf Teile, die es nicht enthält ({names}).",

  // Why a document can't be used.
  "This document is larger than 32 MB, which Rollcall does not read. Export only the API with users, roles and invitations, and drop that.":
    "Dieses Dokument ist größer als 32 MB, und das liest Rollcall nicht. Exportieren Sie nur die API mit Benutzern, Rollen und Einladungen, und legen Sie diesen Export ab.",
  "This document can't be read beyond line {line}: {why}. It may be cut off or changed by hand. Export it from the developer portal once more and drop that.":
    ({ line, why }) =>
      `Dieses Dokument ist nach Zeile ${line} nicht lesbar: ${reason(why)}. Vielleicht ist es abgeschnitten oder von Hand geändert. Exportieren Sie es noch einmal aus dem Entwicklerportal, und legen Sie diesen Export ab.`,
  "This document can't be read: {why}. It may be cut off or changed by hand. Export it from the developer portal once more and drop that.":
    ({ why }) =>
      `Dieses Dokument ist nicht lesbar: ${reason(why)}. Vielleicht ist es abgeschnitten oder von Hand geändert. Exportieren Sie es noch einmal aus dem Entwicklerportal, und legen Sie diesen Export ab.`,
  "This document repeats or nests itself far more than one that describes an API would. Nothing was taken from it. Export it as JSON and drop that.":
    "Dieses Dokument wiederholt oder verschachtelt sich weit mehr als eines, das eine API beschreibt. Nichts daraus wurde übernommen. Exportieren Sie es als JSON, und legen Sie diesen Export ab.",
  "This document does not say that it is OpenAPI. Look in the developer portal for an export called OpenAPI 3, as JSON or YAML, and drop that.":
    "Dieses Dokument sagt nicht, dass es OpenAPI ist. Suchen Sie im Entwicklerportal nach einem Export namens OpenAPI 3, als JSON oder YAML, und legen Sie diesen ab.",
  "This document is Swagger {version}, the form that came before OpenAPI and that Rollcall does not read. Export it as OpenAPI 3 (most developer portals offer both), or convert it with an editor for OpenAPI, and drop that.":
    "Dieses Dokument ist Swagger {version}, die Form vor OpenAPI, die Rollcall nicht liest. Exportieren Sie es als OpenAPI 3 (die meisten Entwicklerportale bieten beides), oder wandeln Sie es mit einem Editor für OpenAPI um, und legen Sie das Ergebnis ab.",
  "This document is OpenAPI {version}, and Rollcall reads 3.0 and 3.1. Export it as one of those and drop that.":
    "Dieses Dokument ist OpenAPI {version}, und Rollcall liest 3.0 und 3.1. Exportieren Sie es in einer dieser Versionen, und legen Sie diesen Export ab.",
} satisfies Partial<CoreWords>;
