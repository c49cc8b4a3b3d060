import { count, form, plural } from "../../format";
import { numberOf } from "../numberOf";
import type { CoreWords, Values } from "../told";

/** The core writes thousands with commas. */
const whole = (text = "") => count(numberOf(text));

const of = (text: string | undefined, one: string, other: string) => form(numberOf(text), one, other);

/** `agrāk tā bija 2 cilvēkiem`. */
const had = ({ people }: Values) => plural(numberOf(people), "cilvēkam", "cilvēkiem");
/** `agrāk bija 10 cilvēki`. */
const were = ({ people }: Values) => plural(numberOf(people), "cilvēks", "cilvēki");

/** The part of it about the list of people, reviews, views and the window. */
export const appMore = {
  // The list of people, read anew.
  "The refresh was stopped. The list from before is still there.":
    "Atsvaidzināšana tika apturēta. Iepriekšējais saraksts joprojām ir šeit.",
  "The list of people could not be read whole, each time that it was tried, so it was not taken over.":
    "Cilvēku sarakstu nevienā mēģinājumā neizdevās nolasīt visu, tāpēc tas netika pārņemts.",
  "The list from before is still there; refresh again in a moment, and test the connection if it stays so.":
    "Iepriekšējais saraksts joprojām ir šeit; pēc brīža atsvaidziniet vēlreiz un, ja tā paliek, pārbaudiet savienojumu.",
  "There is no complete list of people to check against. Nothing was sent; refresh and try again.":
    "Nav pilnīga cilvēku saraksta, ar ko salīdzināt. Nekas netika nosūtīts; atsvaidziniet un mēģiniet vēlreiz.",
  "The list of people is not a complete one of this connection: the connection was changed in the meantime.":
    "Cilvēku saraksts nav pilnīgs šī savienojuma saraksts: savienojums pa to laiku ir mainīts.",
  "Lists can be refreshed every 5 minutes to every 24 hours. Nothing was changed.":
    "Sarakstus var atsvaidzināt ik pēc 5 minūtēm līdz 24 stundām. Nekas netika mainīts.",
  "A run is being sent through this connection and rests on the list as it is. Nothing was changed; refresh the customer once the run has ended.":
    "Caur šo savienojumu notiek izsūtīšana, un tā balstās uz sarakstu, kāds tas ir. Nekas netika mainīts; atsvaidziniet klientu, kad izsūtīšana būs beigusies.",
  "This connection looks after other customers, so this one's people have no place in its list. Nothing was changed.":
    "Šis savienojums ir citiem klientiem, tāpēc šī klienta cilvēkiem tā sarakstā nav vietas. Nekas netika mainīts.",
  "There is no list of this connection yet in which this customer's people could stand. Nothing was changed; refresh the whole list.":
    "Šim savienojumam vēl nav saraksta, kurā šī klienta cilvēki varētu būt. Nekas netika mainīts; atsvaidziniet visu sarakstu.",
  "Somebody is no longer listed for this customer and may be elsewhere: only a refresh of the whole list can tell.":
    "Kāda šī klienta sarakstā vairs nav, un viņš varbūt ir citur: to var parādīt tikai visa saraksta atsvaidzināšana.",

  // A list that looks wrong.
  "The new list of people looks wrong.": "Jaunais cilvēku saraksts izskatās nepareizs.",
  "The list from before stays until a person says, on the Users screen, which of the two is right.":
    "Iepriekšējais saraksts paliek, līdz kāds ekrānā Lietotāji pasaka, kurš no abiem ir pareizs.",
  "The new list of this customer's people looks wrong.": "Jaunais šī klienta cilvēku saraksts izskatās nepareizs.",
  "Nothing was changed; refresh the whole list, which is then held until you decide.":
    "Nekas netika mainīts; atsvaidziniet visu sarakstu: tad tas gaida, līdz Jūs izlemjat.",
  "It was fetched by another sign-in, {now}; the list from before was fetched by {before}.":
    "Tas nolasīts ar citu pierakstīšanos, {now}; iepriekšējais saraksts nolasīts ar {before}.",
  "The one person who was listed is gone.": "Vienīgā sarakstā bijušā cilvēka vairs nav.",
  "All {people} people who were listed are gone.": ({ people }) =>
    `Vairs nav neviena no ${whole(people)} ${of(people, "sarakstā bijušā cilvēka", "sarakstā bijušajiem cilvēkiem")}.`,
  "{gone} of {before} people are gone.": ({ gone, before }) =>
    `Vairs nav ${whole(gone)} no ${whole(before)} ${of(before, "cilvēka", "cilvēkiem")}.`,
  "Nobody has an e-mail address any more; {people} people did before.": (values) =>
    `Nevienam vairs nav e-pasta adreses; agrāk tā bija ${had(values)}.`,
  "Nobody has a first name any more; {people} people did before.": (values) =>
    `Nevienam vairs nav vārda; agrāk tas bija ${had(values)}.`,
  "Nobody has a last name any more; {people} people did before.": (values) =>
    `Nevienam vairs nav uzvārda; agrāk tas bija ${had(values)}.`,
  "Nobody is New, Active or Blocked any more; {people} people did before.": (values) =>
    `Neviens vairs nav New, Active vai Blocked; agrāk bija ${were(values)}.`,
  "Nobody has a creation date any more; {people} people did before.": (values) =>
    `Nevienam vairs nav izveides datuma; agrāk tas bija ${had(values)}.`,
  "Nobody holds a role any more; {people} people did before.": (values) =>
    `Nevienam vairs nav lomas; agrāk tā bija ${had(values)}.`,
  "Nobody has an identity provider any more; {people} people did before.": (values) =>
    `Nevienam vairs nav identitātes nodrošinātāja; agrāk tas bija ${had(values)}.`,
  "Nobody belongs to an organization any more; {people} people did before.": (values) =>
    `Neviens vairs nepieder organizācijai; agrāk piederēja ${were(values)}.`,
  "That list no longer waits for a decision: it was decided elsewhere, or a newer one took its place. Nothing was changed; look at the list again.":
    "Šis saraksts vairs negaida lēmumu: tas izlemts citur, vai tā vietā stājies jaunāks. Nekas netika mainīts; apskatiet sarakstu vēlreiz.",

  // People, their columns and files of them.
  "This person is no longer listed. The list may have been refreshed since.":
    "Šī cilvēka sarakstā vairs nav. Iespējams, saraksts pa to laiku ir atsvaidzināts.",
  "This person can't be shown as JSON.": "Šo cilvēku nevar parādīt kā JSON.",
  "There is no such column. Nothing was written; choose the columns again.":
    "Šādas kolonnas nav. Nekas netika ierakstīts; izvēlieties kolonnas vēlreiz.",
  "The export was stopped. No file was left.": "Eksportēšana tika apturēta. Neviens fails nepalika.",
  "The list can't be written there. Nothing was changed; choose another place or make room.":
    "Tur sarakstu nevar ierakstīt. Nekas netika mainīts; izvēlieties citu vietu vai atbrīvojiet vietu.",
  "{who}, row {row} of the list, has “{found}” under {header}, and Windows-1252 has no such letter. No file was left; choose UTF-8 instead.":
    "{who}, saraksta {row}. rinda: kolonnā {header} ir „{found}”, bet Windows-1252 tāda burta nav. Neviens fails nepalika; tā vietā izvēlieties UTF-8.",
  "The name of a column has “{found}”, and Windows-1252 has no such letter. No file was left; choose UTF-8 instead.":
    "Kolonnas nosaukumā ir „{found}”, bet Windows-1252 tāda burta nav. Neviens fails nepalika; tā vietā izvēlieties UTF-8.",
  "At most 200,000 people can be copied at once.": "Vienlaikus var kopēt ne vairāk kā 200 000 cilvēku.",
  "This is more text than the clipboard takes.": "Teksta ir vairāk, nekā starpliktuve uzņem.",
  "Nothing was copied; choose Export to write them into a file instead.":
    "Nekas netika nokopēts; izvēlieties „Eksportēt”, lai tos ierakstītu failā.",
  "Nothing was fetched through this connection yet, so there is nothing to compare. Refresh the list.":
    "Caur šo savienojumu vēl nekas nav nolasīts, tāpēc nav, ko salīdzināt. Atsvaidziniet sarakstu.",
  "One of these refreshes is not kept any more: after 30 days one a week stays, after 13 months none. Choose another.":
    "Viens no šiem sarakstiem vairs netiek glabāts: pēc 30 dienām paliek viens nedēļā, pēc 13 mēnešiem neviens. Izvēlieties citu.",

  // Organizations from a file.
  "This file has no column of ids beside one of names. Nothing was changed. A list of organizations has both, under the headers Id and Name or without any.":
    "Šajā failā nav ID kolonnas blakus nosaukumu kolonnai. Nekas netika mainīts. Organizāciju sarakstā ir abas, ar galvenēm Id un Name vai bez tām.",
  "No row of this file could be used: each needs an id and a name. Nothing was changed.":
    "Nevienu šī faila rindu neizdevās izmantot: katrā vajag ID un nosaukumu. Nekas netika mainīts.",
  "This file names more than 100,000 organizations. Nothing was changed; choose a smaller list.":
    "Šajā failā ir vairāk nekā 100 000 organizāciju. Nekas netika mainīts; izvēlieties mazāku sarakstu.",

  // Findings and ways to sign in.
  "Say in up to 500 characters why this can be ignored. Nothing was changed.":
    "Ne vairāk kā 500 rakstzīmēs uzrakstiet, kāpēc to var neņemt vērā. Nekas netika mainīts.",
  "The end is a day, such as 2027-03-31. Nothing was changed.":
    "Beigas ir diena, piemēram, 2027-03-31. Nekas netika mainīts.",
  "The end is today or later, and at most two years ahead. Nothing was changed.":
    "Beigas ir šodien vai vēlāk, ne vairāk kā divus gadus uz priekšu. Nekas netika mainīts.",
  "This way to sign in is no longer listed. The list may have been refreshed since.":
    "Šī pierakstīšanās veida sarakstā vairs nav. Iespējams, saraksts pa to laiku ir atsvaidzināts.",

  // Access reviews. First, what they are called by their scope.
  Everyone: "Visi",
  "Privileged people": "Privileģēti cilvēki",
  "{role} and above": "{role} un augstākas lomas",
  "{organization} and below": "{organization} un zem tās esošās",
  "Signs in with {provider}": "Pierakstās ar {provider}",
  "View “{name}”": "Skats „{name}”",
  "This role is no longer listed. Choose the scope anew.":
    "Šīs lomas sarakstā vairs nav. Izvēlieties tvērumu no jauna.",
  "This organization is no longer listed. Choose the scope anew.":
    "Šīs organizācijas sarakstā vairs nav. Izvēlieties tvērumu no jauna.",
  "The reviewer's address is not an e-mail address. Nothing was started.":
    "Pārskatītāja adrese nav e-pasta adrese. Nekas netika sākts.",
  "A review starts from a complete list of people, and the list is not known to be complete. Nothing was started; refresh and try again.":
    "Pārskatīšanu sāk ar pilnīgu cilvēku sarakstu, bet nav zināms, vai šis saraksts ir pilnīgs. Nekas netika sākts; atsvaidziniet un mēģiniet vēlreiz.",
  "The list of people was refreshed again and again while the review was started, so it was not started. Try again in a moment.":
    "Kamēr pārskatīšanu sāka, cilvēku sarakstu vairākkārt atsvaidzināja, tāpēc tā netika sākta. Pēc brīža mēģiniet vēlreiz.",
  "The review could not be written down, so it was not started.":
    "Pārskatīšanu neizdevās pierakstīt, tāpēc tā netika sākta.",
  "Type the name first. Nothing was changed.": "Vispirms ierakstiet vārdu. Nekas netika mainīts.",
  "A name has at most 100 characters, all on one line. Nothing was changed.":
    "Vārdā ir ne vairāk kā 100 rakstzīmju, visas vienā rindā. Nekas netika mainīts.",
  "A note has at most 2,000 characters. Nothing was changed.":
    "Piezīmē ir ne vairāk kā 2000 rakstzīmju. Nekas netika mainīts.",
  "A review is repeated after 1 to 36 months. Nothing was changed.":
    "Pārskatīšanu atkārto pēc 1 līdz 36 mēnešiem. Nekas netika mainīts.",
  "At most 500 people can be chosen one by one. Nothing was changed.":
    "Pa vienam var izvēlēties ne vairāk kā 500 cilvēku. Nekas netika mainīts.",
  "Nobody is to be removed in this review, so there is nothing to write.":
    "Šajā pārskatīšanā neviens nav jānoņem, tāpēc nav, ko rakstīt.",
  "The pages could not be set. The workbook holds the same; nothing is lost.":
    "Lappuses neizdevās salikt. Darbgrāmatā ir tas pats; nekas nav zudis.",
  "This file is not a part of a review that Rollcall handed over, or it was saved in another form than Excel's. Nothing was taken from it.":
    "Šis fails nav pārskatīšanas daļa, ko Rollcall nodevis, vai arī tas saglabāts citā formā nekā Excel. Nekas no tā netika pieņemts.",
  "The column “{name}” is missing in this file, so nothing was taken from it. Ask for the file as it was handed over.":
    "Šajā failā trūkst kolonnas „{name}”, tāpēc nekas no tā netika pieņemts. Palūdziet failu tādu, kādu to nodeva.",
  // Saved views.
  "Give the view a name.": "Dodiet skatam nosaukumu.",
  "The name of a view has at most 60 characters. Choose a shorter one.":
    "Skata nosaukumā ir ne vairāk kā 60 rakstzīmju. Izvēlieties īsāku.",
  "Another view has that name. Choose one that tells them apart.":
    "Tā sauc citu skatu. Izvēlieties nosaukumu, kas tos atšķir.",
  "A connection has at most 100 views. Remove one that you no longer need, then save this one.":
    "Savienojumam ir ne vairāk kā 100 skatu. Izdzēsiet kādu, kas vairs nav vajadzīgs, tad saglabājiet šo.",
  "There are no saved views yet, so there is nothing to export. Save one first.":
    "Vēl nav saglabātu skatu, tāpēc nav, ko eksportēt. Vispirms saglabājiet kādu.",
  "The views can't be written as a file. They are kept.": "Skatus nevar ierakstīt failā. Tie joprojām tiek glabāti.",
  "The views could not be imported. Nothing was changed.": "Skatus neizdevās pārņemt. Nekas netika mainīts.",
  "The file can't be read. Nothing was changed; choose another one.":
    "Failu nevar nolasīt. Nekas netika mainīts; izvēlieties citu.",
  "This file is too large for a file of views. Nothing was changed; choose another one.":
    "Šis fails ir pārāk liels skatu failam. Nekas netika mainīts; izvēlieties citu.",
  "This file of views was written by a newer Rollcall. Nothing was changed; update Rollcall, then import it.":
    "Šo skatu failu rakstījusi jaunāka Rollcall versija. Nekas netika mainīts; atjauniniet Rollcall, tad pārņemiet failu.",
  "This is not a file of views that Rollcall exported. Nothing was changed.":
    "Šis nav skatu fails, ko eksportējis Rollcall. Nekas netika mainīts.",
  "The views in this file can't be read. Nothing was changed; export them once more.":
    "Šajā failā esošos skatus nevar nolasīt. Nekas netika mainīts; eksportējiet tos vēlreiz.",
  "With this file the connection would have more than 100 views. Nothing was changed; remove some first.":
    "Ar šo failu savienojumam būtu vairāk nekā 100 skatu. Nekas netika mainīts; vispirms dažus izdzēsiet.",
  "The saved views were written by a newer Rollcall. They were left as they are; use that version.":
    "Saglabātos skatus rakstījusi jaunāka Rollcall versija. Tie palika, kādi ir; lietojiet to versiju.",

  // The window and the system.
  "The choice is kept; the window shows it after the next start.":
    "Izvēle ir saglabāta; logs to rādīs pēc nākamās palaišanas.",
  "The system did not do what the window asked for. Nothing was changed.":
    "Sistēma neizdarīja to, ko logs prasīja. Nekas netika mainīts.",
  "The window could not be closed. Nothing is lost; try again.":
    "Logu neizdevās aizvērt. Nekas nav zudis; mēģiniet vēlreiz.",
  "The file dialog closed without an answer. Nothing was lost; try again.":
    "Failu dialogs aizvērās bez atbildes. Nekas nav zudis; mēģiniet vēlreiz.",
  "That is no picture, so nothing was copied.": "Tas nav attēls, tāpēc nekas netika nokopēts.",
  "The system's clipboard can't be used right now. Nothing was copied; try again, or choose Export.":
    "Sistēmas starpliktuvi pašlaik nevar izmantot. Nekas netika nokopēts; mēģiniet vēlreiz vai izvēlieties „Eksportēt”.",
  "That is no menu bar. The one before it stays.": "Tā nav izvēļņu josla. Paliek iepriekšējā.",
  "The menu bar could not be put up. Everything in it is on the screens too.":
    "Izvēļņu joslu neizdevās parādīt. Viss, kas tajā ir, ir arī ekrānos.",
  "These are no words to show. Those before them stay.": "Šos vārdus nevar parādīt. Paliek iepriekšējie.",
} satisfies Partial<CoreWords>;
