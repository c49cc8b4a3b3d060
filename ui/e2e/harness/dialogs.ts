import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { until } from "./processes";

const run = promisify(execFile);

/** Types a path into the system's dialog of this title and says yes, as a person does at the keyboard. */
export async function answerDialog(title: string, path: string): Promise<void> {
  const dialog = await until(`the dialog ${title}`, async () => {
    const found = await run("xdotool", ["search", "--onlyvisible", "--name", `^${title}$`]).catch(() => null);
    return found?.stdout.trim().split("\n").at(-1);
  });
  const xdotool = (...words: string[]) => run("xdotool", words);
  await xdotool("windowfocus", "--sync", dialog);
  // The dialog's field holds the proposed name, and is where one types.
  await xdotool("key", "--clearmodifiers", "ctrl+a");
  await xdotool("type", "--clearmodifiers", "--delay", "5", path);
  await xdotool("key", "--clearmodifiers", "Return");
  await until(`the dialog ${title} to be gone`, async () => {
    const found = await run("xdotool", ["search", "--onlyvisible", "--name", `^${title}$`]).catch(() => null);
    return (found?.stdout.trim() ?? "") === "";
  });
}
