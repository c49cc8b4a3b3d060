import { count } from "../../format";
import { numberOf } from "../numberOf";
import type { CoreWords } from "../told";
import { keptRuns } from "./keptRuns";

/** What a file is that is no spreadsheet. */
const kind: Readonly<Record<string, string>> = {
  "a PDF document": "ein PDF-Dokument",
  "a picture": "ein Bild",
  "a rich-text document": "ein Rich-Text-Dokument",
  "a compressed archive": "ein komprimiertes Archiv",
  "a database": "eine Datenbank",
  "an XML file of Excel 2003": "eine XML-Datei von Excel 2003",
  "a web page, whatever its name says": "eine Webseite, was auch immer ihr Name sagt",
  "an XML document": "ein XML-Dokument",
  "a file of another kind": "eine Datei anderer Art",
  "another kind of OpenDocument file": "eine OpenDocument-Datei anderer Art",
  "a Word document": "ein Word-Dokument",
  "a presentation": "eine Präsentation",
  "an Apple document": "ein Apple-Dokument",
  "an archive": "ein Archiv",
};

const kindOf = (what = "") => kind[what] ?? what;

/** A number that came with English commas: `200,000`. */
const amount = (text?: string) => count(numberOf(text));

/** What the core says of what is kept, read and written, in German. */
export const kept = {
  ...keptRuns,

  // The data on this computer.
  "This data was written by a newer version of Rollcall (format {found}; this version knows up to {known}). It was not changed. Update Rollcall to open it.":
    "Diese Daten wurden von einer neueren Version von Rollcall geschrieben (Format {found}; diese Version kennt bis zu {known}). Sie wurden nicht geändert. Aktualisieren Sie Rollcall, um sie zu öffnen.",
  "This data was written by an older version of Rollcall (format {found}; this version needs {known}). It was not changed. Start Rollcall once to bring it up to date.":
    "Diese Daten wurden von einer älteren Version von Rollcall geschrieben (Format {found}; diese Version braucht {known}). Sie wurden nicht geändert. Starten Sie Rollcall einmal, um sie auf den neuen Stand zu bringen.",
  "This data is encrypted, and its key is not at hand. Nothing was changed. Unlock the keychain and try again, or give the key in ROLLCALL_DATA_KEY.":
    "Diese Daten sind verschlüsselt, und ihr Schlüssel ist nicht zur Hand. Nichts wurde geändert. Entsperren Sie den Schlüsselbund und versuchen Sie es erneut, oder geben Sie den Schlüssel in ROLLCALL_DATA_KEY an.",
  "This data is encrypted with another key than the one in the keychain. Nothing was changed. If the keychain was replaced, bring the old key back, or move the data folder aside to start anew.":
    "Diese Daten sind mit einem anderen Schlüssel verschlüsselt als dem im Schlüsselbund. Nichts wurde geändert. Wurde der Schlüsselbund ersetzt, holen Sie den alten Schlüssel zurück, oder legen Sie den Datenordner beiseite, um neu zu beginnen.",
  "The key for the data is not 64 hexadecimal digits, so it was not used. Nothing was changed.":
    "Der Schlüssel für die Daten besteht nicht aus 64 hexadezimalen Ziffern und wurde deshalb nicht verwendet. Nichts wurde geändert.",
  "The file where Rollcall keeps its data holds something else. It was not changed. Move it aside to start anew.":
    "Die Datei, in der Rollcall seine Daten aufbewahrt, enthält etwas anderes. Sie wurde nicht geändert. Legen Sie sie beiseite, um neu zu beginnen.",
  "The data on disk is damaged, and reading on would mix it up further. It was not changed. Bring the file back from a backup, or move it aside to start anew.":
    "Die Daten auf der Festplatte sind beschädigt, und weiterzulesen brächte sie noch mehr durcheinander. Sie wurden nicht geändert. Holen Sie die Datei aus einer Sicherung zurück, oder legen Sie sie beiseite, um neu zu beginnen.",
  "There is no data here yet, so there is nothing to show. Nothing was created.":
    "Hier gibt es noch keine Daten und deshalb nichts zu zeigen. Nichts wurde angelegt.",
  "Another Rollcall is using this data right now. Nothing was changed. Try again in a moment, or close the other one.":
    "Ein anderes Rollcall verwendet diese Daten gerade. Nichts wurde geändert. Versuchen Sie es gleich noch einmal, oder schließen Sie das andere.",
  "The disk is full. What was stored before is unharmed. Make room and try again.":
    "Die Festplatte ist voll. Was vorher gespeichert wurde, ist unversehrt. Schaffen Sie Platz und versuchen Sie es erneut.",
  "The data on disk can't be reached. Nothing was changed. Check that the data folder exists and belongs to you.":
    "Die Daten auf der Festplatte sind nicht erreichbar. Nichts wurde geändert. Prüfen Sie, ob es den Datenordner gibt und ob er Ihnen gehört.",
  "The data on disk could not be used. What was stored before is unharmed. Restart Rollcall and try again.":
    "Die Daten auf der Festplatte ließen sich nicht verwenden. Was vorher gespeichert wurde, ist unversehrt. Starten Sie Rollcall neu und versuchen Sie es erneut.",

  // The list of people.
  "Another refresh of this list began while this one ran, so this one stopped. Nothing was lost; the other one goes on.":
    "Während diese Aktualisierung der Liste lief, begann eine weitere, deshalb wurde diese hier abgebrochen. Nichts ging verloren; die andere geht weiter.",
  "The list was refreshed or has changed since you chose; nothing was done. Choose again.":
    "Die Liste wurde aktualisiert oder hat sich geändert, seit Sie gewählt haben; nichts wurde getan. Wählen Sie noch einmal.",
  "A day is written as year, month and day, such as 2026-03-31.":
    "Ein Tag wird als Jahr, Monat und Tag geschrieben, etwa 2026-03-31.",
  "The stored list can't be read. Nothing was lost that a refresh does not bring back. Refresh the list.":
    "Die gespeicherte Liste ist nicht lesbar. Nichts ging verloren, was eine Aktualisierung nicht zurückbringt. Aktualisieren Sie die Liste.",
  "What was read looks wrong beside the list. Nothing was changed.":
    "Was gelesen wurde, sieht im Vergleich zur Liste falsch aus. Nichts wurde geändert.",

  // Access reviews.
  "This review is no longer kept. Nothing was changed.":
    "Diese Prüfung wird nicht mehr aufbewahrt. Nichts wurde geändert.",
  "No part of a review was handed over with this file on this computer, so nothing was taken from it. It may belong to another connection, or its review was discarded.":
    "Mit dieser Datei wurde auf diesem Computer kein Teil einer Prüfung übergeben, deshalb wurde nichts aus ihr übernommen. Vielleicht gehört sie zu einer anderen Verbindung, oder ihre Prüfung wurde verworfen.",
  "This review is finished and signed off, so nothing in it changes any more.":
    "Diese Prüfung ist beendet und abgezeichnet, deshalb ändert sich darin nichts mehr.",
  "This review is not finished yet. Its removals are followed once it is signed off.":
    "Diese Prüfung ist noch nicht beendet. Was aus den Entfernungen wird, zeigt sich, sobald sie abgezeichnet ist.",
  "Nobody is in this scope, so there is nothing to review. Choose another one.":
    "In diesem Umfang ist niemand, deshalb gibt es nichts zu prüfen. Wählen Sie einen anderen.",
  "Somebody among these people is not part of this review: it looks at those who were listed when it started. Nobody was decided on; people who appeared later are looked at in the next review.":
    "Eine dieser Personen gehört nicht zu dieser Prüfung: Angesehen wird darin, wer beim Start gelistet war. Über niemanden wurde entschieden; wer später dazukam, wird in der nächsten Prüfung angesehen.",
  "Everybody among these people is decided on already, so there is nobody to hand over.":
    "Über alle diese Personen ist schon entschieden, deshalb gibt es niemanden zu übergeben.",
  "There is no decision left to take back.": "Es gibt keine Entscheidung mehr, die sich zurücknehmen ließe.",
  "Everybody is decided on by now, so nobody would stay undecided. It was not signed off yet; finish again.":
    "Inzwischen ist über alle entschieden, deshalb bliebe kein Fall offen. Abgezeichnet wurde noch nicht; zeichnen Sie noch einmal ab.",
  "1 person is not decided on. Decide first, or finish with 1 undecided.":
    "Über 1 Person ist nicht entschieden. Entscheiden Sie zuerst, oder zeichnen Sie mit 1 offenen Fall ab.",
  "{people} people are not decided on. Decide first, or finish with {people} undecided.": ({ people }) =>
    `Über ${people} Personen ist nicht entschieden. Entscheiden Sie zuerst, oder zeichnen Sie mit ${people} offenen Fällen ab.`,
  "The people kept for this review are not those whom it started with: their hash differs. The file was changed outside of Rollcall, so no evidence is written from it. Bring it back from a backup.":
    "Die Personen, die für diese Prüfung aufbewahrt werden, sind nicht die, mit denen sie begann: Ihr Hash ist ein anderer. Die Datei wurde außerhalb von Rollcall geändert, deshalb wird aus ihr kein Nachweis geschrieben. Holen Sie sie aus einer Sicherung zurück.",
  "What is kept of this review can't be read. It was left as it is; bring the file back from a backup.":
    "Was von dieser Prüfung aufbewahrt wird, ist nicht lesbar. Es wurde gelassen, wie es ist; holen Sie die Datei aus einer Sicherung zurück.",

  // Drafts, and numbers for findings.
  "This draft is no longer kept: it was sent, or discarded. What was sent stands under Runs; to send something else, drop its file.":
    "Dieser Entwurf wird nicht mehr aufbewahrt: Er wurde gesendet oder verworfen. Was gesendet wurde, steht unter Läufe; um etwas anderes zu senden, legen Sie dessen Datei ab.",
  "{name} must be from {least} to {most}; {is} is not. Nothing was changed.":
    "{name}: {is} liegt nicht zwischen {least} und {most}. Nichts wurde geändert.",

  // Writing a file.
  "A workbook holds at most {most} rows below its header, and there are more. Export as CSV instead, or filter first.":
    ({ most }) =>
      `Eine Arbeitsmappe fasst höchstens ${amount(most)} Zeilen unter ihrer Kopfzeile, und es sind mehr. Exportieren Sie stattdessen als CSV, oder filtern Sie zuerst.`,
  "A workbook holds at most {most} columns, and there are more.": ({ most }) =>
    `Eine Arbeitsmappe fasst höchstens ${amount(most)} Spalten, und es sind mehr.`,
  "Row {row} has “{found}”, which this encoding does not have. Choose UTF-8 instead.":
    "In Zeile {row} steht „{found}“, und das hat diese Kodierung nicht. Wählen Sie stattdessen UTF-8.",
  "The file could not be written. Check that there is room on the disk and try again.":
    "Die Datei konnte nicht geschrieben werden. Prüfen Sie, ob auf der Festplatte Platz ist, und versuchen Sie es erneut.",
  "The workbook could not be put together. Nothing is lost; try again, or export as CSV.":
    "Die Arbeitsmappe ließ sich nicht zusammenstellen. Nichts ist verloren; versuchen Sie es erneut, oder exportieren Sie als CSV.",

  // Reading a file.
  "This is {what}, not a spreadsheet. Save the people as an Excel workbook (.xlsx) or as CSV and try again.": ({
    what,
  }) =>
    `Das ist keine Tabelle, sondern ${kindOf(what)}. Speichern Sie die Personen als Excel-Arbeitsmappe (.xlsx) oder als CSV, und versuchen Sie es erneut.`,
  "There is nothing in this file.": "In dieser Datei steht nichts.",
  "This workbook is protected with a password. Save a copy without the password and try again.":
    "Diese Arbeitsmappe ist mit einem Passwort geschützt. Speichern Sie eine Kopie ohne Passwort, und versuchen Sie es erneut.",
  "This workbook is damaged or was not copied completely. Get it again, or open it in the program that made it and save it under a new name.":
    "Diese Arbeitsmappe ist beschädigt oder wurde nicht vollständig kopiert. Holen Sie sie noch einmal, oder öffnen Sie sie in dem Programm, das sie geschrieben hat, und speichern Sie sie unter einem neuen Namen.",
  "This file brought the reader down, so nothing was read; nothing else was harmed. Open it in the program that made it, save it under a new name and try again.":
    "Diese Datei hat das Lesen zum Absturz gebracht, deshalb wurde nichts gelesen; sonst ist nichts beschädigt. Öffnen Sie sie in dem Programm, das sie geschrieben hat, speichern Sie sie unter einem neuen Namen, und versuchen Sie es erneut.",
  "The part of Rollcall that reads files could not be started ({problem}), so nothing was read. Start Rollcall again and try once more.":
    "Der Teil von Rollcall, der Dateien liest, ließ sich nicht starten ({problem}), deshalb wurde nichts gelesen. Starten Sie Rollcall neu, und versuchen Sie es noch einmal.",
  'There is no sheet named "{wanted}" in this workbook. It has: {names}.':
    "In dieser Arbeitsmappe gibt es kein Blatt „{wanted}“. Sie hat: {names}.",
  "Row {row} is blank, so it can't hold the column names. Choose another row.":
    "Zeile {row} ist leer und kann deshalb nicht die Spaltennamen enthalten. Wählen Sie eine andere Zeile.",
  'There is no encoding named "{label}". Try utf-8 or windows-1252.':
    "Eine Kodierung „{label}“ gibt es nicht. Versuchen Sie es mit utf-8 oder windows-1252.",

  // More than is read of a file.
  "Split the file and try again.": "Teilen Sie die Datei auf, und versuchen Sie es erneut.",
  "This file is larger than {mb} MB.": "Diese Datei ist größer als {mb} MB.",
  "This workbook unpacks to more than {mb} MB.": "Diese Arbeitsmappe ist entpackt größer als {mb} MB.",
  "This workbook has more than {parts} parts.": ({ parts }) =>
    `Diese Arbeitsmappe hat mehr als ${amount(parts)} Teile.`,
  "This sheet has more than {rows} rows.": ({ rows }) => `Dieses Blatt hat mehr als ${amount(rows)} Zeilen.`,
  "This sheet has more than {cells} cells.": ({ cells }) => `Dieses Blatt hat mehr als ${amount(cells)} Zellen.`,
  "The texts of this sheet take more than {mb} MB.": "Die Texte dieses Blatts belegen mehr als {mb} MB.",
  "There is something in column {column} of row {row}; at most {most} columns are read, up to column {last}.":
    "In Spalte {column} von Zeile {row} steht etwas; gelesen werden höchstens {most} Spalten, bis zur Spalte {last}.",
  "Cell {cell} holds more than {most} characters. In a text file a quotation mark that is never closed is the usual cause.":
    ({ cell, most }) =>
      `Die Zelle ${cell} enthält mehr als ${amount(most)} Zeichen. In einer Textdatei liegt das meist an einem Anführungszeichen, das nie geschlossen wird.`,
  "This file needs more than {mb} MB of memory to be read.":
    "Diese Datei braucht mehr als {mb} MB Arbeitsspeicher, um gelesen zu werden.",
  "This file takes more than {seconds} seconds to be read.":
    "Das Lesen dieser Datei dauert länger als {seconds} Sekunden.",

  // A list of organizations in a file.
  "Row {row} has no id.": "Zeile {row} hat keine ID.",
  "Row {row} has no name.": "Zeile {row} hat keinen Namen.",
  "Row {row} has the id of row {first} and another name; the first one counts.":
    "Zeile {row} hat die ID von Zeile {first} und einen anderen Namen; der erste zählt.",
  "Row {row} is taken without what stands above it: no organization is “{above}”.":
    "Zeile {row} wird ohne die Organisation darüber übernommen: Keine Organisation ist „{above}“.",
  "Row {row}: a formula gives the error {error}.": "Zeile {row}: Eine Formel ergibt den Fehler {error}.",
  "Row {row}: a value has more than {most} characters.": "Zeile {row}: Ein Wert hat mehr als {most} Zeichen.",
} satisfies Partial<CoreWords>;
