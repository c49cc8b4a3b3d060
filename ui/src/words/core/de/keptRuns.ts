import { type CoreWords, told } from "../told";

/** Where a row stands, in one or a few words. */
const standing: Readonly<Record<string, string>> = {
  rejected: "fehlerhaft",
  duplicate: "gleich wie eine andere",
  folded: "Teil einer anderen",
  conflict: "im Widerspruch",
  "already-present": "schon da",
  ready: "noch offen",
  cancelled: "gestrichen",
  "in-flight": "unterwegs",
  confirmed: "eingeladen",
  "confirmed-by-list": "eingeladen nach der Liste",
  refused: "abgelehnt",
  unknown: "in Prüfung",
  "needs-review": "braucht Sie",
  resolved: "von Hand entschieden",
};

const standingOf = (word = "") => standing[word] ?? word;

/** What is wrong with a record of runs. It stands inside of a sentence. */
const wrong = {
  "row {row} is not what its events say": "Zeile {row} ist nicht das, was ihre Ereignisse sagen",
  "an event is of a row that is not there": "ein Ereignis gehört zu einer Zeile, die es nicht gibt",
  "the rows of a run are not as many as were written": "ein Lauf hat nicht so viele Zeilen, wie geschrieben wurden",
  "an event of row {row} does not follow": "ein Ereignis von Zeile {row} passt nicht zu dem davor",
  "no step is called {step}": "kein Schritt heißt {step}",
  "a row to be sent has no invitation": "eine Zeile, die gesendet werden soll, hat keine Einladung",
  "row {row} would go to another person": "Zeile {row} ginge an eine andere Person",
  "row {row} is there twice": "Zeile {row} ist zweimal da",
  "row {row} invites a person whom an earlier row invites":
    "Zeile {row} lädt eine Person ein, die schon eine frühere Zeile einlädt",
  "row {row} does not say whom to invite": "Zeile {row} sagt nicht, wen sie einlädt",
  "a text can't be kept": "ein Text lässt sich nicht aufbewahren",
  "an invitation can't be kept": "eine Einladung lässt sich nicht aufbewahren",
  "an invitation can't be read": "eine Einladung ist nicht lesbar",
  "a run is in no known state": "ein Lauf ist in keinem bekannten Status",
  "a list of texts can't be read": "eine Liste von Texten ist nicht lesbar",
  "an answer was judged for another number of rows": "eine Antwort wurde für eine andere Zahl von Zeilen beurteilt",
  "row {row} was sent less than never": "Zeile {row} wurde weniger als keinmal gesendet",
  "row {row} can't begin as {state}": ({ row, state }) => `Zeile ${row} kann nicht als „${standingOf(state)}“ beginnen`,
  "row {row}: a row that is {state} can't take the step {step}": ({ row, state, step }) =>
    `Zeile ${row}: Auf „${standingOf(state)}“ kann der Schritt ${step} nicht folgen`,
  "no state is called {word}": "kein Status heißt {word}",
  "a time can't be read": "eine Zeit ist nicht lesbar",
} satisfies Partial<CoreWords>;

/** The platform's own words, quoted as in German. */
const quoted = (said = "") => (said === "nothing more." ? "nichts weiter." : said.replace(/^“(.*)”$/su, "„$1“"));

const account = (user = "") => (user === "an unnamed account" ? "einem unbenannten Konto" : user);
const computer = (host = "") => (host === "this machine" ? "diesem Computer" : host);

