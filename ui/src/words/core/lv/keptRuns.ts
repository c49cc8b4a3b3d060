import { form } from "../../format";
import { type CoreWords, told } from "../told";

/** Where a row stands, in one or a few words. */
const standing: Readonly<Record<string, string>> = {
  rejected: "ar kļūdu",
  duplicate: "tas pats, kas cita rinda",
  folded: "daļa no citas rindas",
  conflict: "pretruna",
  "already-present": "jau ir",
  ready: "vēl jāsūta",
  cancelled: "vairs neaicina",
  "in-flight": "ceļā",
  confirmed: "uzaicināts",
  "confirmed-by-list": "uzaicināts pēc saraksta",
  refused: "atteikts",
  unknown: "tiek pārbaudīts",
  "needs-review": "gaida Jūs",
  resolved: "izšķirts manuāli",
};

const standingOf = (word = "") => standing[word] ?? word;

/** What is wrong with a record of runs. It stands inside of a sentence. */
const wrong = {
  "row {row} is not what its events say": "{row}. rinda nav tāda, kā saka tās notikumi",
  "an event is of a row that is not there": "kāds notikums ir par rindu, kuras nav",
  "the rows of a run are not as many as were written": "kādā izsūtīšanā nav tik daudz rindu, cik ierakstīts",
  "an event of row {row} does not follow": "{row}. rindas notikums neseko iepriekšējam",
  "no step is called {step}": "nevienu soli nesauc {step}",
  "a row to be sent has no invitation": "sūtāmai rindai nav uzaicinājuma",
  "row {row} would go to another person": "{row}. rinda nonāktu pie cita cilvēka",
  "row {row} is there twice": "{row}. rinda ir divreiz",
  "row {row} can't begin as {state}": ({ row, state }) => `${row}. rinda nevar sākties kā „${standingOf(state)}”`,
  "row {row} invites a person whom an earlier row invites":
    "{row}. rinda uzaicina cilvēku, ko uzaicina jau agrāka rinda",
  "row {row} does not say whom to invite": "{row}. rinda nepasaka, ko uzaicināt",
  "a text can't be kept": "kādu tekstu nevar saglabāt",
  "an invitation can't be kept": "kādu uzaicinājumu nevar saglabāt",
  "an invitation can't be read": "kādu uzaicinājumu nevar nolasīt",
  "a run is in no known state": "kādas izsūtīšanas stāvoklis nav zināms",
  "a list of texts can't be read": "kādu tekstu sarakstu nevar nolasīt",
  "an answer was judged for another number of rows": "kāda atbilde vērtēta citam rindu skaitam",
  "row {row} was sent less than never": "{row}. rinda sūtīta mazāk nekā nevienu reizi",
  "row {row}: a row that is {state} can't take the step {step}": ({ row, state, step }) =>
    `${row}. rinda: pēc „${standingOf(state)}” nevar sekot solis ${step}`,
  "no state is called {word}": "nevienu stāvokli nesauc {word}",
  "a time can't be read": "kādu laiku nevar nolasīt",
} satisfies Partial<CoreWords>;

/** The platform's own words, quoted as in Latvian. */
const quoted = (said = "") => (said === "nothing more." ? "neko vairāk." : said.replace(/^“(.*)”$/su, "„$1”"));

const account = (user = "") => (user === "an unnamed account" ? "bez nosaukuma" : user);
const computer = (host = "") => (host === "this machine" ? "šis" : host);

