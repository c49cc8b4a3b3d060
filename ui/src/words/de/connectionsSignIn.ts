import type { connectionsSignIn as english } from "../connectionsSignIn";
import { count, dateTime, list } from "../format";

export const connectionsSignIn: typeof english = {
  browser: "Der Browser, als Sie selbst",
  browserNote: "Die Anmeldeseite Ihrer Organisation öffnet sich in Ihrem Browser. Rollcall sieht Ihr Passwort nie.",
  authorizeUrl: "Adresse, unter der sich Personen anmelden",
  authorizeUrlHint: "https://login.example.com/authorize",
  authorizeUrlHelp: "Sie kommt zusammen mit der Client-ID. Der Anmeldeserver nennt sie „authorization endpoint“.",
  tokenUrlKnown: "Darf leer bleiben: Diese Art von Plattform hat sie unter der Basis-URL.",
  optionalSecret: "Client-Secret (falls der Client eines hat)",
  optionalSecretHelp: "Die meisten Programme, die einen Browser öffnen, haben keines.",
  optionalSecretHint: "leer: keines, oder das vorhandene",
  scopeHelp: "Nur, wenn Ihr Anmeldeserver einen verlangt. Mit „offline_access“ kann Rollcall oft angemeldet bleiben.",
  find: {
    open: "Aus der Adresse des Ausstellers finden…",
    label: "Adresse des Ausstellers",
    hint: "https://login.example.com",
    help: "Die eigene Adresse des Anmeldeservers. Rollcall fragt ihn, wo sich Clients und Personen anmelden, und sendet dabei nichts Geheimes.",
    find: "Finden",
    none: "Geben Sie zuerst die Adresse des Ausstellers ein.",
    found: (issuer) => `Gefunden bei ${issuer}.`,
    noPeople:
      "Er nennt keine Adresse, unter der sich Personen anmelden. Der Browser kann mit ihm darum nicht verwendet werden.",
    scopes: (scopes) =>
      scopes.length > 8
        ? `Er nennt ${count(scopes.length)} Scopes.`
        : `Er nennt ${scopes.length === 1 ? "den Scope" : "die Scopes"} ${list(scopes)}.`,
    failed: "Dort wurde nichts gefunden",
  },
  signIn: "Über den Browser anmelden",
  saveAndSignIn: "Speichern und anmelden",
  state: {
    none: "Noch ist niemand angemeldet. Beim Speichern öffnet sich der Browser.",
    until: (iso) => `Angemeldet bis ${dateTime(iso)}.`,
    some: "Angemeldet.",
    renews: "Angemeldet. Rollcall erneuert die Anmeldung von selbst.",
    ended: "Die Anmeldung ist abgelaufen.",
  },
};
