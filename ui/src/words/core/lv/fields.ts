import type { CoreWords } from "../told";

/** What the core says of the descriptions of platforms and of their fields, in Latvian. */
export const fields = {
  // The descriptions that are built in.
  "The AppXite marketplace behind its API gateway: users, roles, identity providers and organizations.":
    "AppXite tirdzniecības vieta aiz tās API vārtejas: lietotāji, lomas, identitātes nodrošinātāji un organizācijas.",
  "Any service that follows SCIM 2.0 (RFC 7643 and 7644): its users, and its groups as roles.":
    "Jebkurš pakalpojums, kas ievēro SCIM 2.0 (RFC 7643 un 7644): tā lietotāji un tā grupas kā lomas.",

  // What holds of several fields.
  "A plain name is compared without regard to case, `_` and `-`; one that begins with `/` is a JSON pointer (RFC 6901). The first that holds something wins.":
    "Vienkāršu nosaukumu salīdzina, neņemot vērā lielos un mazos burtus, `_` un `-`; tas, kas sākas ar `/`, ir JSON rādītājs (RFC 6901). Der pirmais, kurā kaut kas ir.",
  "As in `calls.users`.": "Kā laukā `calls.users`.",
  "A query value that is always sent.": "Vaicājuma parametrs, ko sūta vienmēr.",

  // The description itself.
  "The form of the file, 1. A newer form is refused.": "Faila forma, 1. Jaunāku formu noraida.",
  "The name of the description, such as `appxite`.": "Apraksta nosaukums, piemēram, `appxite`.",
  "The name for people, such as `AppXite`.": "Nosaukums cilvēkiem, piemēram, `AppXite`.",
  "The version of the description itself.": "Paša apraksta versija.",
  "What it is for, in a sentence. Left out: nothing is said.":
    "Kam tas domāts, vienā teikumā. Ja nav norādīts: nekas nav teikts.",
  "The header that carries the subscription key. Left out or empty: calls carry none, and none is asked for.":
    "Galvene, kurā ir abonementa atslēga. Ja nav norādīta vai ir tukša: izsaukumos atslēgas nav, un to neprasa.",
  "Most people in one invite call, 1 or more.": "Lielākais cilvēku skaits vienā uzaicināšanas izsaukumā, 1 vai vairāk.",
  "Whether a call that was refused as a whole (status 400) did nothing for anybody.":
    "Vai izsaukums, kas noraidīts kopumā (statuss 400), nevienam neko nav izdarījis.",
  "Whether people who were invited and never signed in are in the list of users. If not, absence from it proves nothing.":
    "Vai lietotāju sarakstā ir cilvēki, kas uzaicināti un nekad nav pierakstījušies. Ja nav, tad tas, ka cilvēka tur nav, neko nepierāda.",
  "What inviting somebody does who is Active.": "Kas notiek, uzaicinot cilvēku, kura konts ir `Active`.",
  "What inviting somebody does who is New.": "Kas notiek, uzaicinot cilvēku, kura konts ir `New`.",
  "Which listed field starts anew when somebody New is invited again. Left out: none, or not known.":
    "Kurš saraksta lauks sākas no jauna, kad vēlreiz uzaicina cilvēku, kura konts ir `New`. Ja nav norādīts: neviens vai nav zināms.",
  "Whether an invitation without an identity provider is refused. Left out: false.":
    "Vai uzaicinājumu bez identitātes nodrošinātāja noraida. Ja nav norādīts: false.",
  "The media type of what is sent. Left out: `application/json`.":
    "Nosūtāmā satura tips. Ja nav norādīts: `application/json`.",
  "The media types that are asked for. Left out: `application/json`.":
    "Satura tipi, ko prasa. Ja nav norādīti: `application/json`.",
  "A header of every call; a connection's own headers win over it. `{id}` becomes the first id of the connection's scope, `{baseUrl}` its address, `{clientId}` its client id.":
    "Katra izsaukuma galvene; paša savienojuma galvenes ir svarīgākas. `{id}` vietā liek savienojuma pirmo platformas vai klienta ID, `{baseUrl}` vietā tā adresi, `{clientId}` vietā tā klienta ID pierakstīšanās vajadzībām.",
  "Invite calls a minute to begin with, 1 or more.": "Uzaicināšanas izsaukumi minūtē sākumā, 1 vai vairāk.",
  "Most invite calls under way at once. Left out: 1.":
    "Lielākais uzaicināšanas izsaukumu skaits, kas notiek vienlaikus. Ja nav norādīts: 1.",
  "Where tokens are given, under the base URL, for a connection that names no token URL. Without the table such a connection has to name one.":
    "Kur zem bāzes URL izsniedz marķierus savienojumam, kas nenorāda marķiera URL. Bez šīs tabulas tādam savienojumam tas jānorāda.",

  // The list of users, and how lists are asked for.
  "How the list is asked for. POST is for a search that only reads: it may be made more than once. Left out: GET.":
    "Kā sarakstu prasa. POST ir domāts meklēšanai, kas tikai lasa: to var veikt vairāk nekā vienu reizi. Ja nav norādīts: GET.",
  "The list of users. Paths begin with one `/`, lie under the base URL, and hold no query; `{id}` in one becomes an id of the connection's scope.":
    "Lietotāju saraksts. Ceļi sākas ar vienu `/`, ir zem bāzes URL un bez vaicājuma; `{id}` vietā liek savienojuma platformas vai klienta ID.",
  "JSON that a POST always sends; `{id}` in its texts becomes an id of the connection's scope. Left out or empty: an empty object.":
    "JSON, ko POST sūta vienmēr; tā tekstos `{id}` vietā liek savienojuma platformas vai klienta ID. Ja nav norādīts vai ir tukšs: tukšs objekts.",
  "The query name that takes the id of a platform. Without the table, or with two empty names, the list is not asked for by id.":
    "Vaicājuma parametra nosaukums, kas pieņem platformas ID. Bez šīs tabulas vai ar diviem tukšiem nosaukumiem sarakstu pēc ID neprasa.",
  "The query name that takes the id of a customer's organization.":
    "Vaicājuma parametra nosaukums, kas pieņem klienta organizācijas ID.",
  "Whether pages are numbered, entries are skipped, each answer gives a mark for the next page (such as RFC 9865), or its address (such as RFC 8288). Without the table the list is asked for once.":
    "Vai lapas ir numurētas, vai ierakstus izlaiž, vai katra atbilde dod turpinājuma marķieri nākamajai lapai (kā RFC 9865) vai tās adresi (kā RFC 8288). Bez šīs tabulas sarakstu prasa vienu reizi.",
  "The query name of the page number, of how many entries to skip, or of the mark. Empty: the list is asked for once, but for `link`, which needs none.":
    "Vaicājuma parametra nosaukums lapas numuram, izlaižamo ierakstu skaitam vai turpinājuma marķierim. Ja tukšs: sarakstu prasa vienu reizi, izņemot `link`, kam to nevajag.",
  "The query name of how many entries a page shall have. Empty: no size is asked for.":
    "Vaicājuma parametra nosaukums ierakstu skaitam lapā. Ja tukšs: lielumu neprasa.",
  "Whether `page` and `page_size` are keys of the body of a POST, or JSON pointers into it, rather than query names. Left out: false.":
    "Vai `page` un `page_size` ir POST pamatteksta atslēgas vai JSON rādītāji uz to, nevis vaicājuma parametru nosaukumi. Ja nav norādīts: false.",
  "Where an answer names the next page: a key or a JSON pointer. Needed with `cursor`; with `link`, left out: in the header `Link` with `rel=next`. An address that leads to another server is not followed.":
    "Kur atbilde norāda nākamo lapu: atslēga vai JSON rādītājs. Vajadzīgs ar `cursor`; ar `link`, ja nav norādīts: galvenē `Link` ar `rel=next`. Adresei, kas ved uz citu serveri, neseko.",
  "The mark that the first page is asked for with; it may be empty. Left out: none is sent.":
    "Turpinājuma marķieris, ar ko prasa pirmo lapu; tas drīkst būt tukšs. Ja nav norādīts: nekādu nesūta.",
  "The number of the first page, or of the first entry. Left out: 0.":
    "Pirmās lapas vai pirmā ieraksta numurs. Ja nav norādīts: 0.",
  "Entries of a page, 1 or more.": "Ierakstu skaits lapā, 1 vai vairāk.",
  "Most entries of a page that the platform allows, no less than the size.":
    "Lielākais ierakstu skaits lapā, ko platforma atļauj, ne mazāks par lapas lielumu.",
  "Whether entries stand in the same order however the list is asked for, so that several pages are asked for at once. Left out: false.":
    "Vai ieraksti ir vienā un tajā pašā secībā, lai kā sarakstu prasītu, tā ka vairākas lapas prasa vienlaikus. Ja nav norādīts: false.",

  // The other lists.
  "One user by address. Without the table, or with an empty path, nobody is looked up by address.":
    "Viens lietotājs pēc adreses. Bez šīs tabulas vai ar tukšu ceļu pēc adreses nevienu nemeklē.",
  'A query value; `{email}` in it, or in a text of the body, becomes the address, with the quotes around it minded: `\\` and `"` are escaped, between single quotes a quote is doubled.':
    "Vaicājuma vērtība; `{email}` vietā tajā vai pamatteksta tekstā liek adresi, ievērojot pēdiņas ap to: pirms `\\` un dubultajām pēdiņām liek `\\`, bet starp vienkāršajām pēdiņām vienkāršās dubulto.",
  "The list of roles.": "Lomu saraksts.",
  "The list of identity providers. Without the table, or with an empty path, there are none.":
    "Identitātes nodrošinātāju saraksts. Bez šīs tabulas vai ar tukšu ceļu to nav.",
  "The list of organizations. Without the table, or with an empty path, they are learned from the users.":
    "Organizāciju saraksts. Bez šīs tabulas vai ar tukšu ceļu tās uzzina no lietotājiem.",

  // The invitation.
  "The method of the invitation. Left out: POST.": "Uzaicinājuma metode. Ja nav norādīta: POST.",
  "The invitation; `{id}` in it becomes the first id of the connection's scope.":
    "Uzaicinājums; `{id}` vietā tajā liek savienojuma pirmo platformas vai klienta ID.",
  'JSON. "{people}" stands in an array and becomes one `person` for each; or "{person}", with a `batch_limit` of 1, becomes the only one.':
    "JSON. Teksts `{people}` ir masīvā, un tā vietā katram cilvēkam liek vienu `person`; vai arī teksta `{person}` vietā, ja `batch_limit` ir 1, liek vienīgo.",
  'JSON with the placeholders "{email}", "{firstName}", "{lastName}", "{roleId}", "{identityProviderId}" and ["{organizationIds}"]. A key whose value is absent is left out, and so is an object of which nothing is left. `:number` after an id writes digits as a number.':
    "JSON ar vietturiem `{email}`, `{firstName}`, `{lastName}`, `{roleId}` un `{identityProviderId}`, katrs kā teksts, un `{organizationIds}` kā vienīgo tekstu masīvā. Atslēgu, kurai nav vērtības, izlaiž, tāpat objektu, no kura nekas nav palicis. `:number` aiz ID raksta ciparus kā skaitli.",
  "A JSON pointer to the results in the answer; empty: the whole answer is the one result. Left out: they are found as lists are.":
    "JSON rādītājs uz rezultātiem atbildē; ja tukšs: visa atbilde ir viens rezultāts. Ja nav norādīts: tos atrod tāpat kā sarakstus.",
  "The words of a result that mean invited. Left out or empty: a success means it, unless `refused` says otherwise.":
    "Rezultāta vārdi, kas nozīmē, ka cilvēks uzaicināts. Ja nav norādīti vai ir tukši: to nozīmē izdošanās, ja vien `refused` nesaka citādi.",
  "The words of a result that mean refused. Any word of neither list is not understood.":
    "Rezultāta vārdi, kas nozīmē noraidījumu. Vārdu, kura nav nevienā no abiem sarakstiem, nesaprot.",
  "HTTP statuses from 402 to 499 that mean that this one person was refused and nothing was done; only with a `batch_limit` of 1. Left out: none.":
    "HTTP statusi no 402 līdz 499, kas nozīmē, ka šis viens cilvēks noraidīts un nekas nav izdarīts; tikai ja `batch_limit` ir 1. Ja nav norādīti: nekādi.",
  "A call after an invitation that went well, such as one that gives the role; only with a `batch_limit` of 1, and made only where there is a value for each of its placeholders. It may be made more than once, which has to come to the same.":
    "Izsaukums pēc izdevušās uzaicināšanas, piemēram, tāds, kas piešķir lomu; tikai ja `batch_limit` ir 1 un ja katram tā vietturim ir vērtība. To var veikt vairāk nekā vienu reizi, un iznākumam jābūt tam pašam.",
  "Its path, with the placeholders {userId}, {roleId}, {email}, {id}, each as a segment of its own or a part of one. Empty: nothing follows.":
    "Tā ceļš ar vietturiem {userId}, {roleId}, {email}, {id}, katrs kā savs posms vai posma daļa. Ja tukšs: nekas neseko.",
  'JSON with the placeholders "{userId}", "{roleId}" and "{email}".':
    "JSON ar vietturiem `{userId}`, `{roleId}` un `{email}`, katrs kā teksts.",

  // What answers look like, and how documents are known.
  "The keys that hold a list, in objects that wrap one. Compared without regard to case, `_` and `-`.":
    "Atslēgas, zem kurām ir saraksts, objektos, kas to ietver. Salīdzina, neņemot vērā lielos un mazos burtus, `_` un `-`.",
  "The keys that say how many entries a list has in all.": "Atslēgas, kas saka, cik ierakstu sarakstā ir pavisam.",
  "The key of the id in an object that stands where an id was expected.":
    "ID atslēga objektā, kas ir tur, kur gaidīts ID.",
  "The key of the name in an object that stands where a word was expected.":
    "Nosaukuma atslēga objektā, kas ir tur, kur gaidīts vārds.",
  "How an OpenAPI document of such a platform is known: words of which one stands in its title or in an address that it names, without regard to case. Without the table it is never told from others by itself.":
    "Pēc kā pazīst šādas platformas OpenAPI dokumentu: vārdi, no kuriem viens ir tā nosaukumā vai kādā adresē, ko tas norāda, neņemot vērā lielos un mazos burtus. Bez šīs tabulas to nekad pašu no sevis neatšķir no citiem.",
  "Beginnings of names and texts in what the list of users takes and answers, such as media types and schemas; only in a document that has the list where `calls.users.path` says, under whatever lies before it.":
    "Nosaukumu un tekstu sākumi tajā, ko lietotāju saraksts pieņem un atbild, piemēram, satura tipi un shēmas; tikai dokumentā, kurā saraksts ir tur, kur saka `calls.users.path`, lai kas būtu tam priekšā.",
  "Paths that such a platform has beside its list of users; else as `documents.texts`.":
    "Ceļi, kas šādai platformai ir blakus lietotāju sarakstam; citādi kā `documents.texts`.",
  'What a word, number or truth value of the account state means; "" is a user without one. "New", "Active", "Blocked" and "Disabled" are understood without it; anything else is shown as it came.':
    "Ko nozīmē konta stāvokļa vārds, skaitlis vai patiesuma vērtība; tukšs teksts ir lietotājs bez stāvokļa. `New`, `Active`, `Blocked` un `Disabled` saprot arī bez tā; visu citu rāda tā, kā atnāca.",

  // Where fields stand in what is listed.
  "The address. As for `fields.user.id`, but the first alias whose value looks like an address wins.":
    "Adrese. Kā laukam `fields.user.id`, bet der pirmais nosaukums, kura vērtība izskatās pēc adreses.",
  "The given name.": "Vārds.",
  "The family name.": "Uzvārds.",
  "When the account was made: RFC 3339, or seconds or milliseconds since 1970.":
    "Kad konts izveidots: RFC 3339 vai sekundes vai milisekundes kopš 1970. gada.",
  "How the account stands; see `states`.": "Kādā stāvoklī ir konts; skatiet `states`.",
  "What the platform calls accessibility.": "Ko platforma sauc par pieejamību (accessibility).",
  "The ids of the roles, one or many.": "Lomu ID, viens vai vairāki.",
  "The id of the identity provider.": "Lietotāja identitātes nodrošinātāja ID.",
  "The id of the person elsewhere.": "Cilvēka ID citur.",
  "The ids of the organizations, one or many.": "Organizāciju ID, viens vai vairāki.",
  "The id of a role.": "Lomas ID.",
  "The name of a role.": "Lomas nosaukums.",
  "The weight of a role.": "Lomas svars.",
  "The ids of the people who hold the role, where roles list them. Left out: only users say which roles they hold.":
    "To cilvēku ID, kam ir loma, ja lomas viņus uzskaita. Ja nav norādīts: tikai lietotāji saka, kādas lomas viņiem ir.",
  "The id of an identity provider.": "Identitātes nodrošinātāja ID.",
  "The name of an identity provider.": "Identitātes nodrošinātāja nosaukums.",
  "What external ids of its people begin with.": "Ar ko sākas tā cilvēku ārējie ID.",
  "Whether it can be used. Not said: it can.": "Vai to var lietot. Ja nav teikts: var.",
  "The id of an organization.": "Organizācijas ID.",
  "The name of an organization.": "Organizācijas nosaukums.",
  "The id of an organization in the ERP.": "Organizācijas ID ERP sistēmā.",
  "What kind of organization it is.": "Kāda veida organizācija tā ir.",
  "The id of the organization above it.": "Augstākās organizācijas ID.",
  "The address of one person's result of an invitation.": "Adrese viena cilvēka uzaicinājuma rezultātā.",
  "The id of the account that was made.": "Izveidotā konta ID.",
  "The word that `calls.invite.invited` and `refused` explain.":
    "Vārds, ko paskaidro `calls.invite.invited` un `refused`.",
  "The platform's code for a refusal, in a result or in the body of an error.":
    "Platformas noraidījuma kods, rezultātā vai kļūdas pamattekstā.",
  "The platform's words for a refusal.": "Platformas teksts par noraidījumu.",
} satisfies Partial<CoreWords>;
