import { useEffect } from "react";

const unsaved = new Set<symbol>();

/** Whether something would be lost if the page were loaded anew. */
export const isAnythingUnsaved = (): boolean => unsaved.size > 0;

/** Says that something on the screen would be lost if the page were loaded anew. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const mine = Symbol();
    unsaved.add(mine);
    return () => void unsaved.delete(mine);
  }, [isUnsaved]);
}
