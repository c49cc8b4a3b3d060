import type { toasts as english } from "../toasts";

export const toasts: typeof english = {
  region: "Ziņojumi",
  close: "Aizvērt ziņojumu",
  undo: "Atsaukt",
  undoLast: "Atsaukt pēdējo darbību",
  undoFailed: "To neizdevās atsaukt, un nekas nav mainījies.",
  open: "Atvērt",
  show: "Rādīt",
};
