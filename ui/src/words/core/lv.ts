import { form } from "../format";
import { app } from "./lv/app";
import { connect } from "./lv/connect";
import { doctor } from "./lv/doctor";
import { documents } from "./lv/documents";
import { fields } from "./lv/fields";
import { kept } from "./lv/kept";
import { platform } from "./lv/platform";
import type { CoreWords, Values } from "./told";

/** A character by its code alone: what it is called stands behind it in English. */
const code = (character = "") => character.split(",")[0] ?? "";

const of = (text: string | undefined, one: string, other: string) => form(Number(text), one, other);

/** `2 no 21 apskatītās šūnas`, `2 no 5 apskatītajām šūnām`. */
const ofCells = ({ count, all }: Values) => `${count} no ${all} ${of(all, "apskatītās šūnas", "apskatītajām šūnām")}`;

/** What the core says, in Latvian. */
export const core: CoreWords = {
  ...app,
  ...connect,
  ...doctor,
  ...documents,
  ...fields,
  ...kept,
  ...platform,

  // The fields of an invitation.
  "e-mail": "e-pasts",
  "first name": "vārds",
  "last name": "uzvārds",
  "full name": "vārds un uzvārds",
  role: "loma",
  "identity provider": "identitātes nodrošinātājs",
  organizations: "organizācijas",

  // Why a column means what it does.
  'As in "{file}".': "Kā failā „{file}”.",
  "It stands beside a column of first names.": "Tā ir blakus vārdu kolonnai.",
  'The column is called "{header}".': "Kolonnas nosaukums ir „{header}”.",
  'The column is called "{header}" under "{group}".': "Kolonnas nosaukums ir „{header}” zem „{group}”.",
  'The column\'s name "{header}" is spelled almost like {field}.':
    "Kolonnas nosaukums „{header}” ir gandrīz kā nosaukums laukam „{field}”.",
  'The column\'s name "{header}" speaks of {field}.': "Kolonnas nosaukums „{header}” norāda uz lauku „{field}”.",
  "{count} of {all} cells looked at hold addresses.": (values) => `Adreses ir ${ofCells(values)}.`,
  "{count} of {all} cells looked at hold known identity providers.": (values) =>
    `Zināmi identitātes nodrošinātāji ir ${ofCells(values)}.`,
  "{count} of {all} cells looked at hold known organizations.": (values) =>
    `Zināmas organizācijas ir ${ofCells(values)}.`,
  "{count} of {all} cells looked at hold known roles.": (values) => `Zināmas lomas ir ${ofCells(values)}.`,
  "{count} of {all} cells looked at hold names.": (values) => `Vārdi ir ${ofCells(values)}.`,

  // What is wrong in a row.
  "This row has no address.": "Šajā rindā nav adreses.",
  '"{text}" is not an e-mail address.': "„{text}” nav e-pasta adrese.",
  '"{text}" is not text, so it can\'t be an address.': "„{text}” nav teksts, tāpēc tā nevar būt adrese.",
  "A formula ended in {error} where the address belongs. Correct it in the spreadsheet.":
    "Adreses vietā formula beidzās ar {error}. Izlabojiet to izklājlapā.",
  "A formula ended in {error} where the {field} belongs.": "Formula beidzās ar {error}, bet šeit jābūt: {field}.",
  "There are {count} addresses in this cell. A row invites one person: give each a row of its own.": ({ count }) =>
    `Šajā šūnā ir ${count} ${of(count, "adrese", "adreses")}. Viena rinda uzaicina vienu cilvēku: dodiet katrai savu rindu.`,
  "This address holds a character that can't be seen ({character}). It would go nowhere.": ({ character }) =>
    `Šajā adresē ir neredzama rakstzīme (${code(character)}). Vēstule nenonāktu nekur.`,
  "The {field} holds a character that can't be seen ({character}).": ({ field, character }) =>
    `Laukā „${field}” ir neredzama rakstzīme (${code(character)}).`,
  "This looks like a row of totals. It has no address, so nothing is sent for it.":
    "Šī izskatās pēc kopsummu rindas. Tajā nav adreses, tāpēc par to nekas netiek sūtīts.",
  "This row is hidden or filtered out in the spreadsheet. Include hidden rows if it is meant too.":
    "Šī rinda izklājlapā ir paslēpta vai izfiltrēta. Iekļaujiet paslēptās rindas, ja domāta arī tā.",
  "This row names no role, and an invitation needs one.": "Šajā rindā nav lomas, bet uzaicinājumam tā ir vajadzīga.",
  'There is no role "{text}" on this platform.': "Šajā platformā nav lomas „{text}”.",
  'There is no role "{text}" on this platform. Did you mean {near}?':
    "Šajā platformā nav lomas „{text}”. Vai domāta {near}?",
  'There is no role "{text}" on this platform. The nearest is {near}, which gives power over others: choose it yourself.':
    "Šajā platformā nav lomas „{text}”. Tuvākā ir {near}, un tā dod varu pār citiem: to var izvēlēties tikai Jūs.",
  '{count} roles are called "{text}". Say which by its id.': ({ count, text }) =>
    `„${text}” sauc ${count} ${of(count, "lomu", "lomas")}. Pasakiet, kura domāta, ar tās ID.`,
  "This cell names {count} roles. An invitation gives one: leave the one that is meant.": ({ count }) =>
    `Šajā šūnā ir ${count} ${of(count, "loma", "lomas")}. Uzaicinājums dod vienu: atstājiet to, kura domāta.`,
  "This row doesn't say how the person will sign in, and this platform requires it.":
    "Šajā rindā nav teikts, kā cilvēks pierakstīsies, bet šī platforma to prasa.",
  'There is no identity provider "{text}" on this platform.': "Šajā platformā nav identitātes nodrošinātāja „{text}”.",
  'There is no identity provider "{text}" on this platform. Did you mean {near}?':
    "Šajā platformā nav identitātes nodrošinātāja „{text}”. Vai domāts {near}?",
  '"{text}" may mean several providers: {choices}. Say which by its name.':
    "„{text}” var nozīmēt vairākus nodrošinātājus: {choices}. Pasakiet, kurš domāts, ar tā nosaukumu.",
  "{provider} is switched off on this platform, so nobody could sign in with it.":
    "{provider} šajā platformā ir izslēgts, tāpēc neviens ar to nevarētu pierakstīties.",
  "This row names no organization, and an invitation needs at least one.":
    "Šajā rindā nav organizācijas, bet uzaicinājumam vajag vismaz vienu.",
  'There is no organization "{text}" on this platform.': "Šajā platformā nav organizācijas „{text}”.",
  'There is no organization "{text}" on this platform. Did you mean {near}?':
    "Šajā platformā nav organizācijas „{text}”. Vai domāta {near}?",
  '{count} organizations are called "{text}": {choices}. Say which by its ERP id.': ({ count, text, choices }) =>
    `„${text}” sauc ${count} ${of(count, "organizāciju", "organizācijas")}: ${choices}. Pasakiet, kura domāta, ar tās ERP ID.`,
  "There is a date ({date}) where the {field} belongs.": "Šeit ir datums ({date}), bet jābūt: {field}.",
  "There is {text} where the {field} belongs.": "Šeit ir {text}, bet jābūt: {field}.",
  "This cell holds the number {number}, not a text. Is {number} meant?":
    "Šajā šūnā ir skaitlis {number}, nevis teksts. Vai domāts {number}?",
  "This cell holds the number {number}, shown as {text}. Is {text} meant?":
    "Šajā šūnā ir skaitlis {number}, kas rādīts kā {text}. Vai domāts {text}?",
  "This cell holds the number {number}. This kind of file doesn't tell how it was shown, so leading zeros may be missing. Enter it as text.":
    "Šajā šūnā ir skaitlis {number}. Šāda veida fails nesaka, kā tas tika rādīts; sākuma nulles var trūkt. Ierakstiet to kā tekstu.",
  "This cell holds the number {number}, and its last digits are lost: a spreadsheet keeps 15. Enter it as text.":
    "Šajā šūnā ir skaitlis {number}, un tā pēdējie cipari ir zuduši: izklājlapa glabā 15. Ierakstiet to kā tekstu.",
  'This person is there already, in a state that Rollcall doesn\'t know: "{word}". Look at the account on the platform.':
    "Šis cilvēks jau ir platformā, stāvoklī, ko Rollcall nepazīst: „{word}”. Apskatiet kontu platformā.",

  // What is worth a look in a row.
  '"{text}" is taken as {name}, as you said for an earlier file.':
    "„{text}” tiek saprasts kā {name}, kā teicāt par agrāku failu.",
  "No way to sign in is named. {people} of {all} active people at {domain} use {provider}.": ({
    people,
    all,
    domain,
    provider,
  }) =>
    `Pierakstīšanās veids nav nosaukts. ${people} no ${all} ${of(all, "aktīvā cilvēka", "aktīvajiem cilvēkiem")} domēnā ${domain} lieto ${provider}.`,
  "{domain} is private mail: nobody can sign in with {provider} there.":
    "{domain} ir privāts e-pasts: tur neviens nevar pierakstīties ar {provider}.",
  "{domain} is private mail: nobody can sign in with {provider} there. {fitting} would work.":
    "{domain} ir privāts e-pasts: tur neviens nevar pierakstīties ar {provider}. Derētu {fitting}.",
  "Nobody of {organization} signs in with {provider}.": "No {organization} neviens nepierakstās ar {provider}.",
  "Nobody of {organization} signs in with {provider}. {people} use {usual}.": ({
    organization,
    provider,
    people,
    usual,
  }) =>
    `No ${organization} neviens nepierakstās ar ${provider}. ${people} ${of(people, "cilvēks", "cilvēki")} lieto ${usual}.`,
  "This platform's invitations have no place for the {field}, so it is not sent.":
    "Šīs platformas uzaicinājumos laukam „{field}” nav vietas, tāpēc tas netiek sūtīts.",

  // Somebody who is there already.
  "{field}: {has} on the platform, {asked} in this row": "{field}: {has} platformā, {asked} šajā rindā",
  "{field}: none on the platform, {asked} in this row": "{field}: nekā platformā, {asked} šajā rindā",
  "{field}: {has} on the platform, none in this row": "{field}: {has} platformā, nekā šajā rindā",
  "Invited before": "Jau uzaicināts",
  "Invited, 1 day left": "Uzaicināts, atlikusi 1 diena",
  "Invited, {days} days left": ({ days }) =>
    `Uzaicināts, ${of(days, "atlikusi", "atlikušas")} ${days} ${of(days, "diena", "dienas")}`,
  "Invited, lapses in less than a day": "Uzaicināts, beigsies mazāk nekā dienas laikā",
  "Lapsed today": "Beidzies šodien",
  "Lapsed 1 day ago": "Beidzies pirms 1 dienas",
  "Lapsed {days} days ago": ({ days }) => `Beidzies pirms ${days} ${of(days, "dienas", "dienām")}`,

  // Roles.
  'Its name says "{word}".': "Tās nosaukumā ir „{word}”.",
  "Its weight {weight} is that of roles over a whole platform.": "Tās svars {weight} ir kā lomām pār visu platformu.",
  "Assumed from names that are known:": "Pieņemts pēc zināmiem nosaukumiem:",
  "Assumed: no role has a name and a weight that would tell.":
    "Pieņemts: nevienai lomai nav nosaukuma un svara, kas to pateiktu.",
  "{role} weighs more ({threshold}) than {plain} ({weight}).":
    "{role} sver vairāk ({threshold}) nekā {plain} ({weight}).",
  "{role} weighs less ({threshold}) than {plain} ({weight}).":
    "{role} sver mazāk ({threshold}) nekā {plain} ({weight}).",
  "{name} said so.": "Tā teica {name}.",
  "Distributor ReadOnly held with Distributor Admin": "Distributor ReadOnly kopā ar Distributor Admin",
  "On some portals Distributor ReadOnly works only beside Distributor Admin, and the person then reads and changes nothing. On others the admin role counts. The weights don't tell which: ask how your portal is set up before you call these people administrators, or harmless.":
    "Dažos portālos Distributor ReadOnly darbojas tikai kopā ar Distributor Admin, un cilvēks tad lasa un neko nemaina. Citos skaitās administratora loma. Svari to nepasaka: pirms saucat šos cilvēkus par administratoriem vai nekaitīgiem, noskaidrojiet, kā iestatīts Jūsu portāls.",
  'Help article "User Permissions and Roles": a person with Distributor ReadOnly must, on some portals, also hold Distributor Admin.':
    "Palīdzības raksts „User Permissions and Roles”: cilvēkam ar Distributor ReadOnly dažos portālos jābūt arī Distributor Admin.",
  "A report role on top of others": "Pārskatu loma papildus citām",
  "Report roles are made to be added on top of another role: they open reports and give no power of their own. Holding two roles is as it should be here.":
    "Pārskatu lomas ir domātas kā papildinājums citai lomai: tās atver pārskatus un pašas varu nedod. Divas lomas šeit ir pareizi.",
  "A report role without the role under it": "Pārskatu loma bez lomas zem tās",
  "Report roles are made to be added on top of another role. Held alone, the role under it was probably taken away or forgotten: the person may see reports of an organization in which they have nothing else to do.":
    "Pārskatu lomas ir domātas kā papildinājums citai lomai. Ja pārskatu loma ir viena pati, loma zem tās laikam noņemta vai aizmirsta: cilvēks varbūt redz pārskatus organizācijā, kurā viņam citādi nav, ko darīt.",
  'Help article "User Permissions and Roles": Reseller Report and 360 Report Viewer are added on top of other roles.':
    "Palīdzības raksts „User Permissions and Roles”: Reseller Report un 360 Report Viewer pievieno citām lomām.",

  // What if a provider is switched off.
  "If {provider} is switched off, nobody is shut out.": "Ja {provider} izslēgs, piekļuvi nezaudēs neviens.",
  "If {provider} is switched off, 1 person can no longer sign in: it is their only way in.":
    "Ja {provider} izslēgs, 1 cilvēks vairs nevarēs pierakstīties: tas ir vienīgais ceļš.",
  "If {provider} is switched off, {people} people can no longer sign in: it is their only way in.": ({
    provider,
    people,
  }) =>
    `Ja ${provider} izslēgs, ${people} ${of(people, "cilvēks", "cilvēki")} vairs nevarēs pierakstīties: tas ir vienīgais ceļš.`,
  "{provider} is switched off already, and nobody is shut out by it.":
    "{provider} jau ir izslēgts, un piekļuvi tāpēc nav zaudējis neviens.",
  "{provider} is switched off already: 1 person can't sign in, for it is their only way in.":
    "{provider} jau ir izslēgts: 1 cilvēks nevar pierakstīties, jo tas ir vienīgais ceļš.",
  "{provider} is switched off already: {people} people can't sign in, for it is their only way in.": ({
    provider,
    people,
  }) =>
    `${provider} jau ir izslēgts: ${people} ${of(people, "cilvēks", "cilvēki")} nevar pierakstīties, jo tas ir vienīgais ceļš.`,
  "1 person has another account of the same address with a way that is on.":
    "1 cilvēkam ir cits konts ar to pašu adresi un ieslēgtu pierakstīšanos.",
  "{people} people have another account of the same address with a way that is on.": ({ people }) =>
    `${people} ${of(people, "cilvēkam", "cilvēkiem")} ir cits konts ar to pašu adresi un ieslēgtu pierakstīšanos.`,
  "1 person is blocked and can't sign in anyway.": "1 cilvēks ir bloķēts un tāpat nevar pierakstīties.",
  "{people} people are blocked and can't sign in anyway.": ({ people }) =>
    `${people} ${of(people, "cilvēks ir bloķēts", "cilvēki ir bloķēti")} un tāpat nevar pierakstīties.`,

  // Findings: what each rule finds, what it means, what to do, what it rests on.
  "Privileged people in a customer organization": "Privileģēti cilvēki klienta organizācijā",
  "They hold a role with power over others and belong to a customer's organization. Power over a platform usually belongs to the distributor's and sellers' own people; somebody at a customer may have been given the wrong role.":
    "Viņiem ir loma ar varu pār citiem, un viņi pieder klienta organizācijai. Vara pār platformu parasti ir paša izplatītāja un pārdevēju cilvēkiem; kādam klienta pusē varbūt iedota nepareiza loma.",
  "Ask whoever looks after the organization whether the role is meant. Take it away in the portal if not; if the role is harmless, say so under Roles.":
    "Jautājiet tam, kurš rūpējas par organizāciju, vai loma ir domāta. Ja nav, noņemiet to portālā; ja loma ir nekaitīga, pasakiet to sadaļā Lomas.",
  "Privileged people outside your mail domains": "Privileģēti cilvēki ārpus Jūsu e-pasta domēniem",
  "They hold a role with power over others, and their address is of a mail domain that none of your distributors and sellers uses. They may be guests, contractors, or people who left for another employer.":
    "Viņiem ir loma ar varu pār citiem, un viņu adrese ir e-pasta domēnā, ko nelieto neviens Jūsu izplatītājs vai pārdevējs. Tie var būt viesi, līgumdarbinieki vai cilvēki, kas aizgājuši pie cita darba devēja.",
  "Find out for whom each of them works. Block the ones who should no longer be there; mute this with an end date while a guest is expected.":
    "Noskaidrojiet, pie kā katrs strādā. Bloķējiet tos, kam tur vairs nav jābūt; apklusiniet šo konstatējumu ar beigu datumu, kamēr viesis ir gaidīts.",
  "Privileged people with a free mail address": "Privileģēti cilvēki ar bezmaksas e-pasta adresi",
  "They hold a role with power over others, and their mailbox is at a provider where anybody gets one. No employer can close it or protect it when the person leaves.":
    "Viņiem ir loma ar varu pār citiem, un viņu pastkaste ir pie pakalpojuma, kur to dabū jebkurš. Kad cilvēks aiziet, neviens darba devējs to nevar ne slēgt, ne aizsargāt.",
  "Invite them anew with their work address, and block the account with the free one.":
    "Uzaiciniet viņus no jauna ar darba adresi un bloķējiet kontu ar bezmaksas adresi.",
  "Privileged on several platforms": "Privileģēti cilvēki vairākās platformās",
  "The same address, or the same name at the same mail domain, holds roles with power over others on more than one of your connections. Whoever takes over one of the accounts may get the others as well.":
    "Tai pašai adresei vai tam pašam vārdam tajā pašā e-pasta domēnā ir lomas ar varu pār citiem vairāk nekā vienā no Jūsu savienojumiem. Kas pārņem vienu kontu, varbūt dabū arī pārējos.",
  "Check that each of the accounts is needed, and that all are closed when the person leaves.":
    "Pārbaudiet, vai katrs konts ir vajadzīgs un vai visi tiek slēgti, kad cilvēks aiziet.",
  "Blocked people who still hold roles": "Bloķēti cilvēki, kam vēl ir lomas",
  "They can't sign in, and their roles are still there. Whoever unblocks the account gives all of it back at once, perhaps years later.":
    "Viņi nevar pierakstīties, bet lomas viņiem vēl ir. Kas kontu atbloķē, atdod visu uzreiz, varbūt pēc gadiem.",
  "Take the roles away in the portal, or delete the accounts if they will not come back.":
    "Noņemiet lomas portālā vai izdzēsiet kontus, ja viņi neatgriezīsies.",
  "People whose way to sign in is switched off": "Cilvēki, kuru pierakstīšanās ir izslēgta",
  "They are listed with an identity provider that is switched off, so they can't sign in, though they are not blocked.":
    "Sarakstā viņiem ir identitātes nodrošinātājs, kas ir izslēgts, tāpēc viņi nevar pierakstīties, kaut gan nav bloķēti.",
  "Block those who should not come back. For the others switch the provider on, or invite them with another way to sign in.":
    "Bloķējiet tos, kam nav jāatgriežas. Pārējiem ieslēdziet nodrošinātāju vai uzaiciniet viņus ar citu pierakstīšanos.",
  "Passwords where everyone else uses work email": "Paroles tur, kur visi citi lieto darba e-pastu",
  "They sign in with a password of the platform's own, while the others of their mail domain go through work email. Such a password stays good when the employer closes the person's account.":
    "Viņi pierakstās ar pašas platformas paroli, bet pārējie viņu e-pasta domēnā lieto darba e-pastu. Šāda parole der arī tad, kad darba devējs cilvēka kontu slēdz.",
  "Move them to work email, or block them if the employer doesn't know them.":
    "Pārceliet viņus uz darba e-pastu vai bloķējiet, ja darba devējs viņus nepazīst.",
  "The same person under several addresses": "Viens cilvēks ar vairākām adresēm",
  "Accounts of one organization have the same name and different addresses. Often it is one person with an old and a new address, and only one of the accounts is looked after. Two people of one name look the same.":
    "Vienas organizācijas kontiem ir viens vārds un dažādas adreses. Bieži tas ir viens cilvēks ar vecu un jaunu adresi, un tikai par vienu no kontiem kāds rūpējas. Divi viena vārda cilvēki izskatās tāpat.",
  "Ask which address is in use, and block the other account.":
    "Noskaidrojiet, kura adrese tiek lietota, un bloķējiet otru kontu.",
  "Invitations that were never accepted": "Uzaicinājumi, kas nekad nav pieņemti",
  "They were invited long ago and never accepted. The link no longer works, and the accounts keep roles that nobody uses.":
    "Viņi uzaicināti sen un nekad nav pieņēmuši. Saite vairs nedarbojas, un kontiem paliek lomas, ko neviens nelieto.",
  "Invite those once more who are still wanted, and block or delete the others in the portal.":
    "Tos, kas vēl ir vajadzīgi, uzaiciniet vēlreiz, bet pārējos portālā bloķējiet vai izdzēsiet.",
  "People without a role": "Cilvēki bez lomas",
  "They may sign in and hold no role. Either a role is missing and they can't work, or they are left over.":
    "Viņi drīkst pierakstīties, bet lomas viņiem nav. Vai nu lomas trūkst un viņi nevar strādāt, vai arī viņi ir palikuši pāri.",
  "Give them a role, or block them.": "Dodiet viņiem lomu vai bloķējiet viņus.",
  "Combinations of roles worth a look": "Lomu kombinācijas, ko vērts apskatīt",
  "They hold roles together of which it is known that the combination means something else than each role alone.":
    "Viņiem ir lomas, par kurām zināms, ka kopā tās nozīmē ko citu nekā katra atsevišķi.",
  "Look each combination up under Roles, where it is explained, and take away what is not meant.":
    "Apskatiet katru kombināciju sadaļā Lomas, kur tas ir izskaidrots, un noņemiet to, kas nav domāts.",
  "Ways to sign in that nobody uses": "Pierakstīšanās veidi, ko neviens nelieto",
  "The provider is switched on and nobody listed signs in through it. A way in that nobody uses is one that nobody watches.":
    "Nodrošinātājs ir ieslēgts, bet neviens no saraksta ar to nepierakstās. Ceļu, ko neviens nelieto, neviens arī neuzrauga.",
  "Switch it off if nobody is about to be invited with it.": "Izslēdziet to, ja ar to nevienu negrasās uzaicināt.",
  "A domain counts once at least {people} of its people, and {percent} of 100, sign in with work email.":
    "Domēns skaitās, tiklīdz ar darba e-pastu pierakstās vismaz {people} no tā cilvēkiem un {percent} no 100.",
  "Taken for your own: {domains}. A domain counts once {percent} of 100 people of a distributor or seller have it.":
    "Par Jūsējiem uzskatīti: {domains}. Domēns skaitās, tiklīdz tas ir {percent} no 100 izplatītāja vai pārdevēja cilvēkiem.",
  "Taken for your own: {domains} and {more} more. A domain counts once {percent} of 100 people of a distributor or seller have it.":
    "Par Jūsējiem uzskatīti: {domains} un vēl {more}. Domēns skaitās, tiklīdz tas ir {percent} no 100 izplatītāja vai pārdevēja cilvēkiem.",
  "The list of {connection} can't be read, so it was left out.":
    "Savienojuma {connection} saraksts nav nolasāms, tāpēc tas izlaists.",

  // What a run came to, and what became of its rows.
  "Rollcall was closed while this run was being sent. Nothing is lost: go on, and what was under way is looked up before anything is sent again.":
    "Rollcall tika aizvērts, kamēr šī izsūtīšana vēl notika. Nekas nav zudis: turpiniet, un tas, kas bija ceļā, tiek pārbaudīts, pirms kaut ko sūta vēlreiz.",
  "Rollcall met a defect of its own and stopped sending this run. Nothing is lost: go on, and what was under way is looked up before anything is sent again.":
    "Rollcall saskārās ar savu kļūdu un šo izsūtīšanu apturēja. Nekas nav zudis: turpiniet, un tas, kas bija ceļā, tiek pārbaudīts, pirms kaut ko sūta vēlreiz.",
  "Rollcall ended before the run did. Nothing was lost; take the run up again.":
    "Rollcall beidza darbu pirms izsūtīšanas. Nekas nav zudis; turpiniet izsūtīšanu.",
  "It goes on when you say so.": "Tā turpināsies, kad to teiksiet.",
  "Stopped as asked. What was not sent can be sent later.": "Apturēts, kā prasīts. Nenosūtīto var nosūtīt vēlāk.",
  "The platform can't be reached. Nothing was sent; it is tried again.":
    "Platforma nav sasniedzama. Nekas netika nosūtīts; tiek mēģināts vēlreiz.",
  "The platform can't be reached. The rest was not sent, and can be sent when the connection is back.":
    "Platforma nav sasniedzama. Pārējais netika nosūtīts; to var nosūtīt, kad savienojums būs atpakaļ.",
  "The platform does not accept the sign-in. The rest was not sent; sign in again and take the run up.":
    "Platforma nepieņem pierakstīšanos. Pārējais netika nosūtīts; pierakstieties vēlreiz un turpiniet izsūtīšanu.",
  "The platform's call quota is used up. Nothing was lost; the run goes on by itself.":
    "Platformas izsaukumu kvota ir izlietota. Nekas nav zudis; izsūtīšana turpināsies pati.",
  "The platform asks to slow down. Nothing was lost; the run goes on by itself.":
    "Platforma lūdz sūtīt lēnāk. Nekas nav zudis; izsūtīšana turpināsies pati.",
  "This person is blocked on the platform, and was not invited.":
    "Šis cilvēks platformā ir bloķēts un netika uzaicināts.",
  "This person is already there and active, and was not invited.":
    "Šis cilvēks jau ir platformā un ir aktīvs, tāpēc netika uzaicināts.",
  "This person was invited before and has not accepted yet. Nothing was mailed again.":
    "Šis cilvēks jau ir uzaicināts un vēl nav pieņēmis. Vēlreiz vēstule netika sūtīta.",
  "The rows of this person contradict each other. Nothing was sent for them.":
    "Šī cilvēka rindas ir pretrunā. Par tām nekas netika sūtīts.",
  "This row adds nothing to another row of the same person.": "Šī rinda nepievieno neko citai tā paša cilvēka rindai.",
  "You left this row out.": "Jūs šo rindu izlaidāt.",
  "The call was not processed. Nothing was sent.": "Izsaukums netika apstrādāts. Nekas netika nosūtīts.",
  "No clear answer came; a complete list of people shows the invitation.":
    "Skaidra atbilde nepienāca; pilnīgs cilvēku saraksts uzaicinājumu parāda.",
  "A complete list of people shows that the invitation was not sent.":
    "Pilnīgs cilvēku saraksts rāda, ka uzaicinājums netika nosūtīts.",
  "Came to be active on the platform before this was sent.": "Kļuva aktīvs platformā, pirms šis tika nosūtīts.",
  "Is blocked on the platform by now; not invited.": "Tagad platformā ir bloķēts; netika uzaicināts.",
  "Came to be invited before this was sent; not invited twice.":
    "Tika uzaicināts, pirms šis tika nosūtīts; divreiz netika aicināts.",
  "Called off before it was sent.": "Vairs netiek aicināts; vēl nebija nosūtīts.",
  "Called off before it was sent again. An earlier attempt may have gone through.":
    "Vairs netiek aicināts; vēlreiz vēl nebija sūtīts. Agrāks mēģinājums varbūt ir izdevies.",
  "A person found that the invitation went through.": "Kāds konstatēja, ka uzaicinājums ir nosūtīts.",
  "A person decided to send the invitation again.": "Kāds nolēma uzaicinājumu sūtīt vēlreiz.",
  "A person decided to leave it.": "Kāds nolēma to tā atstāt.",
  "The person was there before, so being listed does not show whether this invitation went out.":
    "Cilvēks tur bija jau agrāk, tāpēc saraksts nerāda, vai šis uzaicinājums tika nosūtīts.",
  "The person was there before and is not listed any more.": "Cilvēks tur bija jau agrāk un sarakstā vairs nav.",
  "This connection may not see the person even if the invitation went out.":
    "Šis savienojums cilvēku varbūt neredz arī tad, ja uzaicinājums tika nosūtīts.",
  "The platform refused the call, and may have invited some of its people before it did.":
    "Platforma izsaukumu noraidīja, bet dažus tā cilvēkus varbūt pirms tam uzaicināja.",
  "The platform's answer could not be read.": "Platformas atbildi nevarēja nolasīt.",
  "The platform answered with a redirect, which Rollcall does not follow.":
    "Platforma atbildēja ar pāradresāciju, kurai Rollcall neseko.",
  "The call went out, and no whole answer came back.": "Izsaukums tika nosūtīts, bet pilnīga atbilde nepienāca.",
  "The platform does not take a call as large as this one person needs.":
    "Platforma nepieņem tik lielu izsaukumu, kāds vajadzīgs šim vienam cilvēkam.",
  "The answer names people who were not in the call.": "Atbildē ir cilvēki, kuru izsaukumā nebija.",
  "The answer has no result for this person.": "Atbildē par šo cilvēku nav rezultāta.",
  "The answer has several results for this person.": "Atbildē par šo cilvēku ir vairāki rezultāti.",
  "The answer says something of this person that is not understood.": "Atbilde par šo cilvēku saka ko nesaprotamu.",
  Invited: "Uzaicināts",
  Refused: "Atteikts",
  "Being checked": "Tiek pārbaudīts",
  "Needs you": "Gaida Jūs",
  "Not sent": "Nav sūtīts",
  "Problem, not sent": "Problēma, nav sūtīts",
  "Contradiction, not sent": "Pretruna, nav sūtīts",
  "Already there": "Jau ir",
  "Same as another row": "Tas pats, kas cita rinda",
  "Part of another row": "Daļa no citas rindas",
  "Decided by hand": "Izšķirts manuāli",
  "An earlier attempt may have gone through all the same.": "Agrāks mēģinājums tomēr varbūt ir izdevies.",
  "The person is looked up before anything is sent again.": "Pirms kaut ko sūta vēlreiz, cilvēku pārbauda sarakstā.",
  "This platform does not list people who have not accepted yet, so nothing shows whether the invitation went out.":
    "Šī platforma nerāda tos, kas vēl nav pieņēmuši, tāpēc nekas nerāda, vai uzaicinājums tika nosūtīts.",
};
