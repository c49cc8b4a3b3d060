import type { CoreWords } from "../told";

/** What the core says of the descriptions of platforms and of their fields, in German. */
export const fields = {
  // The descriptions that are built in.
  "The AppXite marketplace behind its API gateway: users, roles, identity providers and organizations.":
    "Der AppXite-Marktplatz hinter seinem API-Gateway: Benutzer, Rollen, Identitätsanbieter und Organisationen.",
  "Any service that follows SCIM 2.0 (RFC 7643 and 7644): its users, and its groups as roles.":
    "Jeder Dienst, der sich an SCIM 2.0 (RFC 7643 und 7644) hält: seine Benutzer, und seine Gruppen als Rollen.",

  // What holds of several fields.
  "A plain name is compared without regard to case, `_` and `-`; one that begins with `/` is a JSON pointer (RFC 6901). The first that holds something wins.":
    "Ein einfacher Name wird ohne Rücksicht auf Groß- und Kleinschreibung, `_` und `-` verglichen; einer, der mit `/` beginnt, ist ein JSON-Pointer (RFC 6901). Es gilt der erste, unter dem etwas steht.",
  "As in `calls.users`.": "Wie bei `calls.users`.",
  "A query value that is always sent.": "Ein Query-Parameter, der immer gesendet wird.",

  // The description itself.
  "The form of the file, 1. A newer form is refused.": "Die Form der Datei, 1. Eine neuere Form wird abgelehnt.",
  "The name of the description, such as `appxite`.": "Der Name der Beschreibung, etwa `appxite`.",
  "The name for people, such as `AppXite`.": "Der Name, den Personen lesen, etwa `AppXite`.",
  "The version of the description itself.": "Die Version der Beschreibung selbst.",
  "What it is for, in a sentence. Left out: nothing is said.":
    "Wofür sie da ist, in einem Satz. Ohne Angabe: Es steht nichts da.",
  "The header that carries the subscription key. Left out or empty: calls carry none, and none is asked for.":
    "Der Header, der den Abonnementschlüssel trägt. Ohne Angabe oder leer: Aufrufe tragen keinen, und nach keinem wird gefragt.",
  "Most people in one invite call, 1 or more.": "Höchstzahl der Personen in einem Einladungsaufruf, 1 oder mehr.",
  "Whether a call that was refused as a whole (status 400) did nothing for anybody.":
    "Ob ein als Ganzes abgelehnter Aufruf (Status 400) für niemanden etwas bewirkt hat.",
  "Whether people who were invited and never signed in are in the list of users. If not, absence from it proves nothing.":
    "Ob Personen, die eingeladen wurden und sich nie angemeldet haben, in der Liste der Benutzer stehen. Wenn nicht, beweist ihr Fehlen darin nichts.",
  "What inviting somebody does who is Active.": "Was es bewirkt, jemanden einzuladen, dessen Konto `Active` ist.",
  "What inviting somebody does who is New.": "Was es bewirkt, jemanden einzuladen, dessen Konto `New` ist.",
  "Which listed field starts anew when somebody New is invited again. Left out: none, or not known.":
    "Welches gelistete Feld neu beginnt, wenn jemand, dessen Konto `New` ist, noch einmal eingeladen wird. Ohne Angabe: keines, oder nicht bekannt.",
  "Whether an invitation without an identity provider is refused. Left out: false.":
    "Ob eine Einladung ohne Identitätsanbieter abgelehnt wird. Ohne Angabe: false.",
  "The media type of what is sent. Left out: `application/json`.":
    "Der Medientyp dessen, was gesendet wird. Ohne Angabe: `application/json`.",
  "The media types that are asked for. Left out: `application/json`.":
    "Die Medientypen, die verlangt werden. Ohne Angabe: `application/json`.",
  "A header of every call; a connection's own headers win over it. `{id}` becomes the first id of the connection's scope, `{baseUrl}` its address, `{clientId}` its client id.":
    "Ein Header jedes Aufrufs; die eigenen Header einer Verbindung gehen vor. `{id}` wird zur ersten Plattform- oder Kunden-ID der Verbindung, `{baseUrl}` zu ihrer Adresse, `{clientId}` zu ihrer Client-ID.",
  "Invite calls a minute to begin with, 1 or more.": "Einladungsaufrufe pro Minute am Anfang, 1 oder mehr.",
  "Most invite calls under way at once. Left out: 1.":
    "Höchstzahl der Einladungsaufrufe, die gleichzeitig unterwegs sind. Ohne Angabe: 1.",
  "Where tokens are given, under the base URL, for a connection that names no token URL. Without the table such a connection has to name one.":
    "Wo es unter der Basis-URL Token gibt, für eine Verbindung, die keine Token-URL nennt. Ohne die Tabelle muss eine solche Verbindung eine nennen.",

  // The list of users, and how lists are asked for.
  "How the list is asked for. POST is for a search that only reads: it may be made more than once. Left out: GET.":
    "Wie nach der Liste gefragt wird. POST ist für eine Suche da, die nur liest: Sie wird vielleicht mehr als einmal ausgeführt. Ohne Angabe: GET.",
  "The list of users. Paths begin with one `/`, lie under the base URL, and hold no query; `{id}` in one becomes an id of the connection's scope.":
    "Die Liste der Benutzer. Pfade beginnen mit einem `/`, liegen unter der Basis-URL und enthalten keine Query; `{id}` darin wird zu einer Plattform- oder Kunden-ID der Verbindung.",
  "JSON that a POST always sends; `{id}` in its texts becomes an id of the connection's scope. Left out or empty: an empty object.":
    "JSON, das ein POST immer sendet; `{id}` in den Texten darin wird zu einer Plattform- oder Kunden-ID der Verbindung. Ohne Angabe oder leer: ein leeres Objekt.",
  "The query name that takes the id of a platform. Without the table, or with two empty names, the list is not asked for by id.":
    "Der Name des Query-Parameters, der die ID einer Plattform nimmt. Ohne die Tabelle oder mit zwei leeren Namen wird nach der Liste nicht mit einer ID gefragt.",
  "The query name that takes the id of a customer's organization.":
    "Der Name des Query-Parameters, der die ID der Organisation eines Kunden nimmt.",
  "Whether pages are numbered, entries are skipped, each answer gives a mark for the next page (such as RFC 9865), or its address (such as RFC 8288). Without the table the list is asked for once.":
    "Ob Seiten nummeriert sind, Einträge übersprungen werden, jede Antwort eine Marke für die nächste Seite gibt (etwa RFC 9865) oder deren Adresse (etwa RFC 8288). Ohne die Tabelle wird einmal nach der Liste gefragt.",
  "The query name of the page number, of how many entries to skip, or of the mark. Empty: the list is asked for once, but for `link`, which needs none.":
    "Der Name des Query-Parameters für die Seitennummer, für die Zahl der zu überspringenden Einträge oder für die Marke. Leer: Nach der Liste wird einmal gefragt, außer bei `link`, das keinen braucht.",
  "The query name of how many entries a page shall have. Empty: no size is asked for.":
    "Der Name des Query-Parameters für die Zahl der Einträge einer Seite. Leer: Keine Größe wird verlangt.",
  "Whether `page` and `page_size` are keys of the body of a POST, or JSON pointers into it, rather than query names. Left out: false.":
    "Ob `page` und `page_size` Schlüssel im Body eines POST sind oder JSON-Pointer darin, statt Namen von Query-Parametern. Ohne Angabe: false.",
  "Where an answer names the next page: a key or a JSON pointer. Needed with `cursor`; with `link`, left out: in the header `Link` with `rel=next`. An address that leads to another server is not followed.":
    "Wo eine Antwort die nächste Seite nennt: ein Schlüssel oder ein JSON-Pointer. Nötig bei `cursor`; bei `link` ohne Angabe: im Header `Link` mit `rel=next`. Einer Adresse, die zu einem anderen Server führt, wird nicht gefolgt.",
  "The mark that the first page is asked for with; it may be empty. Left out: none is sent.":
    "Die Marke, mit der nach der ersten Seite gefragt wird; sie darf leer sein. Ohne Angabe: Keine wird gesendet.",
  "The number of the first page, or of the first entry. Left out: 0.":
    "Die Nummer der ersten Seite oder des ersten Eintrags. Ohne Angabe: 0.",
  "Entries of a page, 1 or more.": "Einträge einer Seite, 1 oder mehr.",
  "Most entries of a page that the platform allows, no less than the size.":
    "Höchstzahl der Einträge einer Seite, die die Plattform erlaubt, nicht kleiner als die Größe.",
  "Whether entries stand in the same order however the list is asked for, so that several pages are asked for at once. Left out: false.":
    "Ob Einträge in derselben Reihenfolge stehen, wie auch immer nach der Liste gefragt wird, sodass nach mehreren Seiten gleichzeitig gefragt wird. Ohne Angabe: false.",

  // The other lists.
  "One user by address. Without the table, or with an empty path, nobody is looked up by address.":
    "Ein Benutzer nach seiner Adresse. Ohne die Tabelle oder mit leerem Pfad wird niemand über die Adresse nachgeschlagen.",
  'A query value; `{email}` in it, or in a text of the body, becomes the address, with the quotes around it minded: `\\` and `"` are escaped, between single quotes a quote is doubled.':
    "Ein Query-Wert; `{email}` darin oder in einem Text des Bodys wird zur Adresse, mit Rücksicht auf die Anführungszeichen darum herum: `\\` und das doppelte Anführungszeichen werden maskiert, zwischen einfachen wird ein einfaches verdoppelt.",
  "The list of roles.": "Die Liste der Rollen.",
  "The list of identity providers. Without the table, or with an empty path, there are none.":
    "Die Liste der Identitätsanbieter. Ohne die Tabelle oder mit leerem Pfad gibt es keine.",
  "The list of organizations. Without the table, or with an empty path, they are learned from the users.":
    "Die Liste der Organisationen. Ohne die Tabelle oder mit leerem Pfad werden sie den Benutzern entnommen.",

  // The invitation.
  "The method of the invitation. Left out: POST.": "Die Methode der Einladung. Ohne Angabe: POST.",
  "The invitation; `{id}` in it becomes the first id of the connection's scope.":
    "Die Einladung; `{id}` darin wird zur ersten Plattform- oder Kunden-ID der Verbindung.",
  'JSON. "{people}" stands in an array and becomes one `person` for each; or "{person}", with a `batch_limit` of 1, becomes the only one.':
    "JSON. Der Text `{people}` steht in einem Array und wird für jede Person zu einem `person`; oder der Text `{person}` wird, bei einem `batch_limit` von 1, zum einzigen.",
  'JSON with the placeholders "{email}", "{firstName}", "{lastName}", "{roleId}", "{identityProviderId}" and ["{organizationIds}"]. A key whose value is absent is left out, and so is an object of which nothing is left. `:number` after an id writes digits as a number.':
    "JSON mit den Platzhaltern `{email}`, `{firstName}`, `{lastName}`, `{roleId}` und `{identityProviderId}`, jeder ein Text, und `{organizationIds}` als einzigem Text eines Arrays. Ein Schlüssel, dessen Wert fehlt, wird weggelassen, ebenso ein Objekt, von dem nichts übrig ist. `:number` nach einer ID schreibt Ziffern als Zahl.",
  "A JSON pointer to the results in the answer; empty: the whole answer is the one result. Left out: they are found as lists are.":
    "Ein JSON-Pointer auf die Ergebnisse in der Antwort; leer: Die ganze Antwort ist das eine Ergebnis. Ohne Angabe: Sie werden gefunden wie Listen.",
  "The words of a result that mean invited. Left out or empty: a success means it, unless `refused` says otherwise.":
    "Die Wörter eines Ergebnisses, die eingeladen bedeuten. Ohne Angabe oder leer: Ein Erfolg bedeutet es, wenn `refused` nichts anderes sagt.",
  "The words of a result that mean refused. Any word of neither list is not understood.":
    "Die Wörter eines Ergebnisses, die abgelehnt bedeuten. Ein Wort, das in keiner der beiden Listen steht, wird nicht verstanden.",
  "HTTP statuses from 402 to 499 that mean that this one person was refused and nothing was done; only with a `batch_limit` of 1. Left out: none.":
    "HTTP-Status von 402 bis 499, die bedeuten, dass diese eine Person abgelehnt und nichts getan wurde; nur bei einem `batch_limit` von 1. Ohne Angabe: keine.",
  "A call after an invitation that went well, such as one that gives the role; only with a `batch_limit` of 1, and made only where there is a value for each of its placeholders. It may be made more than once, which has to come to the same.":
    "Ein Aufruf nach einer gelungenen Einladung, etwa einer, der die Rolle gibt; nur bei einem `batch_limit` von 1, und nur, wo es für jeden seiner Platzhalter einen Wert gibt. Er wird vielleicht mehr als einmal gemacht, was auf dasselbe hinauslaufen muss.",
  "Its path, with the placeholders {userId}, {roleId}, {email}, {id}, each as a segment of its own or a part of one. Empty: nothing follows.":
    "Der Pfad dieses Aufrufs, mit den Platzhaltern {userId}, {roleId}, {email}, {id}, jeder als eigener Abschnitt oder als Teil eines solchen. Leer: Nichts folgt.",
  'JSON with the placeholders "{userId}", "{roleId}" and "{email}".':
    "JSON mit den Platzhaltern `{userId}`, `{roleId}` und `{email}`, jeder ein Text.",

  // What answers look like, and how documents are known.
  "The keys that hold a list, in objects that wrap one. Compared without regard to case, `_` and `-`.":
    "Die Schlüssel, unter denen eine Liste steht, wenn ein Objekt sie umschließt. Verglichen wird ohne Rücksicht auf Groß- und Kleinschreibung, `_` und `-`.",
  "The keys that say how many entries a list has in all.":
    "Die Schlüssel, die sagen, wie viele Einträge eine Liste insgesamt hat.",
  "The key of the id in an object that stands where an id was expected.":
    "Der Schlüssel der ID in einem Objekt, das dort steht, wo eine ID erwartet wurde.",
  "The key of the name in an object that stands where a word was expected.":
    "Der Schlüssel des Namens in einem Objekt, das dort steht, wo ein Wort erwartet wurde.",
  "How an OpenAPI document of such a platform is known: words of which one stands in its title or in an address that it names, without regard to case. Without the table it is never told from others by itself.":
    "Woran ein OpenAPI-Dokument einer solchen Plattform erkannt wird: Wörter, von denen eines in seinem Titel oder in einer Adresse steht, die es nennt, ohne Rücksicht auf Groß- und Kleinschreibung. Ohne die Tabelle wird es nie von selbst von anderen unterschieden.",
  "Beginnings of names and texts in what the list of users takes and answers, such as media types and schemas; only in a document that has the list where `calls.users.path` says, under whatever lies before it.":
    "Anfänge von Namen und Texten in dem, was die Liste der Benutzer nimmt und antwortet, etwa Medientypen und Schemas; nur in einem Dokument, das die Liste dort hat, wo `calls.users.path` es sagt, was immer davor steht.",
  "Paths that such a platform has beside its list of users; else as `documents.texts`.":
    "Pfade, die eine solche Plattform neben ihrer Liste der Benutzer hat; sonst wie `documents.texts`.",
  'What a word, number or truth value of the account state means; "" is a user without one. "New", "Active", "Blocked" and "Disabled" are understood without it; anything else is shown as it came.':
    "Was ein Wort, eine Zahl oder ein Wahrheitswert des Kontostatus bedeutet; ein leerer Text ist ein Benutzer ohne Status. `New`, `Active`, `Blocked` und `Disabled` werden auch so verstanden; alles andere wird gezeigt, wie es kam.",

  // Where fields stand in what is listed.
  "The address. As for `fields.user.id`, but the first alias whose value looks like an address wins.":
    "Die Adresse. Wie bei `fields.user.id`, doch gilt der erste Name, dessen Wert wie eine Adresse aussieht.",
  "The given name.": "Der Vorname.",
  "The family name.": "Der Nachname.",
  "When the account was made: RFC 3339, or seconds or milliseconds since 1970.":
    "Wann das Konto angelegt wurde: RFC 3339 oder Sekunden oder Millisekunden seit 1970.",
  "How the account stands; see `states`.": "Wie es um das Konto steht; siehe `states`.",
  "What the platform calls accessibility.": "Was die Plattform Zugänglichkeit (accessibility) nennt.",
  "The ids of the roles, one or many.": "Die IDs der Rollen, eine oder mehrere.",
  "The id of the identity provider.": "Die ID des Identitätsanbieters.",
  "The id of the person elsewhere.": "Die ID der Person an anderer Stelle.",
  "The ids of the organizations, one or many.": "Die IDs der Organisationen, eine oder mehrere.",
  "The id of a role.": "Die ID einer Rolle.",
  "The name of a role.": "Der Name einer Rolle.",
  "The weight of a role.": "Das Gewicht einer Rolle.",
  "The ids of the people who hold the role, where roles list them. Left out: only users say which roles they hold.":
    "Die IDs der Personen, die die Rolle haben, wo Rollen sie auflisten. Ohne Angabe: Nur Benutzer sagen, welche Rollen sie haben.",
  "The id of an identity provider.": "Die ID eines Identitätsanbieters.",
  "The name of an identity provider.": "Der Name eines Identitätsanbieters.",
  "What external ids of its people begin with.": "Womit die externen IDs seiner Personen beginnen.",
  "Whether it can be used. Not said: it can.": "Ob er verwendet werden kann. Wenn nichts dazu gesagt ist: Er kann es.",
  "The id of an organization.": "Die ID einer Organisation.",
  "The name of an organization.": "Der Name einer Organisation.",
  "The id of an organization in the ERP.": "Die ID einer Organisation im ERP.",
  "What kind of organization it is.": "Welche Art von Organisation es ist.",
  "The id of the organization above it.": "Die ID der übergeordneten Organisation.",
  "The address of one person's result of an invitation.": "Die Adresse im Ergebnis einer Einladung für eine Person.",
  "The id of the account that was made.": "Die ID des Kontos, das angelegt wurde.",
  "The word that `calls.invite.invited` and `refused` explain.":
    "Das Wort, das `calls.invite.invited` und `refused` erklären.",
  "The platform's code for a refusal, in a result or in the body of an error.":
    "Der Code der Plattform für eine Ablehnung, in einem Ergebnis oder im Body eines Fehlers.",
  "The platform's words for a refusal.": "Die Worte der Plattform für eine Ablehnung.",
} satisfies Partial<CoreWords>;
