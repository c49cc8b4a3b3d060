/** What a line of the guide is made of. */
export type Inline =
  | { kind: "text" | "bold" | "code"; text: string }
  | { kind: "link"; text: string; to: string }
  | { kind: "picture"; text: string; to: string };

/** The parts of a page of the guide: as much of Markdown as it uses. */
export type Block =
  | { kind: "heading"; level: number; text: string; id: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; numbered: boolean; items: Block[][] }
  | { kind: "table"; head: string[]; rows: string[][] }
  | { kind: "code"; text: string };

const ITEM = /^(?:[-*]|\d+\.) +/;

/** Names of headings as they stand in links. */
const idOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

/** The blocks of a text. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; ) {
    const [block, next] = blockAt(lines, at);
    if (block) blocks.push(block);
    at = next;
  }
  return blocks;
}

/** The block that begins at a line, and the line after it. */
function blockAt(lines: string[], at: number): [Block | null, number] {
  const line = lines[at] ?? "";
  const heading = /^(#+) (.+)$/.exec(line);
  if (line.trim() === "") return [null, at + 1];
  if (heading) {
    const text = heading[2] ?? "";
    return [{ kind: "heading", level: heading[1]?.length ?? 1, text, id: idOf(text) }, at + 1];
  }
  if (line.startsWith("```")) {
    const end = lines.indexOf("```", at + 1);
    const next = end < 0 ? lines.length : end;
    return [{ kind: "code", text: lines.slice(at + 1, next).join("\n") }, next + 1];
  }
  if (line.startsWith("|")) return tableAt(lines, at);
  if (ITEM.test(line)) return listAt(lines, at);
  const ends = (each: string) => each.trim() === "" || each.startsWith("|") || ITEM.test(each);
  const next = endOf(lines, at + 1, ends);
  return [{ kind: "paragraph", text: lines.slice(at, next).join(" ") }, next];
}

function endOf(lines: string[], from: number, ends: (line: string) => boolean): number {
  const found = lines.slice(from).findIndex(ends);
  return found < 0 ? lines.length : from + found;
}

function tableAt(lines: string[], at: number): [Block, number] {
  const next = endOf(lines, at, (line) => !line.startsWith("|"));
  const cells = (line: string) =>
    line
      .trim()
      .replace(/^\||\|$/g, "")
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim());
  const [head = [], , ...rows] = lines.slice(at, next).map(cells);
  return [{ kind: "table", head, rows }, next];
}

function listAt(lines: string[], at: number): [Block, number] {
  const items: Block[][] = [];
  let next = at;
  while (ITEM.test(lines[next] ?? "")) {
    const mark = ITEM.exec(lines[next] ?? "")?.[0] ?? "";
    // What belongs to an item stands under its first word; an empty line does where something of it follows.
    const inside = (line: string, after: string | undefined) =>
      line.startsWith(" ".repeat(mark.length)) || (line.trim() === "" && /^ +\S/.test(after ?? ""));
    let end = next + 1;
    while (end < lines.length && inside(lines[end] ?? "", lines[end + 1])) end += 1;
    const own = [
      (lines[next] ?? "").slice(mark.length),
      ...lines.slice(next + 1, end).map((line) => line.slice(mark.length)),
    ];
    items.push(blocksOf(own.join("\n")));
    next = end;
  }
  return [{ kind: "list", numbered: /^\d/.test(lines[at] ?? ""), items }, next];
}

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|(!?)\[([^\]]*)\]\(([^()\s]+)\)/g;

/** The parts of a line. */
export function inlinesOf(text: string): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const hit of text.matchAll(INLINE)) {
    if (hit.index > at) parts.push({ kind: "text", text: text.slice(at, hit.index) });
    const [whole, code, bold, picture, label = "", to = ""] = hit;
    if (code !== undefined) parts.push({ kind: "code", text: code });
    else if (bold !== undefined) parts.push({ kind: "bold", text: bold });
    else parts.push({ kind: picture ? "picture" : "link", text: label, to });
    at = hit.index + whole.length;
  }
  if (at < text.length) parts.push({ kind: "text", text: text.slice(at) });
  return parts;
}
