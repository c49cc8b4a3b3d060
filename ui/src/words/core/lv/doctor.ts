import { form } from "../../format";
import type { CoreWords } from "../told";

const of = (text: string | undefined, one: string, other: string, zero = other) => form(Number(text), one, other, zero);

/** `rāda 2 lietotājus`. */
const asUsers = (users: string | undefined) => of(users, "lietotāju", "lietotājus", "lietotāju");

/** Whether this computer's clock goes behind the platform's, or ahead of it. */
const SIDES: Record<string, string> = {
  behind: "atpaliek no platformas pulksteņa",
  "ahead of": "apsteidz platformas pulksteni",
};

/** What a record should hold, by the core's word for it. */
const FIELDS: Record<string, string> = {
  email: "e-pasts",
  "first name": "vārds",
  "last name": "uzvārds",
  created: "izveides datums",
  state: "stāvoklis",
  accessibility: "pieejamība",
  roles: "lomas",
  "identity provider": "identitātes nodrošinātājs",
  "external id": "ārējais ID",
  organizations: "organizācijas",
};

const namesOf = (fields = "") =>
  fields
    .split(", ")
    .map((field) => FIELDS[field] ?? field)
    .join(", ");

/** What the core says while it tests a connection, in Latvian. */
export const doctor = {
  // What is looked at.
  Proxy: "Starpniekserveris",
  Connection: "Savienojums",
  "Sign-in": "Pierakstīšanās",
  "Subscription key": "Abonementa atslēga",
  Users: "Lietotāji",
  Pages: "Lapas",
  "Identity providers": "Identitātes nodrošinātāji",
  Headers: "Galvenes",
  Fields: "Lauki",
  Clock: "Pulkstenis",
  Speed: "Ātrums",
  "What this sign-in sees": "Ko redz šī pierakstīšanās",
  "Facts about inviting": "Fakti par uzaicināšanu",

  // What to do about a step that failed.
  "Enter the user name and password for the proxy under Network, then examine again.":
    "Ierakstiet sadaļā Tīkls starpniekservera lietotājvārdu un paroli, tad pārbaudiet vēlreiz.",
  "Nothing later can work before this does. Send this report to whoever looks after your network.":
    "Kamēr tas nedarbojas, nevar darboties nekas tālāks. Nosūtiet šo pārskatu tam, kurš rūpējas par Jūsu tīklu.",
  "Compare the key with the developer portal. A new key works only after its subscription was approved: if the portal shows it as submitted, ask the platform's administrator to approve it.":
    "Salīdziniet atslēgu ar izstrādātāju portālu. Jauna atslēga darbojas tikai pēc tam, kad tās abonements ir apstiprināts: ja portāls to rāda kā iesniegtu, palūdziet platformas administratoram to apstiprināt.",
  "Enter the client secret or token again. If it was right, ask the platform's administrator whether this API user is still active.":
    "Ievadiet klienta noslēpumu vai marķieri vēlreiz. Ja tas bija pareizs, jautājiet platformas administratoram, vai šis API lietotājs vēl ir aktīvs.",
  "Ask the platform's administrator to let this API user read it.":
    "Palūdziet platformas administratoram atļaut šim API lietotājam to lasīt.",
  "Wait, then examine again; nothing is wrong otherwise.": "Pagaidiet, tad pārbaudiet vēlreiz; citādi viss ir kārtībā.",
  "Compare the address, the ids and the paths of the platform description with the developer portal.":
    "Salīdziniet adresi, ID un platformas apraksta ceļus ar izstrādātāju portālu.",
  "Look at a real record beside Rollcall's fields, and correct the platform description.":
    "Apskatiet īstu ierakstu blakus Rollcall laukiem un izlabojiet platformas aprakstu.",
  "Look at the platform's own words above: it may want another id, a header or a version.":
    "Izlasiet augstāk, ko saka pati platforma: varbūt tā prasa citu ID, galveni vai versiju.",
  "Examine again in a while; if it stays so, send this report to the platform's administrator.":
    "Pēc brīža pārbaudiet vēlreiz; ja nekas nemainās, nosūtiet šo pārskatu platformas administratoram.",
  "Inviting works without this list.": "Uzaicināšana darbojas arī bez šī saraksta.",

  // Why something was not looked at.
  "Not looked at, because the list of users could not be read.":
    "Nav pārbaudīts, jo lietotāju sarakstu neizdevās nolasīt.",
  "Not looked at, because the platform could not be reached.": "Nav pārbaudīts, jo platformu neizdevās sasniegt.",
  "Not looked at, because the platform could not be reached any more.":
    "Nav pārbaudīts, jo platformu vairs neizdevās sasniegt.",
  "Not looked at, because there is no token.": "Nav pārbaudīts, jo nav marķiera.",
  "Not looked at, because the subscription key was refused.": "Nav pārbaudīts, jo abonementa atslēga tika noraidīta.",
  "Not looked at, because the token was refused.": "Nav pārbaudīts, jo marķieris tika noraidīts.",

  // The way to the platform: proxy, name, encryption.
  "No proxy is used: the platform is asked directly.": "Starpniekserveris netiek izmantots: platformai jautā tieši.",
  "The proxy that the system's settings name lets Rollcall through.":
    "Sistēmas iestatījumos norādītais starpniekserveris Rollcall laiž cauri.",
  "The proxy that this connection names lets Rollcall through.":
    "Šajā savienojumā norādītais starpniekserveris Rollcall laiž cauri.",
  "Encrypted to the proxy": "Šifrēts līdz starpniekserverim",
  "With a user name": "Ar lietotājvārdu",
  "The proxy looks up the platform's name.": "Platformas nosaukumu uzmeklē starpniekserveris.",
  Server: "Serveris",
  "The address is a number, so no name is looked up.": "Adrese ir skaitlis, tāpēc nosaukums netiek meklēts.",
  "The platform's name is known.": "Platformas nosaukums ir zināms.",
  Addresses: "Adreses",
  "Look at what the steps below say of the lists.": "Apskatiet, ko par sarakstiem saka soļi zemāk.",
  "The connection is encrypted, and the certificate can be trusted.":
    "Savienojums ir šifrēts, un sertifikātam var uzticēties.",
  "The platform is on this computer, so the connection need not be encrypted.":
    "Platforma ir šajā datorā, tāpēc savienojumam nav jābūt šifrētam.",
  "Certificate for": "Kam izdots sertifikāts",
  "Signed by": "Izdevējs",
  "Holds until": "Derīgs līdz",
  "Days left": "Atlikušās dienas",
  another: "cita",
  "The connection is encrypted. The platform's certificate ends in {days} days.": ({ days }) =>
    `Savienojums ir šifrēts. Platformas sertifikāts beidzas pēc ${days} ${of(days, "dienas", "dienām")}.`,
  "Tell the platform's administrator: when it has ended, nobody can connect.":
    "Pasakiet to platformas administratoram: kad tas būs beidzies, neviens nevarēs izveidot savienojumu.",

  // The token and the key.
  "No token was entered, so none is sent; the platform wants none.":
    "Marķieris nav ievadīts, tāpēc netiek sūtīts; platforma to neprasa.",
  "No token was entered, so none is sent.": "Marķieris nav ievadīts, tāpēc netiek sūtīts.",
  "There is a token. Whether the platform takes it was not seen.":
    "Marķieris ir. Vai platforma to pieņem, nebija redzams.",
  "The platform accepts the token.": "Platforma marķieri pieņem.",
  "The platform accepts the token, which ends soon and can't be renewed by Rollcall.":
    "Platforma marķieri pieņem; tas drīz beidzas, un Rollcall to nevar atjaunot.",
  "Paste a new token before you send anything.": "Pirms kaut ko sūtāt, ielīmējiet jaunu marķieri.",
  "The gateway accepts the subscription key.": "Vārteja abonementa atslēgu pieņem.",
  "No subscription key was entered, and none is wanted.": "Abonementa atslēga nav ievadīta, un to neprasa.",
  "No subscription key was entered, so none is sent.": "Abonementa atslēga nav ievadīta, tāpēc netiek sūtīta.",
  "Whether the gateway takes the key was not seen.": "Vai vārteja atslēgu pieņem, nebija redzams.",
  Header: "Galvene",
  Token: "Marķieris",
  "opaque: it says nothing of itself": "necaurskatāms: par sevi neko nesaka",
  Ends: "Beidzas",
  Subject: "Subjekts",
  Scopes: "Tvērumi",
  Audience: "Auditorija",
  Issuer: "Izdevējs",
  More: "Vairāk",

  // The lists.
  "The platform lists 1 user.": "Platforma rāda 1 lietotāju.",
  "The platform lists {users} users.": ({ users }) => `Platforma rāda ${users} ${asUsers(users)}.`,
  "The platform lists 1 user for the first id of the connection.":
    "Platforma savienojuma pirmajam ID rāda 1 lietotāju.",
  "The platform lists {users} users for the first id of the connection.": ({ users }) =>
    `Platforma savienojuma pirmajam ID rāda ${users} ${asUsers(users)}.`,
  "The first page lists 1 user.": "Pirmā lapa rāda 1 lietotāju.",
  "The first page lists {users} users.": ({ users }) => `Pirmā lapa rāda ${users} ${asUsers(users)}.`,
  "The first page lists 1 user for the first id of the connection.":
    "Pirmā lapa savienojuma pirmajam ID rāda 1 lietotāju.",
  "The first page lists {users} users for the first id of the connection.": ({ users }) =>
    `Pirmā lapa savienojuma pirmajam ID rāda ${users} ${asUsers(users)}.`,
  "The platform lists 1 role.": "Platforma rāda 1 lomu.",
  "The platform lists {roles} roles.": ({ roles }) => `Platforma rāda ${roles} ${of(roles, "lomu", "lomas", "lomu")}.`,
  "The platform lists 1 identity provider.": "Platforma rāda 1 identitātes nodrošinātāju.",
  "The platform lists {providers} identity providers.": ({ providers }) =>
    `Platforma rāda ${providers} identitātes ${of(providers, "nodrošinātāju", "nodrošinātājus", "nodrošinātāju")}.`,
  "The platform lists 1 organization.": "Platforma rāda 1 organizāciju.",
  "The platform lists {organizations} organizations.": ({ organizations }) =>
    `Platforma rāda ${organizations} ${of(organizations, "organizāciju", "organizācijas", "organizāciju")}.`,
  "The platform lists no role, and without one nobody can be invited.":
    "Platforma nerāda nevienu lomu, un bez lomas nevienu nevar uzaicināt.",
  "Ask the platform's administrator whether this API user may see the roles.":
    "Jautājiet platformas administratoram, vai šis API lietotājs drīkst redzēt lomas.",
  "This kind of platform has no list of identity providers; nothing here needs one.":
    "Šāda veida platformai nav identitātes nodrošinātāju saraksta; nekam šeit tas nav vajadzīgs.",
  "This platform gives no list of organizations, or not to this sign-in; everything else works without it.":
    "Šī platforma nedod organizāciju sarakstu vai nedod to šai pierakstīšanās; viss pārējais darbojas bez tā.",

  // Pages.
  "The description says that the list comes in one piece.": "Aprakstā teikts, ka saraksts nāk vienā gabalā.",
  "Largest page by the description": "Lielākā lapa pēc apraksta",
  "Asked for 1 entry, came": "Prasīts 1 ieraksts, saņemts",
  "Asked for {entries} entries, came": ({ entries }) =>
    `${of(entries, "Prasīts", "Prasīti", "Prasīts")} ${entries} ${of(entries, "ieraksts", "ieraksti", "ierakstu")}, saņemts`,
  "Totals told": "Nosauktie kopskaiti",
  "none, none, none": "nav, nav, nav",
  "The first page came twice alike": "Pirmā lapa divreiz bija vienāda",
  yes: "jā",
  no: "nē",
  "The platform does not keep to the page size: asked for 1 entry, {count} came.":
    "Platforma neievēro lapas lielumu: prasīts 1 ieraksts, bet saņemto skaits ir {count}.",
  "Compare the name of the page size in the platform description with the developer portal.":
    "Salīdziniet lapas lieluma nosaukumu platformas aprakstā ar izstrādātāju portālu.",
  "The answer with a page of one entry names no next page, so longer lists may be cut.":
    "Atbilde ar viena ieraksta lapu nenosauc nākamo lapu, tāpēc garāki saraksti var būt nepilnīgi.",
  "Compare where the platform description looks for the next page with the developer portal.":
    "Salīdziniet ar izstrādātāju portālu, kur platformas aprakstā meklēta nākamā lapa.",
  "The platform gives the first page again where the second was asked for, so longer lists may be cut.":
    "Platforma otrās lapas vietā vēlreiz dod pirmo, tāpēc garāki saraksti var būt nepilnīgi.",
  "Compare the paging of the platform description with the developer portal.":
    "Salīdziniet dalījumu lapās platformas aprakstā ar izstrādātāju portālu.",
  "The platform's total changed from one call to the next.":
    "Platformas kopskaits no viena izsaukuma līdz nākamajam mainījās.",
  "Examine again; if it stays so, lists can't be told to be complete.":
    "Pārbaudiet vēlreiz; ja nekas nemainās, nevar pateikt, vai saraksti ir pilnīgi.",
  "The same page came in another order a moment later.": "Tā pati lapa pēc mirkļa pienāca citā secībā.",
  "Set `stable_order` of the paging to false in the platform description.":
    "Platformas aprakstā lapu laukam `stable_order` iestatiet false.",
  "Pages come as asked for. The platform tells no total, so lists are read until an empty page.":
    "Lapas pienāk, kā prasīts. Platforma nenosauc kopskaitu, tāpēc sarakstus lasa līdz tukšai lapai.",
  "Pages come as asked for, with 1 entry at most, and the total is told.":
    "Lapas pienāk, kā prasīts, ar ne vairāk kā 1 ierakstu, un kopskaits ir nosaukts.",
  "Pages come as asked for, with {entries} entries at most, and the total is told.": ({ entries }) =>
    `Lapas pienāk, kā prasīts, ar ne vairāk kā ${entries} ${of(entries, "ierakstu", "ierakstiem")}, un kopskaits ir nosaukts.`,
  "Pages come as asked for, and the total is told.": "Lapas pienāk, kā prasīts, un kopskaits ir nosaukts.",

  // What the answers tell beside their lists.
  "The platform says that this version of its API will be switched off.":
    "Platforma saka, ka šo tās API versiju izslēgs.",
  "Ask the platform's administrator which version follows, and when.":
    "Jautājiet platformas administratoram, kura versija nāks pēc tās un kad.",
  "The answers name a version of the API.": "Atbildes nosauc API versiju.",
  "The answers ask for no header, and name no version of the API.":
    "Atbildes neprasa nekādu galveni un nenosauc API versiju.",
  "The platform's words suggest that it wants a header or a version.":
    "Platformas teiktais liecina, ka tā prasa galveni vai versiju.",
  "Ask for the header's name and value, and add it to the connection's headers.":
    "Noskaidrojiet galvenes nosaukumu un vērtību un pievienojiet to savienojuma galvenēm.",
  "Its words": "Platformas teiktais",
  "The refused call says nothing of headers.": "Noraidītais izsaukums par galvenēm neko nesaka.",
  "Sent with every call": "Sūta ar katru izsaukumu",
  "No user is listed, so there is no record to look at.":
    "Sarakstā nav neviena lietotāja, tāpēc nav ieraksta, ko apskatīt.",
  "Every field of Rollcall's was found in the first records.": "Pirmajos ierakstos atrasti visi Rollcall lauki.",
  "Not found in the first records: {fields}.": ({ fields }) => `Pirmajos ierakstos nav atrasts: ${namesOf(fields)}.`,
  "If the platform has them under other names, match the answer in the connection.":
    "Ja platformā tiem ir citi nosaukumi, saskaņojiet atbildi savienojumā.",
  "Names are written": "Nosaukumu rakstība",
  "in several ways": "vairākos veidos",
  "in an unusual way": "neparastā veidā",
  "Records looked at": "Apskatītie ieraksti",
  "Unknown to Rollcall": "Rollcall nezināmi",
  "The platform does not tell the time with its answers.": "Platforma atbildēs nenorāda laiku.",
  "This computer's clock is {seconds} seconds {side} the platform's.": ({ seconds, side = "" }) =>
    `Šī datora pulkstenis par ${seconds} ${of(seconds, "sekundi", "sekundēm")} ${SIDES[side] ?? side}.`,
  "Set this computer's clock by the network's time; tokens seem to end too early or too late otherwise.":
    "Iestatiet šī datora pulksteni pēc tīkla laika; citādi šķiet, ka marķieri beidzas pārāk agri vai pārāk vēlu.",
  "This computer's clock and the platform's agree.": "Šī datora un platformas pulksteņi saskan.",
  "Seconds apart": "Atšķirība sekundēs",
  "Answers took {least} to {most} ms, {middle} ms as a rule.":
    "Atbildes nāca pēc {least} līdz {most} ms, parasti pēc {middle} ms.",
  "Ask for smaller pages, or examine again at another time.":
    "Prasiet mazākas lapas vai pārbaudiet vēlreiz citā laikā.",
  Calls: "Izsaukumi",
  "No list was answered, so no time was taken.": "Neviens saraksts netika saņemts, tāpēc laiks netika mērīts.",

  // What this sign-in sees.
  "1 platform": "1 platforma",
  "{platforms} platforms": ({ platforms }) => `${platforms} ${of(platforms, "platforma", "platformas", "platformu")}`,
  "1 customer": "1 klients",
  "{customers} customers": ({ customers }) => `${customers} ${of(customers, "klients", "klienti", "klientu")}`,
  "This sign-in sees the users of everything that the connection names. Whether it may invite can't be known without inviting.":
    "Šī pierakstīšanās redz visa savienojumā nosauktā lietotājus. Vai tā drīkst uzaicināt, bez uzaicināšanas nevar uzzināt.",
  "This sign-in does not see the users of everything that the connection names.":
    "Šī pierakstīšanās neredz visa savienojumā nosauktā lietotājus.",
  "Check the ids below, and ask the platform's administrator which of them this API user belongs to.":
    "Pārbaudiet ID zemāk un jautājiet platformas administratoram, kuriem no tiem šis API lietotājs pieder.",
  "Not seen": "Nav redzams",
  "The connection names": "Savienojumā nosaukts",
  "Organizations seen": "Redzamās organizācijas",

  // Facts about inviting: known, assumed by the description, or unknown.
  "Of what sending rests on, 1 is seen, {assumed} are assumed as the platform description says, and {unknown} can't be known without inviting; Rollcall sends nothing again without proof.":
    "Fakti, uz kuriem balstās sūtīšana: zināms 1, pieņēmumi pēc platformas apraksta {assumed}, bez uzaicināšanas nav uzzināmi {unknown}; bez pierādījuma Rollcall neko nesūta vēlreiz.",
  "Of what sending rests on, {seen} are seen, {assumed} are assumed as the platform description says, and {unknown} can't be known without inviting; Rollcall sends nothing again without proof.":
    "Fakti, uz kuriem balstās sūtīšana: zināmi {seen}, pieņēmumi pēc platformas apraksta {assumed}, bez uzaicināšanas nav uzzināmi {unknown}; bez pierādījuma Rollcall neko nesūta vēlreiz.",
  "The list tells its total": "Saraksts nosauc savu kopskaitu",
  "The list keeps its order": "Saraksts saglabā secību",
  "Whoever was invited is listed before signing in": "Uzaicinātais ir sarakstā jau pirms pierakstīšanās",
  "Most people in one call": "Lielākais cilvēku skaits vienā izsaukumā",
  "A call that is refused as a whole did nothing": "Izsaukums, kas noraidīts viss kopā, neko nav izdarījis",
  "An invitation has to name an identity provider": "Uzaicinājumā jānosauc identitātes nodrošinātājs",
  "Inviting somebody who is active": "Uzaicināt kādu, kurš ir aktīvs",
  "Inviting somebody again who has not signed in": "Vēlreiz uzaicināt kādu, kurš nav pierakstījies",
  "Inviting again starts the creation date anew": "Atkārtots uzaicinājums izveides datumu sāk no jauna",
  "The same call sent twice counts once": "Viens un tas pats izsaukums, nosūtīts divreiz, skaitās vienreiz",
  "How late an invitation may still take effect": "Cik vēlu uzaicinājums vēl var stāties spēkā",
  "How late an invitation shows in the list": "Cik vēlu uzaicinājums parādās sarakstā",
  "An invitation shows in the part that this connection lists": "Uzaicinājums parādās daļā, ko rāda šis savienojums",
  "An answer has one result for each person": "Atbildē katram cilvēkam ir viens rezultāts",
  "The gateway's refusals differ from the platform's": "Vārtejas noraidījumi atšķiras no platformas noraidījumiem",
  "Whether this sign-in may invite": "Vai šī pierakstīšanās drīkst uzaicināt",
  "known: yes": "zināms: jā",
  "known: no": "zināms: nē",
  "known: yes; the first page shows 1 such person": "zināms: jā; pirmajā lapā ir 1 šāds cilvēks",
  "known: yes; the first page shows {people} such people": ({ people }) =>
    `zināms: jā; pirmajā lapā ir ${people} ${of(people, "šāds cilvēks", "šādi cilvēki", "šādu cilvēku")}`,
  "assumed: yes": "pieņēmums: jā",
  "assumed: no": "pieņēmums: nē",
  "assumed: {people}": "pieņēmums: {people}",
  "assumed: yes; the whole platform is listed": "pieņēmums: jā; sarakstā ir visa platforma",
  "assumed: yes; it did so in two looks": "pieņēmums: jā; divreiz skatoties, tā bija",
  "assumed: is refused": "pieņēmums: tiek noraidīts",
  "assumed: is accepted": "pieņēmums: tiek pieņemts",
  "assumed: sends a new mail": "pieņēmums: tiek sūtīta jauna vēstule",
  "unknown: the list was not read": "nav zināms: saraksts netika nolasīts",
  "unknown: the description does not say": "nav zināms: aprakstā tas nav teikts",
  "unknown: no key for that is known of this API": "nav zināms: šim API šāda atslēga nav zināma",
  "unknown: it is waited for before anybody is looked up": "nav zināms: to nogaida, pirms kādu sameklē",
  "unknown: it is waited for before a list counts as proof":
    "nav zināms: to nogaida, pirms saraksts der par pierādījumu",
  "unknown: single customers are listed: nobody's absence counts as proof here":
    "nav zināms: rāda atsevišķus klientus: ja kāda šeit nav, tas neko nepierāda",
  "unknown: it is checked in every answer, and whoever has none is looked up":
    "nav zināms: to pārbauda katrā atbildē, un to, kam rezultāta nav, sameklē",
  "unknown: each is told by its form, and one that fits neither counts as unclear":
    "nav zināms: katru pazīst pēc tā formas, un tāds, kas neatbilst nevienai, skaitās neskaidrs",
  "unknown: only the first invitation shows it": "nav zināms: to parāda tikai pirmais uzaicinājums",
} satisfies Partial<CoreWords>;
