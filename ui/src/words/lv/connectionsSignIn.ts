import type { connectionsSignIn as english } from "../connectionsSignIn";
import { dateTime, list, plural } from "../format";
import { until } from "./dates";

export const connectionsSignIn: typeof english = {
  browser: "Pārlūks, savā vārdā",
  browserNote: "Jūsu organizācijas pierakstīšanās lapa tiek atvērta pārlūkā. Rollcall Jūsu paroli neredz nekad.",
  authorizeUrl: "Adrese, kur cilvēki pierakstās",
  authorizeUrlHint: "https://login.example.com/authorize",
  authorizeUrlHelp: "Nāk kopā ar klienta ID. Pierakstīšanās serveris to sauc par autorizācijas galapunktu.",
  tokenUrlKnown: "Var atstāt tukšu: šāda veida platformai tas ir zem bāzes URL.",
  optionalSecret: "Klienta noslēpums (ja klientam tāds ir)",
  optionalSecretHelp: "Lielākajai daļai programmu, kas atver pārlūku, tāda nav.",
  optionalSecretHint: "tukšs: nav vai paliek esošais",
  scopeHelp:
    "Tikai tad, ja pierakstīšanās serveris to prasa. Ar „offline_access” Rollcall bieži vien var palikt pierakstīts.",
  find: {
    open: "Atrast pēc izdevēja adreses…",
    label: "Izdevēja adrese",
    hint: "https://login.example.com",
    help: "Paša pierakstīšanās servera adrese. Rollcall tam jautā, kur pierakstās klienti un cilvēki, un nesūta nekādus noslēpumus.",
    find: "Atrast",
    none: "Vispirms ierakstiet izdevēja adresi.",
    found: (issuer) => `Atrasts: ${issuer}.`,
    noPeople: "Tas nenorāda adresi, kur cilvēki pierakstās, tāpēc pārlūku ar to nevar izmantot.",
    scopes: (scopes) =>
      scopes.length > 8
        ? `Tas norāda ${plural(scopes.length, "tvērumu", "tvērumus", "tvērumu")}.`
        : `Tas norāda šādus tvērumus: ${list(scopes)}.`,
    failed: "Tur nekas netika atrasts",
  },
  signIn: "Pierakstīties ar pārlūku",
  saveAndSignIn: "Saglabāt un pierakstīties",
  state: {
    none: "Vēl neviens nav pierakstījies. Saglabājot tiek atvērts pārlūks.",
    until: (iso) => `Pierakstīts līdz ${until(dateTime(iso))}.`,
    some: "Pierakstīts.",
    renews: "Pierakstīts. Rollcall to atjauno pats.",
    ended: "Pierakstīšanās ir beigusies.",
  },
};
