import { form, list } from "../../format";
import { type CoreWords, told } from "../told";

type Credential = { nominative: string; genitive: string; accusative: string; feminine: boolean };

/** What the core calls each credential, in the cases that are needed. */
const CREDENTIALS: Readonly<Record<string, Credential>> = {
  "subscription key": {
    nominative: "abonementa atslēga",
    genitive: "abonementa atslēgas",
    accusative: "abonementa atslēgu",
    feminine: true,
  },
  token: { nominative: "marķieris", genitive: "marķiera", accusative: "marķieri", feminine: false },
  "client secret": {
    nominative: "klienta noslēpums",
    genitive: "klienta noslēpuma",
    accusative: "klienta noslēpumu",
    feminine: false,
  },
  "sign-in": {
    nominative: "pierakstīšanās",
    genitive: "pierakstīšanās",
    accusative: "pierakstīšanos",
    feminine: true,
  },
  "password for the proxy": {
    nominative: "starpniekservera parole",
    genitive: "starpniekservera paroles",
    accusative: "starpniekservera paroli",
    feminine: true,
  },
};

/** What lists hold, in the genitive. */
const NOUNS: Readonly<Record<string, string>> = {
  users: "lietotāju",
  roles: "lomu",
  "identity providers": "identitātes nodrošinātāju",
  organizations: "organizāciju",
};

/** What is kept of a platform, in the accusative. */
const KEPT: Readonly<Record<string, string>> = {
  "the record of who was invited": "uzaicinājumu uzskaiti",
  "the drafts": "melnrakstus",
  "the access reviews": "piekļuves pārskatīšanas",
};

const own = (words: Readonly<Record<string, string>>, word = "") => words[word] ?? word;

/** `a, b and c` in its parts. */
const parts = (text = "") => text.split(/, | and /);

const together = (text = "") => list(parts(text));

const credential = (name = ""): Credential =>
  CREDENTIALS[name] ?? { nominative: name, genitive: name, accusative: name, feminine: false };

/** `vecais marķieris vai jaunais`. */
function oldOrNew(name?: string): string {
  const { nominative, feminine } = credential(name);
  return feminine ? `vecā ${nominative} vai jaunā` : `vecais ${nominative} vai jaunais`;
}

/** What is wrong in a description, which the core says in patterns of its own; only what its reader of TOML says stays English. */
const said = (problem = "") => told(problem).text;

/** The same where the core wrote it behind other words: small, and without its stop. */
const alone = (problem = "") => said(`${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`);

/** What of a change was not taken back: `the token is new already; the sign-in is no longer kept`. */
const notTakenBack = (left = "") => left.split("; ").map(onePart).join("; ");

function onePart(part: string): string {
  const unclear = /^whether the (.+) is new is not known$/.exec(part);
  if (unclear) return `nav zināms, vai ${areNew([credential(unclear[1])])}`;
  const [, names, state] = /^the (.+) (?:is|are) (new already|no longer kept)$/.exec(part) ?? [];
  if (names === undefined) return part;
  const all = names.split(" and the ").map((name) => credential(name));
  return state === "new already" ? areNew(all) : `${named(all)} vairs neglabājas`;
}

const named = (all: readonly Credential[]) => list(all.map(({ nominative }) => nominative));

/** `marķieris jau ir jauns`, `abonementa atslēga un marķieris jau ir jauni`. */
function areNew(all: readonly Credential[]): string {
  const [one, more] = all.every(({ feminine }) => feminine) ? ["jauna", "jaunas"] : ["jauns", "jauni"];
  return `${named(all)} jau ir ${all.length === 1 ? one : more}`;
}

