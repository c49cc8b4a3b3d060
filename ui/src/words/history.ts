import type { RowMoment, RowStep } from "@/ipc";
import { dateTime, timeSeconds } from "./format";
import { said } from "./said";

/** "the list begun 14:09:02", with its day where that is another one. */
function list({ at, listBegunAt }: RowMoment): string {
  if (listBegunAt === null) return "a list of people";
  const sameDay = new Date(at).toDateString() === new Date(listBegunAt).toDateString();
  return `the list begun ${sameDay ? timeSeconds(listBegunAt) : dateTime(listBegunAt)}`;
}

const found = (outcome: string) => (moment: RowMoment) => `looked up in ${list(moment)}: ${outcome}`;
const who = ({ by }: RowMoment) => by ?? "somebody";
const why = ({ message }: RowMoment) => message ?? "the reason was not told";

/** What happened to a row, in the words that every screen uses: one for each step that there is. */
const step: Record<RowStep, (moment: RowMoment) => string> = {
  sent: ({ attempt }) => `sent (attempt ${attempt})`,
  invited: () => "the answer says: invited",
  refused: (moment) => `the answer says: refused. ${why(moment)}`,
  "not-reached": () => "the platform could not be reached; nothing went out",
  "asked-to-wait": () => "the platform asked to wait, and did nothing; it does not count as an attempt",
  "sign-in-refused": () =>
    "the platform refused the key, the sign-in or the permission, and did nothing; it does not count as an attempt",
  "call-refused": () => "the platform refused the whole call, and did nothing; it does not count as an attempt",
  "not-processed": () => "the platform did nothing; it does not count as an attempt",
  "no-answer": () => "no answer came",
  "unclear-answer": (moment) => `no clear answer came. ${why(moment)}`,
  "cut-off": () => "Rollcall ended while the call was under way",
  "wait-begun-anew": () => "the computer had been started anew, so the wait before looking began again",
  "found-listed": found("listed, which shows that the invitation went out"),
  "found-absent": found("not listed, which shows that nothing was sent"),
  "listed-before": found("listed, but was there before"),
  vanished: found("not listed any more, and was there before"),
  "pending-not-listed": found("not listed, but this platform does not list who has not accepted yet"),
  "not-visible": found("not listed, but this connection may not see the person even if invited"),
  unproven: (moment) => found(why(moment))(moment),
  "said-done": (moment) => `${who(moment)} said that it went through`,
  "said-send": (moment) => `${who(moment)} said to send it again`,
  "said-drop": (moment) => `${who(moment)} said to leave it`,
  "send-taken-back": (moment) => `called off by ${who(moment)} before it was sent again`,
  "held-back": (moment) => `not sent. ${why(moment)}`,
  "called-off": (moment) => `called off by ${who(moment)} before it was sent`,
  "already-there": (moment) => `not sent. ${why(moment)}`,
  "list-renewed": (moment) => `${list(moment)} is what “there before” means from here on`,
};

/** What is known of a row. */
export const history = said("history", {
  step,
  label: (row: number) => `What happened to row ${row}`,
  nothing: "Nothing was sent for this row so far.",
  on: (day: string, time: string) => `${day}, ${time}`,
});
