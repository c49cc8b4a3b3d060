import { cells, people, rows } from "../../de/counted";
import { count } from "../../format";
import { numberOf } from "../numberOf";
import type { CoreWords } from "../told";
import { appMore } from "./appMore";

/** What the core says of what was asked of it about people, files, runs and reviews, in German. */
export const app = {
  ...appMore,

  // Steps of a draft, as they stand after "Undo:".
  "opening the file": "Öffnen der Datei",
  "reading the file in another way": "anderes Lesen der Datei",
  "what the columns mean": "Bedeutung der Spalten",
  "values for all rows": "Werte für alle Zeilen",
  "“{found}” means {name}": "„{found}“ bedeutet {name}",
  "leaving out row {row}": "Zeile {row} auslassen",
  "leaving out {rows} rows": ({ rows: n }) => `${rows(numberOf(n))} auslassen`,
  "taking in row {row}": "Zeile {row} aufnehmen",
  "taking in {rows} rows": ({ rows: n }) => `${rows(numberOf(n))} aufnehmen`,
  "the {field} in row {row}": "{field} in Zeile {row}",
  "the {field} in {rows} rows": ({ field, rows: n }) => `${field} in ${rows(numberOf(n))}`,
  "{cells} cells": (values) => cells(numberOf(values.cells)),
  "1 cell from “{name}”": "1 Zelle aus „{name}“",
  "{cells} cells from “{name}”": ({ cells: n, name }) => `${cells(numberOf(n))} aus „${name}“`,
  "pasting {cells} cells": ({ cells: n }) => `${cells(numberOf(n))} einfügen`,
  "replacing “{text}” in 1 cell": "„{text}“ in 1 Zelle ersetzen",
  "replacing “{text}” in {cells} cells": ({ text, cells: n }) => `„${text}“ in ${cells(numberOf(n))} ersetzen`,
  "what {email} gets": "was {email} erhält",

  // What a draft is called that came from no file.
  "Typed by hand": "Von Hand eingetippt",
  "Pasted table": "Eingefügte Tabelle",

  // Files that are dropped, picked or pasted.
  "Drop one file at a time. Nothing was read, and nothing is lost.":
    "Legen Sie eine Datei nach der anderen ab. Nichts wurde gelesen, und nichts ist verloren.",
  "Rollcall no longer holds this file. Drop it again; nothing was sent.":
    "Rollcall hat diese Datei nicht mehr. Legen Sie sie noch einmal ab; nichts wurde gesendet.",
  "This file is larger than 512 MB, which no list of people is. Nothing was read.":
    "Diese Datei ist größer als 512 MB, und so groß ist keine Personenliste. Nichts wurde gelesen.",
  "The file is no longer there, or you may not read it. Nothing was sent.":
    "Die Datei ist nicht mehr da, oder Sie dürfen sie nicht lesen. Nichts wurde gesendet.",
  "This is a folder. Drop the spreadsheet itself.": "Das ist ein Ordner. Legen Sie die Tabelle selbst ab.",
  "This is no file that can be read as a whole. Drop the spreadsheet itself.":
    "Das ist keine Datei, die sich als Ganzes lesen lässt. Legen Sie die Tabelle selbst ab.",
  "The file can't be read. If another program holds it open, close it there and drop the file again.":
    "Die Datei ist nicht lesbar. Hat ein anderes Programm sie geöffnet, schließen Sie sie dort, und legen Sie sie noch einmal ab.",
  "There is nothing in what was pasted.": "Im Eingefügten steht nichts.",
  "A typed person has no file.": "Eine eingetippte Person hat keine Datei.",
  "A typed person has no file to read again.":
    "Eine eingetippte Person hat keine Datei, die sich noch einmal lesen ließe.",
  "The file has no such column.": "Diese Spalte hat die Datei nicht.",
  "Every row of this report ended well, so nothing is left to send. To invite somebody in it once more, open the run itself.":
    "Jede Zeile dieses Berichts ging gut aus, also ist nichts mehr zu senden. Um jemanden daraus erneut einzuladen, öffnen Sie den Lauf selbst.",

  // Drafts, and changes of them.
  "The draft could not be made. Nothing was sent.": "Der Entwurf konnte nicht angelegt werden. Nichts wurde gesendet.",
  "What was done to this draft can't be read. Drop the file again; nothing was sent from it.":
    "Was an diesem Entwurf getan wurde, ist nicht lesbar. Legen Sie die Datei noch einmal ab; daraus wurde nichts gesendet.",
  "This step could not be written down, so it was not taken.":
    "Dieser Schritt konnte nicht aufgeschrieben werden und wurde deshalb nicht getan.",
  "This draft is no longer here: it was sent, or discarded. What was sent stands under Runs; to send something else, drop its file.":
    "Diesen Entwurf gibt es nicht mehr: Er wurde gesendet oder verworfen. Was gesendet wurde, steht unter Läufe; um etwas anderes zu senden, legen Sie dessen Datei ab.",
  "This draft was sent. Look at its run, or drop the file again to start anew.":
    "Dieser Entwurf wurde gesendet. Sehen Sie seinen Lauf an, oder legen Sie die Datei noch einmal ab, um neu zu beginnen.",
  "This change needs no plan. Nothing was changed.": "Diese Änderung braucht keinen Plan. Nichts wurde geändert.",
  "There is no such row.": "Diese Zeile gibt es nicht.",
  "There is no row {row} in this file. Nothing was changed.":
    "Eine Zeile {row} gibt es in dieser Datei nicht. Nichts wurde geändert.",
  "There is nothing in what was copied, so nothing was pasted.":
    "Im Kopierten steht nichts, deshalb wurde nichts eingefügt.",
  "What was copied has {widest} columns, and there are {columns} from this cell to the right. Nothing was pasted; begin further left.":
    "Das Kopierte hat {widest} Spalten, und von dieser Zelle nach rechts ist nur Platz für {columns}. Nichts wurde eingefügt; beginnen Sie weiter links.",
  "What was copied has {lines} lines, and there are {rows} rows from this cell down. Nothing was pasted; begin further up, or copy fewer.":
    "Das Kopierte hat {lines} Zeilen, und von dieser Zelle nach unten ist nur Platz für {rows}. Nichts wurde eingefügt; beginnen Sie weiter oben, oder kopieren Sie weniger.",
  "Row {row} is no longer among the rows that are shown. Nothing was pasted; choose a cell and paste again.":
    "Zeile {row} ist nicht mehr unter den gezeigten Zeilen. Nichts wurde eingefügt; wählen Sie eine Zelle, und fügen Sie noch einmal ein.",
  "Enter what is to be found. Nothing was changed.": "Geben Sie ein, wonach gesucht wird. Nichts wurde geändert.",
  'No cell holds "{text}". Nothing was changed.': "Keine Zelle enthält „{text}“. Nichts wurde geändert.",
  "This row contradicts no other any more. Nothing was changed.":
    "Diese Zeile widerspricht keiner anderen mehr. Nichts wurde geändert.",
  "There is no such problem.": "Dieses Problem gibt es nicht.",
  "No row has this problem any more. Nothing was changed.":
    "Dieses Problem hat keine Zeile mehr. Nichts wurde geändert.",
  "This can't be the same for all rows.": "Das kann nicht für alle Zeilen gleich sein.",
  "Choose one organization for this name. Nothing was changed.":
    "Wählen Sie für diesen Namen eine Organisation. Nichts wurde geändert.",
  "This value can't stand for another one.": "Dieser Wert kann nicht für einen anderen stehen.",
  "No row needs attention any more, so there is nothing to write.":
    "Keine Zeile ist mehr zu beachten, also gibt es nichts zu schreiben.",
  "Everybody who is there already holds what the file asks, so there is nothing to write.":
    "Alle, die schon da sind, haben, was die Datei verlangt, also gibt es nichts zu schreiben.",
  "The platform's roles are not known yet. Refresh the list of people first, then make the template.":
    "Die Rollen der Plattform sind noch nicht bekannt. Aktualisieren Sie zuerst die Personenliste, und legen Sie dann die Vorlage an.",

  // Before something is sent.
  "The call can't be shown.": "Der Aufruf kann nicht gezeigt werden.",
  "There is no such call: nobody would be invited by it.":
    "Diesen Aufruf gibt es nicht: Damit würde niemand eingeladen.",
  "This is not the name of the connection. Nothing was sent; type “{asked}” to send.":
    "Das ist nicht der Name der Verbindung. Nichts wurde gesendet; tippen Sie zum Senden „{asked}“ ein.",
  "This platform is live, and more than 25 people or a role with power over others are to be sent to it. Nothing was sent. Type the connection's name first.":
    "Dies ist eine Live-Plattform, und es sollen mehr als 25 Personen eingeladen werden, oder jemand soll eine Rolle mit Befugnissen über andere erhalten. Nichts wurde gesendet. Tippen Sie zuerst den Namen der Verbindung ein.",
  "Nobody has looked at this plan since the draft was changed. Nothing was sent. Look at the plan, then type the name.":
    "Niemand hat diesen Plan angesehen, seit der Entwurf geändert wurde. Nichts wurde gesendet. Sehen Sie den Plan an, und tippen Sie dann den Namen ein.",
  "Nobody has looked at this plan since the draft was taken up.":
    "Niemand hat diesen Plan angesehen, seit der Entwurf wieder aufgenommen wurde.",
  "Since you looked at this plan, which roles have power over others was changed.":
    "Seit Sie diesen Plan angesehen haben, wurde geändert, welche Rollen Befugnisse über andere haben.",
  "Since you looked at this plan it changed: other people would be invited now.":
    "Seit Sie diesen Plan angesehen haben, hat er sich geändert: Jetzt würden andere Personen eingeladen.",
  "Since you looked at this plan it changed: {now} and not {then} would be invited now.": ({ now, then }) =>
    `Seit Sie diesen Plan angesehen haben, hat er sich geändert: Jetzt ${numberOf(now) === 1 ? "würde" : "würden"} ${people(numberOf(now))} und nicht ${count(numberOf(then))} eingeladen.`,
  "Nothing was sent. Look at the plan again, then send it.":
    "Nichts wurde gesendet. Sehen Sie den Plan noch einmal an, und senden Sie ihn dann.",
  "Nobody would be invited. Put the problems right first, or choose another file.":
    "Niemand würde eingeladen. Berichtigen Sie zuerst die Probleme, oder wählen Sie eine andere Datei.",
  "The connection was changed in this very moment, so the plan no longer holds. Nothing was sent. Look at the plan again, then send it.":
    "Die Verbindung wurde in diesem Augenblick geändert, deshalb gilt der Plan nicht mehr. Nichts wurde gesendet. Sehen Sie den Plan noch einmal an, und senden Sie ihn dann.",
  "The token of this connection ends at {ends}, and sending would take until about {done}. Nothing was sent. Paste a new token in the connection, then send.":
    "Das Token dieser Verbindung gilt bis {ends}, und das Senden würde bis etwa {done} dauern. Nichts wurde gesendet. Fügen Sie in der Verbindung ein neues Token ein, und senden Sie dann.",

  // People who are invited once more.
  "Only people who have not accepted can be invited again. Nothing was sent.":
    "Nur wer noch nicht angenommen hat, kann erneut eingeladen werden. Nichts wurde gesendet.",
  "There is no complete list of the platform that this run went to, so nobody can tell who has accepted. Nothing was sent; refresh and try again.":
    "Von der Plattform, an die dieser Lauf ging, gibt es keine vollständige Liste; deshalb lässt sich nicht sagen, wer angenommen hat. Nichts wurde gesendet; aktualisieren Sie, und versuchen Sie es noch einmal.",
  "By the current list, nobody of this run stands so any more. Nothing was sent.":
    "Nach der jetzigen Liste trifft das auf niemanden aus diesem Lauf mehr zu. Nichts wurde gesendet.",
  "By the current list, nobody of these people still has to accept an invitation. Nothing was sent.":
    "Nach der jetzigen Liste hat keine dieser Personen noch eine Einladung anzunehmen. Nichts wurde gesendet.",
  "At most 100,000 people can be invited again at once. Nothing was sent; filter first, then invite a part of them.":
    "Höchstens 100.000 Personen können auf einmal erneut eingeladen werden. Nichts wurde gesendet; filtern Sie zuerst, und laden Sie dann einen Teil ein.",

  // Runs.
  "There is no run of that id.": "Einen Lauf mit dieser ID gibt es nicht.",
  "Another run of this connection is being sent here. Wait for it, or stop it first; nothing was sent twice.":
    "Hier wird schon ein anderer Lauf dieser Verbindung gesendet. Warten Sie ihn ab, oder halten Sie ihn zuerst an; nichts wurde zweimal gesendet.",
  "This run is being sent from elsewhere, so it can't be stopped here.":
    "Dieser Lauf wird anderswo gesendet und lässt sich deshalb hier nicht anhalten.",
  "This run may be being sent from elsewhere, so nothing was called off.":
    "Dieser Lauf wird vielleicht anderswo gesendet, deshalb wurde nichts gestrichen.",
  "This run is being sent from here. Stop it first, then call off the rest. Nothing was called off.":
    "Dieser Lauf wird von hier gesendet. Halten Sie ihn zuerst an, und streichen Sie dann den Rest. Nichts wurde gestrichen.",
  "At most {most} rows can be answered at once. Nothing was changed.":
    "Höchstens {most} Zeilen lassen sich auf einmal beantworten. Nichts wurde geändert.",
  "The list of people could not be read.": "Die Personenliste konnte nicht gelesen werden.",
  "The file can't be written there. Nothing was lost; choose another folder.":
    "Dorthin kann die Datei nicht geschrieben werden. Nichts ging verloren; wählen Sie einen anderen Ordner.",
  "The file can't be written to its end. Nothing was lost; make room, or choose another place.":
    "Die Datei kann nicht bis zum Ende geschrieben werden. Nichts ging verloren; schaffen Sie Platz, oder wählen Sie einen anderen Ort.",
} satisfies Partial<CoreWords>;
