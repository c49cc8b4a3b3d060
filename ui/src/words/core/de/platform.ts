import { type CoreWords, told } from "../told";
import { platformMore } from "./platformMore";

/** What was asked for, behind "für". */
const ASKED: Readonly<Record<string, string>> = {
  "a first answer": "eine erste Antwort",
  "the access token": "das Token",
  "the addresses of the sign-in service": "die Adressen des Anmeldeservers",
  "the list of users": "die Benutzerliste",
  "the list of roles": "die Rollenliste",
  "the list of identity providers": "die Liste der Identitätsanbieter",
  "the list of organizations": "die Liste der Organisationen",
  "the invitation": "die Einladung",
  "the step after the invitation": "den Schritt nach der Einladung",
};

/** The lists that come in several pages, behind "von". */
const LISTS: Readonly<Record<string, string>> = {
  "the list of users": "der Benutzerliste",
  "the list of roles": "der Rollenliste",
  "the list of identity providers": "der Liste der Identitätsanbieter",
  "the list of organizations": "der Liste der Organisationen",
};

const WHO: Readonly<Record<string, string>> = { "The platform": "Die Plattform", "The proxy": "Der Proxy" };
const WHOSE: Readonly<Record<string, string>> = { "The platform": "der Plattform", "The proxy": "des Proxys" };

const own = (words: Readonly<Record<string, string>>, word = "") => words[word] ?? word;

/** `Aufruf für die Benutzerliste`. */
const call = (noun?: string) => `Aufruf für ${own(ASKED, noun)}`;
/** `Die Plattform`. */
const who = (whose?: string) => own(WHO, whose);
/** `Das Zertifikat der Plattform`. */
const certificate = (whose?: string) => `Das Zertifikat ${own(WHOSE, whose)}`;

