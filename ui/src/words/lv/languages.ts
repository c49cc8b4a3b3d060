import type { languages as english } from "../languages";

export const languages: typeof english = {
  label: "Valoda",
  names: { en: "English", de: "Deutsch", lv: "Latviešu" },
  system: "Kā sistēmā",
  saveFailed: "Valodu neizdevās nomainīt",
  ask: {
    title: "Vai mainīt valodu tūlīt?",
    text: "Lai to izdarītu, logs tiek pārlādēts. Ierakstītais, kas nav saglabāts, un fails, kas gaida, pazustu.",
    change: "Mainīt tūlīt",
    keep: "Vēl ne",
  },
};