/** What the core says of runs and of sending, in German. */
export const keptRuns = {
  ...wrong,

  // Who sends.
  "Invitations of this connection are being sent by process {pid} of {user} on {host} since {since}. Nothing was sent from here; wait for it, or stop it first.":
    ({ pid, user, host, since }) =>
      `Einladungen dieser Verbindung werden seit ${since} von Prozess ${pid} von ${account(user)} auf ${computer(host)} gesendet. Von hier wurde nichts gesendet; warten Sie, bis er fertig ist, oder halten Sie ihn zuerst an.`,
  "Invitations of this connection are being sent by another Rollcall. Nothing was sent from here; wait for it, or stop it first.":
    "Einladungen dieser Verbindung werden von einem anderen Rollcall gesendet. Von hier wurde nichts gesendet; warten Sie, bis es fertig ist, oder halten Sie es zuerst an.",
  "Rollcall can't make sure that it alone sends, because its lock file can't be used. Nothing was sent.":
    "Rollcall kann nicht sicherstellen, dass es allein sendet, denn seine Sperrdatei lässt sich nicht verwenden. Nichts wurde gesendet.",
  "The lock of another connection was given, so nothing was sent.":
    "Die Sperre gehört zu einer anderen Verbindung, deshalb wurde nichts gesendet.",
  "Another run of this connection is being sent. Nothing was sent of this one; wait for the other.":
    "Ein anderer Lauf dieser Verbindung wird gerade gesendet. Von diesem wurde nichts gesendet; warten Sie auf den anderen.",
  "Rollcall is closing. Nothing more was sent; take the run up again.":
    "Rollcall wird geschlossen. Es wurde nichts mehr gesendet; nehmen Sie den Lauf wieder auf.",

  // The record of runs.
  "The journal was opened for reading only, so nothing was written and nothing is sent.":
    "Die Aufzeichnung der Läufe wurde nur zum Lesen geöffnet, deshalb wurde nichts geschrieben und wird nichts gesendet.",
  "The journal contradicts itself ({what}). Nothing is sent from it, and it was not changed. Bring it back from a backup, or ask for help before you send these people anything.":
    ({ what = "" }) =>
      `Die Aufzeichnung der Läufe widerspricht sich (${told(what).text}). Aus ihr wird nichts gesendet, und sie wurde nicht geändert. Holen Sie sie aus einer Sicherung zurück, oder suchen Sie Hilfe, ehe Sie diesen Personen etwas senden.`,
  "There is no run with this id in the journal of this profile.":
    "In der Aufzeichnung dieser Verbindung gibt es keinen Lauf mit dieser ID.",
  "The run has no row {row}.": "Der Lauf hat keine Zeile {row}.",
  "Row {row} is {stands} and does not wait for this decision. Nothing was changed.": ({ row, stands }) =>
    `Zeile ${row} steht auf „${standingOf(stands)}“ und wartet nicht auf diese Entscheidung. Nichts wurde geändert.`,
  "The list of people is {minutes} minutes old, and somebody may have been invited since. Nothing was sent. Refresh the list, look at the plan again, and start.":
    "Die Personenliste ist {minutes} Minuten alt, und seither wurde vielleicht jemand eingeladen. Nichts wurde gesendet. Aktualisieren Sie die Liste, sehen Sie sich den Plan noch einmal an, und beginnen Sie.",
  "This run can't be written down: {what}. Nothing was sent.": ({ what = "" }) =>
    `Dieser Lauf lässt sich nicht aufzeichnen: ${told(what).text}. Nichts wurde gesendet.`,
  "The journal could not be written a moment ago, so nothing more is sent.":
    "Die Aufzeichnung der Läufe ließ sich eben nicht schreiben, deshalb wird nichts mehr gesendet.",
  "Rows of this run were changed from another window in the same moment. Nothing was sent.":
    "Zeilen dieses Laufs wurden im selben Moment aus einem anderen Fenster geändert. Nichts wurde gesendet.",

  // Why a run is not sent, or no longer.
  "The run halted, because nothing is sent whose intent is not on disk. What is under way is looked up when the run is taken up again.":
    "Der Lauf wurde angehalten, denn es wird nichts gesendet, was nicht vorher auf der Festplatte steht. Was unterwegs ist, wird nachgeschlagen, wenn der Lauf wieder aufgenommen wird.",
  "This run was begun on another platform or for another part of it, so it is not taken up here. Nothing was sent. Open the connection that it was begun with, or set this one back to what it was.":
    "Dieser Lauf wurde auf einer anderen Plattform oder für einen anderen Teil von ihr begonnen und wird deshalb hier nicht aufgenommen. Nichts wurde gesendet. Öffnen Sie die Verbindung, mit der er begonnen wurde, oder stellen Sie diese wieder so ein, wie sie war.",
  "This run was begun by another signed-in account, so it is not taken up with this one. Nothing was sent. Sign in as before.":
    "Dieser Lauf wurde mit einem anderen angemeldeten Konto begonnen und wird deshalb mit diesem nicht aufgenommen. Nichts wurde gesendet. Melden Sie sich an wie zuvor.",
  "The platform refused many calls in a row as a whole, each with one person in it. The fault is probably in how calls are built, not in the people. The rest was not sent.":
    "Die Plattform hat viele Aufrufe hintereinander als Ganzes abgelehnt, jeden mit einer Person darin. Der Fehler liegt wohl daran, wie Aufrufe gebaut sind, und nicht an den Personen. Der Rest wurde nicht gesendet.",
  "The platform does not accept the subscription key. The rest was not sent. It says: {said}": ({ said }) =>
    `Die Plattform nimmt den Abonnementschlüssel nicht an. Der Rest wurde nicht gesendet. Die Plattform sagt: ${quoted(said)}`,
  "The signed-in account may not invite people here. The rest was not sent. It says: {said}": ({ said }) =>
    `Das angemeldete Konto darf hier niemanden einladen. Der Rest wurde nicht gesendet. Die Plattform sagt: ${quoted(said)}`,
  "The platform answered with a redirect (status {status}), which Rollcall does not follow. The last people are looked up before anything is sent again; check the connection's address.":
    "Die Plattform antwortete mit einer Weiterleitung (Status {status}), der Rollcall nicht folgt. Die letzten Personen werden nachgeschlagen, ehe wieder etwas gesendet wird; prüfen Sie die Adresse der Verbindung.",
  "The record of what was sent before is gone. Whatever was under way gets time to show in the list of people; then the list is read, and only who is missing there is sent.":
    "Die Aufzeichnung dessen, was zuvor gesendet wurde, ist weg. Was unterwegs war, bekommt Zeit, in der Personenliste zu erscheinen; dann wird die Liste gelesen und nur gesendet, wer dort fehlt.",
  "Answer after answer of the platform left open whether invitations went out. Everybody concerned was looked up; the rest was not sent. Try again when the platform is well.":
    "Antwort um Antwort der Plattform ließ offen, ob Einladungen hinausgingen. Alle Betroffenen wurden nachgeschlagen; der Rest wurde nicht gesendet. Versuchen Sie es erneut, wenn die Plattform wieder richtig arbeitet.",
  "People of this run are still being checked in a run that was begun on another platform or by another signed-in account. The rest was not sent; take that run up first, as it was begun.":
    "Personen dieses Laufs sind noch in einem Lauf in Prüfung, der auf einer anderen Plattform oder mit einem anderen angemeldeten Konto begonnen wurde. Der Rest wurde nicht gesendet; nehmen Sie zuerst jenen Lauf so wieder auf, wie er begonnen wurde.",

  // Lists that prove nothing.
  "The list of people is not from now, so it proves nothing.":
    "Die Personenliste ist nicht aktuell und beweist deshalb nichts.",
  "Nothing was sent or settled on it.": "Daraufhin wurde nichts gesendet und nichts entschieden.",
  "Nothing was changed; it is read again.": "Nichts wurde geändert; sie wird noch einmal gelesen.",
  "Nothing was changed or sent on it; take the run up again later.":
    "Daraufhin wurde nichts geändert und nichts gesendet; nehmen Sie den Lauf später wieder auf.",

  // What became of a row.
  "The platform answered with status {status}, which does not say whether it sent the invitation.":
    "Die Plattform antwortete mit Status {status}, und der sagt nicht, ob sie die Einladung gesendet hat.",
  "Invited by the run “{title}” in the meantime, so not sent again here.":
    "Inzwischen durch den Lauf „{title}“ eingeladen, deshalb hier nicht noch einmal gesendet.",
  "The run “{title}” sent this invitation in the meantime, and nothing shows whether it went through. Nothing was sent here; say whether this person shall be invited.":
    "Der Lauf „{title}“ hat diese Einladung inzwischen gesendet, und nichts zeigt, ob sie durchging. Hier wurde nichts gesendet; sagen Sie, ob diese Person eingeladen werden soll.",
  "The platform refused to invite this person and did not say why.":
    "Die Plattform hat es abgelehnt, diese Person einzuladen, und nicht gesagt, warum.",
  "No clear answer came; a complete list of people shows the invitation, but not the role, which is given in a step after it. Give it on the platform itself.":
    "Es kam keine klare Antwort; eine vollständige Personenliste zeigt die Einladung, aber nicht die Rolle, die in einem Schritt danach zugewiesen wird. Weisen Sie sie auf der Plattform selbst zu.",
  "No clear answer came; a complete list of people shows the invitation, but not whether the step after it was done. Look at it on the platform itself.":
    "Es kam keine klare Antwort; eine vollständige Personenliste zeigt die Einladung, aber nicht, ob der Schritt danach getan wurde. Sehen Sie auf der Plattform selbst nach.",
  "Rollcall ended while this invitation was under way. The person is looked up before anything is sent again.":
    "Rollcall wurde beendet, während diese Einladung unterwegs war. Die Person wird nachgeschlagen, ehe wieder etwas gesendet wird.",
  "The record of earlier invitations is gone, and this connection's list does not show everybody who was invited. Nothing was sent; say whether this person shall be invited.":
    "Die Aufzeichnung früherer Einladungen ist weg, und die Liste dieser Verbindung zeigt nicht alle, die eingeladen wurden. Nichts wurde gesendet; sagen Sie, ob diese Person eingeladen werden soll.",
} satisfies Partial<CoreWords>;
