import { type ReactNode, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { digitOf, hits, KEYMAP, type KeyName } from "./keymap";
import { newOnce } from "./once";
import { isAsked, isTyping } from "./typing";

/** Something that can be done now, by a key or from the palette. */
export type Command = {
  /** Unlike any other's on the screen. */
  id: string;
  label: string;
  icon?: ReactNode;
  /** The key that does it, bound as long as the command stands. */
  bound?: KeyName;
  /** A key that is bound by the part that has the focus: it is only shown. */
  shown?: KeyName;
  /** The one of nine digits that it is. */
  digit?: number;
  /** Why it can't be done now. */
  offBecause?: string | null;
  /** Whether it is switched on, where it is something that can be. */
  checked?: boolean;
  /** For the key alone: the same stands in the palette already. */
  quiet?: boolean;
  /** Given the digit, where the key has one; false where it was of no use. */
  act: (digit: number) => unknown;
};

/** Of the screen that is shown, or of the window around it. */
export type CommandArea = (typeof AREAS)[number];

/** The nearer ones first. */
const AREAS = ["here", "anywhere"] as const;

type Standing = { area: CommandArea; commands: readonly Command[] };

const all = new Set<{ current: Standing }>();
/** A key that the system gives to the page and to the menu bar is one press. */
const once = newOnce();
let whenOff: (command: Command) => void = () => undefined;

/** Every command that stands, the screen's before the window's: what both can do, the screen does. */
const standing = (): Command[] => AREAS.flatMap((area) => standingIn(area));

const standingIn = (area: CommandArea): Command[] =>
  [...all].flatMap(({ current }) => (current.area === area ? current.commands : []));

/** What of the commands a menu bar shows, as one text: who looks is told when that is another one. */
let shown = "{}";
const watching = new Set<() => void>();

/** Tells whoever watches, where commands came, went, or can be done now and could not before. */
function tellShown(): void {
  const next: Record<string, Shown> = {};
  for (const { id, offBecause, checked } of standing()) next[id] ??= { on: !offBecause, checked: checked ?? null };
  const said = JSON.stringify(next);
  if (said === shown) return;
  shown = said;
  for (const tell of [...watching]) tell();
}

/** How a command stands. */
export type Shown = { on: boolean; checked: boolean | null };

/** How the commands stand now, by their ids. */
export function useShownCommands(): Readonly<Record<string, Shown>> {
  const said = useSyncExternalStore(
    (tell) => {
      watching.add(tell);
      return () => watching.delete(tell);
    },
    () => shown,
  );
  return useMemo(() => JSON.parse(said), [said]);
}

/** What is said when the key of a command is pressed that can't be done now. */
export function sayWhenOff(say: (command: Command) => void): void {
  whenOff = say;
}

/** All commands of an area, the screen's before the window's. */
export const commandsOf = (area: CommandArea): Command[] => standingIn(area).filter(({ quiet }) => !quiet);

/** Lets these things be done for as long as the part is there. */
export function useCommands(commands: readonly Command[], area: CommandArea = "here"): void {
  const own = useRef<Standing>({ area, commands });
  own.current = { area, commands };
  useEffect(() => {
    if (all.size === 0) window.addEventListener("keydown", onKeyDown);
    all.add(own);
    return () => {
      all.delete(own);
      if (all.size === 0) window.removeEventListener("keydown", onKeyDown);
      tellShown();
    };
  }, []);
  useEffect(tellShown);
}

function onKeyDown(event: KeyboardEvent): void {
  // A list or a field that had a use for the key has taken it.
  if (event.defaultPrevented || event.isComposing) return;
  if (standing().some((command) => takes(event, command))) event.preventDefault();
}

function takes(event: KeyboardEvent, command: Command): boolean {
  const { bound } = command;
  if (bound === undefined || !hits(event, bound)) return false;
  if (!KEYMAP[bound].typing && isTyping(event.target)) return false;
  // The page must not be loaded anew by a key that means to refresh a list, whatever is asked.
  if (isAsked()) return bound === "refresh";
  const digit = digitOf(event, bound);
  if (command.digit !== undefined && command.digit !== digit) return false;
  if (command.offBecause) {
    whenOff(command);
    return true;
  }
  return !once(command.id, "key") || command.act(digit ?? 0) !== false;
}

/** Does what a command of this name does, as its key would; asked for by a button or the menu bar. */
export function run(id: string): void {
  const command = standing().find((one) => one.id === id);
  if (!command || !once(id, "menu")) return;
  if (command.offBecause) whenOff(command);
  else command.act(command.digit ?? 0);
}
