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

/** What this asks of a piece of the built page. */
interface Piece {
  code: string;
  imports: string[];
  isEntry: boolean;
  facadeModuleId: string | null;
  moduleIds: string[];
}

/** All that is read before the first screen stands: the entry, what it asks for by itself, and what those need. */
export function readAtFirst(pieces: Map<string, Piece>): Map<string, Piece> {
  const read = new Map<string, Piece>();
  const add = (name: string): void => {
    const piece = pieces.get(name);
    if (!piece || read.has(name)) return;
    read.set(name, piece);
    piece.imports.forEach(add);
  };
  for (const [name, piece] of pieces) {
    // The entry waits for the words before it asks for the app itself.
    if (piece.isEntry || piece.facadeModuleId?.endsWith("/src/show.tsx")) add(name);
  }
  return read;
}

/** What is wrong with the weight of a first screen; nothing where it is as it should be. */
export function tooHeavy(pieces: Map<string, Piece>): { kilobytes: number; problem: string | null } {
  const read = [...readAtFirst(pieces).values()];
  const kilobytes = read.reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1024;
  const within = read.flatMap(({ moduleIds }) => moduleIds);
  const heavy = HEAVY.find((part) => within.some((id) => id.replaceAll("\\", "/").includes(part)));
  if (!within.some((id) => id.endsWith("/src/show.tsx"))) return { kilobytes, problem: "the app is not among it" };
  if (heavy) return { kilobytes, problem: `${heavy} is read before the first screen stands` };
  if (kilobytes > MOST)
    return { kilobytes, problem: `it weighs ${kilobytes.toFixed(0)} KB, and at most ${MOST} are wanted` };
  return { kilobytes, problem: null };
}

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
      this.info(`The first screen's JavaScript: ${kilobytes.toFixed(0)} KB of at most ${MOST}, gzip.`);
    },
  };
}
