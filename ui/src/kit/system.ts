/** Whether the menu bar is in the window and can be put away: so on Linux. */
export const hasOwnBar = /Linux/.test(navigator.userAgent);
