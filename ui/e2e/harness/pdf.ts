import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What poppler reads on the pages of a PDF, without any space: where a line is broken is the page's business. */
export async function pagesOf(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)("pdftotext", ["-enc", "UTF-8", path, "-"], { maxBuffer: 64 << 20 });
  return withoutSpaces(stdout);
}

export const withoutSpaces = (text: string): string => text.replace(/\s/g, "");
