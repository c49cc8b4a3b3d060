import type { RunningApp } from "./app";
import { until } from "./processes";

/** What the shell said to one call. */
export interface Told {
  /** What was odd about the call. */
  odd: string;
  how: "answered" | "refused" | "never";
  /** The code and sentence of a refusal; of an answer nothing. */
  code: string;
  message: string;
  /** Whether the word that nothing may tell was in it. */
  tells: boolean;
}

/** What is given to a command, by what is odd about it. "@huge" and "@deep" stand for what is made in the page. */
export type Payloads = [odd: string, payload: Record<string, unknown>][];

type Calling = { __told?: Told[]; __TAURI_INTERNALS__: { invoke(name: string, payload: object): Promise<unknown> } };

/** Calls a command from the page, once for each payload, and says no to whatever dialog it opens. */
export async function callFromPage(
  app: RunningApp,
  command: string,
  payloads: Payloads,
  word: string,
): Promise<Told[]> {
  await app.page.browser.execute(begin, command, JSON.stringify(payloads), word);
  let seen = -1;
  return until(
    `${command} to say something to ${payloads.length} calls`,
    async () => {
      const told = await app.page.browser.execute(() => (window as unknown as Calling).__told ?? []);
      if (told.length === payloads.length) return told;
      // It waits for a person: twice the same means that a dialog is open.
      if (told.length === seen) await app.dismissDialogs();
      seen = told.length;
      return null;
    },
    600_000,
  );
}

/** Runs in the page: one call after the other, each with an end. */
function begin(command: string, payloads: string, word: string): void {
  const calling = window as unknown as Calling;
  const told: Told[] = [];
  calling.__told = told;
  const deep = () => {
    let inner: unknown = "deep";
    for (let at = 0; at < 5_000; at += 1) inner = at % 2 === 0 ? [inner] : { inner };
    return inner;
  };
  const made = (_: string, value: unknown) =>
    value === "@huge" ? "x".repeat(1_000_000) : value === "@deep" ? deep() : value;
  const say = (thrown: unknown): Pick<Told, "code" | "message"> => {
    const { code, message } = thrown as { code?: unknown; message?: unknown };
    return typeof code === "string" && typeof message === "string"
      ? { code, message }
      : { code: "", message: String(thrown) };
  };
  const call = async ([odd, payload]: [string, object]) => {
    const never = new Promise<Told>((done) =>
      setTimeout(() => done({ odd, how: "never", code: "", message: "", tells: false }), 60_000),
    );
    const answered = calling.__TAURI_INTERNALS__.invoke(command, payload).then(
      (answer): Told => {
        const tells = (JSON.stringify(answer) ?? "").includes(word);
        return { odd, how: "answered", code: "", message: "", tells };
      },
      (thrown): Told => ({ odd, how: "refused", ...say(thrown), tells: JSON.stringify(thrown).includes(word) }),
    );
    told.push(await Promise.race([answered, never]));
  };
  void (async () => {
    for (const each of JSON.parse(payloads, made) as [string, object][]) await call(each);
  })();
}
