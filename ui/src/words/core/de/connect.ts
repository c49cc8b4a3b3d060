import { list } from "../../format";
import { type CoreWords, told } from "../told";

/** What the core calls each credential, with its article. */
const CREDENTIALS: Readonly<Record<string, readonly [article: "der" | "die" | "das", noun: string]>> = {
  "subscription key": ["der", "Abonnementschlüssel"],
  token: ["das", "Token"],
  "client secret": ["das", "Client-Secret"],
  "sign-in": ["die", "Anmeldung"],
  "password for the proxy": ["das", "Passwort für den Proxy"],
};

/** What lists hold. */
const NOUNS: Readonly<Record<string, string>> = {
  users: "Benutzer",
  roles: "Rollen",
  "identity providers": "Identitätsanbieter",
  organizations: "Organisationen",
};

/** What is kept of a platform. */
const KEPT: Readonly<Record<string, string>> = {
  "the record of who was invited": "die Aufzeichnung der Einladungen",
  "the drafts": "die Entwürfe",
  "the access reviews": "die Zugriffsprüfungen",
};

const own = (words: Readonly<Record<string, string>>, word = "") => words[word] ?? word;

/** `a, b and c` in its parts. */
const parts = (text = "") => text.split(/, | and /);

const together = (text = "") => list(parts(text));

const credential = (name = "") => CREDENTIALS[name] ?? (["das", name] as const);

const nominative = (name?: string) => credential(name).join(" ");

/** `den Abonnementschlüssel`. */
const accusative = (name?: string) => nominative(name).replace(/^der /, "den ");

const NONE = { der: "keinen", die: "keine", das: "kein" } as const;

/** `keinen Abonnementschlüssel`. */
function none(name?: string): string {
  const [article, noun] = credential(name);
  return `${NONE[article]} ${noun}`;
}

/** `den alten Abonnementschlüssel oder den neuen`. */
function oldOrNew(name?: string): string {
  const [article, noun] = credential(name);
  if (article === "der") return `den alten ${noun} oder den neuen`;
  return `${article} alte ${noun} oder ${article} neue`;
}

/** What is wrong in a description, which the core says in patterns of its own; only what its reader of TOML says stays English. */
const said = (problem = "") => told(problem).text;

/** The same where the core wrote it behind other words: small, and without its stop. */
const alone = (problem = "") => said(`${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`);

/** What of a change was not taken back: `the token is new already; the sign-in is no longer kept`. */
const notTakenBack = (left = "") => left.split("; ").map(onePart).join("; ");

function onePart(part: string): string {
  const unclear = /^whether the (.+) is new is not known$/.exec(part);
  if (unclear) return `ob ${nominative(unclear[1])} neu ist, ist nicht bekannt`;
  const [, names, state] = /^the (.+) (?:is|are) (new already|no longer kept)$/.exec(part) ?? [];
  if (names === undefined) return part;
  const all = names.split(" and the ");
  const are = all.length === 1 ? ["ist", "wird"] : ["sind", "werden"];
  const what = list(all.map(nominative));
  return state === "new already" ? `${what} ${are[0]} schon neu` : `${what} ${are[1]} nicht mehr aufbewahrt`;
}

