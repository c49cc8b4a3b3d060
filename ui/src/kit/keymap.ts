/**
 * Every key that Rollcall binds, once. Whatever acts on a key asks this list, and whatever shows a key reads it: the
 * map of keys can't say another thing than what happens.
 */

/** A key with what is held beside it. */
export type Stroke = {
  /** As `KeyboardEvent.key` says it, letters small; `1-9` for any of these digits. */
  key: string;
  /** Ctrl, or Cmd where that is the custom. */
  mod?: true;
  shift?: true;
  alt?: true;
};

/** Where keys mean something. */
export type KeyArea =
  | "anywhere"
  | "screens"
  | "users"
  | "rows"
  | "marks"
  | "headers"
  | "draft"
  | "review"
  | "connections";

type Entry = {
  area: KeyArea;
  /** Each does the same; the first is the one that is shown beside buttons. */
  strokes: readonly [Stroke, ...Stroke[]];
  /** Also where people type: the keys mean nothing there. */
  typing?: true;
};

const mod = (key: string): Stroke => ({ key, mod: true });
const plain = (key: string): Stroke => ({ key });
const alt = (key: string): Stroke => ({ key, alt: true });
const shift = (key: string): Stroke => ({ key, shift: true });
const modShift = (key: string): Stroke => ({ key, mod: true, shift: true });

const entries = {
  palette: { area: "anywhere", strokes: [mod("k")], typing: true },
  keys: { area: "anywhere", strokes: [plain("?")] },
  search: { area: "anywhere", strokes: [plain("/")] },
  refresh: { area: "anywhere", strokes: [plain("F5"), mod("r")], typing: true },
  inviteFile: { area: "anywhere", strokes: [mod("o")], typing: true },
  invitePerson: { area: "anywhere", strokes: [mod("n")], typing: true },
  undo: { area: "anywhere", strokes: [mod("z")] },
  // Heard as what was pasted, whichever key or menu that came from.
  paste: { area: "anywhere", strokes: [mod("v")] },
  menu: { area: "anywhere", strokes: [plain("ContextMenu"), shift("F10")] },
  // Heard by React Aria, which leads from the content to messages, the tour and back.
  parts: { area: "anywhere", strokes: [plain("F6")] },
  platform: { area: "anywhere", strokes: [modShift("1-9")], typing: true },
  larger: { area: "anywhere", strokes: [mod("+"), mod("=")], typing: true },
  smaller: { area: "anywhere", strokes: [mod("-"), mod("_")], typing: true },
  usualSize: { area: "anywhere", strokes: [mod("0")], typing: true },
  fullScreen: { area: "anywhere", strokes: [plain("F11")], typing: true },
  menuBar: { area: "anywhere", strokes: [plain("F10"), plain("Alt")], typing: true },

  screen: { area: "screens", strokes: [alt("1-9")] },
  settings: { area: "screens", strokes: [mod(",")], typing: true },

  view: { area: "users", strokes: [mod("1-9")], typing: true },
  export: { area: "users", strokes: [mod("e")], typing: true },

  open: { area: "rows", strokes: [plain("Enter")] },
  close: { area: "rows", strokes: [plain("Escape")] },
  move: { area: "rows", strokes: [plain("ArrowUp"), plain("ArrowDown"), plain("ArrowLeft"), plain("ArrowRight")] },
  page: { area: "rows", strokes: [plain("PageUp"), plain("PageDown")] },
  ends: { area: "rows", strokes: [plain("Home"), plain("End")] },
  corners: { area: "rows", strokes: [mod("Home"), mod("End")] },
  rowNumber: { area: "rows", strokes: [mod("g")] },

  mark: { area: "marks", strokes: [shift("ArrowUp"), shift("ArrowDown"), shift("ArrowLeft"), shift("ArrowRight")] },
  markAll: { area: "marks", strokes: [mod("a")] },
  markRows: { area: "marks", strokes: [shift(" ")] },
  markColumns: { area: "marks", strokes: [mod(" ")] },
  copy: { area: "marks", strokes: [mod("c")] },
  copyWithHeaders: { area: "marks", strokes: [modShift("c")] },

  sort: { area: "headers", strokes: [plain("Enter")] },
  sortMore: { area: "headers", strokes: [shift("Enter")] },
  headerMenu: { area: "headers", strokes: [alt("ArrowDown")] },
  width: { area: "headers", strokes: [shift("ArrowLeft"), shift("ArrowRight")] },
  column: { area: "headers", strokes: [alt("ArrowLeft"), alt("ArrowRight")] },

  edit: { area: "draft", strokes: [plain("F2"), plain("Enter")] },
  empty: { area: "draft", strokes: [plain("Delete"), plain("Backspace")] },
  about: { area: "draft", strokes: [plain(" ")] },
  skip: { area: "draft", strokes: [mod("Delete")] },
  find: { area: "draft", strokes: [mod("f"), mod("h")] },
  redo: { area: "draft", strokes: [mod("y"), modShift("z")] },

  keep: { area: "review", strokes: [plain("k")] },
  remove: { area: "review", strokes: [plain("r")] },
  ask: { area: "review", strokes: [plain("a")] },
  note: { area: "review", strokes: [plain("n")] },
  takeBack: { area: "review", strokes: [plain("u"), mod("z")] },
  saveNote: { area: "review", strokes: [mod("Enter")], typing: true },

  moveUp: { area: "connections", strokes: [alt("ArrowUp")] },
  moveDown: { area: "connections", strokes: [alt("ArrowDown")] },
} satisfies Record<string, Entry>;

