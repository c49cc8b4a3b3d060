import type { toasts as english } from "../toasts";

export const toasts: typeof english = {
  region: "Meldungen",
  close: "Meldung schließen",
  undo: "Rückgängig",
  undoLast: "Letzten Schritt rückgängig machen",
  undoFailed: "Das ließ sich nicht rückgängig machen, und nichts wurde geändert.",
  open: "Öffnen",
  show: "Zeigen",
};