/** What the core says of connections, of signing in and of the folder where everything is kept, in German. */
export const connect = {
  // What a connection is.
  "Give the connection a name.": "Geben Sie der Verbindung einen Namen.",
  "The name of a connection is one line of at most 100 characters.":
    "Der Name einer Verbindung ist eine Zeile mit höchstens 100 Zeichen.",
  "Another connection has that name. Choose one that tells them apart.":
    "Eine andere Verbindung heißt schon so. Wählen Sie einen Namen, der sie unterscheidet.",
  "A colour is written as # and six digits, such as #7c3aed.":
    "Eine Farbe wird als # und sechs Stellen geschrieben, etwa #7c3aed.",
  "Enter the id of the platform, or of at least one customer.":
    "Tragen Sie die ID der Plattform ein, oder die von mindestens einem Kunden.",
  "Another window or command has changed this connection meanwhile. Nothing of yours was kept; look at it as it is now, and make your change again.":
    "Ein anderes Fenster oder ein Befehl hat diese Verbindung inzwischen geändert. Von Ihrer Änderung wurde nichts übernommen; sehen Sie sich die Verbindung an, wie sie jetzt ist, und ändern Sie sie noch einmal.",
  "There is no such connection. It may have been removed.":
    "Diese Verbindung gibt es nicht. Vielleicht wurde sie entfernt.",
  "There is no connection of that id.": "Eine Verbindung mit dieser ID gibt es nicht.",
  "The sample platform's connection can't be changed.": "Die Verbindung der Beispielplattform lässt sich nicht ändern.",
  "There is one sample platform, so its connection can't be duplicated.":
    "Es gibt nur eine Beispielplattform, deshalb lässt sich ihre Verbindung nicht duplizieren.",
  "Everybody has a sample platform of their own, so its connection is no file.":
    "Jeder hat eine eigene Beispielplattform, deshalb gibt es von ihrer Verbindung keine Datei.",
  "The sample platform could not be started. Nothing was lost; close other copies of Rollcall and try again.":
    "Die Beispielplattform konnte nicht gestartet werden. Nichts ging verloren; schließen Sie andere Fenster von Rollcall, und versuchen Sie es erneut.",

  // Its credentials, and the keychain.
  "The new address leads to another server, and credentials go only to the server that they were entered for. Nothing was changed; enter the subscription key, the secret and the password for a new proxy again.":
    "Die neue Adresse führt zu einem anderen Server, und Zugangsdaten gehen nur an den Server, für den sie eingetragen wurden. Nichts wurde geändert; tragen Sie den Abonnementschlüssel, das Token oder Client-Secret und das Passwort für einen neuen Proxy noch einmal ein.",
  "This connection has no {what} yet, or this session has forgotten it. Nothing was sent; enter it under Connections.":
    ({ what }) =>
      `Diese Verbindung hat noch ${none(what)}, oder diese Sitzung hat die Angabe vergessen. Nichts wurde gesendet; tragen Sie sie unter Verbindungen ein.`,
  "Whether it holds the old {what} or the new one is not known: enter the {what} once more when it answers.": ({
    what,
  }) =>
    `Ob der Schlüsselbund ${oldOrNew(what)} enthält, ist nicht bekannt: Tragen Sie ${accusative(what)} noch einmal ein, sobald er antwortet.`,
  "The keychain stopped in the middle of the change and did not take back what it had: {left}.": ({ left }) =>
    `Der Schlüsselbund brach mitten in der Änderung ab und nahm nicht zurück, was schon geändert war: ${notTakenBack(left)}.`,
  "The keychain did not take back what it had: {left}.": ({ left }) =>
    `Der Schlüsselbund nahm nicht zurück, was schon geändert war: ${notTakenBack(left)}.`,
  "All else of this connection is as before. Allow Rollcall to use the keychain, then save the change once more.":
    "Alles andere an dieser Verbindung ist wie zuvor. Erlauben Sie Rollcall den Zugriff auf den Schlüsselbund, und speichern Sie die Änderung dann noch einmal.",
  "This computer has no keychain running, so nothing was stored and nothing was read. Start one (GNOME Keyring, KWallet or KeePassXC on Linux) and try again, or work in session-only mode.":
    "Auf diesem Computer läuft kein Schlüsselbund, deshalb wurde nichts gespeichert und nichts gelesen. Starten Sie einen (unter Linux GNOME Keyring, KWallet oder KeePassXC), und versuchen Sie es erneut, oder behalten Sie Zugangsdaten nur für diese Sitzung.",
  "The keychain is locked, so nothing was stored and nothing was read. Unlock it, perhaps in a window that waits behind this one, and try again.":
    "Der Schlüsselbund ist gesperrt, deshalb wurde nichts gespeichert und nichts gelesen. Entsperren Sie ihn, vielleicht in einem Fenster, das hinter diesem wartet, und versuchen Sie es erneut.",
  "The keychain refused. What it holds is unchanged. Allow Rollcall to use it, and try again.":
    "Der Schlüsselbund hat abgelehnt. Was er enthält, ist unverändert. Erlauben Sie Rollcall den Zugriff, und versuchen Sie es erneut.",
  "The keychain did not answer within five seconds. What it holds is not lost. Look for a window in which it asks for a password, and try again.":
    "Der Schlüsselbund hat nicht innerhalb von fünf Sekunden geantwortet. Was er enthält, ist nicht verloren. Suchen Sie nach einem Fenster, in dem er nach einem Passwort fragt, und versuchen Sie es erneut.",
  "There is nothing to store. What the keychain holds is unchanged.":
    "Es gibt nichts zu speichern. Was der Schlüsselbund enthält, ist unverändert.",
  "This has {count} characters and at most {most} can be stored. What the keychain holds is unchanged. Check that nothing else was pasted along with it.":
    "Das sind {count} Zeichen, und höchstens {most} lassen sich speichern. Was der Schlüsselbund enthält, ist unverändert. Prüfen Sie, ob etwas anderes mit eingefügt wurde.",

  // Signing in.
  "Nobody is signed in through this connection yet, or this session has forgotten it. Nothing was sent; sign in with the browser under Connections.":
    "Über diese Verbindung ist noch niemand angemeldet, oder diese Sitzung hat die Anmeldung vergessen. Nichts wurde gesendet; melden Sie sich unter Verbindungen über den Browser an.",
  "This connection does not sign in with the browser. Nothing was changed; choose so under Connections first.":
    "Diese Verbindung meldet sich nicht über den Browser an. Nichts wurde geändert; wählen Sie das zuerst unter Verbindungen.",
  "The sign-in was stopped. Nothing was changed.": "Die Anmeldung wurde abgebrochen. Nichts wurde geändert.",
  "The connection was changed while the browser was open, so this sign-in is not its own any more. Nothing was kept; sign in again.":
    "Die Verbindung wurde geändert, während der Browser offen war, deshalb gehört diese Anmeldung nicht mehr zu ihr. Nichts wurde gespeichert; melden Sie sich noch einmal an.",
  "A run is being sent through this connection, and somebody else signed in now than before. Nothing was kept; stop the run first, or sign in as the same person.":
    "Über diese Verbindung wird gerade ein Lauf gesendet, und es hat sich jemand anderes angemeldet als zuvor. Nichts wurde gespeichert; halten Sie zuerst den Lauf an, oder melden Sie sich als dieselbe Person an.",
  "This connection gets its tokens by itself, so none can be pasted. Nothing was changed.":
    "Diese Verbindung holt sich ihre Token selbst, deshalb lässt sich keines einfügen. Nichts wurde geändert.",
  "There is no token in what was pasted. Nothing was changed; copy it again.":
    "In dem, was eingefügt wurde, ist kein Token. Nichts wurde geändert; kopieren Sie es noch einmal.",
  "This token ended at {when}. Nothing was changed; get a new one from the platform.":
    "Dieses Token ist seit {when} abgelaufen. Nichts wurde geändert; holen Sie ein neues von der Plattform.",

  // A connection that is for looking only, and runs that are being sent.
  "This connection is read-only on this computer, so nobody is invited through it. Nothing was sent. Unlock it under Connections first, if it is meant to send.":
    "Diese Verbindung kann von diesem Computer aus nur angesehen werden, deshalb wird über sie niemand eingeladen. Nichts wurde gesendet. Entsperren Sie sie zuerst unter Verbindungen, wenn über sie gesendet werden soll.",
  "A run is being sent through this connection, so it can't be made read-only now. Nothing was changed; stop the run or wait for its end, then lock the connection.":
    "Über diese Verbindung wird gerade ein Lauf gesendet, deshalb lässt sie sich jetzt nicht sperren. Nichts wurde geändert; halten Sie den Lauf an oder warten Sie sein Ende ab, und sperren Sie dann die Verbindung.",
  "A run is being sent through this connection. Stop it first; nothing was removed.":
    "Über diese Verbindung wird gerade ein Lauf gesendet. Halten Sie ihn zuerst an; nichts wurde entfernt.",
  "It is not known yet what became of 1 row of a run, and nobody would look it up any more. Bring the run to its end first; nothing was removed.":
    "Von 1 Zeile eines Laufs ist noch nicht bekannt, was aus ihr wurde, und niemand würde sie mehr nachschlagen. Bringen Sie zuerst den Lauf zu Ende; nichts wurde entfernt.",
  "It is not known yet what became of {rows} rows of a run, and nobody would look them up any more. Bring the run to its end first; nothing was removed.":
    "Von {rows} Zeilen eines Laufs ist noch nicht bekannt, was aus ihnen wurde, und niemand würde sie mehr nachschlagen. Bringen Sie zuerst den Lauf zu Ende; nichts wurde entfernt.",

  // Descriptions of platforms, and records of theirs.
  'This version of Rollcall has no platform description called "{shown}". It has {known}. Choose one of them, or use a description of your own.':
    ({ shown, known }) =>
      `Eine Plattformbeschreibung „${shown}“ hat diese Version von Rollcall nicht. Sie hat ${together(known)}. Wählen Sie eine davon, oder verwenden Sie eine eigene Beschreibung.`,
  "The platform description can't be used.": "Die Plattformbeschreibung kann nicht verwendet werden.",
  "The changes to the platform description can't be used.":
    "Die Änderungen an der Plattformbeschreibung können nicht verwendet werden.",
  "Correct it in the connection.": "Berichtigen Sie es in der Verbindung.",
  "The platform description can't be used. Line {line}: {problem}. Correct it in the connection.": ({
    line,
    problem,
  }) =>
    `Die Plattformbeschreibung kann nicht verwendet werden. Zeile ${line}: ${alone(problem)} Berichtigen Sie es in der Verbindung.`,
  "The changes to the platform description can't be used. Line {line}: {problem}. Correct it in the connection.": ({
    line,
    problem,
  }) =>
    `Die Änderungen an der Plattformbeschreibung können nicht verwendet werden. Zeile ${line}: ${alone(problem)} Berichtigen Sie es in der Verbindung.`,
  "What was found can't be used as it stands: {problem}": ({ problem }) =>
    `Was gefunden wurde, kann so nicht verwendet werden: ${said(problem)}`,
  "The connection's changes to the platform description are not TOML, so nothing can be added to them. Correct them in the connection.":
    "Die Änderungen der Verbindung an der Plattformbeschreibung sind kein TOML, deshalb lässt sich nichts hinzufügen. Berichtigen Sie sie in der Verbindung.",
  "The connection's changes to the platform description hold something else where fields belong. Correct them in the connection.":
    "In den Änderungen der Verbindung an der Plattformbeschreibung steht etwas anderes, wo Felder hingehören. Berichtigen Sie sie in der Verbindung.",
  "An invitation is no list, so there is no record of it to look at.":
    "Eine Einladung ist keine Liste, deshalb gibt es von ihr keinen Datensatz anzusehen.",
  "The platform lists no {noun}, so there is no record to look at. Nothing was changed.": ({ noun }) =>
    `Die Plattform führt keine ${own(NOUNS, noun)} auf, deshalb gibt es keinen Datensatz anzusehen. Nichts wurde geändert.`,
  "There is no such field, or no such place in a record. Nothing was changed.":
    "Dieses Feld oder diese Stelle in einem Datensatz gibt es nicht. Nichts wurde geändert.",

  // Files that are dropped on a connection.
  "This platform description can't be used.": "Diese Plattformbeschreibung kann nicht verwendet werden.",
  "Correct it and drop it again.": "Berichtigen Sie es, und legen Sie die Datei noch einmal hier ab.",
  "This platform description can't be used. Line {line}: {problem} Correct it and drop it again.": ({
    line,
    problem,
  }) =>
    `Diese Plattformbeschreibung kann nicht verwendet werden. Zeile ${line}: ${said(problem)} Berichtigen Sie es, und legen Sie die Datei noch einmal hier ab.`,
  "The file can't be opened any more. Nothing was changed; drop it again.":
    "Die Datei lässt sich nicht mehr öffnen. Nichts wurde geändert; legen Sie sie noch einmal hier ab.",
  "Rollcall takes an OpenAPI document (JSON or YAML), a connection that a colleague exported, a platform description (TOML), or certificates (PEM).":
    "Rollcall nimmt ein OpenAPI-Dokument (JSON oder YAML), eine Verbindungsdatei aus dem Team, eine Plattformbeschreibung (TOML) oder Zertifikate (PEM).",
  "This file is empty.": "Diese Datei ist leer.",
  "This file holds a private key, which Rollcall neither needs nor takes. Drop the certificate alone.":
    "Diese Datei enthält einen privaten Schlüssel, den Rollcall weder braucht noch nimmt. Legen Sie nur das Zertifikat ab.",
  "This is a PDF, which is for reading only. Look in the developer portal for an export called OpenAPI.":
    "Dies ist ein PDF, das nur zum Lesen ist. Suchen Sie im Entwicklerportal nach einem Export namens OpenAPI.",
  "This is a web page, not a document of an API: the portal may have asked you to sign in first.":
    "Dies ist eine Webseite und kein Dokument einer API: Vielleicht hat das Portal zuerst eine Anmeldung verlangt.",
  "This is XML, such as WSDL or WADL. Look in the developer portal for an export called OpenAPI.":
    "Dies ist XML, etwa WSDL oder WADL. Suchen Sie im Entwicklerportal nach einem Export namens OpenAPI.",
  "This is a Postman collection. Look in the developer portal for an export called OpenAPI.":
    "Dies ist eine Postman-Sammlung. Suchen Sie im Entwicklerportal nach einem Export namens OpenAPI.",
  "This is a picture.": "Dies ist ein Bild.",
  "This is JSON, and neither an OpenAPI document nor a connection.":
    "Dies ist JSON, aber weder ein OpenAPI-Dokument noch eine Verbindung.",
  "This is a text, and none of those that Rollcall takes here.":
    "Dies ist ein Text, aber keiner von denen, die Rollcall hier nimmt.",
  "This file is none of those that Rollcall takes here.": "Diese Datei ist keine von denen, die Rollcall hier nimmt.",
  "This file is too large for a connection. Nothing was changed; choose another one.":
    "Diese Datei ist zu groß für eine Verbindung. Nichts wurde geändert; wählen Sie eine andere.",
  "This connection was exported by a newer Rollcall. Nothing was changed; update Rollcall, then take it.":
    "Diese Verbindung wurde von einem neueren Rollcall exportiert. Nichts wurde geändert; aktualisieren Sie Rollcall, und übernehmen Sie sie dann.",
  "This is not a connection that Rollcall exported. Nothing was changed.":
    "Das ist keine Verbindung, die Rollcall exportiert hat. Nichts wurde geändert.",
  "The connection in this file can't be read. Nothing was changed; export it once more.":
    "Die Verbindung in dieser Datei ist nicht lesbar. Nichts wurde geändert; exportieren Sie sie noch einmal.",
  "The connection can't be written as a file. It is kept.":
    "Die Verbindung lässt sich nicht als Datei schreiben. Sie bleibt erhalten.",

  // The folder where everything is kept.
  "Rollcall can't read {what} of this platform: the key in the keychain is another one than they were encrypted with, or the files are damaged. Nothing was changed. If there is a copy of the keychain or of the data folder, bring it back and try again. If not, begin anew: the old files are kept beside the new ones, and the list of people is fetched again.":
    ({ what }) =>
      `Rollcall kann ${list(parts(what).map((part) => own(KEPT, part)))} dieser Plattform nicht lesen: Der Schlüssel im Schlüsselbund ist ein anderer als der, mit dem verschlüsselt wurde, oder die Dateien sind beschädigt. Nichts wurde geändert. Wenn es eine Kopie des Schlüsselbunds oder des Datenordners gibt, stellen Sie sie wieder her, und versuchen Sie es erneut. Wenn nicht, beginnen Sie neu: Die alten Dateien bleiben neben den neuen erhalten, und die Personenliste wird noch einmal gelesen.`,
  "Before anything is sent, Rollcall then waits and looks at who is there, so that nobody is invited twice.":
    "Ehe etwas gesendet wird, wartet Rollcall dann und sieht nach, wer da ist, damit niemand zweimal eingeladen wird.",
  "The data key that was given is not 64 hexadecimal digits. Nothing was opened or changed.":
    "Der angegebene Datenschlüssel besteht nicht aus 64 hexadezimalen Ziffern. Nichts wurde geöffnet oder geändert.",
  "The keychain's entry for Rollcall's data is damaged. Nothing was opened or changed.":
    "Der Eintrag des Schlüsselbunds für die Daten von Rollcall ist beschädigt. Nichts wurde geöffnet oder geändert.",
  "Rollcall's data folder can't be read or written. Nothing was lost; check the disk and the folder's permissions.":
    "Der Datenordner von Rollcall lässt sich nicht lesen oder schreiben. Nichts ging verloren; prüfen Sie den Datenträger und die Rechte des Ordners.",
  "The file {name} in Rollcall's data folder can't be read. It was left as it is; put back a copy, or move it away.":
    "Die Datei {name} im Datenordner von Rollcall ist nicht lesbar. Sie wurde gelassen, wie sie ist; legen Sie eine Kopie zurück, oder verschieben Sie sie an einen anderen Ort.",
  "Settings could not be written.": "Einstellungen konnten nicht geschrieben werden.",
  "The page can be drawn at 50 % to 300 %. Nothing was changed.":
    "Die Seite lässt sich in 50 % bis 300 % ihrer Größe zeigen. Nichts wurde geändert.",
  "That is no picture, so nothing was written.": "Das ist kein Bild, deshalb wurde nichts geschrieben.",
  "Rollcall met a defect of its own and stopped this step. Nothing was sent by it; try again.":
    "Rollcall stieß auf einen eigenen Fehler und hat diesen Schritt angehalten. Dadurch wurde nichts gesendet; versuchen Sie es erneut.",
} satisfies Partial<CoreWords>;
