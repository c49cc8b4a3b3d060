const FIELDS =
  'input:not([type="checkbox"]):not([type="radio"]):not([type="range"]), textarea, select, [contenteditable]';

/** Whether a person types there: keys and pasted text are the field's own. A switch is no such field. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(FIELDS) !== null;

/** What has to be answered first; what only tells something is not. */
const ASKED = ["dialog", "alertdialog"].map((role) => `[role="${role}"]:not([aria-modal="false"])`).join();

/** Whether something stands over the screen that has to be answered first. */
export const isAsked = (): boolean => document.querySelector(`${ASKED}, [role="menu"]`) !== null;
