import type { connectionsNetwork as english } from "../connectionsNetwork";
import { date } from "../format";
import { on, until } from "./dates";

export const connectionsNetwork: typeof english = {
  title: "Tīkls",
  note: "Ceļš no šī datora līdz platformai.",
  asSystem: "Kā noteikts sistēmā: tās starpniekserveris un sertifikāti, kuriem tā uzticas.",
  change: "Mainīt…",
  changeName: "Mainīt tīklu",
  proxy: "Starpniekserveris",
  system: "Kā noteikts sistēmā",
  none: "Nekāds, lai ko teiktu sistēma",
  manual: "Šis",
  url: "Starpniekservera adrese",
  urlHint: "http://proxy.example:3128",
  user: "Lietotājvārds",
  userHelp: "Tikai starpniekserverim, kas prasa pierakstīties.",
  password: "Parole",
  passwordHelp: "Glabājas kā pārējie akreditācijas dati, un to nekad nerāda.",
  authorities: "Jūsu organizācijas sertificēšanas iestādes sertifikāti",
  authoritiesNote:
    "Tīkliem, kas ielūkojas šifrētā datplūsmā, un platformām Jūsu organizācijā. Tiem uzticas līdzās sistēmas sertifikātiem, tikai šajā savienojumā.",
  noAuthorities: "Nav. Uzticas sistēmas sertifikātiem.",
  add: "Pievienot sertifikātus…",
  issuer: (issuer) => `Izdevējs: ${issuer}`,
  until: (iso) => `derīgs līdz ${until(date(iso))}`,
  ended: (iso) => `beidzās ${on(date(iso))}`,
  keptCertificate: (place) => `Glabātais sertifikāts Nr. ${place}`,
  keptNote: "Pievienots agrāk.",
  fingerprint: "SHA-256",
  remove: (name) => `Noņemt: ${name}`,
  removeWord: "Noņemt",
  checked:
    "Sertifikātus pārbauda vienmēr. To nevar izslēgt: bez pārbaudes akreditācijas datus varētu nolasīt jebkurš pa ceļam. Ja sertifikātu noraida, pievienojiet šeit tā sertificēšanas iestādi.",
};
