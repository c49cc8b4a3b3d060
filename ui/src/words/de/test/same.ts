const because = (why: string, ...texts: string[]) => texts.map((text) => [text, why] as const);

/** Texts that are the same in English and German, and why. */
export const SAME_IN_BOTH = new Map<string, string>([
  ...because(
    "a German word too",
    "Filter",
    "Format",
    "Name",
    "Orange",
    "Person",
    "Problem:",
    "Proxy",
    "Version",
    "live",
  ),
  ...because("what sign-in servers and calls name it everywhere", "Audience", "Header", "Scope", "Scopes"),
  ...because("a name", "Excel", "Nordlys", "Rollcall"),
  ...because("a format or an encoding", "CSV", "JSON", "PDF", "SHA-256", "UTF-16", "UTF-8", "Windows-1252"),
  ...because("how a day is typed", "2024-05-03"),
  ...because("what a language calls itself", "Deutsch", "English", "Latviešu"),
  ...because("a key that is named so on both keyboards", "Alt", "Esc"),
  ...because("a sign", "–", "…", "1…9"),
  ...because(
    "an address as an example",
    "http://proxy.example:3128",
    "https://api.example.com",
    "https://login.example.com",
    "https://login.example.com/authorize",
    "https://login.example.com/oauth/token",
  ),
]);

/** Functions that, at least for some arguments, only set data beside data or numbers beside units. */
export const ONLY_DATA = new Set([
  "changes.changed",
  "commands.off",
  "connectionsBegin.drop.into",
  "connectionsOpenapi.fieldAt",
  "connectionsOpenapi.fieldWritten",
  "doctor.took",
  "filters.chip",
  "filters.days",
  "findings.parts",
  "history.on",
  "invite.columns.columnName",
  "kit.cellOf",
  "kit.rows",
  "repair.remembered.columns",
  "settings.kept",
  "shell.title",
  "storage.size",
]);
