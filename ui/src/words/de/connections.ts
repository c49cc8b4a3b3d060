import type { CredentialState } from "@/ipc";
import type { connections as english } from "../connections";
import { list, plural } from "../format";

const secretHint: Record<CredentialState, string> = {
  kept: "im Schlüsselbund – zum Ersetzen tippen",
  session: "für diese Sitzung behalten – zum Ersetzen tippen",
  missing: "",
  unknown: "der Schlüsselbund gibt keine Auskunft – zum Ersetzen tippen",
};

export const connections: typeof english = {
  title: "Verbindungen",
  add: "Plattform verbinden",
  emptyTitle: "Noch ist keine Plattform verbunden",
  empty:
    "Eine Verbindung braucht die Adresse der Plattform, einen Abonnementschlüssel und eine Anmeldung. Um sich erst umzusehen, nehmen Sie die Beispielplattform.",
  sample: "Beispielplattform ausprobieren",
  sampleFacts: "Erfunden, innerhalb von Rollcall. Nichts verlässt diesen Computer, und niemand erhält E-Mails.",
  open: "Öffnen",
  test: "Testen",
  edit: "Bearbeiten",
  remove: "Entfernen",
  more: (name) => `Mehr zu ${name}`,
  scope: (scope) =>
    scope.kind === "platform"
      ? plural(scope.ids.length, "Plattform", "Plattformen")
      : plural(scope.ids.length, "Kunde", "Kunden"),
  removeDialog: {
    title: (name) => `${name} entfernen?`,
    text: "Rollcall vergisst die Verbindung, ihre Zugangsdaten, die gelesene Personenliste und was Sie vorbereitet haben. Die Läufe und Prüfungen bleiben auf diesem Computer erhalten. Auf der Plattform ändert sich nichts.",
    confirm: (name) => `${name} entfernen`,
    cancel: "Behalten",
  },
  form: {
    newTitle: "Plattform verbinden",
    editTitle: (name) => `${name} bearbeiten`,
    gone: "Diese Verbindung gibt es nicht",
    basics: "Name und Farbe",
    basicsNote: "Woran Sie diese Plattform erkennen.",
    name: "Name",
    nameHint: "Nordlys",
    colour: "Farbe",
    colours: {
      "#7c3aed": "Violett",
      "#2563eb": "Blau",
      "#0891b2": "Petrol",
      "#15803d": "Grün",
      "#ca8a04": "Gelb",
      "#ea580c": "Orange",
      "#dc2626": "Rot",
      "#db2777": "Rosa",
      "#64748b": "Grau",
    },
    colourNote: "Eine Linie über dem Fenster und ein Punkt neben dem Namen, damit Sie immer sehen, wo Sie sind.",
    live: "Dies ist eine Live-Plattform: Echte Personen erhalten echte E-Mails",
    liveNote: "Rollcall weist vor jedem Senden darauf hin.",
    readOnly: "Nur ansehen: Von diesem Computer aus kann nichts gesendet werden",
    readOnlyNote: "Listen, Befunde und Prüfungen funktionieren wie immer. Das Einladen ist für diese Verbindung aus.",
    where: "Adresse",
    whereNote: "Wo die APIs der Plattform liegen und welchen Teil davon diese Verbindung sieht.",
    whereNoteAll: "Wo die APIs der Plattform liegen.",
    baseUrl: "Basis-URL",
    baseUrlHint: "https://api.example.com",
    baseUrlHelp:
      "Die Adresse, mit der jeder Aufruf beginnt, ohne /api/v2. Das Entwicklerportal Ihrer Plattform zeigt sie bei jeder API.",
    baseUrlHelpOther: "Die Adresse, mit der jeder Aufruf beginnt. Die Administration der Plattform kennt sie.",
    scope: "Listet die Personen",
    scopePlatform: "einer ganzen Plattform",
    scopeCustomer: "einzelner Kunden",
    platformIds: "Plattform-IDs",
    customerIds: "Kunden-IDs",
    idsHelp: {
      platform:
        "Eine pro Zeile. Die Administration der Plattform kennt sie; sie steht auch in den API-Beispielen des Portals.",
      customer:
        "Organisations-IDs, eine pro Zeile. Im Portal steht die ID in der Adresse der Seite, die die Organisation zeigt.",
    },
    signInTitle: "Anmeldung",
    signInNote: "Wie Rollcall das Bearer-Token erhält, das bei jedem Aufruf mitgeht.",
    signIn: "Anmelden mit",
    clientCredentials: "Client-ID und Client-Secret",
    clientCredentialsNote: "Rollcall holt von selbst ein neues Token, sobald das letzte abgelaufen ist.",
    token: "Eingefügtes Bearer-Token",
    tokenNote: "Funktioniert, bis das Token abläuft, oft eine Stunde. Danach muss ein neues eingefügt werden.",
    tokenUrl: "Token-URL",
    tokenUrlHint: "https://login.example.com/oauth/token",
    tokenUrlHelp: "Kommt zusammen mit der Client-ID von der Stelle, die diese für Sie angelegt hat.",
    clientId: "Client-ID",
    clientSecret: "Client-Secret",
    clientSecretHelp: "Wird nur einmal gezeigt, wenn der Client angelegt wird. Rollcall zeigt es nie wieder.",
    tokenValue: "Bearer-Token",
    tokenValueHelp: "Der lange Text nach „Bearer“ im Header Authorization.",
    audience: "Audience",
    audienceHelp: "Nur, wenn Ihr Anmeldeserver eine verlangt.",
    oauthScope: "Scope",
    key: "Abonnementschlüssel",
    keyHelp:
      "Im Entwicklerportal unter Ihrem Profil, „Subscriptions“. Ein neuer Schlüssel gilt erst, wenn er freigegeben ist.",
    advanced: "Zusätzliche Header",
    advancedNote:
      "Gehen bei jedem Aufruf mit, für Plattformen, die mehr verlangen, etwa api-version. Nicht für geheime Angaben.",
    secretHeaders: (names) =>
      `${list(names)} ${names.length === 1 ? "sieht" : "sehen"} nach Zugangsdaten aus. Header liegen lesbar auf diesem Computer. Tragen Sie den Schlüssel als Subscription-Key ein, den der Schlüsselbund aufbewahrt; das Feld subscription_key_header der Beschreibung sagt, unter welchem Namen er gesendet wird.`,
    headerName: "Header",
    headerValue: "Wert",
    addHeader: "Header hinzufügen",
    removeHeader: "Diesen Header entfernen",
    keep: "Wo die Zugangsdaten liegen",
    sessionOnly: "Zugangsdaten nur für diese Sitzung behalten",
    sessionOnlyNote:
      "Sie werden vergessen, wenn Rollcall geschlossen wird. Sonst bewahrt sie der Schlüsselbund dieses Computers auf. Sie stehen nie in einer Datei.",
    useSession: "Nur für diese Sitzung behalten",
    save: "Speichern",
    saveAndTest: "Speichern und testen",
    cancel: "Abbrechen",
    saved: "Gespeichert.",
    openUsers: "Benutzer öffnen",
    problem: {
      name: "Eine Verbindung braucht einen Namen.",
      baseUrl: "Hier muss eine Adresse stehen, die mit https:// beginnt",
      ids: "Mindestens eine ID wird gebraucht.",
      tokenUrl: "Hier muss eine Adresse stehen, die mit https:// beginnt",
      authorizeUrl: "Hier muss eine Adresse stehen, die mit https:// beginnt",
      proxyUrl:
        "Hier muss die Adresse des Proxys stehen, etwa http://proxy.example:3128, ohne Benutzername und Passwort.",
      clientId: "Die Client-ID wird gebraucht.",
      secret: "Dies wird zum Anmelden gebraucht.",
      key: "Ohne ihn antwortet die Plattform niemandem.",
      header: "Ein Header braucht einen Namen und einen Wert. Entfernen Sie ihn, wenn er nicht gebraucht wird.",
    },
  },
  secretHint,
};
