import { count } from "../format";
import type { thresholds as english } from "../thresholds";

export const thresholds: typeof english = {
  title: "Konstatējumi",
  note: "Kad kaut kas kļūst par konstatējumu. Visām šī datora platformām.",
  field: {
    neverAcceptedDays: {
      label: "Dienas, pēc kurām ziņo par nepieņemtu uzaicinājumu",
      help: "Skaita no uzaicinājuma dienas.",
    },
    ownDomainPercent: {
      label: "Procenti, no kuriem e-pasta domēnu uzskata par savu",
      help: "Tik daudziem no izplatītāja vai pārdevēja cilvēkiem tas ir.",
    },
    workEmailPercent: {
      label: "Procenti ar darba e-pastu, no kuriem parole kļūst par konstatējumu",
      help: "Tik daudzi no e-pasta domēna cilvēkiem pierakstās ar darba e-pastu.",
    },
    workEmailPeople: {
      label: "Cilvēku skaits ar darba e-pastu, no kura parole kļūst par konstatējumu",
      help: "Vismaz tik daudz cilvēku e-pasta domēnā.",
    },
  },
  range: (least, most, usual) => `No ${count(least)} līdz ${count(most)}, parasti ${count(usual)}.`,
  outside: (least, most) => `Vesels skaitlis no ${count(least)} līdz ${count(most)}.`,
  countCustomerRoles: "Skaitīt klientiem paredzētās lomas",
  countCustomerRolesNote:
    "Tāda loma kā Customer Admin pieder klienta organizācijā. Ja to skaita, ziņo par visiem, kam tā tur ir.",
  save: "Saglabāt",
  defaults: "Noklusējums",
  saved: "Konstatējumu skaitļi ir saglabāti.",
  failed: "Skaitļi netika saglabāti",
};
