import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Copies a text as another program on the desktop does. */
export async function copyElsewhere(text: string): Promise<void> {
  await new Promise<void>((done, failed) => {
    // xclip stays behind as the owner of what was copied, as the program does in which a person copied. It must hold
    // nothing of ours open, or the tests wait for it when they end.
    const xclip = spawn("xclip", ["-selection", "clipboard", "-in"], { stdio: ["pipe", "ignore", "ignore"] });
    xclip.on("error", failed);
    xclip.on("exit", (code) => (code === 0 ? done() : failed(new Error(`xclip ended with ${code}.`))));
    xclip.stdin.end(text);
  });
}

/** The picture on the clipboard, as another program on the desktop gets it: the bytes of a PNG. */
export async function readPictureElsewhere(): Promise<Buffer> {
  const read = ["-selection", "clipboard", "-target", "image/png", "-out"];
  return (await run("xclip", read, { encoding: "buffer", maxBuffer: 64 << 20 })).stdout;
}

/** The table on the clipboard, as another program on the desktop gets it: the texts of its cells, row by row. */
export async function readTableElsewhere(): Promise<string[][]> {
  const { stdout } = await run("xclip", ["-selection", "clipboard", "-target", "text/html", "-out"]);
  return [...stdout.matchAll(/<tr[\s>].*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = ""]) => cell),
  );
}

/** The text on the clipboard, as another program on the desktop gets it. */
export async function readElsewhere(): Promise<string> {
  return (await run("xclip", ["-selection", "clipboard", "-out"])).stdout;
}

/** Everything that lies on the clipboard, in each form that it is offered in. */
export async function clipboardElsewhere(): Promise<Buffer[]> {
  const read = (target: string) =>
    run("xclip", ["-selection", "clipboard", "-target", target, "-out"], { encoding: "buffer", maxBuffer: 64 << 20 });
  const offered = (await read("TARGETS")).stdout.toString().split("\n");
  const forms = offered.filter((form) => /^(text\/|UTF8_STRING|STRING|image\/)/.test(form));
  const held: Buffer[] = [];
  // One after the other, as a program asks. What is offered and then not given holds nothing.
  for (const form of forms) held.push((await read(form).catch(() => ({ stdout: Buffer.alloc(0) }))).stdout);
  return held;
}
