import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";
import { profilesQuery } from "@/data/profiles";
import { statusQuery, useSaveSettings } from "@/data/status";
import { useSwitchTo } from "@/features/shell/switching";
import { ipc, onEvent, type ProfileView, type Settings, type WindowAct } from "@/ipc";
import { run, useShownCommands } from "@/kit/commands";
import { hits } from "@/kit/keymap";
import { newOnce, type Source } from "@/kit/once";
import { hasOwnBar } from "@/kit/system";
import { painted } from "@/kit/turns";
import { isAsked, isTyping } from "@/kit/typing";
import { useAsked } from "@/kit/useAsked";
import { useLatest } from "@/kit/useLatest";
import { type Chosen, chosen, menusOf, waitsForAnswer } from "./menus";
import { useZoom } from "./useZoom";

const once = newOnce();
/** So long after it was painted a screen stands in the window for certain, in milliseconds. */
const MOMENT = 300;
const NONE: Settings = {};
/** What the window does by itself is told in its log; here there is nothing to go on with. */
const act = (what: WindowAct) => void ipc.actInWindow(what).catch(() => undefined);

type MenuBar = {
  profile: ProfileView | null;
  /** The first screen is there. */
  ready: boolean;
};

/** Hands the menu bar to the window as things stand, does what is chosen there, and lets the window appear. */
export function useMenuBar({ profile, ready }: MenuBar): { percent: number; normalSize: () => void } {
  const status = useQuery(statusQuery()).data;
  const settings = status?.settings ?? NONE;
  const profiles = useQuery(profilesQuery()).data;
  const commands = useShownCommands();
  const asked = useAsked();
  const { percent, zoom } = useZoom();
  const menuBar = hasOwnBar ? (settings.menuBar ?? false) : null;
  const theme = settings.theme ?? "system";
  const menus = useMemo(
    () => menusOf({ profile, profiles: profiles ?? [], theme, zoom: percent, menuBar, asked, commands }),
    [profile, profiles, theme, percent, menuBar, asked, commands],
  );
  // Not known is not hidden: a window may wait for its bar.
  useHandedOver(menus, ready, menuBar !== false || status === undefined);
  const choose = useChoose(profile, settings, zoom);
  const latest = useLatest(choose);
  useEffect(
    () => onEvent((event) => event.kind === "menu-chosen" && latest.current(chosen(event.data), "menu")),
    [latest],
  );
  useWindowKeys((what) => latest.current(what, "key"), menuBar === false);
  return { percent, normalSize: () => zoom("normal", "menu") };
}

/**
 * Lets the window appear, which waits for its bar where that stands in it, and says the menu bar to it. One that nobody sees is
 * made once the first screen is painted: making it holds up the window.
 */
function useHandedOver(menus: ReturnType<typeof menusOf>, ready: boolean, seen: boolean): void {
  const said = JSON.stringify(menus);
  const isThere = useRef(false);
  useEffect(() => {
    if (ready) void ipc.painted().catch(() => undefined);
  }, [ready]);
  useEffect(() => {
    if (!ready) return;
    let gone = false;
    let soon = 0;
    // A window without a menu bar is still a window.
    const handOver = () => {
      isThere.current = true;
      void ipc.handOverMenus(JSON.parse(said)).catch(() => undefined);
    };
    const later = () => {
      if (!gone) soon = window.setTimeout(handOver, MOMENT);
    };
    if (seen || isThere.current) handOver();
    else void painted().then(later);
    return () => {
      gone = true;
      window.clearTimeout(soon);
    };
  }, [said, ready, seen]);
}

function useChoose(
  profile: ProfileView | null,
  settings: Settings,
  zoom: ReturnType<typeof useZoom>["zoom"],
): (asked: Chosen, source: Source) => void {
  const navigate = useNavigate();
  const switchTo = useSwitchTo();
  const save = useSaveSettings();
  const profiles = useQuery(profilesQuery()).data ?? [];
  return (asked, source) => {
    // The bar hears of a question only after it was painted.
    if (waitsForAnswer(asked) && isAsked()) return;
    switch (asked.kind) {
      case "command":
        return run(asked.id);
      case "step":
        return step(asked.step);
      case "zoom":
        return zoom(asked.zoom, source);
      case "theme":
        return save.mutate({ theme: asked.theme });
      case "menu-bar":
        return save.mutate({ menuBar: !settings.menuBar });
      case "close":
        return act("close");
      case "reveal-log":
        return act("reveal-log");
      case "full-screen":
        return once("full-screen", source) ? act("full-screen") : undefined;
      case "about":
        return void navigate({ to: "/settings", hash: "about" });
      case "settings":
        return void navigate({ to: "/settings" });
      case "connections":
        return void navigate({ to: "/connections" });
      case "screen":
        return void (profile && navigate({ to: `/p/$profile/${asked.screen}`, params: { profile: profile.id } }));
      case "platform": {
        const other = profiles.find((one) => one.id === asked.id);
        return other && switchTo(other);
      }
    }
  };
}

/**
 * A step back or forward: of the letters where somebody types, else of what the screen or the last message can take back.
 * Nothing is taken back unseen, behind what has to be answered first.
 */
function step(way: "undo" | "redo"): void {
  // Fields have no other way to take a step of their own; it is out of use, and every engine has it.
  if (isTyping(document.activeElement)) document.execCommand(way);
  else if (!isAsked()) run(way);
}

/** F11 fills the screen; where the bar is put away, Alt by itself and F10 open it. */
function useWindowKeys(choose: (asked: Chosen) => void, away: boolean): void {
  const latest = useLatest(choose);
  useEffect(() => {
    // Alt alone: not the one that began a shortcut, nor one that changes the window.
    let alone = false;
    const onKeyDown = (event: KeyboardEvent) => {
      alone = event.key === "Alt" && !event.repeat && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (hits(event, "fullScreen")) {
        event.preventDefault();
        latest.current({ kind: "full-screen" });
      } else if (event.key !== "Alt" && hits(event, "menuBar") && away) {
        event.preventDefault();
        act("open-menu");
      }
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key !== "Alt" || !alone || !away) return;
      alone = false;
      event.preventDefault();
      act("open-menu");
    };
    const never = () => {
      alone = false;
    };
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("keyup", onKeyUp);
    window.addEventListener("blur", never);
    window.addEventListener("pointerdown", never);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("keyup", onKeyUp);
      window.removeEventListener("blur", never);
      window.removeEventListener("pointerdown", never);
    };
  }, [latest, away]);
}
