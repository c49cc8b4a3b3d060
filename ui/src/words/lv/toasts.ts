import type { toasts as english } from "../toasts";

export const toasts: typeof english = {
  region: "Ziņojumi",
  close: "Aizvērt ziņojumu",
  undo: "Atsaukt",
  undoLast: "Atsaukt pēdējo darbību",
  undoFailed: (sentence) => `To neizdevās atsaukt, un nekas nav mainījies. ${sentence}`,
  open: "Atvērt",
  show: "Rādīt",
};