/** What the core says of connections, of signing in and of the folder where everything is kept, in Latvian. */
export const connect = {
  // What a connection is.
  "Give the connection a name.": "Dodiet savienojumam nosaukumu.",
  "The name of a connection is one line of at most 100 characters.":
    "Savienojuma nosaukums ir viena rinda ar ne vairāk kā 100 rakstzīmēm.",
  "Another connection has that name. Choose one that tells them apart.":
    "Šāds nosaukums jau ir citam savienojumam. Izvēlieties tādu, pēc kura tos var atšķirt.",
  "A colour is written as # and six digits, such as #7c3aed.": "Krāsu raksta kā # un sešus ciparus, piemēram, #7c3aed.",
  "Enter the id of the platform, or of at least one customer.": "Ievadiet platformas ID vai vismaz viena klienta ID.",
  "Another window or command has changed this connection meanwhile. Nothing of yours was kept; look at it as it is now, and make your change again.":
    "Cits logs vai komanda pa to laiku ir mainījusi šo savienojumu. No jūsu izmaiņām nekas netika saglabāts; apskatiet, kāds tas ir tagad, un veiciet izmaiņas vēlreiz.",
  "There is no such connection. It may have been removed.": "Šāda savienojuma nav. Iespējams, tas ir noņemts.",
  "There is no connection of that id.": "Savienojuma ar šādu ID nav.",
  "The sample platform's connection can't be changed.": "Parauga platformas savienojumu nevar mainīt.",
  "There is one sample platform, so its connection can't be duplicated.":
    "Parauga platforma ir viena, tāpēc tās savienojumu nevar dublēt.",
  "Everybody has a sample platform of their own, so its connection is no file.":
    "Katram ir sava parauga platforma, tāpēc tās savienojumu failā neglabā.",
  "The sample platform could not be started. Nothing was lost; close other copies of Rollcall and try again.":
    "Parauga platformu neizdevās palaist. Nekas nav zudis; aizveriet citus Rollcall logus un mēģiniet vēlreiz.",

  // Its credentials, and the keychain.
  "The new address leads to another server, and credentials go only to the server that they were entered for. Nothing was changed; enter the subscription key, the secret and the password for a new proxy again.":
    "Jaunā adrese ved uz citu serveri, bet akreditācijas datus sūta tikai tam serverim, kuram tie ievadīti. Nekas netika mainīts; vēlreiz ievadiet abonementa atslēgu, marķieri vai klienta noslēpumu un jauna starpniekservera paroli.",
  "This connection has no {what} yet, or this session has forgotten it. Nothing was sent; enter it under Connections.":
    ({ what }) =>
      `Šim savienojumam vēl nav ${credential(what).genitive}, vai arī šī sesija to ir aizmirsusi. Nekas netika nosūtīts; ievadiet to sadaļā Savienojumi.`,
  "Whether it holds the old {what} or the new one is not known: enter the {what} once more when it answers.": ({
    what,
  }) =>
    `Nav zināms, vai atslēgu krātuvē ir ${oldOrNew(what)}: ievadiet ${credential(what).accusative} vēlreiz, kad tā atbildēs.`,
  "The keychain stopped in the middle of the change and did not take back what it had: {left}.": ({ left }) =>
    `Atslēgu krātuve apstājās izmaiņas vidū un neatsauca to, kas jau bija mainīts: ${notTakenBack(left)}.`,
  "The keychain did not take back what it had: {left}.": ({ left }) =>
    `Atslēgu krātuve neatsauca to, kas jau bija mainīts: ${notTakenBack(left)}.`,
  "All else of this connection is as before. Allow Rollcall to use the keychain, then save the change once more.":
    "Viss pārējais šajā savienojumā ir kā agrāk. Atļaujiet Rollcall izmantot atslēgu krātuvi un tad saglabājiet izmaiņu vēlreiz.",
  "This computer has no keychain running, so nothing was stored and nothing was read. Start one (GNOME Keyring, KWallet or KeePassXC on Linux) and try again, or work in session-only mode.":
    "Šajā datorā nedarbojas atslēgu krātuve, tāpēc nekas netika ne saglabāts, ne nolasīts. Palaidiet to (Linux sistēmā GNOME Keyring, KWallet vai KeePassXC) un mēģiniet vēlreiz vai glabājiet akreditācijas datus tikai šajā sesijā.",
  "The keychain is locked, so nothing was stored and nothing was read. Unlock it, perhaps in a window that waits behind this one, and try again.":
    "Atslēgu krātuve ir slēgta, tāpēc nekas netika ne saglabāts, ne nolasīts. Atslēdziet to, varbūt logā, kas gaida aiz šī, un mēģiniet vēlreiz.",
  "The keychain refused. What it holds is unchanged. Allow Rollcall to use it, and try again.":
    "Atslēgu krātuve to neatļāva. Tās saturs nav mainīts. Atļaujiet Rollcall to izmantot un mēģiniet vēlreiz.",
  "The keychain did not answer within five seconds. What it holds is not lost. Look for a window in which it asks for a password, and try again.":
    "Atslēgu krātuve piecu sekunžu laikā neatbildēja. Tās saturs nav zudis. Meklējiet logu, kurā tā prasa paroli, un mēģiniet vēlreiz.",
  "There is nothing to store. What the keychain holds is unchanged.":
    "Nav, ko saglabāt. Atslēgu krātuves saturs nav mainīts.",
  "This has {count} characters and at most {most} can be stored. What the keychain holds is unchanged. Check that nothing else was pasted along with it.":
    "Rakstzīmju skaits ir {count}, bet saglabāt var ne vairāk kā {most}. Atslēgu krātuves saturs nav mainīts. Pārbaudiet, vai līdzi nav ielīmēts kas cits.",

  // Signing in.
  "Nobody is signed in through this connection yet, or this session has forgotten it. Nothing was sent; sign in with the browser under Connections.":
    "Šajā savienojumā vēl neviens nav pierakstījies, vai arī šī sesija to ir aizmirsusi. Nekas netika nosūtīts; pierakstieties ar pārlūku sadaļā Savienojumi.",
  "This connection does not sign in with the browser. Nothing was changed; choose so under Connections first.":
    "Šis savienojums nepierakstās ar pārlūku. Nekas netika mainīts; vispirms izvēlieties to sadaļā Savienojumi.",
  "The sign-in was stopped. Nothing was changed.": "Pierakstīšanās tika apturēta. Nekas netika mainīts.",
  "The connection was changed while the browser was open, so this sign-in is not its own any more. Nothing was kept; sign in again.":
    "Kamēr pārlūks bija atvērts, savienojums tika mainīts, tāpēc šī pierakstīšanās tam vairs nepieder. Nekas netika saglabāts; pierakstieties vēlreiz.",
  "A run is being sent through this connection, and somebody else signed in now than before. Nothing was kept; stop the run first, or sign in as the same person.":
    "Caur šo savienojumu notiek izsūtīšana, bet tagad pierakstījās cits cilvēks nekā iepriekš. Nekas netika saglabāts; vispirms apturiet izsūtīšanu vai pierakstieties kā tas pats cilvēks.",
  "This connection gets its tokens by itself, so none can be pasted. Nothing was changed.":
    "Šis savienojums marķierus iegūst pats, tāpēc tos nevar ielīmēt. Nekas netika mainīts.",
  "There is no token in what was pasted. Nothing was changed; copy it again.":
    "Ielīmētajā nav marķiera. Nekas netika mainīts; nokopējiet to vēlreiz.",
  "This token ended at {when}. Nothing was changed; get a new one from the platform.":
    "Šis marķieris beidzās {when}. Nekas netika mainīts; iegūstiet no platformas jaunu.",

  // A connection that is for looking only, and runs that are being sent.
  "This connection is read-only on this computer, so nobody is invited through it. Nothing was sent. Unlock it under Connections first, if it is meant to send.":
    "Šis savienojums šajā datorā ir tikai skatīšanai, tāpēc caur to neviens netiek uzaicināts. Nekas netika nosūtīts. Ja caur to ir jāsūta, vispirms atslēdziet to sadaļā Savienojumi.",
  "A run is being sent through this connection, so it can't be made read-only now. Nothing was changed; stop the run or wait for its end, then lock the connection.":
    "Caur šo savienojumu notiek izsūtīšana, tāpēc to tagad nevar slēgt. Nekas netika mainīts; apturiet izsūtīšanu vai sagaidiet tās beigas un tad slēdziet savienojumu.",
  "A run is being sent through this connection. Stop it first; nothing was removed.":
    "Caur šo savienojumu notiek izsūtīšana. Vispirms apturiet to; nekas netika noņemts.",
  "It is not known yet what became of 1 row of a run, and nobody would look it up any more. Bring the run to its end first; nothing was removed.":
    "Vēl nav zināms, kas noticis ar 1 izsūtīšanas rindu, un neviens to vairs nepārbaudītu. Vispirms pabeidziet izsūtīšanu; nekas netika noņemts.",
  "It is not known yet what became of {rows} rows of a run, and nobody would look them up any more. Bring the run to its end first; nothing was removed.":
    ({ rows }) =>
      `Vēl nav zināms, kas noticis ar ${rows} izsūtīšanas ${form(Number(rows), "rindu", "rindām")}, un neviens ${form(Number(rows), "to", "tās")} vairs nepārbaudītu. Vispirms pabeidziet izsūtīšanu; nekas netika noņemts.`,

  // Descriptions of platforms, and records of theirs.
  'This version of Rollcall has no platform description called "{shown}". It has {known}. Choose one of them, or use a description of your own.':
    ({ shown, known }) =>
      `Šajā Rollcall versijā nav platformas apraksta „${shown}”. Tajā ir ${together(known)}. Izvēlieties kādu no tiem vai izmantojiet savu aprakstu.`,
  "The platform description can't be used.": "Platformas aprakstu nevar izmantot.",
  "The changes to the platform description can't be used.": "Platformas apraksta izmaiņas nevar izmantot.",
  "Correct it in the connection.": "Izlabojiet to savienojumā.",
  "The platform description can't be used. Line {line}: {problem}. Correct it in the connection.": ({
    line,
    problem,
  }) => `Platformas aprakstu nevar izmantot. ${line}. rinda: ${alone(problem)} Izlabojiet to savienojumā.`,
  "The changes to the platform description can't be used. Line {line}: {problem}. Correct it in the connection.": ({
    line,
    problem,
  }) => `Platformas apraksta izmaiņas nevar izmantot. ${line}. rinda: ${alone(problem)} Izlabojiet to savienojumā.`,
  "What was found can't be used as it stands: {problem}": ({ problem }) =>
    `Atrasto tādu, kāds tas ir, nevar izmantot: ${said(problem)}`,
  "The connection's changes to the platform description are not TOML, so nothing can be added to them. Correct them in the connection.":
    "Savienojuma izmaiņas platformas aprakstā nav TOML, tāpēc tām neko nevar pievienot. Izlabojiet tās savienojumā.",
  "The connection's changes to the platform description hold something else where fields belong. Correct them in the connection.":
    "Savienojuma izmaiņās platformas aprakstā lauku vietā ir kas cits. Izlabojiet tās savienojumā.",
  "An invitation is no list, so there is no record of it to look at.":
    "Uzaicinājums nav saraksts, tāpēc tam nav ieraksta, ko apskatīt.",
  "The platform lists no {noun}, so there is no record to look at. Nothing was changed.": ({ noun }) =>
    `Platformas sarakstā nav ${own(NOUNS, noun)}, tāpēc nav ieraksta, ko apskatīt. Nekas netika mainīts.`,
  "There is no such field, or no such place in a record. Nothing was changed.":
    "Šāda lauka vai šādas vietas ierakstā nav. Nekas netika mainīts.",

  // Files that are dropped on a connection.
  "This platform description can't be used.": "Šo platformas aprakstu nevar izmantot.",
  "Correct it and drop it again.": "Izlabojiet to un nometiet failu vēlreiz.",
  "This platform description can't be used. Line {line}: {problem} Correct it and drop it again.": ({
    line,
    problem,
  }) =>
    `Šo platformas aprakstu nevar izmantot. ${line}. rinda: ${said(problem)} Izlabojiet to un nometiet failu vēlreiz.`,
  "The file can't be opened any more. Nothing was changed; drop it again.":
    "Failu vairs nevar atvērt. Nekas netika mainīts; nometiet to vēlreiz.",
  "Rollcall takes an OpenAPI document (JSON or YAML), a connection that a colleague exported, a platform description (TOML), or certificates (PEM).":
    "Rollcall pieņem OpenAPI dokumentu (JSON vai YAML), kolēģa eksportētu savienojumu, platformas aprakstu (TOML) vai sertifikātus (PEM).",
  "This file is empty.": "Šis fails ir tukšs.",
  "This file holds a private key, which Rollcall neither needs nor takes. Drop the certificate alone.":
    "Šajā failā ir privātā atslēga, kas Rollcall nav vajadzīga un ko tas nepieņem. Nometiet tikai sertifikātu.",
  "This is a PDF, which is for reading only. Look in the developer portal for an export called OpenAPI.":
    "Šis ir PDF, kas domāts tikai lasīšanai. Meklējiet izstrādātāju portālā eksportu ar nosaukumu OpenAPI.",
  "This is a web page, not a document of an API: the portal may have asked you to sign in first.":
    "Šī ir tīmekļa lapa, nevis API dokuments: iespējams, portāls vispirms prasīja pierakstīties.",
  "This is XML, such as WSDL or WADL. Look in the developer portal for an export called OpenAPI.":
    "Šis ir XML, piemēram, WSDL vai WADL. Meklējiet izstrādātāju portālā eksportu ar nosaukumu OpenAPI.",
  "This is a Postman collection. Look in the developer portal for an export called OpenAPI.":
    "Šī ir Postman kolekcija. Meklējiet izstrādātāju portālā eksportu ar nosaukumu OpenAPI.",
  "This is a picture.": "Šis ir attēls.",
  "This is JSON, and neither an OpenAPI document nor a connection.":
    "Šis ir JSON, bet ne OpenAPI dokuments un ne savienojums.",
  "This is a text, and none of those that Rollcall takes here.": "Šis ir teksts, bet ne tāds, ko Rollcall šeit pieņem.",
  "This file is none of those that Rollcall takes here.": "Šādu failu Rollcall šeit nepieņem.",
  "This file is too large for a connection. Nothing was changed; choose another one.":
    "Šis fails savienojumam ir par lielu. Nekas netika mainīts; izvēlieties citu.",
  "This connection was exported by a newer Rollcall. Nothing was changed; update Rollcall, then take it.":
    "Šo savienojumu eksportējusi jaunāka Rollcall versija. Nekas netika mainīts; atjauniniet Rollcall un tad pārņemiet to.",
  "This is not a connection that Rollcall exported. Nothing was changed.":
    "Šis nav savienojums, ko eksportējis Rollcall. Nekas netika mainīts.",
  "The connection in this file can't be read. Nothing was changed; export it once more.":
    "Savienojumu šajā failā nevar nolasīt. Nekas netika mainīts; eksportējiet to vēlreiz.",
  "The connection can't be written as a file. It is kept.":
    "Savienojumu nevar ierakstīt failā. Savienojums joprojām tiek glabāts.",

  // The folder where everything is kept.
  "Rollcall can't read {what} of this platform: the key in the keychain is another one than they were encrypted with, or the files are damaged. Nothing was changed. If there is a copy of the keychain or of the data folder, bring it back and try again. If not, begin anew: the old files are kept beside the new ones, and the list of people is fetched again.":
    ({ what }) =>
      `Rollcall nevar nolasīt šīs platformas ${list(parts(what).map((part) => own(KEPT, part)))}: atslēgu krātuvē ir cita atslēga nekā tā, ar ko dati šifrēti, vai arī faili ir bojāti. Nekas netika mainīts. Ja ir atslēgu krātuves vai datu mapes kopija, atjaunojiet to un mēģiniet vēlreiz. Ja nav, sāciet no jauna: vecie faili paliek blakus jaunajiem, un cilvēku sarakstu nolasa vēlreiz.`,
  "Before anything is sent, Rollcall then waits and looks at who is there, so that nobody is invited twice.":
    "Pirms kaut ko sūta, Rollcall tad nogaida un apskata, kas tur jau ir, lai neviens netiktu uzaicināts divreiz.",
  "The data key that was given is not 64 hexadecimal digits. Nothing was opened or changed.":
    "Norādītā datu atslēga nav 64 heksadecimāli cipari. Nekas netika atvērts vai mainīts.",
  "The keychain's entry for Rollcall's data is damaged. Nothing was opened or changed.":
    "Atslēgu krātuves ieraksts Rollcall datiem ir bojāts. Nekas netika atvērts vai mainīts.",
  "Rollcall's data folder can't be read or written. Nothing was lost; check the disk and the folder's permissions.":
    "Rollcall datu mapi nevar lasīt vai rakstīt. Nekas nav zudis; pārbaudiet disku un mapes atļaujas.",
  "The file {name} in Rollcall's data folder can't be read. It was left as it is; put back a copy, or move it away.":
    "Failu {name} Rollcall datu mapē nevar nolasīt. Tas ir atstāts, kāds bija; ielieciet atpakaļ kopiju vai pārvietojiet to citur.",
  "Settings could not be written.": "Iestatījumus neizdevās ierakstīt.",
  "The page can be drawn at 50 % to 300 %. Nothing was changed.":
    "Lapu var rādīt no 50 % līdz 300 % lielumā. Nekas netika mainīts.",
  "That is no picture, so nothing was written.": "Tas nav attēls, tāpēc nekas netika ierakstīts.",
  "Rollcall met a defect of its own and stopped this step. Nothing was sent by it; try again.":
    "Rollcall saskārās ar savu kļūdu un šo darbību apturēja. Ar to nekas netika nosūtīts; mēģiniet vēlreiz.",
} satisfies Partial<CoreWords>;
