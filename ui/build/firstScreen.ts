import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What the first screen may weigh in KB of gzip, so that it is there soon after the window. */
const MOST = 280;
/** What no first screen waits for. */
const HEAVY = [
  "/node_modules/echarts/",
  "/node_modules/zrender/",
  "/src/kit/DataGrid.tsx",
  "/src/features/invite/DraftScreen.tsx",
];

const APP = "/src/show.tsx";
/** The words of a language's first screen. */
const WORDS = /\/src\/words\/(\w+)\/first\.ts$/;

/** What lies beside the areas of the catalogue. */
const NO_AREA = ["said", "language", "format", "formats"];

/** What this asks of a piece of the built page. */
interface Piece {
  code: string;
  imports: string[];
  isEntry: boolean;
  facadeModuleId: string | null;
  moduleIds: string[];
}

/** A piece and what it needs. */
function readWith(pieces: Map<string, Piece>, isRoot: (piece: Piece) => boolean): Map<string, Piece> {
  const read = new Map<string, Piece>();
  const add = (name: string): void => {
    const piece = pieces.get(name);
    if (!piece || read.has(name)) return;
    read.set(name, piece);
    piece.imports.forEach(add);
  };
  for (const [name, piece] of pieces) if (isRoot(piece)) add(name);
  return read;
}

// The entry waits for the words before it asks for the app itself.
const isApp = (piece: Piece) => piece.moduleIds.some((id) => id.replaceAll("\\", "/").endsWith(APP));

/** All that is read before the first screen stands: the entry, what it asks for by itself, and what those need. */
export const readAtFirst = (pieces: Map<string, Piece>): Map<string, Piece> =>
  readWith(pieces, (piece) => piece.isEntry || isApp(piece));

/** What a first screen weighs in each language, and what is wrong with it; nothing where it is as it should be. */
export function tooHeavy(pieces: Map<string, Piece>): { kilobytes: Record<string, number>; problem: string | null } {
  const read = readAtFirst(pieces);
  const within = modulesOf(read);
  const kilobytes: Record<string, number> = { en: weightOf(read) };
  const mistaken: string[] = [];
  for (const language of languagesOf(pieces)) {
    const words = readWith(pieces, (piece) => languageOf(piece) === language);
    kilobytes[language] = weightOf(new Map([...read, ...words]));
    mistaken.push(...mistakenWords(language, within, modulesOf(words)));
  }
  const heavy = HEAVY.find((part) => within.some((id) => id.includes(part)));
  const heaviest = Math.max(...Object.values(kilobytes));
  if (!within.some((id) => id.endsWith(APP))) return { kilobytes, problem: "the app is not among it" };
  if (heavy) return { kilobytes, problem: `${heavy} is read before the first screen stands` };
  if (mistaken[0]) return { kilobytes, problem: mistaken[0] };
  if (heaviest > MOST)
    return { kilobytes, problem: `it weighs ${heaviest.toFixed(0)} KB, and at most ${MOST} are wanted` };
  return { kilobytes, problem: null };
}

/** What would stand in English, or in no language at all, on a first screen in this one. */
function mistakenWords(language: string, within: string[], words: string[]): string[] {
  const areas = within.flatMap((id) => /\/src\/words\/(\w+)\.ts$/.exec(id)?.[1] ?? []);
  const missing = areas.filter(
    (area) => !NO_AREA.includes(area) && !words.some((id) => id.endsWith(`/${language}/${area}.ts`)),
  );
  const early = words.some((id) => id.endsWith(APP)) ? [`the app is read before ${language} is known`] : [];
  return [...early, ...missing.map((area) => `words/${area} belongs into words/${language}/first`)];
}

const languageOf = (piece: Piece) => WORDS.exec(piece.facadeModuleId?.replaceAll("\\", "/") ?? "")?.[1];
const languagesOf = (pieces: Map<string, Piece>) => [...pieces.values()].flatMap((piece) => languageOf(piece) ?? []);

const modulesOf = (pieces: Map<string, Piece>) =>
  [...pieces.values()].flatMap(({ moduleIds }) => moduleIds.map((id) => id.replaceAll("\\", "/")));

const weightOf = (pieces: Map<string, Piece>) =>
  [...pieces.values()].reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1024;

/** Fails a build whose first screen is too heavy, and says what it weighs. */
export function lightFirstScreen(): Plugin {
  return {
    name: "light-first-screen",
    apply: "build",
    generateBundle(_options, bundle) {
      const pieces = new Map(
        Object.entries(bundle).flatMap(([name, each]) => (each.type === "chunk" ? [[name, each]] : [])),
      );
      const { kilobytes, problem } = tooHeavy(pieces);
      if (problem) this.error(`The first screen: ${problem}. See build/firstScreen.ts.`);
      const each = Object.entries(kilobytes).map(([language, weight]) => `${language} ${weight.toFixed(0)}`);
      this.info(`The first screen's JavaScript: ${each.join(", ")} KB of at most ${MOST}, gzip.`);
    },
  };
}
