import type { connectionsBegin as english, RequestFor } from "../connectionsBegin";
import { list, plural } from "../format";

/** The request to a platform's administrator, as plain text. */
function requestText({ platform, title, needs }: RequestFor): string {
  const name = platform.trim() || "[platformas nosaukums]";
  const calls = [
    "lietotāju saraksts",
    "lomu (arī „grupu”) saraksts",
    needs.identityProviders ? "identitātes nodrošinātāju saraksts" : null,
    "lietotāju uzaicināšana",
  ].filter((one) => one !== null);
  const items = [
    "API bāzes URL: adrese, ar ko sākas katrs izsaukums.",
    needs.subscriptionKey
      ? "Apstiprināta abonementa atslēga tiem. Ja atslēga ir tikai pieteikta, to noraida, līdz kāds to apstiprina."
      : null,
    "Klienta ID un noslēpums, marķiera URL un, ja pierakstīšanās serveris to prasa, auditorija vai tvērums. Ja cilvēki pierakstās paši: klienta ID un adreses, kur viņi pierakstās un kur izsniedz marķierus. Der arī Bearer marķieris, kamēr tas nav beidzies.",
    `Atļauja šiem izsaukumiem: ${calls.join("; ")}.${needs.organizations ? " Ja tāds ir, arī izsaukums, kas dod organizāciju sarakstu ar nosaukumiem un ERP ID." : ""}`,
    needs.scope ? "Platformas ID. Ja man jāredz tikai atsevišķi klienti: to vietā šo organizāciju ID." : null,
    "Ja tāds ir: šo API OpenAPI dokuments (izstrādātāju portāls to eksportē kā JSON vai YAML).",
  ].filter((one) => one !== null);
  return [
    `Piekļuve lietotāju pārvaldības API platformā ${name}`,
    "",
    `Platformas ${name} lietotājus es uzraugu ar Rollcall – galddatora programmu, kas rāda cilvēku, lomu un pierakstīšanās veidu sarakstus un sūta uzaicinājumus. Tās savienojuma veids ir ${title}. Šim nolūkam man vajag:`,
    "",
    ...items.map((item, place) => `${place + 1}. ${item}`),
    "",
    "Noslēpumus sūtiet tiem paredzētā veidā, nevis atbildē uz šo ziņu. Rollcall tos glabā mana datora atslēgu krātuvē. API lietotājs redz un drīkst to pašu, ko tā platformas lietotājs, tāpēc tam jābūt tajā līmenī, kura cilvēkus es uzraugu.",
  ].join("\n");
}

export const connectionsBegin: typeof english = {
  title: "Savienot platformu",
  kind: "Kāda veida platforma tā ir?",
  kindNote: "No tā atkarīgs, ko Rollcall Jums jautās. To var mainīt vēlāk.",
  own: "Cita veida, ar savu aprakstu",
  ownNote: "TOML fails, kurā teikts, kā ar platformu sazināties. To var uzrakstīt tas, kas uzrauga platformas API.",
  ownKind: "kā nosaka tās apraksts",
  failed: "Šo dokumentu neizdevās izmantot",
  goOn: (title) => `Turpināt ar ${title}`,
  goOnOwn: "Izvēlēties aprakstu…",
  needWhat: "Kas man vajadzīgs?…",
  dropTitle: "Vai nometiet dokumentu jebkur šajā logā",
  dropText:
    "Rollcall to izlasa un aizpilda, kas tajā teikts. Nekas netiek sūtīts, un nekas netiek glabāts, kamēr nesaglabājat.",
  takes: [
    ["Kolēģa savienojuma fails", "Viss tiek aizpildīts; Jūs ievadāt noslēpumus."],
    ["OpenAPI dokuments", "Izstrādātāju portāls to eksportē kā JSON vai YAML. Rollcall tajā atrod izsaukumus."],
    ["Apraksts", "Kā sazināties ar šāda veida platformu, TOML formātā."],
    ["Sertifikāti", "Jūsu organizācijas pašas sertificēšanas iestādes, PEM formātā."],
  ],
  choose: "Izvēlēties dokumentu…",
  back: "Atpakaļ",
  backTitle: "Atpakaļ uz platformas veidu",
  drop: {
    title: "Aizpildīt savienojumu no šī dokumenta",
    text: "Savienojuma fails, OpenAPI dokuments, apraksts, sertifikāti vai organizāciju saraksts. Nekas netiek glabāts, kamēr nesaglabājat.",
    into: () => "",
    reading: (name) => `Lasa „${name}”…`,
    failedTitle: (name) => `„${name}” neizdevās izmantot`,
  },
  arrived: {
    connection: (file) => `Aizpildīts no „${file}”.`,
    connectionNext: (names) =>
      names.length === 0
        ? "Atlikuši tikai noslēpumi: to nav nevienā failā. Nekas netiek glabāts, kamēr nesaglabājat."
        : `Atlikuši tikai noslēpumi: to nav nevienā failā, tāpat kā galveņu ${list(names)} vērtību. Nekas netiek glabāts, kamēr nesaglabājat.`,
    description: (file) => `Rollcall ar platformu sazināsies tā, kā teikts „${file}”.`,
    descriptionNext: "Nekas netiek glabāts, kamēr nesaglabājat.",
    authorities: (n, file) => `Rollcall uzticēsies ${plural(n, "sertifikātam", "sertifikātiem")} no „${file}”.`,
    authoritiesNext: "Tikai šajā savienojumā, līdzās sistēmas sertifikātiem. Nekas netiek glabāts, kamēr nesaglabājat.",
    openapi: (title) => `Aizpildīts no „${title}”.`,
    openapiNext:
      "Atlicis tas, ko neviens dokuments nevar pateikt: ID un noslēpumi. Nekas netiek glabāts, kamēr nesaglabājat.",
  },
  need: {
    title: "Kas man vajadzīgs?",
    text: "Nosūtiet to tam, kas uzrauga platformas API. Tur prasīts viss, kas šāda veida savienojumam vajadzīgs, un nekas cits.",
    platform: "Platformas nosaukums",
    platformHint: "Nordlys",
    request: "Pieprasījums",
    requestText,
    copy: "Kopēt pieprasījumu",
    close: "Aizvērt",
  },
};
