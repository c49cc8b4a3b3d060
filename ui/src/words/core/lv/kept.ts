import { count, form } from "../../format";
import { numberOf } from "../numberOf";
import type { CoreWords } from "../told";
import { keptRuns } from "./keptRuns";

/** What a file is that is no spreadsheet. */
const kind: Readonly<Record<string, string>> = {
  "a PDF document": "PDF dokuments",
  "a picture": "attēls",
  "a rich-text document": "formatēta teksta dokuments",
  "a compressed archive": "saspiests arhīvs",
  "a database": "datubāze",
  "an XML file of Excel 2003": "Excel 2003 XML fails",
  "a web page, whatever its name says": "tīmekļa lapa, lai ko teiktu tās nosaukums",
  "an XML document": "XML dokuments",
  "a file of another kind": "cita veida fails",
  "another kind of OpenDocument file": "cita veida OpenDocument fails",
  "a Word document": "Word dokuments",
  "a presentation": "prezentācija",
  "an Apple document": "Apple dokuments",
  "an archive": "arhīvs",
};

const kindOf = (what = "") => kind[what] ?? what;

/** A number that came with English commas, `200,000`, and the form of a word that goes with it. */
const counted = (text: string | undefined, one: string, other: string) =>
  `${count(numberOf(text))} ${form(numberOf(text), one, other)}`;