/** The name of something that a key does. */
export type KeyName = keyof typeof entries;

/** What a key does by its name. */
export const KEYMAP: Readonly<Record<KeyName, Entry>> = entries;

/** All names, in the order in which the map of keys shows them. */
export const KEY_NAMES = Object.keys(entries) as KeyName[];

/** What of a keyboard event tells which key it was. */
export type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"> & {
  code?: string;
  getModifierState?: (key: "AltGraph") => boolean;
};

/** Whether the event is one of the strokes of a name. */
export const hits = (event: Pressed, name: KeyName): boolean => strokeHit(event, name) !== null;

/** Which digit was pressed of a name whose strokes take one; null where it was another key. */
export function digitOf(event: Pressed, name: KeyName): number | null {
  const stroke = strokeHit(event, name);
  return stroke?.key === "1-9" ? Number(pressedDigit(event)) : null;
}

function strokeHit(event: Pressed, name: KeyName): Stroke | null {
  // Windows tells AltGr as Ctrl and Alt together; on many keyboards it types the @.
  const writes = event.getModifierState?.("AltGraph") ?? false;
  const held = {
    mod: !writes && (event.ctrlKey || event.metaKey),
    alt: !writes && event.altKey,
    shift: event.shiftKey,
  };
  const { strokes } = KEYMAP[name];
  return strokes.find((stroke) => isHit(stroke, event, held)) ?? null;
}

function isHit(stroke: Stroke, event: Pressed, held: { mod: boolean; alt: boolean; shift: boolean }): boolean {
  if ((stroke.mod ?? false) !== held.mod || (stroke.alt ?? false) !== held.alt) return false;
  if (stroke.key === "1-9") return pressedDigit(event) !== undefined && (stroke.shift ?? false) === held.shift;
  if (stroke.key !== (stroke.key.length === 1 ? pressedLetter(event) : event.key)) return false;
  // Whether a sign such as "?" needs Shift depends on the keyboard.
  const isSign = /^[^a-z\s]$/.test(stroke.key);
  return isSign || (stroke.shift ?? false) === held.shift;
}

/** The letter small, or whatever sign was typed. On a keyboard of another script it is the Latin letter of that key. */
function pressedLetter({ code, key }: Pressed): string {
  const foreign = /^[\p{L}\p{M}]+$/u.test(key) && !/\p{Script=Latin}/u.test(key);
  const latin = foreign ? /^Key([A-Z])$/.exec(code ?? "")?.[1] : undefined;
  return (latin ?? key).toLowerCase();
}

// The key and not what it types: with Shift or Alt that is another sign on every keyboard.
const pressedDigit = ({ code, key }: Pressed): string | undefined =>
  /^Digit([1-9])$/.exec(code ?? "")?.[1] ?? /^[1-9]$/.exec(key)?.[0];
