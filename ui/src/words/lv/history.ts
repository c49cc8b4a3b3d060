import type { RowMoment } from "@/ipc";
import { dateTime, timeSeconds } from "../format";
import type { history as english } from "../history";

/** When the list was begun: `14:09:02`, with its day where that is another one. */
function begun({ at, listBegunAt }: RowMoment): string | null {
  if (listBegunAt === null) return null;
  const sameDay = new Date(at).toDateString() === new Date(listBegunAt).toDateString();
  return sameDay ? timeSeconds(listBegunAt) : dateTime(listBegunAt);
}

function inList(moment: RowMoment): string {
  const at = begun(moment);
  return at === null ? "cilvēku sarakstā" : `sarakstā, kas sākts ${at}`;
}

const found = (outcome: string) => (moment: RowMoment) => `meklēts ${inList(moment)}: ${outcome}`;
const who = ({ by }: RowMoment) => by ?? "kāds";
const why = ({ message }: RowMoment) => message ?? "Iemesls netika pateikts";

export const history: typeof english = {
  step: {
    sent: ({ attempt }) => `nosūtīts (${attempt}. mēģinājums)`,
    invited: () => "atbildē teikts: uzaicināts",
    refused: (moment) => `atbildē teikts: atteikts. ${why(moment)}`,
    "not-reached": () => "platformu neizdevās sasniegt; nekas netika nosūtīts",
    "asked-to-wait": () => "platforma lūdza pagaidīt un neko neizdarīja; par mēģinājumu to neskaita",
    "sign-in-refused": () =>
      "platforma noraidīja atslēgu, pierakstīšanos vai atļauju un neko neizdarīja; par mēģinājumu to neskaita",
    "call-refused": () => "platforma noraidīja visu izsaukumu un neko neizdarīja; par mēģinājumu to neskaita",
    "not-processed": () => "platforma neko neizdarīja; par mēģinājumu to neskaita",
    "no-answer": () => "atbildes nebija",
    "unclear-answer": (moment) => `skaidras atbildes nebija. ${why(moment)}`,
    "cut-off": () => "Rollcall beidza darbu, kamēr izsaukums vēl notika",
    "wait-begun-anew": () => "dators tika palaists no jauna, tāpēc gaidīšana pirms meklēšanas sākās no sākuma",
    "found-listed": found("ir sarakstā, tātad uzaicinājums tika nosūtīts"),
    "found-absent": found("nav sarakstā, tātad nekas netika nosūtīts"),
    "listed-before": found("ir sarakstā, bet bija arī agrāk"),
    vanished: found("vairs nav sarakstā, bet agrāk bija"),
    "pending-not-listed": found("nav sarakstā, bet šī platforma nerāda tos, kas vēl nav pieņēmuši"),
    "not-visible": found("nav sarakstā, bet šis savienojums cilvēku var neredzēt arī tad, ja tas ir uzaicināts"),
    unproven: (moment) => found(why(moment))(moment),
    "said-done": (moment) => `${who(moment)} apliecināja, ka izdevās`,
    "said-send": (moment) => `${who(moment)} lūdza sūtīt vēlreiz`,
    "said-drop": (moment) => `${who(moment)} lūdza tā atstāt`,
    "send-taken-back": (moment) => `${who(moment)} to atsauca, pirms tas tika nosūtīts vēlreiz`,
    "held-back": (moment) => `nav nosūtīts. ${why(moment)}`,
    "called-off": (moment) => `${who(moment)} to atsauca, pirms tas tika nosūtīts`,
    "already-there": (moment) => `nav nosūtīts. ${why(moment)}`,
    "list-renewed": (moment) => {
      const at = begun(moment);
      return `turpmāk „bija agrāk” attiecas uz ${at === null ? "cilvēku sarakstu" : `sarakstu, kas sākts ${at}`}`;
    },
  },
  label: (row) => `Kas noticis ar ${row}. rindu`,
  nothing: "Par šo rindu līdz šim nekas nav sūtīts.",
  on: (day, time) => `${day}, ${time}`,
};
