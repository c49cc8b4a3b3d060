import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PYTHON } from "./pointer";

const READER = fileURLToPath(new URL("./workbook.py", import.meta.url));

/** The rows of a sheet of a saved workbook below its header, each cell under the name of its column. */
export async function sheetOf(path: string, sheet: string): Promise<Record<string, string>[]> {
  const { stdout } = await promisify(execFile)(PYTHON, [READER, path, sheet], { maxBuffer: 64 << 20 });
  const [header = [], ...rows] = JSON.parse(stdout) as string[][];
  return rows.map((cells) => Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ""])));
}

const FILLER = fileURLToPath(new URL("./fill.py", import.meta.url));

/** Types a text under a header into each row of a sheet, as a person does, and saves that as another file; an empty text leaves a row alone. */
export async function filled(path: string, to: string, sheet: string, header: string, texts: string[]): Promise<void> {
  await promisify(execFile)(PYTHON, [FILLER, path, to, sheet, header, JSON.stringify(texts)]);
}

const WRITER = fileURLToPath(new URL("./sheets.py", import.meta.url));

/** Writes a workbook with these sheets; their names may be such as no program for spreadsheets lets pass. */
export async function writeWorkbook(path: string, sheets: { name: string; rows: string[][] }[]): Promise<void> {
  await promisify(execFile)(PYTHON, [WRITER, path, JSON.stringify(sheets)]);
}
