import { useRef } from "react";

/** Letters that follow one another within this belong together; milliseconds. */
export const REMEMBERED = 700;

/** Collects typed letters; whether the key was one. */
export function useTypeAhead(onPrefix: ((prefix: string) => void) | undefined): (key: string) => boolean {
  const typed = useRef({ text: "", at: 0 });
  return (key) => {
    if (!onPrefix || [...key].length !== 1) return false;
    const now = Date.now();
    const before = now - typed.current.at < REMEMBERED ? typed.current.text : "";
    if (key === " " && before === "") return false;
    typed.current = { text: before + key, at: now };
    onPrefix(typed.current.text);
    return true;
  };
}
