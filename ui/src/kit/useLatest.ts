import { type RefObject, useRef } from "react";

/** The value of the last drawing, for what outlives it: listeners, and functions that must stay the same. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
