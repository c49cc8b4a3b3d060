import type { doctor as english } from "../doctor";
import { count, form, plural } from "../format";
import { told } from "./forms";

const tenths = (seconds: number) => seconds.toFixed(1).replace(".", ",");

export const doctor: typeof english = {
  label: "Ko atklāja pārbaude",
  ok: "Viss, kas vajadzīgs uzaicināšanai, darbojas.",
  notOk: "Kaut kas, kas vajadzīgs uzaicināšanai, vēl nedarbojas.",
  beginWith: (title) => `Sāciet ar „${title}”:`,
  notes: (n) => `Zemāk ${plural(n, "piezīme", "piezīmes", "piezīmju")}, ko vērts zināt.`,
  unneeded: (n) =>
    `Neizdevās ${plural(n, "lieta", "lietas")}, ${form(n, "kura", "kuras")} uzaicināšanai nav ${form(n, "vajadzīga", "vajadzīgas")}.`,
  running: "Pārbauda savienojumu. Tur nekas netiek mainīts.",
  looked: (n) => `pārbaudīts: ${count(n)}`,
  going: "Pārbauda tālāk",
  state: {
    good: "Labi",
    notice: "Piezīme",
    failed: "Neizdevās",
    skipped: "Izlaists",
    unknown: "Nav zināms",
  },
  found: (n) => told(n, "atrasts", "atrasti"),
  took: (ms) => (ms < 1000 ? `${count(ms)} ms` : `${tenths(ms / 1000)} s`),
  facts: (title) => `Sīkāk: ${title}`,
  copy: "Kopēt pārskatu",
  close: "Aizvērt pārskatu",
};
