import { people } from "../../de/counted";
import { count } from "../../format";
import { numberOf } from "../numberOf";
import type { CoreWords, Values } from "../told";

/** The core writes thousands with commas. */
/** `vorher waren es 6.092 Personen`. */
const before = (values: Values) =>
  `vorher ${numberOf(values.people) === 1 ? "war" : "waren"} es ${people(numberOf(values.people))}`;

/** The part of it about the list of people, reviews, views and the window. */
export const appMore = {
  // The list of people, read anew.
  "The refresh was stopped. The list from before is still there.":
    "Das Aktualisieren wurde abgebrochen. Die bisherige Liste ist noch da.",
  "The list of people could not be read whole, each time that it was tried, so it was not taken over.":
    "Die Personenliste konnte bei keinem Versuch ganz gelesen werden und wurde deshalb nicht übernommen.",
  "The list from before is still there; refresh again in a moment, and test the connection if it stays so.":
    "Die bisherige Liste ist noch da; aktualisieren Sie gleich noch einmal, und testen Sie die Verbindung, wenn es so bleibt.",
  "There is no complete list of people to check against. Nothing was sent; refresh and try again.":
    "Es gibt keine vollständige Personenliste, mit der sich abgleichen ließe. Nichts wurde gesendet; aktualisieren Sie, und versuchen Sie es noch einmal.",
  "The list of people is not a complete one of this connection: the connection was changed in the meantime.":
    "Die Personenliste ist keine vollständige Liste dieser Verbindung: Die Verbindung wurde inzwischen geändert.",
  "Lists can be refreshed every 5 minutes to every 24 hours. Nothing was changed.":
    "Listen lassen sich alle 5 Minuten bis alle 24 Stunden aktualisieren. Nichts wurde geändert.",
  "A run is being sent through this connection and rests on the list as it is. Nothing was changed; refresh the customer once the run has ended.":
    "Über diese Verbindung wird ein Lauf gesendet, und er beruht auf der Liste, wie sie ist. Nichts wurde geändert; aktualisieren Sie den Kunden, wenn der Lauf zu Ende ist.",
  "This connection looks after other customers, so this one's people have no place in its list. Nothing was changed.":
    "Diese Verbindung ist für andere Kunden da, deshalb haben die Personen dieses Kunden in ihrer Liste keinen Platz. Nichts wurde geändert.",
  "There is no list of this connection yet in which this customer's people could stand. Nothing was changed; refresh the whole list.":
    "Von dieser Verbindung gibt es noch keine Liste, in der die Personen dieses Kunden stehen könnten. Nichts wurde geändert; aktualisieren Sie die ganze Liste.",
  "Somebody is no longer listed for this customer and may be elsewhere: only a refresh of the whole list can tell.":
    "Jemand ist bei diesem Kunden nicht mehr gelistet und vielleicht anderswo: Nur ein Aktualisieren der ganzen Liste kann das zeigen.",

  // A list that looks wrong.
  "The new list of people looks wrong.": "Die neue Personenliste sieht falsch aus.",
  "The list from before stays until a person says, on the Users screen, which of the two is right.":
    "Die bisherige Liste bleibt, bis jemand auf dem Bildschirm „Benutzer“ sagt, welche von beiden stimmt.",
  "The new list of this customer's people looks wrong.": "Die neue Liste der Personen dieses Kunden sieht falsch aus.",
  "Nothing was changed; refresh the whole list, which is then held until you decide.":
    "Nichts wurde geändert; aktualisieren Sie die ganze Liste: Sie wird dann zurückgehalten, bis Sie entscheiden.",
  "It was fetched by another sign-in, {now}; the list from before was fetched by {before}.":
    "Sie wurde mit einer anderen Anmeldung gelesen, {now}; die bisherige Liste wurde mit {before} gelesen.",
  "The one person who was listed is gone.": "Die eine Person, die gelistet war, ist weggefallen.",
  "All {people} people who were listed are gone.": ({ people: all }) =>
    `Alle ${people(numberOf(all))}, die gelistet waren, sind weggefallen.`,
  "{gone} of {before} people are gone.": ({ gone, before }) =>
    `${count(numberOf(gone))} von ${people(numberOf(before))} ${numberOf(gone) === 1 ? "ist" : "sind"} weggefallen.`,
  "Nobody has an e-mail address any more; {people} people did before.": (values) =>
    `Niemand hat mehr eine E-Mail-Adresse; ${before(values)}.`,
  "Nobody has a first name any more; {people} people did before.": (values) =>
    `Niemand hat mehr einen Vornamen; ${before(values)}.`,
  "Nobody has a last name any more; {people} people did before.": (values) =>
    `Niemand hat mehr einen Nachnamen; ${before(values)}.`,
  "Nobody is New, Active or Blocked any more; {people} people did before.": (values) =>
    `Niemand ist mehr New, Active oder Blocked; ${before(values)}.`,
  "Nobody has a creation date any more; {people} people did before.": (values) =>
    `Niemand hat mehr ein Anlagedatum; ${before(values)}.`,
  "Nobody holds a role any more; {people} people did before.": (values) =>
    `Niemand hat mehr eine Rolle; ${before(values)}.`,
  "Nobody has an identity provider any more; {people} people did before.": (values) =>
    `Niemand hat mehr einen Identitätsanbieter; ${before(values)}.`,
  "Nobody belongs to an organization any more; {people} people did before.": (values) =>
    `Niemand gehört mehr zu einer Organisation; ${before(values)}.`,
  "That list no longer waits for a decision: it was decided elsewhere, or a newer one took its place. Nothing was changed; look at the list again.":
    "Diese Liste wartet nicht mehr auf eine Entscheidung: Über sie wurde anderswo entschieden, oder eine neuere trat an ihre Stelle. Nichts wurde geändert; sehen Sie die Liste noch einmal an.",

  // People, their columns and files of them.
  "This person is no longer listed. The list may have been refreshed since.":
    "Diese Person ist nicht mehr gelistet. Vielleicht wurde die Liste inzwischen aktualisiert.",
  "This person can't be shown as JSON.": "Diese Person kann nicht als JSON gezeigt werden.",
  "There is no such column. Nothing was written; choose the columns again.":
    "Diese Spalte gibt es nicht. Nichts wurde geschrieben; wählen Sie die Spalten noch einmal.",
  "The export was stopped. No file was left.": "Der Export wurde angehalten. Es blieb keine Datei zurück.",
  "The list can't be written there. Nothing was changed; choose another place or make room.":
    "Dorthin kann die Liste nicht geschrieben werden. Nichts wurde geändert; wählen Sie einen anderen Ort, oder schaffen Sie Platz.",
  "{who}, row {row} of the list, has “{found}” under {header}, and Windows-1252 has no such letter. No file was left; choose UTF-8 instead.":
    "{who}, Zeile {row} der Liste, hat „{found}“ unter {header}, und diesen Buchstaben hat Windows-1252 nicht. Es blieb keine Datei zurück; wählen Sie stattdessen UTF-8.",
  "The name of a column has “{found}”, and Windows-1252 has no such letter. No file was left; choose UTF-8 instead.":
    "Der Name einer Spalte hat „{found}“, und diesen Buchstaben hat Windows-1252 nicht. Es blieb keine Datei zurück; wählen Sie stattdessen UTF-8.",
  "At most 200,000 people can be copied at once.": "Höchstens 200.000 Personen lassen sich auf einmal kopieren.",
  "This is more text than the clipboard takes.": "Das ist mehr Text, als die Zwischenablage aufnimmt.",
  "Nothing was copied; choose Export to write them into a file instead.":
    "Nichts wurde kopiert; wählen Sie „Exportieren“, um sie stattdessen in eine Datei zu schreiben.",
  "Nothing was fetched through this connection yet, so there is nothing to compare. Refresh the list.":
    "Über diese Verbindung wurde noch nichts gelesen, also gibt es nichts zu vergleichen. Aktualisieren Sie die Liste.",
  "One of these refreshes is not kept any more: after 30 days one a week stays, after 13 months none. Choose another.":
    "Eine dieser Listen wird nicht mehr aufbewahrt: Nach 30 Tagen bleibt eine je Woche, nach 13 Monaten keine. Wählen Sie eine andere.",

  // Organizations from a file.
  "This file has no column of ids beside one of names. Nothing was changed. A list of organizations has both, under the headers Id and Name or without any.":
    "In dieser Datei steht keine Spalte mit IDs neben einer mit Namen. Nichts wurde geändert. Eine Liste von Organisationen hat beide, mit den Spaltenköpfen Id und Name oder ohne Spaltenköpfe.",
  "No row of this file could be used: each needs an id and a name. Nothing was changed.":
    "Keine Zeile dieser Datei war zu gebrauchen: Jede braucht eine ID und einen Namen. Nichts wurde geändert.",
  "This file names more than 100,000 organizations. Nothing was changed; choose a smaller list.":
    "Diese Datei nennt mehr als 100.000 Organisationen. Nichts wurde geändert; wählen Sie eine kleinere Liste.",

  // Findings and ways to sign in.
  "Say in up to 500 characters why this can be ignored. Nothing was changed.":
    "Sagen Sie in höchstens 500 Zeichen, warum er unbeachtet bleiben kann. Nichts wurde geändert.",
  "The end is a day, such as 2027-03-31. Nothing was changed.":
    "Das Ende ist ein Tag, etwa 2027-03-31. Nichts wurde geändert.",
  "The end is today or later, and at most two years ahead. Nothing was changed.":
    "Das Ende ist heute oder später und höchstens zwei Jahre voraus. Nichts wurde geändert.",
  "This way to sign in is no longer listed. The list may have been refreshed since.":
    "Diese Anmeldung ist nicht mehr gelistet. Vielleicht wurde die Liste inzwischen aktualisiert.",

  // Access reviews. First, what they are called by their scope.
  Everyone: "Alle",
  "Privileged people": "Privilegierte Personen",
  "{role} and above": "{role} und darüber",
  "{organization} and below": "{organization} und darunter",
  "Signs in with {provider}": "Meldet sich mit {provider} an",
  "View “{name}”": "Ansicht „{name}“",
  "This role is no longer listed. Choose the scope anew.":
    "Diese Rolle ist nicht mehr gelistet. Wählen Sie neu, um wen es geht.",
  "This organization is no longer listed. Choose the scope anew.":
    "Diese Organisation ist nicht mehr gelistet. Wählen Sie neu, um wen es geht.",
  "The reviewer's address is not an e-mail address. Nothing was started.":
    "Die Adresse der prüfenden Person ist keine E-Mail-Adresse. Nichts wurde begonnen.",
  "A review starts from a complete list of people, and the list is not known to be complete. Nothing was started; refresh and try again.":
    "Eine Prüfung beginnt mit einer vollständigen Personenliste, und von dieser Liste ist nicht bekannt, ob sie vollständig ist. Nichts wurde begonnen; aktualisieren Sie, und versuchen Sie es noch einmal.",
  "The list of people was refreshed again and again while the review was started, so it was not started. Try again in a moment.":
    "Die Personenliste wurde immer wieder aktualisiert, während die Prüfung begonnen wurde; deshalb wurde sie nicht begonnen. Versuchen Sie es gleich noch einmal.",
  "The review could not be written down, so it was not started.":
    "Die Prüfung konnte nicht aufgeschrieben werden und wurde deshalb nicht begonnen.",
  "Type the name first. Nothing was changed.": "Geben Sie zuerst den Namen ein. Nichts wurde geändert.",
  "A name has at most 100 characters, all on one line. Nothing was changed.":
    "Ein Name hat höchstens 100 Zeichen, alle in einer Zeile. Nichts wurde geändert.",
  "A note has at most 2,000 characters. Nothing was changed.":
    "Eine Notiz hat höchstens 2.000 Zeichen. Nichts wurde geändert.",
  "A review is repeated after 1 to 36 months. Nothing was changed.":
    "Eine Prüfung wird nach 1 bis 36 Monaten wiederholt. Nichts wurde geändert.",
  "At most 500 people can be chosen one by one. Nothing was changed.":
    "Höchstens 500 Personen lassen sich einzeln wählen. Nichts wurde geändert.",
  "Nobody is to be removed in this review, so there is nothing to write.":
    "In dieser Prüfung ist niemand zu entfernen, also gibt es nichts zu schreiben.",
  "The pages could not be set. The workbook holds the same; nothing is lost.":
    "Die Seiten konnten nicht gesetzt werden. Die Arbeitsmappe enthält dasselbe; nichts ist verloren.",
  "This file is not a part of a review that Rollcall handed over, or it was saved in another form than Excel's. Nothing was taken from it.":
    "Diese Datei ist kein Teil einer Prüfung, den Rollcall übergeben hat, oder sie wurde in einer anderen Form als der von Excel gespeichert. Nichts wurde daraus übernommen.",
  "The column “{name}” is missing in this file, so nothing was taken from it. Ask for the file as it was handed over.":
    "In dieser Datei fehlt die Spalte „{name}“, deshalb wurde nichts daraus übernommen. Bitten Sie um die Datei, so wie sie übergeben wurde.",
  // Saved views.
  "Give the view a name.": "Geben Sie der Ansicht einen Namen.",
  "The name of a view has at most 60 characters. Choose a shorter one.":
    "Der Name einer Ansicht hat höchstens 60 Zeichen. Wählen Sie einen kürzeren.",
  "Another view has that name. Choose one that tells them apart.":
    "Eine andere Ansicht heißt schon so. Wählen Sie einen Namen, der sie unterscheidet.",
  "A connection has at most 100 views. Remove one that you no longer need, then save this one.":
    "Eine Verbindung hat höchstens 100 Ansichten. Löschen Sie eine, die Sie nicht mehr brauchen, und speichern Sie dann diese.",
  "There are no saved views yet, so there is nothing to export. Save one first.":
    "Noch sind keine Ansichten gespeichert, also gibt es nichts zu exportieren. Speichern Sie zuerst eine.",
  "The views can't be written as a file. They are kept.":
    "Die Ansichten lassen sich nicht als Datei schreiben. Sie bleiben aufbewahrt.",
  "The views could not be imported. Nothing was changed.":
    "Die Ansichten konnten nicht übernommen werden. Nichts wurde geändert.",
  "The file can't be read. Nothing was changed; choose another one.":
    "Die Datei ist nicht lesbar. Nichts wurde geändert; wählen Sie eine andere.",
  "This file is too large for a file of views. Nothing was changed; choose another one.":
    "Für eine Datei mit Ansichten ist diese Datei zu groß. Nichts wurde geändert; wählen Sie eine andere.",
  "This file of views was written by a newer Rollcall. Nothing was changed; update Rollcall, then import it.":
    "Diese Datei mit Ansichten hat ein neueres Rollcall geschrieben. Nichts wurde geändert; aktualisieren Sie Rollcall, und übernehmen Sie sie dann.",
  "This is not a file of views that Rollcall exported. Nothing was changed.":
    "Das ist keine Datei mit Ansichten, die Rollcall geschrieben hat. Nichts wurde geändert.",
  "The views in this file can't be read. Nothing was changed; export them once more.":
    "Die Ansichten in dieser Datei sind nicht lesbar. Nichts wurde geändert; exportieren Sie sie noch einmal.",
  "With this file the connection would have more than 100 views. Nothing was changed; remove some first.":
    "Mit dieser Datei hätte die Verbindung mehr als 100 Ansichten. Nichts wurde geändert; löschen Sie zuerst einige.",
  "The saved views were written by a newer Rollcall. They were left as they are; use that version.":
    "Die gespeicherten Ansichten hat ein neueres Rollcall geschrieben. Sie wurden gelassen, wie sie sind; verwenden Sie jene Version.",

  // The window and the system.
  "The choice is kept; the window shows it after the next start.":
    "Die Wahl ist gespeichert; das Fenster zeigt sie nach dem nächsten Start.",
  "The system did not do what the window asked for. Nothing was changed.":
    "Das System hat nicht getan, worum das Fenster bat. Nichts wurde geändert.",
  "The window could not be closed. Nothing is lost; try again.":
    "Das Fenster konnte nicht geschlossen werden. Nichts ist verloren; versuchen Sie es noch einmal.",
  "The file dialog closed without an answer. Nothing was lost; try again.":
    "Der Dateidialog schloss sich ohne Antwort. Nichts ging verloren; versuchen Sie es noch einmal.",
  "That is no picture, so nothing was copied.": "Das ist kein Bild, deshalb wurde nichts kopiert.",
  "The system's clipboard can't be used right now. Nothing was copied; try again, or choose Export.":
    "Die Zwischenablage des Systems lässt sich gerade nicht verwenden. Nichts wurde kopiert; versuchen Sie es noch einmal, oder wählen Sie „Exportieren“.",
  "That is no menu bar. The one before it stays.": "Das ist keine Menüleiste. Die bisherige bleibt.",
  "The menu bar could not be put up. Everything in it is on the screens too.":
    "Die Menüleiste konnte nicht gezeigt werden. Alles darin gibt es auch auf den Bildschirmen.",
  "These are no words to show. Those before them stay.":
    "Diese Wörter lassen sich nicht zeigen. Die bisherigen bleiben.",
} satisfies Partial<CoreWords>;
