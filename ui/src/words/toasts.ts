import { said } from "./said";

/** What is told of things done out of sight. */
export const toasts = said("toasts", {
  region: "Messages",
  close: "Close the message",
  undo: "Undo",
  undoLast: "Take back what was done last",
  undoFailed: "That could not be taken back, and nothing changed.",
  open: "Open",
  show: "Show",
});
