import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { keys } from "@/data/queries";
import { statusQuery, useSaveSettings } from "@/data/status";
import type { AppStatus } from "@/ipc";
import { newOnce, type Source } from "@/kit/once";
import { useLatest } from "@/kit/useLatest";
import { NORMAL, type Zoom, zoomed, zoomOfKey } from "./zoom";

/** Milliseconds between two steps of a wheel, which turns faster than anybody can follow. */
const WHEEL = 80;
const once = newOnce();

/** The size of the page, and the way to another one; also by Ctrl with plus, minus, 0 and the wheel. */
export function useZoom(): { percent: number; zoom: (zoom: Zoom, source: Source) => void } {
  const percent = useQuery(statusQuery()).data?.settings.zoomPercent ?? NORMAL;
  const client = useQueryClient();
  const save = useSaveSettings();
  const wanted = useRef<number | null>(null);
  const change = async (zoom: Zoom, source: Source) => {
    if (!once(`zoom-${zoom}`, source)) return;
    const settings = () => client.getQueryData<AppStatus>(keys.status)?.settings;
    const waiting = wanted.current !== null;
    wanted.current = zoomed(wanted.current ?? settings()?.zoomPercent ?? NORMAL, zoom);
    // One after the other: of two answers that cross, the older one must not have the last word.
    if (waiting) return;
    try {
      for (let next: number | null = wanted.current; next !== null; ) {
        const now = settings();
        if (!now) return;
        const kept = next === NORMAL ? null : next;
        if ((now.zoomPercent ?? null) !== kept) await save.mutateAsync({ zoomPercent: kept });
        next = wanted.current === next ? null : wanted.current;
      }
    } catch {
      // The size that is kept is shown again; there is nothing to lose.
    } finally {
      wanted.current = null;
    }
  };
  const latest = useLatest(change);
  const zoom = (asked: Zoom, source: Source) => void latest.current(asked, source);
  useZoomKeys(zoom);
  return { percent, zoom };
}

function useZoomKeys(zoom: (zoom: Zoom, source: Source) => void): void {
  const latest = useLatest(zoom);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = zoomOfKey(event);
      if (!asked) return;
      event.preventDefault();
      latest.current(asked, "key");
    };
    let turned = Number.NEGATIVE_INFINITY;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      if (event.timeStamp - turned < WHEEL) return;
      turned = event.timeStamp;
      latest.current(event.deltaY < 0 ? "in" : "out", "key");
    };
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("wheel", onWheel);
    };
  }, [latest]);
}
