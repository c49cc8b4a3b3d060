import { said } from "./said";

/** When something went wrong in Rollcall itself. */
export const support = said("support", {
  title: "Help",
  guide: "User guide",
  guidePage: "Page of the guide",
  save: "Save a support file…",
  what: "A text with versions, settings, the last test of each connection, crash reports and the log. No credentials, and no names or addresses of people. It is sent to nobody: read it through, and give it to whoever helps you.",
  saved: (name: string) => `${name} is saved where you chose. It was sent to nobody.`,
  notSaved: "The support file could not be saved.",
  ended:
    "Rollcall ended unexpectedly last time. Nothing was lost: what was being sent is on record, and nobody is invited twice by going on.",
});