/** What the core says of calls to a platform, in German. */
export const platform = {
  ...platformMore,

  // What became of a call.
  "Nothing was sent.": "Nichts wurde gesendet.",
  "Nothing was changed.": "Nichts wurde geändert.",
  "Nothing here was changed.": "Hier wurde nichts geändert.",
  "Encrypted connections can't be made on this machine. Nothing was sent. Check the system's certificates.":
    "Auf diesem Computer lassen sich keine verschlüsselten Verbindungen herstellen. Nichts wurde gesendet. Prüfen Sie die Zertifikate des Systems.",
  "The request for {noun} could not be made. Nothing was sent. Check the connection's settings.": ({ noun }) =>
    `Der ${call(noun)} ließ sich nicht bilden. Nichts wurde gesendet. Prüfen Sie die Einstellungen der Verbindung.`,
  "No answer came in time to the request for {noun}. Nothing here was changed. Try again later.": ({ noun }) =>
    `Auf den ${call(noun)} kam nicht rechtzeitig eine Antwort. Hier wurde nichts geändert. Versuchen Sie es später erneut.`,
  "The connection broke before {noun} was answered. Nothing here was changed. Try again.": ({ noun }) =>
    `Die Verbindung brach ab, ehe der ${call(noun)} beantwortet war. Hier wurde nichts geändert. Versuchen Sie es erneut.`,
  "The platform began to answer with {noun}, and the rest did not come in time. Nothing here was changed. Try again later; ask for smaller pages if it stays so.":
    ({ noun }) =>
      `Die Plattform begann, den ${call(noun)} zu beantworten, und der Rest kam nicht rechtzeitig. Hier wurde nichts geändert. Versuchen Sie es später erneut; verlangen Sie kleinere Seiten, wenn es so bleibt.`,
  "The connection broke in the middle of {noun}. Nothing here was changed. Try again.": ({ noun }) =>
    `Die Verbindung brach mitten in der Antwort auf den ${call(noun)} ab. Hier wurde nichts geändert. Versuchen Sie es erneut.`,
  "The answer with {noun} is larger than Rollcall reads. Nothing here was changed. Ask for smaller pages in the connection.":
    ({ noun }) =>
      `Die Antwort auf den ${call(noun)} ist größer, als Rollcall liest. Hier wurde nichts geändert. Verlangen Sie in der Verbindung kleinere Seiten.`,
  "The platform answered the request for {noun} in a form that Rollcall can't read. Nothing here was changed. Check the connection's address and platform description.":
    ({ noun }) =>
      `Die Plattform hat den ${call(noun)} in einer Form beantwortet, die Rollcall nicht lesen kann. Hier wurde nichts geändert. Prüfen Sie Adresse und Plattformbeschreibung der Verbindung.`,
  "A web page came in the place of {noun}: the network wants a sign-in first, or the address leads to a website. Nothing here was changed. Open a browser and sign in to the network if it asks; else check the connection's address.":
    ({ noun }) =>
      `Auf den ${call(noun)} kam eine Webseite: Das Netzwerk will erst eine Anmeldung, oder die Adresse führt zu einer Website. Hier wurde nichts geändert. Öffnen Sie einen Browser, und melden Sie sich beim Netzwerk an, wenn es danach fragt; sonst prüfen Sie die Adresse der Verbindung.`,
  "Try again later.": "Versuchen Sie es später erneut.",

  // What was refused, and what to do then.
  "The gateway refused the subscription key when asked for {noun}.": ({ noun }) =>
    `Das Gateway hat beim ${call(noun)} den Abonnementschlüssel abgelehnt.`,
  "Check the key in the connection; a new key works only after its approval.":
    "Prüfen Sie den Schlüssel in der Verbindung; ein neuer Schlüssel gilt erst, wenn er freigegeben ist.",
  "The platform did not accept the sign-in when asked for {noun}.": ({ noun }) =>
    `Die Plattform hat beim ${call(noun)} die Anmeldung nicht angenommen.`,
  "Sign in again or paste a new token in the connection.":
    "Melden Sie sich neu an, oder fügen Sie in der Verbindung ein neues Token ein.",
  "The platform says that this sign-in lacks the permission for {noun}.": ({ noun }) =>
    `Die Plattform sagt, dass dieser Anmeldung die Berechtigung zum ${call(noun)} fehlt.`,
  "Ask an administrator of the platform for it.": "Bitten Sie die Administration der Plattform darum.",
  "The gateway allows no more calls for 1 second, so it gave no answer to the request for {noun}.": ({ noun }) =>
    `Das Gateway lässt 1 Sekunde lang keine Aufrufe mehr zu, deshalb hat es den ${call(noun)} nicht beantwortet.`,
  "The gateway allows no more calls for {seconds} seconds, so it gave no answer to the request for {noun}.": ({
    seconds,
    noun,
  }) =>
    `Das Gateway lässt ${seconds} Sekunden lang keine Aufrufe mehr zu, deshalb hat es den ${call(noun)} nicht beantwortet.`,
  "The gateway allows no more calls for now, so it gave no answer to the request for {noun}.": ({ noun }) =>
    `Das Gateway lässt vorerst keine Aufrufe mehr zu, deshalb hat es den ${call(noun)} nicht beantwortet.`,
  "Try again after that.": "Versuchen Sie es danach erneut.",
  "The quota of calls for this subscription key is used up, so the gateway refused {noun}.": ({ noun }) =>
    `Das Kontingent an Aufrufen für diesen Abonnementschlüssel ist verbraucht, deshalb hat das Gateway den ${call(noun)} abgelehnt.`,
  "Wait until it is filled up again, or ask for a larger one.":
    "Warten Sie, bis es wieder aufgefüllt ist, oder fragen Sie nach einem größeren.",
  "The platform has nothing at the address used for {noun}.": ({ noun }) =>
    `Die Plattform hat nichts unter der Adresse, an die der ${call(noun)} ging.`,
  "Check the connection's address, ids and platform description.":
    "Prüfen Sie Adresse, IDs und Plattformbeschreibung der Verbindung.",
  "The platform failed (status {status}) when asked for {noun}.": ({ status, noun }) =>
    `Die Plattform ist am ${call(noun)} gescheitert (Status ${status}).`,
  "The platform pointed elsewhere (status {status}), which Rollcall does not follow, when asked for {noun}.": ({
    status,
    noun,
  }) => `Die Plattform hat den ${call(noun)} anderswohin verwiesen (Status ${status}), und dem folgt Rollcall nicht.`,
  "If the network wants a sign-in, give it in a browser; else enter the address that the platform really has.":
    "Will das Netzwerk eine Anmeldung, melden Sie sich in einem Browser an; sonst tragen Sie die Adresse ein, die die Plattform wirklich hat.",
  "The proxy wants another user name and password, and passed nothing on when asked for {noun}.": ({ noun }) =>
    `Der Proxy will einen anderen Benutzernamen und ein anderes Passwort und hat den ${call(noun)} nicht weitergegeben.`,
  "Enter them in the connection.": "Tragen Sie beides in der Verbindung ein.",
  "The platform refused (status {status}) the request for {noun}.": ({ status, noun }) =>
    `Die Plattform hat den ${call(noun)} abgelehnt (Status ${status}).`,
  "Check the connection's ids, headers and platform description.":
    "Prüfen Sie IDs, Header und Plattformbeschreibung der Verbindung.",
  "There was no usable answer to the request for {noun}.": ({ noun }) =>
    `Auf den ${call(noun)} kam keine brauchbare Antwort.`,

  // The way there.
  "{whose}'s name was not found.": ({ whose }) => `Der Name ${own(WHOSE, whose)} wurde nicht gefunden.`,
  "{whose} was found, and the computer there refused the connection.": ({ whose }) =>
    `${who(whose)} wurde gefunden, und der Computer dort hat die Verbindung abgelehnt.`,
  "{whose} could not be reached in time.": ({ whose }) => `${who(whose)} war nicht rechtzeitig erreichbar.`,
  "{whose} could not be reached.": ({ whose }) => `${who(whose)} war nicht erreichbar.`,
  "{whose} broke off while the encrypted connection was being made.": ({ whose }) =>
    `${who(whose)} hat abgebrochen, während die verschlüsselte Verbindung hergestellt wurde.`,
  "{whose} did not answer in encrypted form.": ({ whose }) => `${who(whose)} hat nicht verschlüsselt geantwortet.`,
  "{whose} offers no version of TLS that is still safe (1.2 or 1.3), so there is no encrypted connection.": ({
    whose,
  }) =>
    `${who(whose)} bietet keine TLS-Version, die noch sicher ist (1.2 oder 1.3), deshalb gibt es keine verschlüsselte Verbindung.`,
  "{whose} did not accept the user name and password.": ({ whose }) =>
    `${who(whose)} hat Benutzername und Passwort nicht angenommen.`,
  "{whose} asks for a user name and password, and none is entered.": ({ whose }) =>
    `${who(whose)} verlangt Benutzername und Passwort, und es ist nichts eingetragen.`,
  "{whose} did not open the way to the platform: it does not accept the user name and password, does not allow the platform's address, or does not find it.":
    ({ whose }) =>
      `${who(whose)} hat den Weg zur Plattform nicht geöffnet: Benutzername und Passwort werden nicht angenommen, die Adresse der Plattform ist nicht erlaubt oder wird nicht gefunden.`,
  "{whose} did not open the way to the platform: it does not allow the platform's address, or does not find it.": ({
    whose,
  }) =>
    `${who(whose)} hat den Weg zur Plattform nicht geöffnet: Die Adresse der Plattform ist nicht erlaubt oder wird nicht gefunden.`,
  "{whose}'s certificate was signed by an authority that this computer does not know.": ({ whose }) =>
    `${certificate(whose)} wurde von einer Zertifizierungsstelle ausgestellt, die dieser Computer nicht kennt.`,
  "{whose}'s certificate has expired.": ({ whose }) => `${certificate(whose)} ist abgelaufen.`,
  "{whose}'s certificate has expired ({day}).": ({ whose, day }) => `${certificate(whose)} ist abgelaufen (${day}).`,
  "{whose}'s certificate is not valid yet.": ({ whose }) => `${certificate(whose)} ist noch nicht gültig.`,
  "{whose}'s certificate is not valid yet ({day}).": ({ whose, day }) =>
    `${certificate(whose)} ist noch nicht gültig (${day}).`,
  "{whose}'s certificate is for another name than the one in the address.": ({ whose }) =>
    `${certificate(whose)} gilt für einen anderen Namen als den in der Adresse.`,
  "{whose}'s certificate was revoked by its authority.": ({ whose }) =>
    `${certificate(whose)} wurde von der Zertifizierungsstelle widerrufen.`,
  "{whose}'s certificate can't be trusted.": ({ whose }) => `${certificate(whose)} ist nicht vertrauenswürdig.`,
  "Check the proxy's address and port in the connection, and whether this computer is in the network that has it.":
    "Prüfen Sie Adresse und Port des Proxys in der Verbindung, und ob dieser Computer in dem Netzwerk ist, zu dem der Proxy gehört.",
  "Check the network; ask whoever looks after the proxy whether it is overloaded or the platform does not answer it.":
    "Prüfen Sie das Netzwerk; fragen Sie die Stelle, die den Proxy betreut, ob er überlastet ist oder die Plattform ihm nicht antwortet.",
  "Enter the user name and password for the proxy in the connection.":
    "Tragen Sie Benutzername und Passwort für den Proxy in der Verbindung ein.",
  "Check the user name and password for the proxy, if it wants them; ask whoever looks after it to allow the platform's address.":
    "Prüfen Sie Benutzername und Passwort für den Proxy, falls er sie verlangt; lassen Sie die Adresse der Plattform von der Stelle erlauben, die ihn betreut.",
  "Check the address in the connection, and the network; a name of an inner network needs its VPN.":
    "Prüfen Sie die Adresse in der Verbindung und das Netzwerk; ein Name eines inneren Netzwerks braucht dessen VPN.",
  "Check the address and its port in the connection.": "Prüfen Sie die Adresse und ihren Port in der Verbindung.",
  "Check the network, and whether it needs a proxy, then try again.":
    "Prüfen Sie das Netzwerk, und ob es einen Proxy braucht; versuchen Sie es dann erneut.",
  "Something on the way may not let it through; ask whoever looks after the network, or try again.":
    "Vielleicht lässt etwas unterwegs sie nicht durch; fragen Sie die Stelle, die das Netzwerk betreut, oder versuchen Sie es erneut.",
  "Check the address and its port; the network may also want a sign-in first.":
    "Prüfen Sie die Adresse und ihren Port; vielleicht will auch das Netzwerk erst eine Anmeldung.",
  "Ask whoever runs it to switch on TLS 1.2 or 1.3.": "Lassen Sie dort TLS 1.2 oder 1.3 einschalten.",
  "If your organization looks into encrypted connections, add the certificate of its authority to the connection; otherwise ask whoever runs the platform before going on: somebody may listen in.":
    "Wenn Ihre Organisation in verschlüsselte Verbindungen hineinsieht, fügen Sie der Verbindung das Zertifikat ihrer Zertifizierungsstelle hinzu; sonst fragen Sie die Stelle, die die Plattform betreibt, ehe Sie weitermachen: Vielleicht hört jemand mit.",
  "Ask whoever runs it to renew the certificate, and check this computer's date.":
    "Lassen Sie das Zertifikat dort erneuern, und prüfen Sie das Datum dieses Computers.",
  "Check this computer's date and time; they may be behind.":
    "Prüfen Sie Datum und Uhrzeit dieses Computers; sie gehen vielleicht nach.",
  "Check the address in the connection: enter the name that the platform really has.":
    "Prüfen Sie die Adresse in der Verbindung: Tragen Sie den Namen ein, den die Plattform wirklich hat.",
  "Ask whoever runs it before going on: somebody may listen in.":
    "Fragen Sie dort nach, ehe Sie weitermachen: Vielleicht hört jemand mit.",

  // Whether a list is whole.
  "Only a part of {noun} could be read.": ({ noun }) => `Von ${own(LISTS, noun)} war nur ein Teil lesbar.`,
  "Try again; if it stays so, check the platform description's paging.":
    "Versuchen Sie es erneut; bleibt es so, prüfen Sie, was die Plattformbeschreibung über Seiten sagt.",
  "The first page is as long as a page may be, and the platform names no next one where the description looks for it, so its list may be longer.":
    "Die erste Seite ist so lang, wie eine Seite sein darf, und die Plattform nennt keine nächste, wo die Beschreibung danach sucht; ihre Liste ist also vielleicht länger.",
  "The platform's list does not come to an end.": "Die Liste der Plattform nimmt kein Ende.",
  "The platform repeats a page instead of going on, so its list may be longer.":
    "Die Plattform wiederholt eine Seite, statt weiterzugehen; ihre Liste ist also vielleicht länger.",
  "The platform's count changed while its list was read.":
    "Die Zahl, die die Plattform nennt, hat sich geändert, während ihre Liste gelesen wurde.",
  "The platform says that its list has {total} entries, and it listed {listed}.":
    "Laut Plattform ist die Zahl der Einträge ihrer Liste {total}; aufgeführt hat sie aber {listed}.",
  "The reading was stopped before the end of the list.": "Das Lesen wurde vor dem Ende der Liste angehalten.",
  "The list changed while it was read.": "Die Liste hat sich geändert, während sie gelesen wurde.",
  "Somebody is listed twice, so the list moved while it was read.":
    "Jemand steht zweimal in der Liste; sie hat sich also verschoben, während sie gelesen wurde.",
  "{count} entries of the list have no id that Rollcall can read.": ({ count }) =>
    count === "1"
      ? `${count} Eintrag der Liste hat keine ID, die Rollcall lesen kann.`
      : `${count} Einträge der Liste haben keine ID, die Rollcall lesen kann.`,
  "This kind of platform does not list one customer's users alone. Nothing was changed. Refresh the whole list.":
    "Diese Art von Plattform listet die Benutzer eines Kunden nicht allein. Nichts wurde geändert. Aktualisieren Sie die ganze Liste.",

  // The step after an invitation.
  "The person was invited, and the step after that, such as giving the role, failed: {why} Do it on the platform itself.":
    ({ why = "" }) =>
      `Die Person wurde eingeladen, und der Schritt danach, etwa das Zuweisen der Rolle, ist gescheitert: ${told(why).text} Holen Sie den Schritt auf der Plattform selbst nach.`,
  "The person was invited, and the step after that, such as giving the role, failed: {why}": ({ why = "" }) =>
    `Die Person wurde eingeladen, und der Schritt danach, etwa das Zuweisen der Rolle, ist gescheitert: ${told(why).text}`,
  "Do it on the platform itself.": "Holen Sie den Schritt auf der Plattform selbst nach.",
  "The platform did not say which account it made.": "Die Plattform hat nicht gesagt, welches Konto sie angelegt hat.",
  "An id of the platform can't be part of an address.": "Eine ID der Plattform kann nicht Teil einer Adresse sein.",
} satisfies Partial<CoreWords>;
