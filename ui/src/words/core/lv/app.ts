import { form, plural } from "../../format";
import type { CoreWords } from "../told";
import { appMore } from "./appMore";

const of = (text: string | undefined, one: string, other: string) => form(Number(text), one, other);

/** What the core says of what was asked of it about people, files, runs and reviews, in Latvian. */
export const app = {
  ...appMore,

  // Steps of a draft, as they stand after "Undo:".
  "opening the file": "faila atvēršana",
  "reading the file in another way": "faila lasīšana citādi",
  "what the columns mean": "kolonnu nozīme",
  "values for all rows": "vērtības visām rindām",
  "“{found}” means {name}": "„{found}” nozīmē {name}",
  "leaving out row {row}": "{row}. rindas izlaišana",
  "leaving out {rows} rows": ({ rows }) => `${rows} ${of(rows, "rindas", "rindu")} izlaišana`,
  "taking in row {row}": "{row}. rindas iekļaušana",
  "taking in {rows} rows": ({ rows }) => `${rows} ${of(rows, "rindas", "rindu")} iekļaušana`,
  "the {field} in row {row}": "{field} {row}. rindā",
  "the {field} in {rows} rows": ({ field, rows }) => `${field} ${rows} ${of(rows, "rindā", "rindās")}`,
  "{cells} cells": ({ cells }) => plural(Number(cells), "šūna", "šūnas", "šūnu"),
  "1 cell from “{name}”": "1 šūna no „{name}”",
  "{cells} cells from “{name}”": ({ cells, name }) => `${plural(Number(cells), "šūna", "šūnas", "šūnu")} no „${name}”`,
  "pasting {cells} cells": ({ cells }) => `${cells} ${of(cells, "šūnas", "šūnu")} ielīmēšana`,
  "replacing “{text}” in 1 cell": "„{text}” aizstāšana 1 šūnā",
  "replacing “{text}” in {cells} cells": ({ text, cells }) =>
    `„${text}” aizstāšana ${cells} ${of(cells, "šūnā", "šūnās")}`,
  "what {email} gets": "ko saņem {email}",

  // What a draft is called that came from no file.
  "Typed by hand": "Ievadīts ar roku",
  "Pasted table": "Ielīmēta tabula",

  // Files that are dropped, picked or pasted.
  "Drop one file at a time. Nothing was read, and nothing is lost.":
    "Nometiet failus pa vienam. Nekas netika nolasīts, un nekas nav zudis.",
  "Rollcall no longer holds this file. Drop it again; nothing was sent.":
    "Rollcall šo failu vairs neglabā. Nometiet to vēlreiz; nekas netika nosūtīts.",
  "This file is larger than 512 MB, which no list of people is. Nothing was read.":
    "Šis fails ir lielāks par 512 MB, un tik liels nav neviens cilvēku saraksts. Nekas netika nolasīts.",
  "The file is no longer there, or you may not read it. Nothing was sent.":
    "Faila vairs nav, vai arī Jums nav atļauts to lasīt. Nekas netika nosūtīts.",
  "This is a folder. Drop the spreadsheet itself.": "Šī ir mape. Nometiet pašu izklājlapu.",
  "This is no file that can be read as a whole. Drop the spreadsheet itself.":
    "Šis nav fails, ko var nolasīt līdz galam. Nometiet pašu izklājlapu.",
  "The file can't be read. If another program holds it open, close it there and drop the file again.":
    "Failu nevar nolasīt. Ja to atvērusi cita programma, aizveriet to tur un nometiet failu vēlreiz.",
  "There is nothing in what was pasted.": "Ielīmētajā nekā nav.",
  "A typed person has no file.": "Ar roku ievadītam cilvēkam faila nav.",
  "A typed person has no file to read again.": "Ar roku ievadītam cilvēkam nav faila, ko lasīt vēlreiz.",
  "The file has no such column.": "Šādas kolonnas failā nav.",
  "Every row of this report ended well, so nothing is left to send. To invite somebody in it once more, open the run itself.":
    "Katra šī pārskata rinda beidzās labi, tāpēc vairs nav, ko sūtīt. Lai kādu no tā uzaicinātu vēlreiz, atveriet pašu izsūtīšanu.",

  // Drafts, and changes of them.
  "The draft could not be made. Nothing was sent.": "Melnrakstu neizdevās izveidot. Nekas netika nosūtīts.",
  "What was done to this draft can't be read. Drop the file again; nothing was sent from it.":
    "Ar šo melnrakstu darīto nevar nolasīt. Nometiet failu vēlreiz; no tā nekas netika nosūtīts.",
  "This step could not be written down, so it was not taken.": "Šo soli neizdevās pierakstīt, tāpēc tas netika veikts.",
  "This draft is no longer here: it was sent, or discarded. What was sent stands under Runs; to send something else, drop its file.":
    "Šī melnraksta vairs nav: tas ir nosūtīts vai izmests. Nosūtītais redzams sadaļā Izsūtīšanas; lai sūtītu ko citu, nometiet tā failu.",
  "This draft was sent. Look at its run, or drop the file again to start anew.":
    "Šis melnraksts ir nosūtīts. Apskatiet tā izsūtīšanu vai nometiet failu vēlreiz, lai sāktu no jauna.",
  "This change needs no plan. Nothing was changed.": "Šai izmaiņai plāns nav vajadzīgs. Nekas netika mainīts.",
  "There is no such row.": "Šādas rindas nav.",
  "There is no row {row} in this file. Nothing was changed.": "Šajā failā {row}. rindas nav. Nekas netika mainīts.",
  "There is nothing in what was copied, so nothing was pasted.": "Nokopētajā nekā nav, tāpēc nekas netika ielīmēts.",
  "What was copied has {widest} columns, and there are {columns} from this cell to the right. Nothing was pasted; begin further left.":
    ({ widest, columns }) =>
      `Nokopētajā ir ${widest} ${of(widest, "kolonna", "kolonnas")}, bet no šīs šūnas pa labi vietas pietiek tikai ${columns} ${of(columns, "kolonnai", "kolonnām")}. Nekas netika ielīmēts; sāciet tālāk pa kreisi.`,
  "What was copied has {lines} lines, and there are {rows} rows from this cell down. Nothing was pasted; begin further up, or copy fewer.":
    ({ lines, rows }) =>
      `Nokopētajā ir ${lines} ${of(lines, "rinda", "rindas")}, bet no šīs šūnas uz leju vietas pietiek tikai ${rows} ${of(rows, "rindai", "rindām")}. Nekas netika ielīmēts; sāciet augstāk vai kopējiet mazāk.`,
  "Row {row} is no longer among the rows that are shown. Nothing was pasted; choose a cell and paste again.":
    "{row}. rindas vairs nav starp redzamajām rindām. Nekas netika ielīmēts; izvēlieties šūnu un ielīmējiet vēlreiz.",
  "Enter what is to be found. Nothing was changed.": "Ierakstiet, ko meklēt. Nekas netika mainīts.",
  'No cell holds "{text}". Nothing was changed.': "Nevienā šūnā nav „{text}”. Nekas netika mainīts.",
  "This row contradicts no other any more. Nothing was changed.":
    "Šī rinda vairs nav pretrunā ne ar vienu citu. Nekas netika mainīts.",
  "There is no such problem.": "Šādas nepilnības nav.",
  "No row has this problem any more. Nothing was changed.":
    "Šīs nepilnības vairs nav nevienā rindā. Nekas netika mainīts.",
  "This can't be the same for all rows.": "Tas nevar būt vienāds visām rindām.",
  "Choose one organization for this name. Nothing was changed.":
    "Izvēlieties šim nosaukumam vienu organizāciju. Nekas netika mainīts.",
  "This value can't stand for another one.": "Šī vērtība nevar nozīmēt citu.",
  "No row needs attention any more, so there is nothing to write.":
    "Neviena rinda vairs neprasa uzmanību, tāpēc nav, ko rakstīt.",
  "Everybody who is there already holds what the file asks, so there is nothing to write.":
    "Visiem, kas jau ir platformā, ir failā prasītais, tāpēc nav, ko rakstīt.",
  "The platform's roles are not known yet. Refresh the list of people first, then make the template.":
    "Platformas lomas vēl nav zināmas. Vispirms atsvaidziniet cilvēku sarakstu, tad izveidojiet veidni.",

  // Before something is sent.
  "The call can't be shown.": "Izsaukumu nevar parādīt.",
  "There is no such call: nobody would be invited by it.": "Šāda izsaukuma nav: ar to neviens netiktu uzaicināts.",
  "This is not the name of the connection. Nothing was sent; type “{asked}” to send.":
    "Tas nav savienojuma nosaukums. Nekas netika nosūtīts; lai sūtītu, ierakstiet „{asked}”.",
  "This platform is live, and more than 25 people or a role with power over others are to be sent to it. Nothing was sent. Type the connection's name first.":
    "Šī ir produkcijas platforma, un tajā jāuzaicina vairāk nekā 25 cilvēki vai kādam jāpiešķir loma ar varu pār citiem. Nekas netika nosūtīts. Vispirms ierakstiet savienojuma nosaukumu.",
  "Nobody has looked at this plan since the draft was changed. Nothing was sent. Look at the plan, then type the name.":
    "Šo plānu neviens nav apskatījis, kopš melnraksts mainīts. Nekas netika nosūtīts. Apskatiet plānu, tad ierakstiet nosaukumu.",
  "Nobody has looked at this plan since the draft was taken up.":
    "Šo plānu neviens nav apskatījis, kopš melnraksts atsākts.",
  "Since you looked at this plan, which roles have power over others was changed.":
    "Kopš apskatījāt šo plānu, ir mainīts, kurām lomām ir vara pār citiem.",
  "Since you looked at this plan it changed: other people would be invited now.":
    "Kopš apskatījāt šo plānu, tas ir mainījies: tagad tiktu uzaicināti citi cilvēki.",
  "Since you looked at this plan it changed: {now} and not {then} would be invited now.": ({ now, then }) =>
    `Kopš apskatījāt šo plānu, tas ir mainījies: tagad tiktu ${of(now, "uzaicināts", "uzaicināti")} ${now} ${of(now, "cilvēks", "cilvēki")}, nevis ${then}.`,
  "Nothing was sent. Look at the plan again, then send it.":
    "Nekas netika nosūtīts. Apskatiet plānu vēlreiz, tad sūtiet.",
  "Nobody would be invited. Put the problems right first, or choose another file.":
    "Neviens netiktu uzaicināts. Vispirms izlabojiet nepilnības vai izvēlieties citu failu.",
  "The connection was changed in this very moment, so the plan no longer holds. Nothing was sent. Look at the plan again, then send it.":
    "Savienojums tika mainīts tieši šajā brīdī, tāpēc plāns vairs neder. Nekas netika nosūtīts. Apskatiet plānu vēlreiz, tad sūtiet.",
  "The token of this connection ends at {ends}, and sending would take until about {done}. Nothing was sent. Paste a new token in the connection, then send.":
    "Šī savienojuma marķieris beidzas {ends}, bet sūtīšana ilgtu apmēram līdz {done}. Nekas netika nosūtīts. Ielīmējiet savienojumā jaunu marķieri, tad sūtiet.",

  // People who are invited once more.
  "Only people who have not accepted can be invited again. Nothing was sent.":
    "Vēlreiz uzaicināt var tikai tos, kas nav pieņēmuši. Nekas netika nosūtīts.",
  "There is no complete list of the platform that this run went to, so nobody can tell who has accepted. Nothing was sent; refresh and try again.":
    "Nav pilnīga saraksta no platformas, uz kuru bija šī izsūtīšana, tāpēc nevar pateikt, kas pieņēmis. Nekas netika nosūtīts; atsvaidziniet un mēģiniet vēlreiz.",
  "By the current list, nobody of this run stands so any more. Nothing was sent.":
    "Pēc pašreizējā saraksta neviens no šīs izsūtīšanas vairs nav šādā stāvoklī. Nekas netika nosūtīts.",
  "By the current list, nobody of these people still has to accept an invitation. Nothing was sent.":
    "Pēc pašreizējā saraksta nevienam no šiem cilvēkiem vairs nav uzaicinājuma, ko pieņemt. Nekas netika nosūtīts.",
  "At most 100,000 people can be invited again at once. Nothing was sent; filter first, then invite a part of them.":
    "Vienlaikus vēlreiz var uzaicināt ne vairāk kā 100 000 cilvēku. Nekas netika nosūtīts; vispirms filtrējiet, tad uzaiciniet daļu no viņiem.",

  // Runs.
  "There is no run of that id.": "Izsūtīšanas ar šādu ID nav.",
  "Another run of this connection is being sent here. Wait for it, or stop it first; nothing was sent twice.":
    "Šeit jau notiek cita šī savienojuma izsūtīšana. Pagaidiet, līdz tā beidzas, vai vispirms to apturiet; nekas netika nosūtīts divreiz.",
  "This run is being sent from elsewhere, so it can't be stopped here.":
    "Šo izsūtīšanu sūta no citurienes, tāpēc šeit to nevar apturēt.",
  "This run may be being sent from elsewhere, so nothing was called off.":
    "Šo izsūtīšanu varbūt sūta no citurienes, tāpēc neviens aicināmais netika noņemts.",
  "This run is being sent from here. Stop it first, then call off the rest. Nothing was called off.":
    "Šo izsūtīšanu sūta no šejienes. Vispirms to apturiet, tad neaiciniet pārējos. Neviens aicināmais netika noņemts.",
  "At most {most} rows can be answered at once. Nothing was changed.": ({ most }) =>
    `Vienlaikus var atbildēt par ne vairāk kā ${most} ${of(most, "rindu", "rindām")}. Nekas netika mainīts.`,
  "The list of people could not be read.": "Cilvēku sarakstu neizdevās nolasīt.",
  "The file can't be written there. Nothing was lost; choose another folder.":
    "Tur failu nevar ierakstīt. Nekas nav zudis; izvēlieties citu mapi.",
  "The file can't be written to its end. Nothing was lost; make room, or choose another place.":
    "Failu nevar ierakstīt līdz galam. Nekas nav zudis; atbrīvojiet vietu vai izvēlieties citu vietu.",
} satisfies Partial<CoreWords>;
