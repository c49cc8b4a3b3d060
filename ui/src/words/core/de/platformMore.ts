import type { CoreWords } from "../told";

/** The addresses of a connection, behind "Die". */
const ADDRESSES: Readonly<Record<string, string>> = {
  "base URL": "Basis-URL",
  "token URL": "Token-URL",
  "issuer's address": "Adresse des Ausstellers",
  "token URL that the issuer names": "Token-URL, die der Aussteller nennt,",
  "sign-in address": "Adresse, unter der sich Personen anmelden,",
  "sign-in address that the issuer names": "Adresse zum Anmelden, die der Aussteller nennt,",
};

const CREDENTIALS: Readonly<Record<string, string>> = {
  "access token": "Das Token",
  "subscription key": "Der Abonnementschlüssel",
};

/** `Die Basis-URL`. */
const address = (what = "") => `Die ${ADDRESSES[what] ?? what}`;

/** The place of a field as it is written; at the beginning of a sentence the core gives it a capital. */
const place = (at = "") => at.charAt(0).toLowerCase() + at.slice(1);

/** What the core says of a connection's fields, of signing in and of platform descriptions, in German. */
export const platformMore = {
  // The fields of a connection.
  "Nothing was sent. Correct it in the connection.": "Nichts wurde gesendet. Berichtigen Sie es in der Verbindung.",
  "The {what} is not a complete address such as https://api.example.com.": ({ what }) =>
    `${address(what)} ist keine vollständige Adresse wie https://api.example.com.`,
  "The {what} holds a user name or password, which would end up in logs.": ({ what }) =>
    `${address(what)} enthält Benutzername oder Passwort, die in Protokollen landen würden.`,
  "The {what} holds a ? or # part, which Rollcall would have to drop.": ({ what }) =>
    `${address(what)} enthält einen Teil mit ? oder #, den Rollcall weglassen müsste.`,
  "The {what} begins with http://, so keys would travel unencrypted; use https://.": ({ what }) =>
    `${address(what)} beginnt mit http://, Schlüssel gingen also unverschlüsselt hinaus; nehmen Sie https://.`,
  "The {what} has to begin with https://.": ({ what }) => `${address(what)} muss mit https:// beginnen.`,
  "The connection names no platform or customer id. Nothing was sent. Add at least one id.":
    "Die Verbindung nennt keine Plattform- oder Kunden-ID. Nichts wurde gesendet. Fügen Sie mindestens eine ID hinzu.",
  "One of the platform or customer ids is empty or has characters that an id can't have. Nothing was sent. Correct the ids in the connection.":
    "Eine der Plattform- oder Kunden-IDs ist leer oder hat Zeichen, die eine ID nicht haben kann. Nichts wurde gesendet. Berichtigen Sie die IDs in der Verbindung.",
  'The extra header "{name}" has a name that no header can have.':
    "Der zusätzliche Header „{name}“ hat einen Namen, den kein Header haben kann.",
  'The extra header "{name}" is one that Rollcall sets itself.':
    "Den zusätzlichen Header „{name}“ setzt Rollcall selbst.",
  'The extra header "{name}" has a value with line breaks or letters that no header can have.':
    "Der zusätzliche Header „{name}“ hat einen Wert mit Zeilenumbrüchen oder Zeichen, die kein Header haben kann.",
  "The {what} has a line break or a letter in it that it can't have. Nothing was sent. Enter it again.": ({
    what = "",
  }) =>
    `${CREDENTIALS[what] ?? what} enthält einen Zeilenumbruch oder ein Zeichen, das dort nicht stehen kann. Nichts wurde gesendet. Tragen Sie den Wert erneut ein.`,
  'The platform description puts a platform or customer id into the header "{name}", and the connection names none. Nothing was sent. Enter it in the connection.':
    "Die Plattformbeschreibung setzt eine Plattform- oder Kunden-ID in den Header „{name}“, und die Verbindung nennt keine. Nichts wurde gesendet. Tragen Sie sie in der Verbindung ein.",
  'The platform description puts a client id into the header "{name}", and the connection names none. Nothing was sent. Enter it in the connection.':
    "Die Plattformbeschreibung setzt eine Client-ID in den Header „{name}“, und die Verbindung nennt keine. Nichts wurde gesendet. Tragen Sie sie in der Verbindung ein.",
  "The description names a key header that can't be one.":
    "Die Beschreibung nennt für den Schlüssel einen Header, der keiner sein kann.",
  "The proxy's address holds a user name or password, which would end up in logs. Nothing was sent. Enter them in their own fields.":
    "Die Adresse des Proxys enthält Benutzername oder Passwort, die in Protokollen landen würden. Nichts wurde gesendet. Tragen Sie beides in die eigenen Felder ein.",
  "The user name for the proxy has a colon or a line break in it, which it can't have. Nothing was sent. Correct it in the connection.":
    "Der Benutzername für den Proxy enthält einen Doppelpunkt oder einen Zeilenumbruch, und das geht nicht. Nichts wurde gesendet. Berichtigen Sie ihn in der Verbindung.",
  "The proxy is of a kind that Rollcall does not speak; it speaks to HTTP proxies. Nothing was sent. Enter an address that begins with http:// or https:// in the connection.":
    "Der Proxy ist von einer Art, mit der Rollcall nicht spricht; es spricht mit HTTP-Proxys. Nichts wurde gesendet. Tragen Sie in der Verbindung eine Adresse ein, die mit http:// oder https:// beginnt.",
  "The proxy's address is not one such as http://proxy.example:3128. Nothing was sent. Correct it in the connection.":
    "Die Adresse des Proxys hat nicht die Form von http://proxy.example:3128. Nichts wurde gesendet. Berichtigen Sie sie in der Verbindung.",

  // Certificates of authorities.
  "The file of authorities holds a private key, which nobody should give away.":
    "Die Datei mit Zertifizierungsstellen enthält einen privaten Schlüssel, den niemand weitergeben sollte.",
  "Use a file with the certificate alone.": "Nehmen Sie eine Datei, die nur das Zertifikat enthält.",
  "The file of authorities holds no certificate.": "Die Datei mit Zertifizierungsstellen enthält kein Zertifikat.",
  "Use a PEM file: it has a line BEGIN CERTIFICATE.":
    "Nehmen Sie eine PEM-Datei: In ihr steht eine Zeile BEGIN CERTIFICATE.",
  "The file of authorities holds too many certificates.":
    "Die Datei mit Zertifizierungsstellen enthält zu viele Zertifikate.",
  "Use a file with your own alone.": "Nehmen Sie eine Datei, die nur Ihre eigenen enthält.",
  "The file of authorities holds a certificate of a server, not of an authority.":
    "Die Datei mit Zertifizierungsstellen enthält das Zertifikat eines Servers, nicht das einer Zertifizierungsstelle.",
  "Ask for the certificate of the authority that signed it.":
    "Fragen Sie nach dem Zertifikat der Zertifizierungsstelle, die es ausgestellt hat.",
  "The file of authorities holds a certificate that Rollcall can't read.":
    "Die Datei mit Zertifizierungsstellen enthält ein Zertifikat, das Rollcall nicht lesen kann.",
  "Ask for it as a PEM file.": "Fragen Sie danach als PEM-Datei.",

  // Signing in.
  "Signing in with the browser needs the client ID under which the sign-in service knows Rollcall. Nothing was sent. Enter it in the connection.":
    "Zum Anmelden über den Browser braucht es die Client-ID, unter der der Anmeldeserver Rollcall kennt. Nichts wurde gesendet. Tragen Sie sie in der Verbindung ein.",
  "This machine gives Rollcall no port on which the browser could bring its answer. Nothing was sent. Close other programs and try again.":
    "Dieser Computer gibt Rollcall keinen Port, an den der Browser seine Antwort bringen könnte. Nichts wurde gesendet. Schließen Sie andere Programme, und versuchen Sie es erneut.",
  "Nobody signed in within five minutes, so Rollcall no longer waits. Nothing was lost. Try again; if the browser showed an error instead of a sign-in, ask whoever looks after the sign-in service to allow http://127.0.0.1/callback with any port for this client ID.":
    "Innerhalb von fünf Minuten hat sich niemand angemeldet, deshalb wartet Rollcall nicht länger. Nichts ging verloren. Versuchen Sie es erneut; zeigte der Browser einen Fehler statt einer Anmeldung, lassen Sie von der Stelle, die den Anmeldeserver betreut, http://127.0.0.1/callback mit jedem Port für diese Client-ID erlauben.",
  "The sign-in was declined in the browser, or the sign-in service does not let this person in. Nothing was lost. Try again, or ask whoever looks after the service.":
    "Die Anmeldung wurde im Browser abgelehnt, oder der Anmeldeserver lässt diese Person nicht zu. Nichts ging verloren. Versuchen Sie es erneut, oder fragen Sie die Stelle, die den Server betreut.",
  "The sign-in service does not give what the scope asks for. Nothing was lost. Check the scope in the connection.":
    "Der Anmeldeserver gibt nicht, was der Scope verlangt. Nichts ging verloren. Prüfen Sie den Scope in der Verbindung.",
  "The sign-in service is not able to sign anybody in just now. Nothing was lost. Try again later.":
    "Der Anmeldeserver kann zurzeit niemanden anmelden. Nichts ging verloren. Versuchen Sie es später erneut.",
  "The sign-in service does not allow this client ID to sign people in with the browser. Nothing was lost. Check the client ID in the connection.":
    "Der Anmeldeserver erlaubt es dieser Client-ID nicht, Personen über den Browser anzumelden. Nichts ging verloren. Prüfen Sie die Client-ID in der Verbindung.",
  "The sign-in service did not sign anybody in. Nothing was lost. Check the connection's sign-in, then try again.":
    "Der Anmeldeserver hat niemanden angemeldet. Nichts ging verloren. Prüfen Sie die Anmeldung der Verbindung, und versuchen Sie es erneut.",
  "The document found there is of another issuer, or names addresses that can't be its own. Nothing was taken from it. Check the issuer's address.":
    "Das Dokument, das dort gefunden wurde, ist von einem anderen Aussteller, oder es nennt Adressen, die nicht seine sein können. Nichts wurde daraus übernommen. Prüfen Sie die Adresse des Ausstellers.",
  "Nobody there says where to sign in. Nothing was changed. Check the issuer's address, or enter the sign-in address and the token URL by hand.":
    "Dort sagt niemand, wo man sich anmeldet. Nichts wurde geändert. Prüfen Sie die Adresse des Ausstellers, oder tragen Sie die Adresse, unter der sich Personen anmelden, und die Token-URL von Hand ein.",
  "A pasted token can't be renewed by Rollcall. Nothing was lost. Paste a new token in the connection.":
    "Ein eingefügtes Token kann Rollcall nicht erneuern. Nichts ging verloren. Fügen Sie in der Verbindung ein neues Token ein.",
  "The sign-in service answered in a form that Rollcall can't read, so there is no access token. Nothing was lost. Check the token URL in the connection.":
    "Der Anmeldeserver hat in einer Form geantwortet, die Rollcall nicht lesen kann, deshalb gibt es kein Token. Nichts ging verloren. Prüfen Sie die Token-URL in der Verbindung.",
  "The sign-in service did not accept the client ID and client secret, so there is no access token. Nothing was lost. Check both in the connection, and the audience if one is needed.":
    "Der Anmeldeserver hat Client-ID und Client-Secret nicht angenommen, deshalb gibt es kein Token. Nichts ging verloren. Prüfen Sie beides in der Verbindung, und die Audience, falls eine gebraucht wird.",
  "The sign-in service does not accept this client ID, or its client secret, for signing in with the browser. Nothing was lost. Check both in the connection.":
    "Der Anmeldeserver nimmt diese Client-ID oder ihr Client-Secret zum Anmelden über den Browser nicht an. Nichts ging verloren. Prüfen Sie beides in der Verbindung.",
  "The sign-in has ended: the sign-in service no longer renews it. Nothing was lost. Sign in again with the browser.":
    "Die Anmeldung ist abgelaufen: Der Anmeldeserver erneuert sie nicht mehr. Nichts ging verloren. Melden Sie sich über den Browser neu an.",
  "The sign-in service did not take the answer that the browser brought. Nothing was lost. Sign in again with the browser.":
    "Der Anmeldeserver hat die Antwort, die der Browser brachte, nicht angenommen. Nichts ging verloren. Melden Sie sich über den Browser neu an.",
  "Nobody is signed in through this connection. Nothing was lost. Sign in with the browser.":
    "Über diese Verbindung ist niemand angemeldet. Nichts ging verloren. Melden Sie sich über den Browser an.",
  "Somebody else has signed in through this connection since this was begun. Nothing was lost. Begin it again.":
    "Über diese Verbindung hat sich jemand anderes angemeldet, seit dies begonnen wurde. Nichts ging verloren. Beginnen Sie es von Neuem.",

  // What is wrong with a platform description.
  "The table [{path}] is missing.": "Die Tabelle [{path}] fehlt.",
  "`{path}` is missing.": "`{path}` fehlt.",
  "This description has form {form}, and this version of Rollcall reads form {known}.":
    "Diese Beschreibung hat die Form {form}, und diese Version von Rollcall liest die Form {known}.",
  "`{path}` must be a text.": "`{path}` muss ein Text sein.",
  "`{path}` must be a whole number.": "`{path}` muss eine ganze Zahl sein.",
  "`{path}` must be true or false.": "`{path}` muss true oder false sein.",
  "`{path}` must be a list of texts.": "`{path}` muss eine Liste von Texten sein.",
  "`{path}` must be a list of whole numbers.": "`{path}` muss eine Liste ganzer Zahlen sein.",
  "`{path}` must be one of {words}.": "`{path}` muss eines dieser Wörter sein: {words}.",
  "`{path}` must be a table.": "`{path}` muss eine Tabelle sein.",
  "There is no field `{path}` in a description; there are: {known}.":
    "Ein Feld `{path}` gibt es in einer Beschreibung nicht; es gibt: {known}.",
  "There is no field `{path}`; [{table}] has: {known}.":
    "Ein Feld `{path}` gibt es nicht; in [{table}] gibt es: {known}.",
  "`{at}` must be 1 or more.": "`{at}` muss 1 oder mehr sein.",
  '"{name}" is not the name of a header.': "„{name}“ ist nicht der Name eines Headers.",
  '"{media}" is not a media type.': "„{media}“ ist kein Medientyp.",
  "{word} is no placeholder of a header; there are {id}, {url} and {client}.":
    "{word} ist kein Platzhalter für einen Header; es gibt {id}, {url} und {client}.",
  "The query or the body of calls.user_by_email must hold {email} somewhere.":
    "In Query oder Body von calls.user_by_email muss irgendwo {email} stehen.",
  "Calls.invite.body must hold {people} once, inside an array, or {person} once.":
    "In calls.invite.body muss einmal {people} innerhalb eines Arrays stehen oder einmal {person}.",
  "Calls.invite.person must hold {email}.": "In calls.invite.person muss {email} stehen.",
  "Calls.invite.body holds {person}, which is one alone, so batch_limit must be 1.":
    "In calls.invite.body steht {person}, und das ist eine Person allein; deshalb muss batch_limit 1 sein.",
  '{at} holds "{text}", which is not a known placeholder.': ({ at, text }) =>
    `In ${place(at)} steht „${text}“, und das ist kein bekannter Platzhalter.`,
  "{at} is not JSON: {error}.": ({ at, error }) => `In ${place(at)} steht kein JSON: ${error}.`,
  "{at} must be a JSON object.": ({ at }) => `In ${place(at)} muss ein JSON-Objekt stehen.`,
  "A status speaks of a whole call, so with calls.invite.refused_statuses batch_limit must be 1.":
    "Ein Status gilt für einen ganzen Aufruf, deshalb muss mit calls.invite.refused_statuses batch_limit 1 sein.",
  "{status} can't mean that one person was refused; choose from 402 to 499 without 403, 413 and 429.":
    "{status} kann nicht heißen, dass eine Person abgelehnt wurde; wählen Sie von 402 bis 499 ohne 403, 413 und 429.",
  "Calls.invite.then follows one person's invitation, so batch_limit must be 1.":
    "calls.invite.then folgt auf die Einladung einer Person, deshalb muss batch_limit 1 sein.",
  "Calls.invite.then.path has {user}, {role}, {email} and {id}, and no other.":
    "In calls.invite.then.path gibt es {user}, {role}, {email} und {id}, und nichts anderes.",
  '"{results}" is no JSON pointer; it is empty or begins with /.':
    "„{results}“ ist kein JSON-Pointer; ein solcher ist leer oder beginnt mit /.",
  "Each text of `{at}` must have 4 letters or more.": "Jeder Text in `{at}` muss 4 Zeichen oder mehr haben.",
  'The path "{path}" must begin with one / and hold no query and no dots.':
    "Der Pfad „{path}“ muss mit einem einzigen / beginnen und darf keine Query und keine Punkte enthalten.",
  "{place} is the very call that invites; a list only reads.": (values) =>
    `Unter ${place(values.place)} steht genau der Aufruf, der einlädt; eine Liste liest nur.`,
  "{place} has a body, so its method must be POST.": (values) =>
    `Zu ${place(values.place)} gehört ein Body, deshalb muss die Methode POST sein.`,
  "{place} has no body, so its method must be POST.": (values) =>
    `${place(values.place)} hat bisher keinen Body, in dem die Angaben zu Seiten stehen könnten, deshalb muss die Methode POST sein.`,
  "A page of {place} has {size} entries and at most {most}; it must have 1 or more, and no more than the most.":
    "Eine Seite von {place} hat {size} Einträge und höchstens {most}; es muss 1 oder mehr sein und nicht mehr als die Höchstzahl.",
  "The pages of {place} are marked, so `{at}` must say where.":
    "Die Seiten von {place} tragen eine Marke, deshalb muss `{at}` sagen, wo.",
  "An address alone is no POST, so {place} can't go on by links.":
    "Eine Adresse allein ist kein POST, deshalb kann {place} nicht über Links weitergehen.",
  "`{at}` is for pages of the style cursor or link.": "`{at}` ist für Seiten des Stils cursor oder link.",
  "`{at}` is for pages of the style cursor.": "`{at}` ist für Seiten des Stils cursor.",

  // The fields of a record.
  Id: "ID",
  "E-mail address": "E-Mail-Adresse",
  "First name": "Vorname",
  "Last name": "Nachname",
  Created: "Angelegt",
  "Account state": "Status des Kontos",
  Accessibility: "Zugänglichkeit",
  Roles: "Rollen",
  "Identity provider": "Identitätsanbieter",
  "External id": "Externe ID",
  Organizations: "Organisationen",
  Name: "Name",
  Weight: "Gewicht",
  "People who hold it": "Personen, die sie haben",
  Prefix: "Präfix",
  Enabled: "Eingeschaltet",
  "ERP id": "ERP-ID",
  Kind: "Art",
  "Organization above": "Übergeordnete Organisation",
} satisfies Partial<CoreWords>;
