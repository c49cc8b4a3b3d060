import type { keeping as english } from "../keeping";

const keychain: typeof english.keychain = {
  "no-service": {
    title: "Dieser Computer hat keinen Schlüsselbund, den Rollcall verwenden kann.",
    text: "Zugangsdaten lassen sich behalten, bis Sie Rollcall schließen. Damit sie länger bleiben, installieren und starten Sie unter Linux einen Secret Service wie GNOME Keyring oder KWallet.",
  },
  locked: {
    title: "Der Schlüsselbund ist gesperrt.",
    text: "Entsperren Sie ihn mit Ihrem Passwort und versuchen Sie es erneut; nichts ist verloren. Oder behalten Sie Zugangsdaten nur, bis Sie Rollcall schließen.",
  },
  denied: {
    title: "Der Schlüsselbund hat Rollcall abgelehnt.",
    text: "Erlauben Sie Rollcall in den Einstellungen des Schlüsselbunds den Zugriff und versuchen Sie es erneut; nichts ist verloren. Oder behalten Sie Zugangsdaten nur, bis Sie Rollcall schließen.",
  },
  slow: {
    title: "Der Schlüsselbund hat nicht innerhalb von 5 Sekunden geantwortet.",
    text: "Vielleicht wartet er in einem anderen Fenster auf Sie; antworten Sie dort und versuchen Sie es erneut. Nichts ist verloren.",
  },
};

export const keeping: typeof english = { keychain };
