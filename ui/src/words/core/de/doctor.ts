import { numberOf } from "../numberOf";
import type { CoreWords } from "../told";

/** Whether this computer's clock goes behind the platform's, or ahead of it. */
const SIDES: Record<string, string> = { behind: "nach", "ahead of": "vor" };

/** What a record should hold, by the core's word for it. */
const FIELDS: Record<string, string> = {
  email: "E-Mail",
  "first name": "Vorname",
  "last name": "Nachname",
  created: "Anlagedatum",
  state: "Status",
  accessibility: "Zugänglichkeit",
  roles: "Rollen",
  "identity provider": "Identitätsanbieter",
  "external id": "externe ID",
  organizations: "Organisationen",
};

const namesOf = (fields = "") =>
  fields
    .split(", ")
    .map((field) => FIELDS[field] ?? field)
    .join(", ");

/** What the core says while it tests a connection, in German. */
export const doctor = {
  // What is looked at.
  Proxy: "Proxyserver",
  Connection: "Verbindung",
  "Sign-in": "Anmeldung",
  "Subscription key": "Abonnementschlüssel",
  Users: "Benutzer",
  Pages: "Seiten",
  "Identity providers": "Identitätsanbieter",
  Headers: "Header",
  Fields: "Felder",
  Clock: "Uhr",
  Speed: "Tempo",
  "What this sign-in sees": "Was diese Anmeldung sieht",
  "Facts about inviting": "Fakten zum Einladen",

  // What to do about a step that failed.
  "Enter the user name and password for the proxy under Network, then examine again.":
    "Tragen Sie unter Netzwerk Benutzername und Passwort für den Proxy ein, und testen Sie dann noch einmal.",
  "Nothing later can work before this does. Send this report to whoever looks after your network.":
    "Nichts Weiteres kann funktionieren, ehe dies funktioniert. Senden Sie diesen Bericht an die Stelle, die Ihr Netzwerk betreut.",
  "Compare the key with the developer portal. A new key works only after its subscription was approved: if the portal shows it as submitted, ask the platform's administrator to approve it.":
    "Vergleichen Sie den Schlüssel mit dem Entwicklerportal. Ein neuer Schlüssel gilt erst, wenn sein Abonnement freigegeben ist: Zeigt das Portal es als eingereicht, lassen Sie es von der Administration der Plattform freigeben.",
  "Enter the client secret or token again. If it was right, ask the platform's administrator whether this API user is still active.":
    "Geben Sie das Client-Secret oder das Token noch einmal ein. War es richtig, fragen Sie die Administration der Plattform, ob dieser API-Benutzer noch aktiv ist.",
  "Ask the platform's administrator to let this API user read it.":
    "Lassen Sie die Administration der Plattform diesem API-Benutzer das Lesen erlauben.",
  "Wait, then examine again; nothing is wrong otherwise.":
    "Warten Sie, und testen Sie dann noch einmal; sonst ist alles in Ordnung.",
  "Compare the address, the ids and the paths of the platform description with the developer portal.":
    "Vergleichen Sie die Adresse, die IDs und die Pfade der Plattformbeschreibung mit dem Entwicklerportal.",
  "Look at a real record beside Rollcall's fields, and correct the platform description.":
    "Sehen Sie einen echten Datensatz neben den Feldern von Rollcall an, und berichtigen Sie die Plattformbeschreibung.",
  "Look at the platform's own words above: it may want another id, a header or a version.":
    "Lesen Sie oben, was die Plattform selbst sagt: Vielleicht will sie eine andere ID, einen Header oder eine Version.",
  "Examine again in a while; if it stays so, send this report to the platform's administrator.":
    "Testen Sie nach einer Weile noch einmal; bleibt es so, senden Sie diesen Bericht an die Administration der Plattform.",
  "Inviting works without this list.": "Das Einladen funktioniert auch ohne diese Liste.",

  // Why something was not looked at.
  "Not looked at, because the list of users could not be read.":
    "Nicht untersucht, weil die Benutzerliste nicht gelesen werden konnte.",
  "Not looked at, because the platform could not be reached.":
    "Nicht untersucht, weil die Plattform nicht erreichbar war.",
  "Not looked at, because the platform could not be reached any more.":
    "Nicht untersucht, weil die Plattform nicht mehr erreichbar war.",
  "Not looked at, because there is no token.": "Nicht untersucht, weil es kein Token gibt.",
  "Not looked at, because the subscription key was refused.":
    "Nicht untersucht, weil der Abonnementschlüssel abgelehnt wurde.",
  "Not looked at, because the token was refused.": "Nicht untersucht, weil das Token abgelehnt wurde.",

  // The way to the platform: proxy, name, encryption.
  "No proxy is used: the platform is asked directly.":
    "Es wird kein Proxy verwendet: Die Plattform wird direkt gefragt.",
  "The proxy that the system's settings name lets Rollcall through.":
    "Der Proxy, den die Systemeinstellungen nennen, lässt Rollcall durch.",
  "The proxy that this connection names lets Rollcall through.":
    "Der Proxy, den diese Verbindung nennt, lässt Rollcall durch.",
  "Encrypted to the proxy": "Verschlüsselt bis zum Proxy",
  "With a user name": "Mit Benutzernamen",
  "The proxy looks up the platform's name.": "Den Namen der Plattform schlägt der Proxy nach.",
  Server: "Serveradresse",
  "The address is a number, so no name is looked up.": "Die Adresse ist eine Zahl, also wird kein Name nachgeschlagen.",
  "The platform's name is known.": "Der Name der Plattform ist bekannt.",
  Addresses: "Adressen",
  "Look at what the steps below say of the lists.": "Sehen Sie nach, was die Schritte unten über die Listen sagen.",
  "The connection is encrypted, and the certificate can be trusted.":
    "Die Verbindung ist verschlüsselt, und das Zertifikat ist vertrauenswürdig.",
  "The platform is on this computer, so the connection need not be encrypted.":
    "Die Plattform ist auf diesem Computer, also muss die Verbindung nicht verschlüsselt sein.",
  "Certificate for": "Zertifikat für",
  "Signed by": "Ausgestellt von",
  "Holds until": "Gültig bis",
  "Days left": "Verbleibende Tage",
  another: "eine andere",
  "The connection is encrypted. The platform's certificate ends in {days} days.": ({ days }) =>
    `Die Verbindung ist verschlüsselt. Das Zertifikat der Plattform läuft in ${days} ${numberOf(days) === 1 ? "Tag" : "Tagen"} ab.`,
  "Tell the platform's administrator: when it has ended, nobody can connect.":
    "Sagen Sie es der Administration der Plattform: Ist es abgelaufen, kann sich niemand verbinden.",

  // The token and the key.
  "No token was entered, so none is sent; the platform wants none.":
    "Es wurde kein Token eingegeben, also wird keines gesendet; die Plattform will keines.",
  "No token was entered, so none is sent.": "Es wurde kein Token eingegeben, also wird keines gesendet.",
  "There is a token. Whether the platform takes it was not seen.":
    "Es gibt ein Token. Ob die Plattform es annimmt, war nicht zu sehen.",
  "The platform accepts the token.": "Die Plattform nimmt das Token an.",
  "The platform accepts the token, which ends soon and can't be renewed by Rollcall.":
    "Die Plattform nimmt das Token an; es läuft bald ab, und Rollcall kann es nicht erneuern.",
  "Paste a new token before you send anything.": "Fügen Sie ein neues Token ein, ehe Sie etwas senden.",
  "The gateway accepts the subscription key.": "Das Gateway nimmt den Abonnementschlüssel an.",
  "No subscription key was entered, and none is wanted.":
    "Es wurde kein Abonnementschlüssel eingegeben, und es wird keiner verlangt.",
  "No subscription key was entered, so none is sent.":
    "Es wurde kein Abonnementschlüssel eingegeben, also wird keiner gesendet.",
  "Whether the gateway takes the key was not seen.": "Ob das Gateway den Schlüssel annimmt, war nicht zu sehen.",
  Header: "Name des Headers",
  Token: "Art des Tokens",
  "opaque: it says nothing of itself": "undurchsichtig: Es sagt nichts über sich",
  Ends: "Läuft ab",
  Subject: "Ausgestellt für",
  Scopes: "Erteilte Scopes",
  Audience: "Audience des Tokens",
  Issuer: "Aussteller",
  More: "Mehr",

  // The lists.
  "The platform lists 1 user.": "Die Plattform führt 1 Benutzer auf.",
  "The platform lists {users} users.": "Die Plattform führt {users} Benutzer auf.",
  "The platform lists 1 user for the first id of the connection.":
    "Die Plattform führt für die erste ID der Verbindung 1 Benutzer auf.",
  "The platform lists {users} users for the first id of the connection.":
    "Die Plattform führt für die erste ID der Verbindung {users} Benutzer auf.",
  "The first page lists 1 user.": "Die erste Seite führt 1 Benutzer auf.",
  "The first page lists {users} users.": "Die erste Seite führt {users} Benutzer auf.",
  "The first page lists 1 user for the first id of the connection.":
    "Die erste Seite führt für die erste ID der Verbindung 1 Benutzer auf.",
  "The first page lists {users} users for the first id of the connection.":
    "Die erste Seite führt für die erste ID der Verbindung {users} Benutzer auf.",
  "The platform lists 1 role.": "Die Plattform führt 1 Rolle auf.",
  "The platform lists {roles} roles.": "Die Plattform führt {roles} Rollen auf.",
  "The platform lists 1 identity provider.": "Die Plattform führt 1 Identitätsanbieter auf.",
  "The platform lists {providers} identity providers.": "Die Plattform führt {providers} Identitätsanbieter auf.",
  "The platform lists 1 organization.": "Die Plattform führt 1 Organisation auf.",
  "The platform lists {organizations} organizations.": "Die Plattform führt {organizations} Organisationen auf.",
  "The platform lists no role, and without one nobody can be invited.":
    "Die Plattform führt keine Rolle auf, und ohne eine kann niemand eingeladen werden.",
  "Ask the platform's administrator whether this API user may see the roles.":
    "Fragen Sie die Administration der Plattform, ob dieser API-Benutzer die Rollen sehen darf.",
  "This kind of platform has no list of identity providers; nothing here needs one.":
    "Diese Art von Plattform hat keine Liste der Identitätsanbieter; hier braucht auch nichts eine.",
  "This platform gives no list of organizations, or not to this sign-in; everything else works without it.":
    "Diese Plattform gibt keine Liste der Organisationen, oder nicht für diese Anmeldung; alles andere funktioniert ohne sie.",

  // Pages.
  "The description says that the list comes in one piece.":
    "Die Beschreibung sagt, dass die Liste in einem Stück kommt.",
  "Largest page by the description": "Größte Seite laut Beschreibung",
  "Asked for 1 entry, came": "Um 1 Eintrag gebeten, gekommen",
  "Asked for {entries} entries, came": "Um {entries} Einträge gebeten, gekommen",
  "Totals told": "Genannte Gesamtzahlen",
  "none, none, none": "keine, keine, keine",
  "The first page came twice alike": "Die erste Seite kam zweimal gleich",
  yes: "ja",
  no: "nein",
  "The platform does not keep to the page size: asked for 1 entry, {count} came.":
    "Die Plattform hält sich nicht an die Seitengröße: Verlangt war 1 Eintrag, gekommen sind {count}.",
  "Compare the name of the page size in the platform description with the developer portal.":
    "Vergleichen Sie den Namen der Seitengröße in der Plattformbeschreibung mit dem Entwicklerportal.",
  "The answer with a page of one entry names no next page, so longer lists may be cut.":
    "Die Antwort mit einer Seite von einem Eintrag nennt keine nächste Seite, also können längere Listen abgeschnitten sein.",
  "Compare where the platform description looks for the next page with the developer portal.":
    "Vergleichen Sie mit dem Entwicklerportal, wo die Plattformbeschreibung die nächste Seite sucht.",
  "The platform gives the first page again where the second was asked for, so longer lists may be cut.":
    "Die Plattform gibt noch einmal die erste Seite, wo die zweite verlangt war, also können längere Listen abgeschnitten sein.",
  "Compare the paging of the platform description with the developer portal.":
    "Vergleichen Sie die Angaben zum Blättern in der Plattformbeschreibung mit dem Entwicklerportal.",
  "The platform's total changed from one call to the next.":
    "Die Gesamtzahl der Plattform hat sich von einem Aufruf zum nächsten geändert.",
  "Examine again; if it stays so, lists can't be told to be complete.":
    "Testen Sie noch einmal; bleibt es so, ist nicht zu erkennen, ob Listen vollständig sind.",
  "The same page came in another order a moment later.":
    "Dieselbe Seite kam einen Augenblick später in anderer Reihenfolge.",
  "Set `stable_order` of the paging to false in the platform description.":
    "Setzen Sie `stable_order` der Seiten in der Plattformbeschreibung auf false.",
  "Pages come as asked for. The platform tells no total, so lists are read until an empty page.":
    "Seiten kommen wie verlangt. Die Plattform nennt keine Gesamtzahl, also werden Listen bis zu einer leeren Seite gelesen.",
  "Pages come as asked for, with 1 entry at most, and the total is told.":
    "Seiten kommen wie verlangt, mit höchstens 1 Eintrag, und die Gesamtzahl wird genannt.",
  "Pages come as asked for, with {entries} entries at most, and the total is told.":
    "Seiten kommen wie verlangt, mit höchstens {entries} Einträgen, und die Gesamtzahl wird genannt.",
  "Pages come as asked for, and the total is told.": "Seiten kommen wie verlangt, und die Gesamtzahl wird genannt.",

  // What the answers tell beside their lists.
  "The platform says that this version of its API will be switched off.":
    "Die Plattform sagt, dass diese Version ihrer API abgeschaltet wird.",
  "Ask the platform's administrator which version follows, and when.":
    "Fragen Sie die Administration der Plattform, welche Version folgt und wann.",
  "The answers name a version of the API.": "Die Antworten nennen eine Version der API.",
  "The answers ask for no header, and name no version of the API.":
    "Die Antworten verlangen keinen Header und nennen keine Version der API.",
  "The platform's words suggest that it wants a header or a version.":
    "Was die Plattform sagt, deutet darauf hin, dass sie einen Header oder eine Version will.",
  "Ask for the header's name and value, and add it to the connection's headers.":
    "Fragen Sie nach Name und Wert des Headers, und fügen Sie ihn den Headern der Verbindung hinzu.",
  "Its words": "Worte der Plattform",
  "The refused call says nothing of headers.": "Der abgelehnte Aufruf sagt nichts über Header.",
  "Sent with every call": "Geht bei jedem Aufruf mit",
  "No user is listed, so there is no record to look at.":
    "Es ist kein Benutzer aufgeführt, also gibt es keinen Datensatz zum Ansehen.",
  "Every field of Rollcall's was found in the first records.":
    "In den ersten Datensätzen wurde jedes Feld von Rollcall gefunden.",
  "Not found in the first records: {fields}.": ({ fields }) =>
    `In den ersten Datensätzen nicht gefunden: ${namesOf(fields)}.`,
  "If the platform has them under other names, match the answer in the connection.":
    "Hat die Plattform sie unter anderen Namen, ordnen Sie die Antwort in der Verbindung zu.",
  "Names are written": "Schreibweise der Namen",
  "in several ways": "auf mehrere Arten",
  "in an unusual way": "auf ungewöhnliche Art",
  "Records looked at": "Angesehene Datensätze",
  "Unknown to Rollcall": "Rollcall unbekannt",
  "The platform does not tell the time with its answers.": "Die Plattform nennt mit ihren Antworten keine Uhrzeit.",
  "This computer's clock is {seconds} seconds {side} the platform's.": ({ seconds, side = "" }) =>
    `Die Uhr dieses Computers geht gegenüber der Plattform ${seconds} ${numberOf(seconds) === 1 ? "Sekunde" : "Sekunden"} ${SIDES[side] ?? side}.`,
  "Set this computer's clock by the network's time; tokens seem to end too early or too late otherwise.":
    "Stellen Sie die Uhr dieses Computers nach der Netzwerkzeit; sonst scheinen Token zu früh oder zu spät abzulaufen.",
  "This computer's clock and the platform's agree.": "Die Uhren dieses Computers und der Plattform stimmen überein.",
  "Seconds apart": "Abweichung in Sekunden",
  "Answers took {least} to {most} ms, {middle} ms as a rule.":
    "Antworten brauchten {least} bis {most} ms, in der Regel {middle} ms.",
  "Ask for smaller pages, or examine again at another time.":
    "Verlangen Sie kleinere Seiten, oder testen Sie zu anderer Zeit noch einmal.",
  Calls: "Aufrufe",
  "No list was answered, so no time was taken.": "Keine Liste wurde beantwortet, also wurde keine Zeit gemessen.",

  // What this sign-in sees.
  "1 platform": "1 Plattform",
  "{platforms} platforms": "{platforms} Plattformen",
  "1 customer": "1 Kunde",
  "{customers} customers": "{customers} Kunden",
  "This sign-in sees the users of everything that the connection names. Whether it may invite can't be known without inviting.":
    "Diese Anmeldung sieht die Benutzer von allem, was die Verbindung nennt. Ob sie einladen darf, lässt sich nur durch eine Einladung erfahren.",
  "This sign-in does not see the users of everything that the connection names.":
    "Diese Anmeldung sieht nicht die Benutzer von allem, was die Verbindung nennt.",
  "Check the ids below, and ask the platform's administrator which of them this API user belongs to.":
    "Prüfen Sie die IDs unten, und fragen Sie die Administration der Plattform, zu welchen davon dieser API-Benutzer gehört.",
  "Not seen": "Nicht zu sehen",
  "The connection names": "Die Verbindung nennt",
  "Organizations seen": "Sichtbare Organisationen",

  // Facts about inviting: known, assumed by the description, or unknown.
  "Of what sending rests on, 1 is seen, {assumed} are assumed as the platform description says, and {unknown} can't be known without inviting; Rollcall sends nothing again without proof.":
    "Fakten, auf denen das Senden beruht: 1 bekannt, {assumed} nach der Plattformbeschreibung vorausgesetzt, {unknown} nur durch Einladen zu erfahren; ohne Beweis sendet Rollcall nichts noch einmal.",
  "Of what sending rests on, {seen} are seen, {assumed} are assumed as the platform description says, and {unknown} can't be known without inviting; Rollcall sends nothing again without proof.":
    "Fakten, auf denen das Senden beruht: {seen} bekannt, {assumed} nach der Plattformbeschreibung vorausgesetzt, {unknown} nur durch Einladen zu erfahren; ohne Beweis sendet Rollcall nichts noch einmal.",
  "The list tells its total": "Die Liste nennt ihre Gesamtzahl",
  "The list keeps its order": "Die Liste behält ihre Reihenfolge",
  "Whoever was invited is listed before signing in":
    "Wer eingeladen wurde, steht vor der ersten Anmeldung in der Liste",
  "Most people in one call": "Höchstzahl an Personen je Aufruf",
  "A call that is refused as a whole did nothing": "Ein im Ganzen abgelehnter Aufruf hat nichts bewirkt",
  "An invitation has to name an identity provider": "Eine Einladung muss einen Identitätsanbieter nennen",
  "Inviting somebody who is active": "Jemanden einladen, der aktiv ist",
  "Inviting somebody again who has not signed in": "Jemanden noch einmal einladen, der sich nicht angemeldet hat",
  "Inviting again starts the creation date anew": "Erneutes Einladen setzt das Anlagedatum neu",
  "The same call sent twice counts once": "Derselbe Aufruf, zweimal gesendet, zählt einmal",
  "How late an invitation may still take effect": "Wie spät eine Einladung noch wirken kann",
  "How late an invitation shows in the list": "Wie spät eine Einladung in der Liste erscheint",
  "An invitation shows in the part that this connection lists":
    "Eine Einladung erscheint in dem Teil, den diese Verbindung auflistet",
  "An answer has one result for each person": "Eine Antwort hat ein Ergebnis für jede Person",
  "The gateway's refusals differ from the platform's":
    "Ablehnungen des Gateways unterscheiden sich von denen der Plattform",
  "Whether this sign-in may invite": "Ob diese Anmeldung einladen darf",
  "known: yes": "bekannt: ja",
  "known: no": "bekannt: nein",
  "known: yes; the first page shows 1 such person": "bekannt: ja; die erste Seite zeigt 1 solche Person",
  "known: yes; the first page shows {people} such people":
    "bekannt: ja; die erste Seite zeigt {people} solche Personen",
  "assumed: yes": "vorausgesetzt: ja",
  "assumed: no": "vorausgesetzt: nein",
  "assumed: {people}": "vorausgesetzt: {people}",
  "assumed: yes; the whole platform is listed": "vorausgesetzt: ja; die ganze Plattform wird aufgelistet",
  "assumed: yes; it did so in two looks": "vorausgesetzt: ja; bei zweimaligem Ansehen war es so",
  "assumed: is refused": "vorausgesetzt: wird abgelehnt",
  "assumed: is accepted": "vorausgesetzt: wird angenommen",
  "assumed: sends a new mail": "vorausgesetzt: sendet eine neue E-Mail",
  "unknown: the list was not read": "unbekannt: Die Liste wurde nicht gelesen",
  "unknown: the description does not say": "unbekannt: Die Beschreibung sagt es nicht",
  "unknown: no key for that is known of this API": "unbekannt: Von dieser API ist kein Schlüssel dafür bekannt",
  "unknown: it is waited for before anybody is looked up":
    "unbekannt: Darauf wird gewartet, ehe jemand nachgeschlagen wird",
  "unknown: it is waited for before a list counts as proof":
    "unbekannt: Darauf wird gewartet, ehe eine Liste als Beweis gilt",
  "unknown: single customers are listed: nobody's absence counts as proof here":
    "unbekannt: Einzelne Kunden werden aufgelistet: Hier gilt es nicht als Beweis, wenn jemand fehlt",
  "unknown: it is checked in every answer, and whoever has none is looked up":
    "unbekannt: Es wird in jeder Antwort geprüft, und wer keines hat, wird nachgeschlagen",
  "unknown: each is told by its form, and one that fits neither counts as unclear":
    "unbekannt: Jede wird an ihrer Form erkannt, und eine, die zu keiner passt, gilt als unklar",
  "unknown: only the first invitation shows it": "unbekannt: Erst die erste Einladung zeigt es",
} satisfies Partial<CoreWords>;
