/** Whether Cmd is the key that others call Ctrl. */
const isMac = /Mac/.test(navigator.userAgent);

/** Ctrl and a key, as it is written where this runs. */
export const withCtrl = (key: string): string => (isMac ? `⌘${key}` : `Ctrl+${key}`);

/** Ctrl, Shift and a key. */
export const withCtrlShift = (key: string): string => (isMac ? `⇧⌘${key}` : `Ctrl+Shift+${key}`);

/** Alt and a key. */
export const withAlt = (key: string): string => (isMac ? `⌥${key}` : `Alt+${key}`);
