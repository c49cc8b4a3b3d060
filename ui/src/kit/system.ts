/** Whether the menu bar is in the window and can be put away: so on Linux. */
export const hasOwnBar = /Linux/.test(navigator.userAgent);

/** Whether the page is shown by WebKitGTK: so on Linux. */
export const inWebKitGtk = hasOwnBar;

/** Whether Cmd is the key that others call Ctrl: so on a Mac. */
export const isMac = /Mac/.test(navigator.userAgent);
