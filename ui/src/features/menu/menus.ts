import { platformName } from "@/components/platform";
import { hasPlace, PLATFORM_PLACES, type PlatformPlace } from "@/features/shell/places";
import { NUMBERED } from "@/features/shell/switching";
import type { EditAct, MenuEntry, MenuItem, MenuShown, ProfileView, Theme } from "@/ipc";
import type { Shown } from "@/kit/commands";
import { isMac } from "@/kit/system";
import { menu as words } from "@/words/menu";
import { settings as settingsWords } from "@/words/settings";
import { shell } from "@/words/shell";
import { support } from "@/words/support";
import { NORMAL, ZOOMS } from "./zoom";

/** All that the menu bar depends on. */
export type Standing = {
  profile: ProfileView | null;
  profiles: readonly ProfileView[];
  theme: Theme;
  zoom: number;
  /** Whether the bar stands in the window; null where that is not for choosing. */
  menuBar: boolean | null;
  /** Whether something stands over the screen that has to be answered first. */
  asked: boolean;
  /** What the screen and the window can do now, by its id. */
  commands: Readonly<Record<string, Shown>>;
};

/** What leads away from the screen, or does what the screen does: while something has to be answered first, it is off. */
const WAITING: ReadonlySet<Chosen["kind"]> = new Set([
  "command",
  "settings",
  "screen",
  "platform",
  "connections",
  "about",
]);

/** Whether an item is off as long as something has to be answered first. */
export const waitsForAnswer = ({ kind }: Chosen): boolean => WAITING.has(kind);

/** What an item of the menu bar asks for. */
export type Chosen =
  | { kind: "settings" | "connections" | "close" | "full-screen" | "menu-bar" | "reveal-log" | "about" }
  | { kind: "command"; id: string }
  | { kind: "step"; step: "undo" | "redo" }
  | { kind: "zoom"; zoom: "in" | "out" | "normal" }
  | { kind: "theme"; theme: Theme }
  | { kind: "screen"; screen: PlatformPlace["id"] }
  | { kind: "platform"; id: string };

/** What an item asks for, written as its id; read again by {@link chosen}. */
const idOf = (asked: Chosen): string => JSON.stringify(asked);

/** What the item of an id asks for. The ids are this page's own. */
export const chosen = (id: string): Chosen => JSON.parse(id) as Chosen;

const SEPARATOR: MenuEntry = { kind: "separator" };
const THEMES: Theme[] = ["system", "light", "dark"];
/** What the system itself does where people type. */
const EDITS: EditAct[] = ["cut", "copy", "paste", "select-all"];

type More = Partial<Omit<MenuItem, "id" | "label">>;

function item(at: Standing, asked: Chosen, label: string, more: More = {}): MenuEntry {
  const { keys = null, enabled = true, checked = null } = more;
  const off = at.asked && waitsForAnswer(asked);
  return { kind: "item", data: { id: idOf(asked), label, keys, enabled: enabled && !off, checked } };
}

/** The menu bar, as things stand. What makes no sense now is off. */
export function menusOf(at: Standing): MenuShown[] {
  return [
    { label: words.file, entries: file(at) },
    { label: words.edit, entries: edit(at) },
    { label: words.view, entries: view(at) },
    { label: words.go, entries: go(at) },
    { label: words.help, entries: help(at) },
  ];
}

/** Steps are what the screen took, or the letters of a field: which of them is known when one is chosen. */
function edit(at: Standing): MenuEntry[] {
  // A Mac gives these keys to its menu bar alone; elsewhere the page hears them.
  const step = (way: "undo" | "redo", keys: string) =>
    item(at, { kind: "step", step: way }, words.edits[way], { keys: isMac ? keys : null });
  return [
    step("undo", "CmdOrCtrl+Z"),
    step("redo", "CmdOrCtrl+Shift+Z"),
    SEPARATOR,
    ...EDITS.map((act): MenuEntry => ({ kind: "edit", data: { edit: act, label: words.edits[act] } })),
  ];
}

/** Something that the screen itself does; off where it does not. */
function command(at: Standing, id: string, label: string, more: More = {}): MenuEntry {
  const { enabled = true } = more;
  return item(at, { kind: "command", id }, label, {
    ...more,
    enabled: enabled && (at.commands[id]?.on ?? false),
  });
}

function file(at: Standing): MenuEntry[] {
  return [
    command(at, "invite file", words.inviteFile, { keys: "CmdOrCtrl+O", enabled: !at.profile?.readOnly }),
    command(at, "export", words.exportPeople, { keys: "CmdOrCtrl+E" }),
    SEPARATOR,
    item(at, { kind: "settings" }, words.settings, { keys: "CmdOrCtrl+," }),
    SEPARATOR,
    item(at, { kind: "close" }, words.close),
  ];
}

function view(at: Standing): MenuEntry[] {
  const entries = [
    item(at, { kind: "zoom", zoom: "in" }, words.zoomIn, {
      keys: "CmdOrCtrl+=",
      enabled: at.zoom < (ZOOMS.at(-1) ?? 0),
    }),
    item(at, { kind: "zoom", zoom: "out" }, words.zoomOut, { keys: "CmdOrCtrl+-", enabled: at.zoom > ZOOMS[0] }),
    item(at, { kind: "zoom", zoom: "normal" }, words.zoomNormal, { keys: "CmdOrCtrl+0", enabled: at.zoom !== NORMAL }),
    SEPARATOR,
    command(at, "density", words.compact, { checked: at.commands.density?.checked ?? false }),
    { kind: "menu", data: { label: words.theme, entries: THEMES.map((theme) => themeItem(at, theme)) } } as const,
    SEPARATOR,
    item(at, { kind: "full-screen" }, words.fullScreen, { keys: "F11" }),
  ];
  return at.menuBar === null
    ? entries
    : [...entries, item(at, { kind: "menu-bar" }, words.menuBar, { checked: at.menuBar })];
}

const themeItem = (at: Standing, theme: Theme): MenuEntry =>
  item(at, { kind: "theme", theme }, settingsWords.themes[theme], { checked: at.theme === theme });

function go(at: Standing): MenuEntry[] {
  const screens = PLATFORM_PLACES.map(({ id, label }, place) => {
    const known = at.profile !== null && hasPlace(at.profile, id);
    // On a Mac these keys write signs, and its menu bar would take them from whoever types.
    const keys = isMac ? null : `Alt+${place + 1}`;
    return item(at, { kind: "screen", screen: id }, label, { keys, enabled: known });
  });
  const platforms = at.profiles.map((one, place) =>
    item(at, { kind: "platform", id: one.id }, platformName(one), {
      keys: place < NUMBERED ? `CmdOrCtrl+Shift+${place + 1}` : null,
      checked: one.id === at.profile?.id,
    }),
  );
  return [
    command(at, "palette", words.find, { keys: "CmdOrCtrl+K" }),
    SEPARATOR,
    ...screens,
    SEPARATOR,
    item(at, { kind: "connections" }, shell.nav.connections),
    ...(platforms.length > 0 ? [{ kind: "menu", data: { label: words.platforms, entries: platforms } } as const] : []),
  ];
}

function help(at: Standing): MenuEntry[] {
  return [
    command(at, "guide", support.guide),
    command(at, "keys", words.keys),
    SEPARATOR,
    command(at, "support", support.save),
    item(at, { kind: "reveal-log" }, words.revealLog),
    SEPARATOR,
    item(at, { kind: "about" }, words.about),
  ];
}