/** What the core says of what is kept, read and written, in Latvian. */
export const kept = {
  ...keptRuns,

  // The data on this computer.
  "This data was written by a newer version of Rollcall (format {found}; this version knows up to {known}). It was not changed. Update Rollcall to open it.":
    "Šos datus rakstījusi jaunāka Rollcall versija (formāts {found}; šī versija pazīst līdz {known}). Tie netika mainīti. Atjauniniet Rollcall, lai tos atvērtu.",
  "This data was written by an older version of Rollcall (format {found}; this version needs {known}). It was not changed. Start Rollcall once to bring it up to date.":
    "Šos datus rakstījusi vecāka Rollcall versija (formāts {found}; šai versijai vajag {known}). Tie netika mainīti. Vienreiz palaidiet Rollcall, lai tos atjauninātu.",
  "This data is encrypted, and its key is not at hand. Nothing was changed. Unlock the keychain and try again, or give the key in ROLLCALL_DATA_KEY.":
    "Šie dati ir šifrēti, un to atslēgas nav pie rokas. Nekas netika mainīts. Atslēdziet atslēgu krātuvi un mēģiniet vēlreiz vai norādiet atslēgu mainīgajā ROLLCALL_DATA_KEY.",
  "This data is encrypted with another key than the one in the keychain. Nothing was changed. If the keychain was replaced, bring the old key back, or move the data folder aside to start anew.":
    "Šie dati ir šifrēti ar citu atslēgu, nevis to, kas ir atslēgu krātuvē. Nekas netika mainīts. Ja atslēgu krātuve ir nomainīta, atgrieziet veco atslēgu vai nolieciet datu mapi malā, lai sāktu no jauna.",
  "The key for the data is not 64 hexadecimal digits, so it was not used. Nothing was changed.":
    "Datu atslēga nav 64 heksadecimāli cipari, tāpēc tā netika izmantota. Nekas netika mainīts.",
  "The file where Rollcall keeps its data holds something else. It was not changed. Move it aside to start anew.":
    "Failā, kurā Rollcall glabā savus datus, ir kas cits. Fails netika mainīts. Nolieciet to malā, lai sāktu no jauna.",
  "The data on disk is damaged, and reading on would mix it up further. It was not changed. Bring the file back from a backup, or move it aside to start anew.":
    "Dati diskā ir bojāti, un, lasot tālāk, tie sajuktu vēl vairāk. Tie netika mainīti. Atjaunojiet failu no rezerves kopijas vai nolieciet to malā, lai sāktu no jauna.",
  "There is no data here yet, so there is nothing to show. Nothing was created.":
    "Šeit datu vēl nav, tāpēc nav, ko rādīt. Nekas netika izveidots.",
  "Another Rollcall is using this data right now. Nothing was changed. Try again in a moment, or close the other one.":
    "Šos datus pašlaik izmanto cits Rollcall. Nekas netika mainīts. Pēc brīža mēģiniet vēlreiz vai aizveriet otru.",
  "The disk is full. What was stored before is unharmed. Make room and try again.":
    "Disks ir pilns. Agrāk saglabātais ir neskarts. Atbrīvojiet vietu un mēģiniet vēlreiz.",
  "The data on disk can't be reached. Nothing was changed. Check that the data folder exists and belongs to you.":
    "Dati diskā nav sasniedzami. Nekas netika mainīts. Pārbaudiet, vai datu mape pastāv un pieder Jums.",
  "The data on disk could not be used. What was stored before is unharmed. Restart Rollcall and try again.":
    "Datus diskā nevarēja izmantot. Agrāk saglabātais ir neskarts. Restartējiet Rollcall un mēģiniet vēlreiz.",

  // The list of people.
  "Another refresh of this list began while this one ran, so this one stopped. Nothing was lost; the other one goes on.":
    "Kamēr šo sarakstu atsvaidzināja, sākās cita tā atsvaidzināšana, tāpēc šī apstājās. Nekas nav zudis; otra turpinās.",
  "The list was refreshed or has changed since you chose; nothing was done. Choose again.":
    "Kopš Jūsu izvēles saraksts ir atsvaidzināts vai mainījies; nekas netika izdarīts. Izvēlieties vēlreiz.",
  "A day is written as year, month and day, such as 2026-03-31.":
    "Dienu raksta kā gadu, mēnesi un dienu, piemēram, 2026-03-31.",
  "The stored list can't be read. Nothing was lost that a refresh does not bring back. Refresh the list.":
    "Saglabāto sarakstu nevar nolasīt. Nekas nav zudis, ko atsvaidzināšana neatgrieztu. Atsvaidziniet sarakstu.",
  "What was read looks wrong beside the list. Nothing was changed.":
    "Salīdzinot ar sarakstu, nolasītais izskatās nepareizs. Nekas netika mainīts.",

  // Access reviews.
  "This review is no longer kept. Nothing was changed.": "Šī pārskatīšana vairs netiek glabāta. Nekas netika mainīts.",
  "No part of a review was handed over with this file on this computer, so nothing was taken from it. It may belong to another connection, or its review was discarded.":
    "Šajā datorā ar šo failu nav nodota neviena pārskatīšanas daļa, tāpēc no tā nekas netika pieņemts. Iespējams, tas pieder citam savienojumam vai tā pārskatīšana ir izmesta.",
  "This review is finished and signed off, so nothing in it changes any more.":
    "Šī pārskatīšana ir pabeigta un apstiprināta, tāpēc tajā vairs nekas nemainās.",
  "This review is not finished yet. Its removals are followed once it is signed off.":
    "Šī pārskatīšana vēl nav pabeigta. Kas notiek ar noņemamajiem, būs redzams pēc apstiprināšanas.",
  "Nobody is in this scope, so there is nothing to review. Choose another one.":
    "Šajā tvērumā neviena nav, tāpēc nav, ko pārskatīt. Izvēlieties citu.",
  "Somebody among these people is not part of this review: it looks at those who were listed when it started. Nobody was decided on; people who appeared later are looked at in the next review.":
    "Kāds no šiem cilvēkiem nav šajā pārskatīšanā: tā apskata tos, kas bija sarakstā tās sākumā. Ne par vienu netika izlemts; tos, kas parādījušies vēlāk, apskata nākamā pārskatīšana.",
  "Everybody among these people is decided on already, so there is nobody to hand over.":
    "Par visiem šiem cilvēkiem jau ir izlemts, tāpēc nav, ko nodot.",
  "There is no decision left to take back.": "Nav vairs neviena lēmuma, ko atsaukt.",
  "Everybody is decided on by now, so nobody would stay undecided. It was not signed off yet; finish again.":
    "Nu jau ir izlemts par visiem, tāpēc neviens nepaliktu neizlemts. Vēl nekas nav apstiprināts; apstipriniet vēlreiz.",
  "1 person is not decided on. Decide first, or finish with 1 undecided.":
    "Par 1 cilvēku nav izlemts. Vispirms izlemiet vai apstipriniet, neizlemjot par 1.",
  "{people} people are not decided on. Decide first, or finish with {people} undecided.": ({ people }) =>
    `Par ${people} ${form(Number(people), "cilvēku", "cilvēkiem")} nav izlemts. Vispirms izlemiet vai apstipriniet, neizlemjot par ${people}.`,
  "The people kept for this review are not those whom it started with: their hash differs. The file was changed outside of Rollcall, so no evidence is written from it. Bring it back from a backup.":
    "Šajā pārskatīšanā glabātie cilvēki nav tie, ar kuriem tā sākta: to jaucējvērtība ir cita. Fails ir mainīts ārpus Rollcall, tāpēc no tā neraksta pierādījumus. Atjaunojiet to no rezerves kopijas.",
  "What is kept of this review can't be read. It was left as it is; bring the file back from a backup.":
    "Par šo pārskatīšanu glabāto nevar nolasīt. Tas atstāts, kā ir; atjaunojiet failu no rezerves kopijas.",

  // Drafts, and numbers for findings.
  "This draft is no longer kept: it was sent, or discarded. What was sent stands under Runs; to send something else, drop its file.":
    "Šis melnraksts vairs netiek glabāts: tas ir nosūtīts vai izmests. Nosūtītais ir sadaļā Izsūtīšanas; lai sūtītu ko citu, nometiet tā failu.",
  "{name} must be from {least} to {most}; {is} is not. Nothing was changed.":
    "{name}: {is} nav robežās no {least} līdz {most}. Nekas netika mainīts.",

  // Writing a file.
  "A workbook holds at most {most} rows below its header, and there are more. Export as CSV instead, or filter first.":
    ({ most }) =>
      `Darbgrāmatā zem galvenes ietilpst ne vairāk kā ${counted(most, "rinda", "rindas")}, bet to ir vairāk. Tā vietā eksportējiet kā CSV vai vispirms filtrējiet.`,
  "A workbook holds at most {most} columns, and there are more.": ({ most }) =>
    `Darbgrāmatā ietilpst ne vairāk kā ${counted(most, "kolonna", "kolonnas")}, bet to ir vairāk.`,
  "Row {row} has “{found}”, which this encoding does not have. Choose UTF-8 instead.":
    "{row}. rindā ir „{found}”, kā šajā kodējumā nav. Tā vietā izvēlieties UTF-8.",
  "The file could not be written. Check that there is room on the disk and try again.":
    "Failu nevarēja ierakstīt. Pārbaudiet, vai diskā ir vieta, un mēģiniet vēlreiz.",
  "The workbook could not be put together. Nothing is lost; try again, or export as CSV.":
    "Darbgrāmatu nevarēja izveidot. Nekas nav zudis; mēģiniet vēlreiz vai eksportējiet kā CSV.",

  // Reading a file.
  "This is {what}, not a spreadsheet. Save the people as an Excel workbook (.xlsx) or as CSV and try again.": ({
    what,
  }) =>
    `Šī nav izklājlapa, bet ${kindOf(what)}. Saglabājiet cilvēkus kā Excel darbgrāmatu (.xlsx) vai kā CSV un mēģiniet vēlreiz.`,
  "There is nothing in this file.": "Šajā failā nekā nav.",
  "This workbook is protected with a password. Save a copy without the password and try again.":
    "Šī darbgrāmata ir aizsargāta ar paroli. Saglabājiet kopiju bez paroles un mēģiniet vēlreiz.",
  "This workbook is damaged or was not copied completely. Get it again, or open it in the program that made it and save it under a new name.":
    "Šī darbgrāmata ir bojāta vai nav pilnībā nokopēta. Iegūstiet to vēlreiz vai atveriet programmā, kas to izveidojusi, un saglabājiet ar jaunu nosaukumu.",
  "This file brought the reader down, so nothing was read; nothing else was harmed. Open it in the program that made it, save it under a new name and try again.":
    "Šis fails izraisīja lasīšanas programmas avāriju, tāpēc nekas netika nolasīts; nekas cits nav cietis. Atveriet to programmā, kas to izveidojusi, saglabājiet ar jaunu nosaukumu un mēģiniet vēlreiz.",
  "The part of Rollcall that reads files could not be started ({problem}), so nothing was read. Start Rollcall again and try once more.":
    "To Rollcall daļu, kas lasa failus, nevarēja palaist ({problem}), tāpēc nekas netika nolasīts. Palaidiet Rollcall no jauna un mēģiniet vēlreiz.",
  'There is no sheet named "{wanted}" in this workbook. It has: {names}.':
    "Šajā darbgrāmatā nav lapas „{wanted}”. Tajā ir: {names}.",
  "Row {row} is blank, so it can't hold the column names. Choose another row.":
    "{row}. rinda ir tukša, tāpēc tajā nevar būt kolonnu nosaukumi. Izvēlieties citu rindu.",
  'There is no encoding named "{label}". Try utf-8 or windows-1252.':
    "Kodējuma „{label}” nav. Izmēģiniet utf-8 vai windows-1252.",

  // More than is read of a file.
  "Split the file and try again.": "Sadaliet failu un mēģiniet vēlreiz.",
  "This file is larger than {mb} MB.": "Šis fails ir lielāks par {mb} MB.",
  "This workbook unpacks to more than {mb} MB.": "Atpakota šī darbgrāmata ir lielāka par {mb} MB.",
  "This workbook has more than {parts} parts.": ({ parts }) =>
    `Šajā darbgrāmatā ir vairāk par ${counted(parts, "daļu", "daļām")}.`,
  "This sheet has more than {rows} rows.": ({ rows }) => `Šajā lapā ir vairāk par ${counted(rows, "rindu", "rindām")}.`,
  "This sheet has more than {cells} cells.": ({ cells }) =>
    `Šajā lapā ir vairāk par ${counted(cells, "šūnu", "šūnām")}.`,
  "The texts of this sheet take more than {mb} MB.": "Šīs lapas teksti aizņem vairāk par {mb} MB.",
  "There is something in column {column} of row {row}; at most {most} columns are read, up to column {last}.": ({
    column,
    row,
    most,
    last,
  }) =>
    `${row}. rindas kolonnā ${column} kaut kas ir; nolasa ne vairāk kā ${counted(most, "kolonnu", "kolonnas")}, līdz kolonnai ${last}.`,
  "Cell {cell} holds more than {most} characters. In a text file a quotation mark that is never closed is the usual cause.":
    ({ cell, most }) =>
      `Šūnā ${cell} ir vairāk par ${counted(most, "rakstzīmi", "rakstzīmēm")}. Teksta failā parasti vainīga pēdiņa, kas nekur nav aizvērta.`,
  "This file needs more than {mb} MB of memory to be read.": "Lai nolasītu šo failu, vajag vairāk par {mb} MB atmiņas.",
  "This file takes more than {seconds} seconds to be read.": ({ seconds }) =>
    `Šī faila nolasīšana ilgst vairāk par ${counted(seconds, "sekundi", "sekundēm")}.`,

  // A list of organizations in a file.
  "Row {row} has no id.": "{row}. rindā nav ID.",
  "Row {row} has no name.": "{row}. rindā nav nosaukuma.",
  "Row {row} has the id of row {first} and another name; the first one counts.":
    "{row}. rindā ir {first}. rindas ID un cits nosaukums; skaitās pirmais.",
  "Row {row} is taken without what stands above it: no organization is “{above}”.":
    "{row}. rinda pieņemta bez augstākās organizācijas: organizācijas „{above}” nav.",
  "Row {row}: a formula gives the error {error}.": "{row}. rinda: formula dod kļūdu {error}.",
  "Row {row}: a value has more than {most} characters.": ({ row, most }) =>
    `${row}. rinda: kādā vērtībā ir vairāk par ${counted(most, "rakstzīmi", "rakstzīmēm")}.`,
} satisfies Partial<CoreWords>;