/** What the core says of runs and of sending, in Latvian. */
export const keptRuns = {
  ...wrong,

  // Who sends.
  "Invitations of this connection are being sent by process {pid} of {user} on {host} since {since}. Nothing was sent from here; wait for it, or stop it first.":
    ({ pid, user, host, since }) =>
      `Šī savienojuma uzaicinājumus kopš ${since} sūta process ${pid} (konts: ${account(user)}, dators: ${computer(host)}). No šejienes nekas netika sūtīts; sagaidiet, līdz tas beidz, vai vispirms to apturiet.`,
  "Invitations of this connection are being sent by another Rollcall. Nothing was sent from here; wait for it, or stop it first.":
    "Šī savienojuma uzaicinājumus sūta cits Rollcall. No šejienes nekas netika sūtīts; sagaidiet, līdz tas beidz, vai vispirms to apturiet.",
  "Rollcall can't make sure that it alone sends, because its lock file can't be used. Nothing was sent.":
    "Rollcall nevar pārliecināties, ka sūta tikai tas, jo tā slēdzenes failu nevar izmantot. Nekas netika nosūtīts.",
  "The lock of another connection was given, so nothing was sent.":
    "Slēdzene pieder citam savienojumam, tāpēc nekas netika nosūtīts.",
  "Another run of this connection is being sent. Nothing was sent of this one; wait for the other.":
    "Pašlaik notiek cita šī savienojuma izsūtīšana. No šīs nekas netika nosūtīts; sagaidiet, līdz otra beidzas.",
  "Rollcall is closing. Nothing more was sent; take the run up again.":
    "Rollcall tiek aizvērts. Nekas vairāk netika nosūtīts; turpiniet izsūtīšanu.",

  // The record of runs.
  "The journal was opened for reading only, so nothing was written and nothing is sent.":
    "Izsūtīšanu pieraksti tika atvērti tikai lasīšanai, tāpēc nekas netika ierakstīts un nekas netiek sūtīts.",
  "The journal contradicts itself ({what}). Nothing is sent from it, and it was not changed. Bring it back from a backup, or ask for help before you send these people anything.":
    ({ what = "" }) =>
      `Izsūtīšanu pieraksti ir pretrunīgi (${told(what).text}). No tiem nekas netiek sūtīts, un tie netika mainīti. Atjaunojiet tos no rezerves kopijas vai meklējiet palīdzību, pirms šiem cilvēkiem kaut ko sūtāt.`,
  "There is no run with this id in the journal of this profile.":
    "Šī savienojuma pierakstos nav izsūtīšanas ar šādu ID.",
  "The run has no row {row}.": "Izsūtīšanā nav {row}. rindas.",
  "Row {row} is {stands} and does not wait for this decision. Nothing was changed.": ({ row, stands }) =>
    `${row}. rindas stāvoklis ir „${standingOf(stands)}”, un šo lēmumu tā negaida. Nekas netika mainīts.`,
  "The list of people is {minutes} minutes old, and somebody may have been invited since. Nothing was sent. Refresh the list, look at the plan again, and start.":
    ({ minutes }) =>
      `Cilvēku saraksts ir ${minutes} ${form(Number(minutes), "minūti", "minūtes", "minūšu")} vecs, un pa to laiku kāds varbūt ir uzaicināts. Nekas netika nosūtīts. Atsvaidziniet sarakstu, vēlreiz apskatiet plānu un sāciet.`,
  "This run can't be written down: {what}. Nothing was sent.": ({ what = "" }) =>
    `Šo izsūtīšanu nevar pierakstīt: ${told(what).text}. Nekas netika nosūtīts.`,
  "The journal could not be written a moment ago, so nothing more is sent.":
    "Pirms brīža izsūtīšanu pierakstos nevarēja ierakstīt, tāpēc nekas vairāk netiek sūtīts.",
  "Rows of this run were changed from another window in the same moment. Nothing was sent.":
    "Šīs izsūtīšanas rindas tajā pašā brīdī mainīja cits logs. Nekas netika nosūtīts.",

  // Why a run is not sent, or no longer.
  "The run halted, because nothing is sent whose intent is not on disk. What is under way is looked up when the run is taken up again.":
    "Izsūtīšana apstājās, jo nekas netiek sūtīts, kas vispirms nav ierakstīts diskā. To, kas ir ceļā, pārbaudīs, kad izsūtīšana turpināsies.",
  "This run was begun on another platform or for another part of it, so it is not taken up here. Nothing was sent. Open the connection that it was begun with, or set this one back to what it was.":
    "Šī izsūtīšana sākta citā platformā vai citai tās daļai, tāpēc šeit tā netiek turpināta. Nekas netika nosūtīts. Atveriet savienojumu, ar kuru tā sākta, vai iestatiet šo savienojumu tā, kā tas bija.",
  "This run was begun by another signed-in account, so it is not taken up with this one. Nothing was sent. Sign in as before.":
    "Šo izsūtīšanu sāka, pierakstoties ar citu kontu, tāpēc ar šo tā netiek turpināta. Nekas netika nosūtīts. Pierakstieties kā iepriekš.",
  "The platform refused many calls in a row as a whole, each with one person in it. The fault is probably in how calls are built, not in the people. The rest was not sent.":
    "Platforma pilnībā noraidīja daudzus izsaukumus pēc kārtas, un katrā bija viens cilvēks. Vaina laikam ir tajā, kā izsaukumi veidoti, nevis cilvēkos. Pārējais netika nosūtīts.",
  "The platform does not accept the subscription key. The rest was not sent. It says: {said}": ({ said }) =>
    `Platforma nepieņem abonementa atslēgu. Pārējais netika nosūtīts. Tā saka: ${quoted(said)}`,
  "The signed-in account may not invite people here. The rest was not sent. It says: {said}": ({ said }) =>
    `Konts, ar kuru pierakstījās, šeit nedrīkst uzaicināt cilvēkus. Pārējais netika nosūtīts. Platforma saka: ${quoted(said)}`,
  "The platform answered with a redirect (status {status}), which Rollcall does not follow. The last people are looked up before anything is sent again; check the connection's address.":
    "Platforma atbildēja ar pāradresāciju (statuss {status}), kurai Rollcall neseko. Pēdējos cilvēkus pārbauda, pirms kaut ko sūta vēlreiz; pārbaudiet savienojuma adresi.",
  "The record of what was sent before is gone. Whatever was under way gets time to show in the list of people; then the list is read, and only who is missing there is sent.":
    "Pieraksti par to, kas nosūtīts agrāk, ir zuduši. Tam, kas bija ceļā, dod laiku parādīties cilvēku sarakstā; tad sarakstu nolasa un sūta tikai tiem, kuru tur trūkst.",
  "Answer after answer of the platform left open whether invitations went out. Everybody concerned was looked up; the rest was not sent. Try again when the platform is well.":
    "Platformas atbildes cita pēc citas atstāja neskaidru, vai uzaicinājumi tika nosūtīti. Visi, uz ko tas attiecas, ir pārbaudīti; pārējais netika nosūtīts. Mēģiniet vēlreiz, kad platforma darbosies labi.",
  "People of this run are still being checked in a run that was begun on another platform or by another signed-in account. The rest was not sent; take that run up first, as it was begun.":
    "Šīs izsūtīšanas cilvēkus vēl pārbauda kāda izsūtīšana, kas sākta citā platformā vai ar citu kontu. Pārējais netika nosūtīts; vispirms turpiniet to tā, kā tā sākta.",

  // Lists that prove nothing.
  "The list of people is not from now, so it proves nothing.":
    "Cilvēku saraksts nav pašreizējais, tāpēc tas neko nepierāda.",
  "Nothing was sent or settled on it.": "Pēc tā nekas netika nosūtīts un nekas netika izšķirts.",
  "Nothing was changed; it is read again.": "Nekas netika mainīts; to nolasa vēlreiz.",
  "Nothing was changed or sent on it; take the run up again later.":
    "Pēc tā nekas netika mainīts un nekas netika nosūtīts; turpiniet izsūtīšanu vēlāk.",

  // What became of a row.
  "The platform answered with status {status}, which does not say whether it sent the invitation.":
    "Platforma atbildēja ar statusu {status}, un tas nepasaka, vai tā uzaicinājumu nosūtīja.",
  "Invited by the run “{title}” in the meantime, so not sent again here.":
    "Pa to laiku uzaicināts izsūtīšanā „{title}”, tāpēc šeit vēlreiz netika sūtīts.",
  "The run “{title}” sent this invitation in the meantime, and nothing shows whether it went through. Nothing was sent here; say whether this person shall be invited.":
    "Pa to laiku šo uzaicinājumu nosūtīja izsūtīšana „{title}”, un nekas nerāda, vai tas izdevās. Šeit nekas netika nosūtīts; pasakiet, vai šo cilvēku uzaicināt.",
  "The platform refused to invite this person and did not say why.":
    "Platforma atteicās uzaicināt šo cilvēku un nepateica, kāpēc.",
  "No clear answer came; a complete list of people shows the invitation, but not the role, which is given in a step after it. Give it on the platform itself.":
    "Skaidra atbilde nepienāca; pilnīgs cilvēku saraksts rāda uzaicinājumu, bet ne lomu, ko piešķir nākamajā solī. Piešķiriet to pašā platformā.",
  "No clear answer came; a complete list of people shows the invitation, but not whether the step after it was done. Look at it on the platform itself.":
    "Skaidra atbilde nepienāca; pilnīgs cilvēku saraksts rāda uzaicinājumu, bet ne to, vai nākamais solis tika veikts. Apskatiet to pašā platformā.",
  "Rollcall ended while this invitation was under way. The person is looked up before anything is sent again.":
    "Rollcall beidza darbu, kamēr šis uzaicinājums bija ceļā. Pirms kaut ko sūta vēlreiz, cilvēku pārbauda sarakstā.",
  "The record of earlier invitations is gone, and this connection's list does not show everybody who was invited. Nothing was sent; say whether this person shall be invited.":
    "Pieraksti par agrākiem uzaicinājumiem ir zuduši, un šī savienojuma saraksts nerāda visus uzaicinātos. Nekas netika nosūtīts; pasakiet, vai šo cilvēku uzaicināt.",
} satisfies Partial<CoreWords>;
