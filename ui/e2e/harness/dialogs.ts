import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { stroke } from "./pointer";
import { until } from "./processes";

const run = promisify(execFile);

/** Types a path into the system's dialog for saving that has this title, and says yes, as a person does at the keyboard. */
export async function answerDialog(title: string, path: string): Promise<void> {
  // The dialog's field holds the proposed name, and is where one types.
  await typeInto(title, "ctrl+a", path);
}

/** The same for a dialog in which a file is chosen: Ctrl+L leads to the field for its path. */
export async function chooseInDialog(title: string, path: string): Promise<void> {
  await typeInto(title, "ctrl+l", path);
}

/** Types what a window with this title asks for, such as a password, and says yes. */
export async function answerQuestion(title: string, answer: string): Promise<void> {
  await typeInto(title, "ctrl+a", answer);
}

async function typeInto(title: string, first: string, path: string): Promise<void> {
  const dialog = await until(`the dialog ${title}`, async () => {
    const found = await run("xdotool", ["search", "--onlyvisible", "--name", `^${title}$`]).catch(() => null);
    return found?.stdout.trim().split("\n").at(-1);
  });
  const xdotool = (...words: string[]) => run("xdotool", words);
  await xdotool("windowfocus", "--sync", dialog);
  await xdotool("key", "--clearmodifiers", first);
  await xdotool("type", "--clearmodifiers", "--delay", "5", path);
  const gone = async () => {
    const found = await run("xdotool", ["search", "--onlyvisible", "--name", `^${title}$`]).catch(() => null);
    return (found?.stdout.trim() ?? "") === "";
  };
  // The list of completions that opens under a path takes the first Enter for itself. One that comes while the dialog is
  // still busy with the last one ends it with nothing chosen.
  await until(`the dialog ${title} to be gone`, async () => {
    if (await gone()) return true;
    await xdotool("windowfocus", "--sync", dialog);
    await stroke("Return");
    return until("it to go", gone, 1_500).catch(() => false);
  });
}
