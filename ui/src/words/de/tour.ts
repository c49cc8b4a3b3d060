import type { tour as english } from "../tour";

const step: typeof english.step = {
  find: {
    title: "Personen finden",
    text: "Öffnen Sie Benutzer und geben Sie einen Namen, eine Adresse oder einen Teil davon ein. Oder grenzen Sie die Liste mit dem ein, was links von ihr steht.",
  },
  roles: {
    title: "Sehen, wer was darf",
    text: "Öffnen Sie Rollen: Je mehr eine Rolle darf, desto höher steht sie. Drücken Sie auf die Zahl der Personen mit einer Rolle, um zu sehen, wer sie sind.",
  },
  file: {
    title: "Eine Tabelle ablegen",
    text: "Legen Sie eine mit Namen und E-Mail-Adressen auf dem Fenster ab, oder öffnen Sie Einladen und wählen Sie sie dort. Ohne Tabelle fügen Sie Zeilen ein oder tippen eine Person ein.",
  },
  send: {
    title: "Ansehen, dann senden",
    text: "„Was gesendet wird“ zeigt das genaue JSON. Senden Sie es dann an die Beispielplattform: Niemand erhält E-Mails.",
  },
};

export const tour: typeof english = {
  label: "Rundgang durch die Beispielplattform",
  step,
  place: (n, of) => `Schritt ${n} von ${of}`,
  reached: (key) => `${key} führt dorthin.`,
  next: "Nächster Schritt",
  end: "Fertig",
  leave: "Rundgang verlassen",
  left: "Der Rundgang wurde verlassen.",
  done: "Das war der Rundgang. Was Sie getan haben, bleibt auf der Beispielplattform.",
  goOn: "Fortsetzen",
};
