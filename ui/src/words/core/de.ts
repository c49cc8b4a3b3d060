import { people } from "../de/counted";
import { app } from "./de/app";
import { connect } from "./de/connect";
import { doctor } from "./de/doctor";
import { documents } from "./de/documents";
import { fields } from "./de/fields";
import { kept } from "./de/kept";
import { platform } from "./de/platform";
import { numberOf } from "./numberOf";
import type { CoreWords, Values } from "./told";

/** A character by its code alone: what it is called stands behind it in English. */
const code = (character = "") => character.split(",")[0] ?? "";

/** `1 von 3 angesehenen Zellen enthält`. */
const ofCells = ({ count, all }: Values) =>
  `${count} von ${all} angesehenen Zellen ${numberOf(count) === 1 ? "enthält" : "enthalten"}`;

/** What the core says, in German. */
export const core: CoreWords = {
  ...app,
  ...connect,
  ...doctor,
  ...documents,
  ...fields,
  ...kept,
  ...platform,

  // The fields of an invitation.
  "e-mail": "E-Mail",
  "first name": "Vorname",
  "last name": "Nachname",
  "full name": "Voller Name",
  role: "Rolle",
  "identity provider": "Identitätsanbieter",
  organizations: "Organisationen",

  // Why a column means what it does.
  'As in "{file}".': "Wie in „{file}“.",
  "It stands beside a column of first names.": "Sie steht neben einer Spalte mit Vornamen.",
  'The column is called "{header}".': "Die Spalte heißt „{header}“.",
  'The column is called "{header}" under "{group}".': "Die Spalte heißt „{header}“ unter „{group}“.",
  'The column\'s name "{header}" is spelled almost like {field}.':
    "Der Spaltenname „{header}“ ist fast so geschrieben wie ein Name dafür: {field}.",
  'The column\'s name "{header}" speaks of {field}.': "Der Spaltenname „{header}“ deutet darauf hin: {field}.",
  "{count} of {all} cells looked at hold addresses.": (values) => `${ofCells(values)} Adressen.`,
  "{count} of {all} cells looked at hold known identity providers.": (values) =>
    `${ofCells(values)} bekannte Identitätsanbieter.`,
  "{count} of {all} cells looked at hold known organizations.": (values) =>
    `${ofCells(values)} bekannte Organisationen.`,
  "{count} of {all} cells looked at hold known roles.": (values) => `${ofCells(values)} bekannte Rollen.`,
  "{count} of {all} cells looked at hold names.": (values) => `${ofCells(values)} Namen.`,

  // What is wrong in a row.
  "This row has no address.": "Diese Zeile hat keine Adresse.",
  '"{text}" is not an e-mail address.': "„{text}“ ist keine E-Mail-Adresse.",
  '"{text}" is not text, so it can\'t be an address.': "„{text}“ ist kein Text und kann deshalb keine Adresse sein.",
  "A formula ended in {error} where the address belongs. Correct it in the spreadsheet.":
    "Wo die Adresse stehen soll, endete eine Formel in {error}. Berichtigen Sie sie in der Tabelle.",
  "A formula ended in {error} where the {field} belongs.": "Eine Formel endete in {error}. Hierher gehört: {field}.",
  "There are {count} addresses in this cell. A row invites one person: give each a row of its own.":
    "In dieser Zelle stehen {count} Adressen. Eine Zeile lädt eine Person ein: Geben Sie jeder eine eigene Zeile.",
  "This address holds a character that can't be seen ({character}). It would go nowhere.": ({ character }) =>
    `Diese Adresse enthält ein unsichtbares Zeichen (${code(character)}). Die E-Mail käme nirgends an.`,
  "The {field} holds a character that can't be seen ({character}).": ({ field, character }) =>
    `${field}: Darin steht ein unsichtbares Zeichen (${code(character)}).`,
  "This looks like a row of totals. It has no address, so nothing is sent for it.":
    "Das sieht nach einer Summenzeile aus. Sie hat keine Adresse, deshalb wird für sie nichts gesendet.",
  "This row is hidden or filtered out in the spreadsheet. Include hidden rows if it is meant too.":
    "Diese Zeile ist in der Tabelle ausgeblendet oder herausgefiltert. Nehmen Sie ausgeblendete Zeilen hinzu, falls auch sie gemeint ist.",
  "This row names no role, and an invitation needs one.":
    "Diese Zeile nennt keine Rolle, und eine Einladung braucht eine.",
  'There is no role "{text}" on this platform.': "Eine Rolle „{text}“ gibt es auf dieser Plattform nicht.",
  'There is no role "{text}" on this platform. Did you mean {near}?':
    "Eine Rolle „{text}“ gibt es auf dieser Plattform nicht. Ist {near} gemeint?",
  'There is no role "{text}" on this platform. The nearest is {near}, which gives power over others: choose it yourself.':
    "Eine Rolle „{text}“ gibt es auf dieser Plattform nicht. Am nächsten kommt {near}, und die gibt Befugnisse über andere: Wählen Sie sie selbst.",
  '{count} roles are called "{text}". Say which by its id.':
    "{count} Rollen heißen „{text}“. Sagen Sie mit der ID, welche gemeint ist.",
  "This cell names {count} roles. An invitation gives one: leave the one that is meant.":
    "Diese Zelle nennt {count} Rollen. Eine Einladung gibt eine: Lassen Sie die stehen, die gemeint ist.",
  "This row doesn't say how the person will sign in, and this platform requires it.":
    "Diese Zeile sagt nicht, womit sich die Person anmeldet, und diese Plattform verlangt es.",
  'There is no identity provider "{text}" on this platform.':
    "Einen Identitätsanbieter „{text}“ gibt es auf dieser Plattform nicht.",
  'There is no identity provider "{text}" on this platform. Did you mean {near}?':
    "Einen Identitätsanbieter „{text}“ gibt es auf dieser Plattform nicht. Ist {near} gemeint?",
  '"{text}" may mean several providers: {choices}. Say which by its name.':
    "„{text}“ kann mehrere Anbieter bedeuten: {choices}. Sagen Sie mit dem Namen, welcher gemeint ist.",
  "{provider} is switched off on this platform, so nobody could sign in with it.":
    "{provider} ist auf dieser Plattform ausgeschaltet, also könnte sich niemand damit anmelden.",
  "This row names no organization, and an invitation needs at least one.":
    "Diese Zeile nennt keine Organisation, und eine Einladung braucht mindestens eine.",
  'There is no organization "{text}" on this platform.':
    "Eine Organisation „{text}“ gibt es auf dieser Plattform nicht.",
  'There is no organization "{text}" on this platform. Did you mean {near}?':
    "Eine Organisation „{text}“ gibt es auf dieser Plattform nicht. Ist {near} gemeint?",
  '{count} organizations are called "{text}": {choices}. Say which by its ERP id.':
    "{count} Organisationen heißen „{text}“: {choices}. Sagen Sie mit der ERP-ID, welche gemeint ist.",
  "There is a date ({date}) where the {field} belongs.": "Hier steht ein Datum ({date}). Hierher gehört: {field}.",
  "There is {text} where the {field} belongs.": "Hier steht {text}. Hierher gehört: {field}.",
  "This cell holds the number {number}, not a text. Is {number} meant?":
    "Diese Zelle enthält die Zahl {number} und keinen Text. Ist {number} gemeint?",
  "This cell holds the number {number}, shown as {text}. Is {text} meant?":
    "Diese Zelle enthält die Zahl {number}, gezeigt als {text}. Ist {text} gemeint?",
  "This cell holds the number {number}. This kind of file doesn't tell how it was shown, so leading zeros may be missing. Enter it as text.":
    "Diese Zelle enthält die Zahl {number}. Diese Art von Datei sagt nicht, wie sie gezeigt wurde; führende Nullen können fehlen. Geben Sie sie als Text ein.",
  "This cell holds the number {number}, and its last digits are lost: a spreadsheet keeps 15. Enter it as text.":
    "Diese Zelle enthält die Zahl {number}, und ihre letzten Ziffern sind verloren: Eine Tabelle behält 15. Geben Sie sie als Text ein.",
  'This person is there already, in a state that Rollcall doesn\'t know: "{word}". Look at the account on the platform.':
    "Diese Person gibt es schon, in einem Status, den Rollcall nicht kennt: „{word}“. Sehen Sie das Konto auf der Plattform an.",

  // What is worth a look in a row.
  '"{text}" is taken as {name}, as you said for an earlier file.':
    "„{text}“ wird als {name} verstanden, wie Sie es bei einer früheren Datei gesagt haben.",
  "No way to sign in is named. {people} of {all} active people at {domain} use {provider}.":
    "Es ist kein Weg zur Anmeldung genannt. {people} von {all} aktiven Personen bei {domain} nutzen {provider}.",
  "{domain} is private mail: nobody can sign in with {provider} there.":
    "{domain} ist private E-Mail: Dort kann sich niemand mit {provider} anmelden.",
  "{domain} is private mail: nobody can sign in with {provider} there. {fitting} would work.":
    "{domain} ist private E-Mail: Dort kann sich niemand mit {provider} anmelden. {fitting} ginge.",
  "Nobody of {organization} signs in with {provider}.": "Bei {organization} meldet sich niemand mit {provider} an.",
  "Nobody of {organization} signs in with {provider}. {people} use {usual}.": ({
    organization,
    provider,
    people: n,
    usual,
  }) =>
    `Bei ${organization} meldet sich niemand mit ${provider} an. ${people(numberOf(n))} ${numberOf(n) === 1 ? "nutzt" : "nutzen"} ${usual}.`,
  "This platform's invitations have no place for the {field}, so it is not sent.":
    "Die Einladungen dieser Plattform haben dafür keinen Platz, deshalb wird es nicht gesendet: {field}.",

  // Somebody who is there already.
  "{field}: {has} on the platform, {asked} in this row": "{field}: {has} auf der Plattform, {asked} in dieser Zeile",
  "{field}: none on the platform, {asked} in this row": "{field}: nichts auf der Plattform, {asked} in dieser Zeile",
  "{field}: {has} on the platform, none in this row": "{field}: {has} auf der Plattform, nichts in dieser Zeile",
  "Invited before": "Schon eingeladen",
  "Invited, 1 day left": "Eingeladen, noch 1 Tag",
  "Invited, {days} days left": "Eingeladen, noch {days} Tage",
  "Invited, lapses in less than a day": "Eingeladen, verfällt in weniger als einem Tag",
  "Lapsed today": "Heute verfallen",
  "Lapsed 1 day ago": "Vor 1 Tag verfallen",
  "Lapsed {days} days ago": "Vor {days} Tagen verfallen",

  // Roles.
  'Its name says "{word}".': "Der Name sagt „{word}“.",
  "Its weight {weight} is that of roles over a whole platform.":
    "Das Gewicht {weight} ist das von Rollen über eine ganze Plattform.",
  "Assumed from names that are known:": "Angenommen nach bekannten Namen:",
  "Assumed: no role has a name and a weight that would tell.":
    "Angenommen: Keine Rolle hat einen Namen und ein Gewicht, an denen es zu erkennen wäre.",
  "{role} weighs more ({threshold}) than {plain} ({weight}).":
    "{role} wiegt mehr ({threshold}) als {plain} ({weight}).",
  "{role} weighs less ({threshold}) than {plain} ({weight}).":
    "{role} wiegt weniger ({threshold}) als {plain} ({weight}).",
  "{name} said so.": "{name} hat es so gesagt.",
  "Distributor ReadOnly held with Distributor Admin": "Distributor ReadOnly zusammen mit Distributor Admin",
  "On some portals Distributor ReadOnly works only beside Distributor Admin, and the person then reads and changes nothing. On others the admin role counts. The weights don't tell which: ask how your portal is set up before you call these people administrators, or harmless.":
    "In manchen Portalen wirkt Distributor ReadOnly nur neben Distributor Admin, und die Person liest dann und ändert nichts. In anderen zählt die Adminrolle. Die Gewichte verraten es nicht: Fragen Sie, wie Ihr Portal eingerichtet ist, ehe Sie diese Personen Administratoren nennen oder harmlos.",
  'Help article "User Permissions and Roles": a person with Distributor ReadOnly must, on some portals, also hold Distributor Admin.':
    "Hilfeartikel „User Permissions and Roles“: Wer Distributor ReadOnly hat, muss in manchen Portalen auch Distributor Admin haben.",
  "A report role on top of others": "Eine Berichtsrolle zusätzlich zu anderen",
  "Report roles are made to be added on top of another role: they open reports and give no power of their own. Holding two roles is as it should be here.":
    "Berichtsrollen sind als Zusatz zu einer anderen Rolle gedacht: Sie öffnen Berichte und geben keine eigenen Befugnisse. Zwei Rollen zu haben, ist hier richtig.",
  "A report role without the role under it": "Eine Berichtsrolle ohne die Rolle darunter",
  "Report roles are made to be added on top of another role. Held alone, the role under it was probably taken away or forgotten: the person may see reports of an organization in which they have nothing else to do.":
    "Berichtsrollen sind als Zusatz zu einer anderen Rolle gedacht. Steht eine Berichtsrolle allein, wurde die Rolle darunter wohl entzogen oder vergessen: Die Person sieht vielleicht Berichte einer Organisation, in der sie sonst nichts zu tun hat.",
  'Help article "User Permissions and Roles": Reseller Report and 360 Report Viewer are added on top of other roles.':
    "Hilfeartikel „User Permissions and Roles“: Reseller Report und 360 Report Viewer kommen zu anderen Rollen hinzu.",

  // What if a provider is switched off.
  "If {provider} is switched off, nobody is shut out.": "Wird {provider} ausgeschaltet, ist niemand ausgesperrt.",
  "If {provider} is switched off, 1 person can no longer sign in: it is their only way in.":
    "Wird {provider} ausgeschaltet, kann sich 1 Person nicht mehr anmelden: Es ist ihr einziger Zugang.",
  "If {provider} is switched off, {people} people can no longer sign in: it is their only way in.":
    "Wird {provider} ausgeschaltet, können sich {people} Personen nicht mehr anmelden: Es ist ihr einziger Zugang.",
  "{provider} is switched off already, and nobody is shut out by it.":
    "{provider} ist schon ausgeschaltet, und niemand ist dadurch ausgesperrt.",
  "{provider} is switched off already: 1 person can't sign in, for it is their only way in.":
    "{provider} ist schon ausgeschaltet: 1 Person kann sich nicht anmelden, denn es ist ihr einziger Zugang.",
  "{provider} is switched off already: {people} people can't sign in, for it is their only way in.":
    "{provider} ist schon ausgeschaltet: {people} Personen können sich nicht anmelden, denn es ist ihr einziger Zugang.",
  "1 person has another account of the same address with a way that is on.":
    "1 Person hat ein weiteres Konto mit derselben Adresse, dessen Zugang eingeschaltet ist.",
  "{people} people have another account of the same address with a way that is on.":
    "{people} Personen haben ein weiteres Konto mit derselben Adresse, dessen Zugang eingeschaltet ist.",
  "1 person is blocked and can't sign in anyway.": "1 Person ist blockiert und kann sich ohnehin nicht anmelden.",
  "{people} people are blocked and can't sign in anyway.":
    "{people} Personen sind blockiert und können sich ohnehin nicht anmelden.",

  // Findings: what each rule finds, what it means, what to do, what it rests on.
  "Privileged people in a customer organization": "Privilegierte Personen in einer Kundenorganisation",
  "They hold a role with power over others and belong to a customer's organization. Power over a platform usually belongs to the distributor's and sellers' own people; somebody at a customer may have been given the wrong role.":
    "Sie haben eine Rolle mit Befugnissen über andere und gehören zur Organisation eines Kunden. Befugnisse über eine Plattform haben meist die eigenen Leute von Distributor und Verkäufern; jemandem bei einem Kunden wurde vielleicht die falsche Rolle gegeben.",
  "Ask whoever looks after the organization whether the role is meant. Take it away in the portal if not; if the role is harmless, say so under Roles.":
    "Fragen Sie die Stelle, die die Organisation betreut, ob die Rolle gemeint ist. Wenn nicht, entziehen Sie sie im Portal; ist die Rolle harmlos, sagen Sie das unter Rollen.",
  "Privileged people outside your mail domains": "Privilegierte Personen außerhalb Ihrer E-Mail-Domains",
  "They hold a role with power over others, and their address is of a mail domain that none of your distributors and sellers uses. They may be guests, contractors, or people who left for another employer.":
    "Sie haben eine Rolle mit Befugnissen über andere, und ihre Adresse gehört zu einer E-Mail-Domain, die keiner Ihrer Distributoren und Verkäufer nutzt. Es können Gäste oder Dienstleister sein, oder Personen, die zu einem anderen Arbeitgeber gegangen sind.",
  "Find out for whom each of them works. Block the ones who should no longer be there; mute this with an end date while a guest is expected.":
    "Finden Sie heraus, für wen sie arbeiten. Blockieren Sie, wer nicht mehr da sein sollte; stellen Sie den Befund mit einem Enddatum zurück, solange ein Gast erwartet wird.",
  "Privileged people with a free mail address": "Privilegierte Personen mit einer Freemail-Adresse",
  "They hold a role with power over others, and their mailbox is at a provider where anybody gets one. No employer can close it or protect it when the person leaves.":
    "Sie haben eine Rolle mit Befugnissen über andere, und ihr Postfach liegt bei einem Anbieter, bei dem jeder eines bekommt. Kein Arbeitgeber kann es schließen oder schützen, wenn die Person geht.",
  "Invite them anew with their work address, and block the account with the free one.":
    "Laden Sie sie mit ihrer geschäftlichen Adresse neu ein, und blockieren Sie das Konto mit der anderen.",
  "Privileged on several platforms": "Privilegiert auf mehreren Plattformen",
  "The same address, or the same name at the same mail domain, holds roles with power over others on more than one of your connections. Whoever takes over one of the accounts may get the others as well.":
    "Dieselbe Adresse, oder derselbe Name bei derselben E-Mail-Domain, hat auf mehr als einer Ihrer Verbindungen Rollen mit Befugnissen über andere. Wer eines der Konten übernimmt, bekommt vielleicht auch die anderen.",
  "Check that each of the accounts is needed, and that all are closed when the person leaves.":
    "Prüfen Sie, ob jedes der Konten gebraucht wird und ob alle geschlossen werden, wenn die Person geht.",
  "Blocked people who still hold roles": "Blockierte Personen, die noch Rollen haben",
  "They can't sign in, and their roles are still there. Whoever unblocks the account gives all of it back at once, perhaps years later.":
    "Sie können sich nicht anmelden, und ihre Rollen sind noch da. Wer das Konto freigibt, gibt alles auf einmal zurück, vielleicht Jahre später.",
  "Take the roles away in the portal, or delete the accounts if they will not come back.":
    "Entziehen Sie die Rollen im Portal, oder löschen Sie die Konten, wenn die Personen nicht wiederkommen.",
  "People whose way to sign in is switched off": "Personen, deren Anmeldung ausgeschaltet ist",
  "They are listed with an identity provider that is switched off, so they can't sign in, though they are not blocked.":
    "Sie stehen mit einem Identitätsanbieter in der Liste, der ausgeschaltet ist, und können sich deshalb nicht anmelden, obwohl sie nicht blockiert sind.",
  "Block those who should not come back. For the others switch the provider on, or invite them with another way to sign in.":
    "Blockieren Sie, wer nicht wiederkommen soll. Für die anderen schalten Sie den Anbieter ein, oder laden Sie sie mit einer anderen Anmeldung ein.",
  "Passwords where everyone else uses work email": "Passwörter, wo alle anderen die geschäftliche E-Mail nutzen",
  "They sign in with a password of the platform's own, while the others of their mail domain go through work email. Such a password stays good when the employer closes the person's account.":
    "Sie melden sich mit einem Passwort der Plattform an, während die anderen ihrer E-Mail-Domain über die geschäftliche E-Mail gehen. Ein solches Passwort gilt weiter, wenn der Arbeitgeber das Konto der Person schließt.",
  "Move them to work email, or block them if the employer doesn't know them.":
    "Stellen Sie sie auf die geschäftliche E-Mail um, oder blockieren Sie sie, wenn der Arbeitgeber sie nicht kennt.",
  "The same person under several addresses": "Dieselbe Person unter mehreren Adressen",
  "Accounts of one organization have the same name and different addresses. Often it is one person with an old and a new address, and only one of the accounts is looked after. Two people of one name look the same.":
    "Konten einer Organisation haben denselben Namen und verschiedene Adressen. Oft ist es eine Person mit einer alten und einer neuen Adresse, und nur um eines der Konten kümmert sich jemand. Zwei Personen desselben Namens sehen ebenso aus.",
  "Ask which address is in use, and block the other account.":
    "Fragen Sie, welche Adresse benutzt wird, und blockieren Sie das andere Konto.",
  "Invitations that were never accepted": "Einladungen, die nie angenommen wurden",
  "They were invited long ago and never accepted. The link no longer works, and the accounts keep roles that nobody uses.":
    "Sie wurden vor langer Zeit eingeladen und haben nie angenommen. Der Link gilt nicht mehr, und die Konten behalten Rollen, die niemand nutzt.",
  "Invite those once more who are still wanted, and block or delete the others in the portal.":
    "Laden Sie die noch einmal ein, die noch gebraucht werden, und blockieren oder löschen Sie die anderen im Portal.",
  "People without a role": "Personen ohne Rolle",
  "They may sign in and hold no role. Either a role is missing and they can't work, or they are left over.":
    "Sie dürfen sich anmelden und haben keine Rolle. Entweder fehlt eine Rolle und sie können nicht arbeiten, oder sie sind übrig geblieben.",
  "Give them a role, or block them.": "Geben Sie ihnen eine Rolle, oder blockieren Sie sie.",
  "Combinations of roles worth a look": "Kombinationen von Rollen, die einen Blick wert sind",
  "They hold roles together of which it is known that the combination means something else than each role alone.":
    "Sie haben Rollen, von denen bekannt ist, dass sie zusammen etwas anderes bedeuten als jede für sich.",
  "Look each combination up under Roles, where it is explained, and take away what is not meant.":
    "Sehen Sie unter Rollen nach, wo es erklärt ist, und entziehen Sie, was nicht gemeint ist.",
  "Ways to sign in that nobody uses": "Anmeldungen, die niemand nutzt",
  "The provider is switched on and nobody listed signs in through it. A way in that nobody uses is one that nobody watches.":
    "Der Anbieter ist eingeschaltet, und niemand in der Liste meldet sich damit an. Auf einen Zugang, den niemand nutzt, achtet auch niemand.",
  "Switch it off if nobody is about to be invited with it.":
    "Schalten Sie ihn aus, wenn damit niemand eingeladen werden soll.",
  "A domain counts once at least {people} of its people, and {percent} of 100, sign in with work email.":
    "Eine Domain zählt, sobald mindestens {people} ihrer Personen und {percent} von 100 sich mit der geschäftlichen E-Mail anmelden.",
  "Taken for your own: {domains}. A domain counts once {percent} of 100 people of a distributor or seller have it.":
    "Als Ihre eigenen gelten: {domains}. Eine Domain zählt, sobald {percent} von 100 Personen eines Distributors oder Verkäufers sie haben.",
  "Taken for your own: {domains} and {more} more. A domain counts once {percent} of 100 people of a distributor or seller have it.":
    "Als Ihre eigenen gelten: {domains} und {more} weitere. Eine Domain zählt, sobald {percent} von 100 Personen eines Distributors oder Verkäufers sie haben.",
  "The list of {connection} can't be read, so it was left out.":
    "Die Liste von {connection} ist nicht lesbar und wurde deshalb ausgelassen.",

  // What a run came to, and what became of its rows.
  "Rollcall was closed while this run was being sent. Nothing is lost: go on, and what was under way is looked up before anything is sent again.":
    "Rollcall wurde geschlossen, während dieser Lauf gesendet wurde. Nichts ist verloren: Machen Sie weiter, und was unterwegs war, wird nachgeschlagen, ehe wieder etwas gesendet wird.",
  "Rollcall met a defect of its own and stopped sending this run. Nothing is lost: go on, and what was under way is looked up before anything is sent again.":
    "Rollcall stieß auf einen eigenen Fehler und hat diesen Lauf angehalten. Nichts ist verloren: Machen Sie weiter, und was unterwegs war, wird nachgeschlagen, ehe wieder etwas gesendet wird.",
  "Rollcall ended before the run did. Nothing was lost; take the run up again.":
    "Rollcall wurde vor dem Ende des Laufs beendet. Nichts ging verloren; nehmen Sie den Lauf wieder auf.",
  "It goes on when you say so.": "Es geht weiter, wenn Sie es sagen.",
  "Stopped as asked. What was not sent can be sent later.":
    "Wie gewünscht angehalten. Was nicht gesendet wurde, kann später gesendet werden.",
  "The platform can't be reached. Nothing was sent; it is tried again.":
    "Die Plattform ist nicht erreichbar. Nichts wurde gesendet; es wird erneut versucht.",
  "The platform can't be reached. The rest was not sent, and can be sent when the connection is back.":
    "Die Plattform ist nicht erreichbar. Der Rest wurde nicht gesendet und kann gesendet werden, wenn die Verbindung wieder da ist.",
  "The platform does not accept the sign-in. The rest was not sent; sign in again and take the run up.":
    "Die Plattform nimmt die Anmeldung nicht an. Der Rest wurde nicht gesendet; melden Sie sich neu an, und nehmen Sie den Lauf wieder auf.",
  "The platform's call quota is used up. Nothing was lost; the run goes on by itself.":
    "Das Kontingent der Plattform an Aufrufen ist verbraucht. Nichts ging verloren; der Lauf geht von selbst weiter.",
  "The platform asks to slow down. Nothing was lost; the run goes on by itself.":
    "Die Plattform bittet, langsamer zu senden. Nichts ging verloren; der Lauf geht von selbst weiter.",
  "This person is blocked on the platform, and was not invited.":
    "Diese Person ist auf der Plattform blockiert und wurde nicht eingeladen.",
  "This person is already there and active, and was not invited.":
    "Diese Person ist schon da und aktiv und wurde nicht eingeladen.",
  "This person was invited before and has not accepted yet. Nothing was mailed again.":
    "Diese Person wurde schon eingeladen und hat noch nicht angenommen. Es ging keine weitere E-Mail hinaus.",
  "The rows of this person contradict each other. Nothing was sent for them.":
    "Die Zeilen dieser Person widersprechen sich. Für sie wurde nichts gesendet.",
  "This row adds nothing to another row of the same person.":
    "Diese Zeile fügt einer anderen Zeile derselben Person nichts hinzu.",
  "You left this row out.": "Sie haben diese Zeile ausgelassen.",
  "The call was not processed. Nothing was sent.": "Der Aufruf wurde nicht bearbeitet. Nichts wurde gesendet.",
  "No clear answer came; a complete list of people shows the invitation.":
    "Es kam keine klare Antwort; eine vollständige Personenliste zeigt die Einladung.",
  "A complete list of people shows that the invitation was not sent.":
    "Eine vollständige Personenliste zeigt, dass die Einladung nicht gesendet wurde.",
  "Came to be active on the platform before this was sent.": "Wurde auf der Plattform aktiv, ehe dies gesendet wurde.",
  "Is blocked on the platform by now; not invited.": "Ist inzwischen auf der Plattform blockiert; nicht eingeladen.",
  "Came to be invited before this was sent; not invited twice.":
    "Wurde eingeladen, ehe dies gesendet wurde; nicht zweimal eingeladen.",
  "Called off before it was sent.": "Gestrichen, ehe es gesendet wurde.",
  "Called off before it was sent again. An earlier attempt may have gone through.":
    "Gestrichen, ehe es noch einmal gesendet wurde. Ein früherer Versuch ist vielleicht durchgegangen.",
  "A person found that the invitation went through.": "Eine Person hat festgestellt, dass die Einladung durchging.",
  "A person decided to send the invitation again.": "Eine Person hat entschieden, die Einladung noch einmal zu senden.",
  "A person decided to leave it.": "Eine Person hat entschieden, es dabei zu lassen.",
  "The person was there before, so being listed does not show whether this invitation went out.":
    "Die Person war schon vorher da; dass sie in der Liste steht, zeigt also nicht, ob diese Einladung hinausging.",
  "The person was there before and is not listed any more.":
    "Die Person war schon vorher da und steht nicht mehr in der Liste.",
  "This connection may not see the person even if the invitation went out.":
    "Diese Verbindung sieht die Person vielleicht nicht, auch wenn die Einladung hinausging.",
  "The platform refused the call, and may have invited some of its people before it did.":
    "Die Plattform hat den Aufruf abgelehnt und vorher vielleicht einige seiner Personen eingeladen.",
  "The platform's answer could not be read.": "Die Antwort der Plattform war nicht lesbar.",
  "The platform answered with a redirect, which Rollcall does not follow.":
    "Die Plattform antwortete mit einer Weiterleitung, der Rollcall nicht folgt.",
  "The call went out, and no whole answer came back.": "Der Aufruf ging hinaus, und es kam keine ganze Antwort zurück.",
  "The platform does not take a call as large as this one person needs.":
    "Die Plattform nimmt keinen so großen Aufruf, wie ihn diese eine Person braucht.",
  "The answer names people who were not in the call.": "Die Antwort nennt Personen, die nicht im Aufruf waren.",
  "The answer has no result for this person.": "Die Antwort hat kein Ergebnis für diese Person.",
  "The answer has several results for this person.": "Die Antwort hat mehrere Ergebnisse für diese Person.",
  "The answer says something of this person that is not understood.":
    "Die Antwort sagt etwas über diese Person, das nicht verstanden wird.",
  Invited: "Eingeladen",
  Refused: "Abgelehnt",
  "Being checked": "In Prüfung",
  "Needs you": "Braucht Sie",
  "Not sent": "Nicht gesendet",
  "Problem, not sent": "Problem, nicht gesendet",
  "Contradiction, not sent": "Widerspruch, nicht gesendet",
  "Already there": "Schon da",
  "Same as another row": "Gleich wie eine andere Zeile",
  "Part of another row": "Teil einer anderen Zeile",
  "Decided by hand": "Von Hand entschieden",
  "An earlier attempt may have gone through all the same.":
    "Ein früherer Versuch ist vielleicht trotzdem durchgegangen.",
  "The person is looked up before anything is sent again.":
    "Die Person wird nachgeschlagen, ehe wieder etwas gesendet wird.",
  "This platform does not list people who have not accepted yet, so nothing shows whether the invitation went out.":
    "Diese Plattform führt niemanden auf, der noch nicht angenommen hat; deshalb zeigt nichts, ob die Einladung hinausging.",
};
