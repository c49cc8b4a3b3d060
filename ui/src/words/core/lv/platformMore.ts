import type { CoreWords } from "../told";

/** The fields of a connection, as they begin a sentence. */
const FIELDS: Readonly<Record<string, string>> = {
  "base URL": "Bāzes URL",
  "token URL": "Marķiera URL",
  "issuer's address": "Izdevēja adrese",
  "token URL that the issuer names": "Marķiera URL, ko norāda izdevējs,",
  "sign-in address": "Adrese, kur cilvēki pierakstās,",
  "sign-in address that the issuer names": "Pierakstīšanās adrese, ko norāda izdevējs,",
  "access token": "Marķieris",
  "subscription key": "Abonementa atslēga",
};

const own = (what = "") => FIELDS[what] ?? what;

/** The place of a field as it is written; at the beginning of a sentence the core gives it a capital. */
const place = (at = "") => at.charAt(0).toLowerCase() + at.slice(1);

/** What the core says of a connection's fields, of signing in and of platform descriptions, in Latvian. */
export const platformMore = {
  // The fields of a connection.
  "Nothing was sent. Correct it in the connection.": "Nekas netika nosūtīts. Izlabojiet to savienojumā.",
  "The {what} is not a complete address such as https://api.example.com.": ({ what }) =>
    `${own(what)} nav pilna adrese, kāda ir, piemēram, https://api.example.com.`,
  "The {what} holds a user name or password, which would end up in logs.": ({ what }) =>
    `${own(what)} satur lietotājvārdu vai paroli, kas nonāktu žurnālos.`,
  "The {what} holds a ? or # part, which Rollcall would have to drop.": ({ what }) =>
    `${own(what)} satur daļu ar ? vai #, ko Rollcall vajadzētu atmest.`,
  "The {what} begins with http://, so keys would travel unencrypted; use https://.": ({ what }) =>
    `${own(what)} sākas ar http://, tāpēc atslēgas tiktu sūtītas nešifrētas; lietojiet https://.`,
  "The {what} has to begin with https://.": ({ what }) => `${own(what)} nesākas ar https://, bet tā vajag.`,
  "The connection names no platform or customer id. Nothing was sent. Add at least one id.":
    "Savienojumā nav neviena platformas vai klienta ID. Nekas netika nosūtīts. Pievienojiet vismaz vienu ID.",
  "One of the platform or customer ids is empty or has characters that an id can't have. Nothing was sent. Correct the ids in the connection.":
    "Kāds no platformu vai klientu ID ir tukšs, vai tajā ir rakstzīmes, kādu ID nevar būt. Nekas netika nosūtīts. Izlabojiet ID savienojumā.",
  'The extra header "{name}" has a name that no header can have.':
    "Papildu galvenei „{name}” ir nosaukums, kāda galvenei nevar būt.",
  'The extra header "{name}" is one that Rollcall sets itself.': "Papildu galveni „{name}” Rollcall iestata pats.",
  'The extra header "{name}" has a value with line breaks or letters that no header can have.':
    "Papildu galvenes „{name}” vērtībā ir rindu pārtraukumi vai rakstzīmes, kādu galvenē nevar būt.",
  "The {what} has a line break or a letter in it that it can't have. Nothing was sent. Enter it again.": ({ what }) =>
    `${own(what)} satur rindas pārtraukumu vai rakstzīmi, kādas tur nevar būt. Nekas netika nosūtīts. Ievadiet vēlreiz.`,
  'The platform description puts a platform or customer id into the header "{name}", and the connection names none. Nothing was sent. Enter it in the connection.':
    "Platformas apraksts galvenē „{name}” liek platformas vai klienta ID, bet savienojumā tāda nav. Nekas netika nosūtīts. Ievadiet to savienojumā.",
  'The platform description puts a client id into the header "{name}", and the connection names none. Nothing was sent. Enter it in the connection.':
    "Platformas apraksts galvenē „{name}” liek klienta ID, bet savienojumā tāda nav. Nekas netika nosūtīts. Ievadiet to savienojumā.",
  "The description names a key header that can't be one.":
    "Aprakstā norādītā atslēgas galvene nevar būt galvenes nosaukums.",
  "The proxy's address holds a user name or password, which would end up in logs. Nothing was sent. Enter them in their own fields.":
    "Starpniekservera adresē ir lietotājvārds vai parole, kas nonāktu žurnālos. Nekas netika nosūtīts. Ievadiet tos tiem paredzētajos laukos.",
  "The user name for the proxy has a colon or a line break in it, which it can't have. Nothing was sent. Correct it in the connection.":
    "Starpniekservera lietotājvārdā ir kols vai rindas pārtraukums, bet to tur nevar būt. Nekas netika nosūtīts. Izlabojiet to savienojumā.",
  "The proxy is of a kind that Rollcall does not speak; it speaks to HTTP proxies. Nothing was sent. Enter an address that begins with http:// or https:// in the connection.":
    "Ar šāda veida starpniekserveri Rollcall nesazinās; tas sazinās ar HTTP starpniekserveriem. Nekas netika nosūtīts. Ievadiet savienojumā adresi, kas sākas ar http:// vai https://.",
  "The proxy's address is not one such as http://proxy.example:3128. Nothing was sent. Correct it in the connection.":
    "Starpniekservera adrese nav tāda kā http://proxy.example:3128. Nekas netika nosūtīts. Izlabojiet to savienojumā.",

  // Certificates of authorities.
  "The file of authorities holds a private key, which nobody should give away.":
    "Sertificēšanas iestāžu failā ir privātā atslēga, ko nevienam nevajadzētu dot citiem.",
  "Use a file with the certificate alone.": "Izmantojiet failu, kurā ir tikai sertifikāts.",
  "The file of authorities holds no certificate.": "Sertificēšanas iestāžu failā nav neviena sertifikāta.",
  "Use a PEM file: it has a line BEGIN CERTIFICATE.": "Izmantojiet PEM failu: tajā ir rinda BEGIN CERTIFICATE.",
  "The file of authorities holds too many certificates.": "Sertificēšanas iestāžu failā ir pārāk daudz sertifikātu.",
  "Use a file with your own alone.": "Izmantojiet failu, kurā ir tikai Jūsu pašu sertifikāti.",
  "The file of authorities holds a certificate of a server, not of an authority.":
    "Sertificēšanas iestāžu failā ir servera, nevis sertificēšanas iestādes sertifikāts.",
  "Ask for the certificate of the authority that signed it.":
    "Prasiet tās sertificēšanas iestādes sertifikātu, kas to parakstījusi.",
  "The file of authorities holds a certificate that Rollcall can't read.":
    "Sertificēšanas iestāžu failā ir sertifikāts, ko Rollcall nevar nolasīt.",
  "Ask for it as a PEM file.": "Prasiet to kā PEM failu.",

  // Signing in.
  "Signing in with the browser needs the client ID under which the sign-in service knows Rollcall. Nothing was sent. Enter it in the connection.":
    "Lai pierakstītos ar pārlūku, vajag klienta ID, ar kuru pierakstīšanās serveris pazīst Rollcall. Nekas netika nosūtīts. Ievadiet to savienojumā.",
  "This machine gives Rollcall no port on which the browser could bring its answer. Nothing was sent. Close other programs and try again.":
    "Šis dators nedod Rollcall portu, kurā pārlūks varētu nodot atbildi. Nekas netika nosūtīts. Aizveriet citas programmas un mēģiniet vēlreiz.",
  "Nobody signed in within five minutes, so Rollcall no longer waits. Nothing was lost. Try again; if the browser showed an error instead of a sign-in, ask whoever looks after the sign-in service to allow http://127.0.0.1/callback with any port for this client ID.":
    "Piecu minūšu laikā neviens nepierakstījās, tāpēc Rollcall vairs negaida. Nekas nav zudis. Mēģiniet vēlreiz; ja pārlūks pierakstīšanās vietā rādīja kļūdu, palūdziet tam, kurš uzrauga pierakstīšanās serveri, šim klienta ID atļaut http://127.0.0.1/callback ar jebkuru portu.",
  "The sign-in was declined in the browser, or the sign-in service does not let this person in. Nothing was lost. Try again, or ask whoever looks after the service.":
    "Pierakstīšanās pārlūkā tika noraidīta, vai pierakstīšanās serveris šo cilvēku nelaiž iekšā. Nekas nav zudis. Mēģiniet vēlreiz vai jautājiet tam, kurš serveri uzrauga.",
  "The sign-in service does not give what the scope asks for. Nothing was lost. Check the scope in the connection.":
    "Pierakstīšanās serveris nedod to, ko prasa tvērums. Nekas nav zudis. Pārbaudiet tvērumu savienojumā.",
  "The sign-in service is not able to sign anybody in just now. Nothing was lost. Try again later.":
    "Pierakstīšanās serveris pašlaik nevienu nevar pierakstīt. Nekas nav zudis. Mēģiniet vēlreiz vēlāk.",
  "The sign-in service does not allow this client ID to sign people in with the browser. Nothing was lost. Check the client ID in the connection.":
    "Pierakstīšanās serveris šim klienta ID neatļauj pierakstīt cilvēkus ar pārlūku. Nekas nav zudis. Pārbaudiet klienta ID savienojumā.",
  "The sign-in service did not sign anybody in. Nothing was lost. Check the connection's sign-in, then try again.":
    "Pierakstīšanās serveris nevienu nepierakstīja. Nekas nav zudis. Pārbaudiet savienojuma pierakstīšanos un mēģiniet vēlreiz.",
  "The document found there is of another issuer, or names addresses that can't be its own. Nothing was taken from it. Check the issuer's address.":
    "Tur atrastais dokuments ir no cita izdevēja, vai tajā ir adreses, kas nevar piederēt šim izdevējam. Nekas no tā netika ņemts. Pārbaudiet izdevēja adresi.",
  "Nobody there says where to sign in. Nothing was changed. Check the issuer's address, or enter the sign-in address and the token URL by hand.":
    "Tur neviens nesaka, kur pierakstīties. Nekas netika mainīts. Pārbaudiet izdevēja adresi vai ar roku ievadiet adresi, kur cilvēki pierakstās, un marķiera URL.",
  "A pasted token can't be renewed by Rollcall. Nothing was lost. Paste a new token in the connection.":
    "Ielīmētu marķieri Rollcall nevar atjaunot. Nekas nav zudis. Ielīmējiet savienojumā jaunu marķieri.",
  "The sign-in service answered in a form that Rollcall can't read, so there is no access token. Nothing was lost. Check the token URL in the connection.":
    "Pierakstīšanās serveris atbildēja veidā, ko Rollcall nevar nolasīt, tāpēc marķiera nav. Nekas nav zudis. Pārbaudiet marķiera URL savienojumā.",
  "The sign-in service did not accept the client ID and client secret, so there is no access token. Nothing was lost. Check both in the connection, and the audience if one is needed.":
    "Pierakstīšanās serveris nepieņēma klienta ID un noslēpumu, tāpēc marķiera nav. Nekas nav zudis. Pārbaudiet abus savienojumā, kā arī auditoriju, ja tā vajadzīga.",
  "The sign-in service does not accept this client ID, or its client secret, for signing in with the browser. Nothing was lost. Check both in the connection.":
    "Pierakstīšanās serveris nepieņem šo klienta ID vai tā noslēpumu, lai pierakstītos ar pārlūku. Nekas nav zudis. Pārbaudiet abus savienojumā.",
  "The sign-in has ended: the sign-in service no longer renews it. Nothing was lost. Sign in again with the browser.":
    "Pierakstīšanās ir beigusies: pierakstīšanās serveris to vairs neatjauno. Nekas nav zudis. Pierakstieties ar pārlūku vēlreiz.",
  "The sign-in service did not take the answer that the browser brought. Nothing was lost. Sign in again with the browser.":
    "Pierakstīšanās serveris nepieņēma atbildi, ko atnesa pārlūks. Nekas nav zudis. Pierakstieties ar pārlūku vēlreiz.",
  "Nobody is signed in through this connection. Nothing was lost. Sign in with the browser.":
    "Šajā savienojumā neviens nav pierakstījies. Nekas nav zudis. Pierakstieties ar pārlūku.",
  "Somebody else has signed in through this connection since this was begun. Nothing was lost. Begin it again.":
    "Kopš tas tika sākts, šajā savienojumā pierakstījies kāds cits. Nekas nav zudis. Sāciet vēlreiz.",

  // What is wrong with a platform description.
  "The table [{path}] is missing.": "Trūkst tabulas [{path}].",
  "`{path}` is missing.": "Trūkst lauka `{path}`.",
  "This description has form {form}, and this version of Rollcall reads form {known}.":
    "Šī apraksta forma ir {form}, bet šī Rollcall versija lasa formu {known}.",
  "`{path}` must be a text.": "Laukā `{path}` jābūt tekstam.",
  "`{path}` must be a whole number.": "Laukā `{path}` jābūt veselam skaitlim.",
  "`{path}` must be true or false.": "Laukā `{path}` jābūt true vai false.",
  "`{path}` must be a list of texts.": "Laukā `{path}` jābūt tekstu sarakstam.",
  "`{path}` must be a list of whole numbers.": "Laukā `{path}` jābūt veselu skaitļu sarakstam.",
  "`{path}` must be one of {words}.": "Laukā `{path}` jābūt vienam no šiem vārdiem: {words}.",
  "`{path}` must be a table.": "Vietā `{path}` jābūt tabulai.",
  "There is no field `{path}` in a description; there are: {known}.": "Lauka `{path}` aprakstā nav; ir šādi: {known}.",
  "There is no field `{path}`; [{table}] has: {known}.": "Lauka `{path}` nav; tabulā [{table}] ir: {known}.",
  "`{at}` must be 1 or more.": "Laukā `{at}` jābūt 1 vai vairāk.",
  '"{name}" is not the name of a header.': "„{name}” nav galvenes nosaukums.",
  '"{media}" is not a media type.': "„{media}” nav satura tips.",
  "{word} is no placeholder of a header; there are {id}, {url} and {client}.":
    "{word} nav galvenes vietturis; ir {id}, {url} un {client}.",
  "The query or the body of calls.user_by_email must hold {email} somewhere.":
    "Izsaukuma calls.user_by_email vaicājumā vai pamattekstā kaut kur jābūt {email}.",
  "Calls.invite.body must hold {people} once, inside an array, or {person} once.":
    "Laukā calls.invite.body vienreiz jābūt {people} masīva iekšienē vai vienreiz {person}.",
  "Calls.invite.person must hold {email}.": "Laukā calls.invite.person jābūt {email}.",
  "Calls.invite.body holds {person}, which is one alone, so batch_limit must be 1.":
    "Laukā calls.invite.body ir {person}, un tas ir viens cilvēks, tāpēc batch_limit jābūt 1.",
  '{at} holds "{text}", which is not a known placeholder.': ({ at, text }) =>
    `Laukā ${place(at)} ir „${text}”, bet tas nav zināms vietturis.`,
  "{at} is not JSON: {error}.": ({ at, error }) => `Laukā ${place(at)} nav JSON: ${error}.`,
  "{at} must be a JSON object.": ({ at }) => `Laukā ${place(at)} jābūt JSON objektam.`,
  "A status speaks of a whole call, so with calls.invite.refused_statuses batch_limit must be 1.":
    "Statuss attiecas uz visu izsaukumu, tāpēc ar calls.invite.refused_statuses batch_limit jābūt 1.",
  "{status} can't mean that one person was refused; choose from 402 to 499 without 403, 413 and 429.":
    "{status} nevar nozīmēt, ka viens cilvēks ir noraidīts; izvēlieties no 402 līdz 499 bez 403, 413 un 429.",
  "Calls.invite.then follows one person's invitation, so batch_limit must be 1.":
    "Izsaukums calls.invite.then seko viena cilvēka uzaicinājumam, tāpēc batch_limit jābūt 1.",
  "Calls.invite.then.path has {user}, {role}, {email} and {id}, and no other.":
    "Laukā calls.invite.then.path drīkst būt {user}, {role}, {email} un {id}, un nekas cits.",
  '"{results}" is no JSON pointer; it is empty or begins with /.':
    "„{results}” nav JSON rādītājs; tāds ir tukšs vai sākas ar /.",
  "Each text of `{at}` must have 4 letters or more.": "Katrā lauka `{at}` tekstā jābūt vismaz 4 burtiem.",
  'The path "{path}" must begin with one / and hold no query and no dots.':
    "Ceļam „{path}” jāsākas ar vienu /, un tajā nedrīkst būt ne vaicājuma, ne punktu.",
  "{place} is the very call that invites; a list only reads.": (values) =>
    `Ar ${place(values.place)} apzīmēts tas pats izsaukums, kas uzaicina; saraksts tikai lasa.`,
  "{place} has a body, so its method must be POST.": (values) =>
    `Izsaukumam ${place(values.place)} ir pamatteksts, tāpēc tā metodei jābūt POST.`,
  "{place} has no body, so its method must be POST.": (values) =>
    `Izsaukumam ${place(values.place)} pagaidām nav pamatteksta, kurā varētu būt lapu norādes, tāpēc tā metodei jābūt POST.`,
  "A page of {place} has {size} entries and at most {most}; it must have 1 or more, and no more than the most.":
    "Izsaukuma {place} lapā ierakstu ir {size}, bet lielākais skaits ir {most}; jābūt 1 vai vairāk un ne vairāk par lielāko.",
  "The pages of {place} are marked, so `{at}` must say where.":
    "Izsaukuma {place} lapām ir turpinājuma marķieris, tāpēc laukā `{at}` jānorāda, kur tas ir.",
  "An address alone is no POST, so {place} can't go on by links.":
    "Adrese viena pati nav POST, tāpēc {place} nevar turpināties ar saitēm.",
  "`{at}` is for pages of the style cursor or link.": "Lauks `{at}` ir lapām ar stilu cursor vai link.",
  "`{at}` is for pages of the style cursor.": "Lauks `{at}` ir lapām ar stilu cursor.",

  // The fields of a record.
  Id: "ID",
  "E-mail address": "E-pasta adrese",
  "First name": "Vārds",
  "Last name": "Uzvārds",
  Created: "Izveidots",
  "Account state": "Konta stāvoklis",
  Accessibility: "Pieejamība",
  Roles: "Lomas",
  "Identity provider": "Identitātes nodrošinātājs",
  "External id": "Ārējais ID",
  Organizations: "Organizācijas",
  Name: "Nosaukums",
  Weight: "Svars",
  "People who hold it": "Cilvēki, kam tā ir",
  Prefix: "Prefikss",
  Enabled: "Ieslēgts",
  "ERP id": "ERP ID",
  Kind: "Veids",
  "Organization above": "Augstākā organizācija",
} satisfies Partial<CoreWords>;
