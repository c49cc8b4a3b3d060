import { form } from "../../format";
import { type CoreWords, told } from "../told";
import { platformMore } from "./platformMore";

/** What was asked for, in the genitive. */
const ASKED: Readonly<Record<string, string>> = {
  "a first answer": "pirmās atbildes",
  "the access token": "marķiera",
  "the addresses of the sign-in service": "pierakstīšanās servera adrešu",
  "the list of users": "lietotāju saraksta",
  "the list of roles": "lomu saraksta",
  "the list of identity providers": "identitātes nodrošinātāju saraksta",
  "the list of organizations": "organizāciju saraksta",
  "the invitation": "uzaicinājuma",
  "the step after the invitation": "pēc uzaicinājuma sekojošā soļa",
};

const WHO: Readonly<Record<string, string>> = { "The platform": "Platforma", "The proxy": "Starpniekserveris" };
const WHOSE: Readonly<Record<string, string>> = { "The platform": "Platformas", "The proxy": "Starpniekservera" };
const WHOM: Readonly<Record<string, string>> = { "The platform": "Platformu", "The proxy": "Starpniekserveri" };

const own = (words: Readonly<Record<string, string>>, word = "") => words[word] ?? word;

/** `lietotāju saraksta pieprasījumu`. */
const request = (noun?: string) => `${own(ASKED, noun)} pieprasījumu`;
const requestAtFirst = (noun?: string) => request(noun).replace(/^./u, (letter) => letter.toLocaleUpperCase("lv"));
const who = (whose?: string) => own(WHO, whose);
const whom = (whose?: string) => own(WHOM, whose);
/** `Platformas sertifikāts`, in any case. */
const of = (whose?: string) => own(WHOSE, whose);

/** What the core says of calls to a platform, in Latvian. */
export const platform = {
  ...platformMore,

  // What became of a call.
  "Nothing was sent.": "Nekas netika nosūtīts.",
  "Nothing was changed.": "Nekas netika mainīts.",
  "Nothing here was changed.": "Šeit nekas netika mainīts.",
  "Encrypted connections can't be made on this machine. Nothing was sent. Check the system's certificates.":
    "Šajā datorā nevar izveidot šifrētus savienojumus. Nekas netika nosūtīts. Pārbaudiet sistēmas sertifikātus.",
  "The request for {noun} could not be made. Nothing was sent. Check the connection's settings.": ({ noun }) =>
    `${requestAtFirst(noun)} neizdevās izveidot. Nekas netika nosūtīts. Pārbaudiet savienojuma iestatījumus.`,
  "No answer came in time to the request for {noun}. Nothing here was changed. Try again later.": ({ noun }) =>
    `Uz ${request(noun)} laikus nepienāca atbilde. Šeit nekas netika mainīts. Mēģiniet vēlreiz vēlāk.`,
  "The connection broke before {noun} was answered. Nothing here was changed. Try again.": ({ noun }) =>
    `Savienojums pārtrūka, pirms tika atbildēts uz ${request(noun)}. Šeit nekas netika mainīts. Mēģiniet vēlreiz.`,
  "The platform began to answer with {noun}, and the rest did not come in time. Nothing here was changed. Try again later; ask for smaller pages if it stays so.":
    ({ noun }) =>
      `Platforma sāka atbildēt uz ${request(noun)}, bet pārējais laikus nepienāca. Šeit nekas netika mainīts. Mēģiniet vēlreiz vēlāk; ja tā paliek, prasiet mazākas lapas.`,
  "The connection broke in the middle of {noun}. Nothing here was changed. Try again.": ({ noun }) =>
    `Savienojums pārtrūka pusceļā, atbildot uz ${request(noun)}. Šeit nekas netika mainīts. Mēģiniet vēlreiz.`,
  "The answer with {noun} is larger than Rollcall reads. Nothing here was changed. Ask for smaller pages in the connection.":
    ({ noun }) =>
      `Atbilde uz ${request(noun)} ir lielāka, nekā Rollcall lasa. Šeit nekas netika mainīts. Prasiet savienojumā mazākas lapas.`,
  "The platform answered the request for {noun} in a form that Rollcall can't read. Nothing here was changed. Check the connection's address and platform description.":
    ({ noun }) =>
      `Platforma uz ${request(noun)} atbildēja veidā, ko Rollcall nevar nolasīt. Šeit nekas netika mainīts. Pārbaudiet savienojuma adresi un platformas aprakstu.`,
  "A web page came in the place of {noun}: the network wants a sign-in first, or the address leads to a website. Nothing here was changed. Open a browser and sign in to the network if it asks; else check the connection's address.":
    ({ noun }) =>
      `Uz ${request(noun)} pienāca tīmekļa lapa: tīkls vispirms prasa pierakstīties, vai arī adrese ved uz tīmekļa vietni. Šeit nekas netika mainīts. Atveriet pārlūku un pierakstieties tīklā, ja tas to prasa; citādi pārbaudiet savienojuma adresi.`,
  "Try again later.": "Mēģiniet vēlreiz vēlāk.",

  // What was refused, and what to do then.
  "The gateway refused the subscription key when asked for {noun}.": ({ noun }) =>
    `Vārteja noraidīja abonementa atslēgu, saņemot ${request(noun)}.`,
  "Check the key in the connection; a new key works only after its approval.":
    "Pārbaudiet atslēgu savienojumā; jauna atslēga darbojas tikai pēc apstiprināšanas.",
  "The platform did not accept the sign-in when asked for {noun}.": ({ noun }) =>
    `Platforma nepieņēma pierakstīšanos, saņemot ${request(noun)}.`,
  "Sign in again or paste a new token in the connection.":
    "Pierakstieties vēlreiz vai ielīmējiet savienojumā jaunu marķieri.",
  "The platform says that this sign-in lacks the permission for {noun}.": ({ noun }) =>
    `Platforma saka, ka ar šo pierakstīšanos nav atļauts sūtīt ${request(noun)}.`,
  "Ask an administrator of the platform for it.": "Lūdziet to platformas administratoram.",
  "The gateway allows no more calls for 1 second, so it gave no answer to the request for {noun}.": ({ noun }) =>
    `Vārteja 1 sekundi vairs nepieņem izsaukumus, tāpēc uz ${request(noun)} neatbildēja.`,
  "The gateway allows no more calls for {seconds} seconds, so it gave no answer to the request for {noun}.": ({
    seconds,
    noun,
  }) =>
    `Vārteja ${seconds} ${form(Number(seconds), "sekundi", "sekundes", "sekunžu")} vairs nepieņem izsaukumus, tāpēc uz ${request(noun)} neatbildēja.`,
  "The gateway allows no more calls for now, so it gave no answer to the request for {noun}.": ({ noun }) =>
    `Vārteja pagaidām vairs nepieņem izsaukumus, tāpēc uz ${request(noun)} neatbildēja.`,
  "Try again after that.": "Pēc tam mēģiniet vēlreiz.",
  "The quota of calls for this subscription key is used up, so the gateway refused {noun}.": ({ noun }) =>
    `Šīs abonementa atslēgas izsaukumu kvota ir izlietota, tāpēc vārteja noraidīja ${request(noun)}.`,
  "Wait until it is filled up again, or ask for a larger one.":
    "Pagaidiet, līdz tā atkal ir papildināta, vai prasiet lielāku.",
  "The platform has nothing at the address used for {noun}.": ({ noun }) =>
    `Platformā nekā nav adresē, uz kuru sūtīja ${request(noun)}.`,
  "Check the connection's address, ids and platform description.":
    "Pārbaudiet savienojuma adresi, ID un platformas aprakstu.",
  "The platform failed (status {status}) when asked for {noun}.": ({ status, noun }) =>
    `Platformā radās kļūda (statuss ${status}), apstrādājot ${request(noun)}.`,
  "The platform pointed elsewhere (status {status}), which Rollcall does not follow, when asked for {noun}.": ({
    status,
    noun,
  }) => `Platforma ${request(noun)} novirzīja citur (statuss ${status}), un tam Rollcall neseko.`,
  "If the network wants a sign-in, give it in a browser; else enter the address that the platform really has.":
    "Ja tīkls prasa pierakstīties, izdariet to pārlūkā; citādi ievadiet adresi, kāda platformai tiešām ir.",
  "The proxy wants another user name and password, and passed nothing on when asked for {noun}.": ({ noun }) =>
    `Starpniekserveris prasa citu lietotājvārdu un paroli un ${request(noun)} tālāk nenodeva.`,
  "Enter them in the connection.": "Ievadiet tos savienojumā.",
  "The platform refused (status {status}) the request for {noun}.": ({ status, noun }) =>
    `Platforma noraidīja ${request(noun)} (statuss ${status}).`,
  "Check the connection's ids, headers and platform description.":
    "Pārbaudiet savienojuma ID, galvenes un platformas aprakstu.",
  "There was no usable answer to the request for {noun}.": ({ noun }) =>
    `Uz ${request(noun)} nepienāca izmantojama atbilde.`,

  // The way there.
  "{whose}'s name was not found.": ({ whose }) => `${of(whose)} nosaukums netika atrasts.`,
  "{whose} was found, and the computer there refused the connection.": ({ whose }) =>
    `${whom(whose)} izdevās atrast, bet dators tur noraidīja savienojumu.`,
  "{whose} could not be reached in time.": ({ whose }) => `${whom(whose)} laikus neizdevās sasniegt.`,
  "{whose} could not be reached.": ({ whose }) => `${whom(whose)} neizdevās sasniegt.`,
  "{whose} broke off while the encrypted connection was being made.": ({ whose }) =>
    `${who(whose)} pārtrauca sakarus, kamēr tika veidots šifrētais savienojums.`,
  "{whose} did not answer in encrypted form.": ({ whose }) => `${who(whose)} neatbildēja šifrētā veidā.`,
  "{whose} offers no version of TLS that is still safe (1.2 or 1.3), so there is no encrypted connection.": ({
    whose,
  }) => `${who(whose)} nepiedāvā nevienu TLS versiju, kas vēl ir droša (1.2 vai 1.3), tāpēc šifrēta savienojuma nav.`,
  "{whose} did not accept the user name and password.": ({ whose }) =>
    `${who(whose)} nepieņēma lietotājvārdu un paroli.`,
  "{whose} asks for a user name and password, and none is entered.": ({ whose }) =>
    `${who(whose)} prasa lietotājvārdu un paroli, bet nekas nav ievadīts.`,
  "{whose} did not open the way to the platform: it does not accept the user name and password, does not allow the platform's address, or does not find it.":
    ({ whose }) =>
      `${who(whose)} neatvēra ceļu uz platformu: nepieņem lietotājvārdu un paroli, neatļauj platformas adresi vai to neatrod.`,
  "{whose} did not open the way to the platform: it does not allow the platform's address, or does not find it.": ({
    whose,
  }) => `${who(whose)} neatvēra ceļu uz platformu: neatļauj platformas adresi vai to neatrod.`,
  "{whose}'s certificate was signed by an authority that this computer does not know.": ({ whose }) =>
    `${of(whose)} sertifikātu parakstījusi sertificēšanas iestāde, ko šis dators nepazīst.`,
  "{whose}'s certificate has expired.": ({ whose }) => `${of(whose)} sertifikāta derīgums ir beidzies.`,
  "{whose}'s certificate has expired ({day}).": ({ whose, day }) =>
    `${of(whose)} sertifikāta derīgums ir beidzies (${day}).`,
  "{whose}'s certificate is not valid yet.": ({ whose }) => `${of(whose)} sertifikāts vēl nav derīgs.`,
  "{whose}'s certificate is not valid yet ({day}).": ({ whose, day }) =>
    `${of(whose)} sertifikāts vēl nav derīgs (${day}).`,
  "{whose}'s certificate is for another name than the one in the address.": ({ whose }) =>
    `${of(whose)} sertifikāts ir citam nosaukumam, nevis tam, kas adresē.`,
  "{whose}'s certificate was revoked by its authority.": ({ whose }) =>
    `${of(whose)} sertifikātu sertificēšanas iestāde ir atsaukusi.`,
  "{whose}'s certificate can't be trusted.": ({ whose }) => `${of(whose)} sertifikātam nevar uzticēties.`,
  "Check the proxy's address and port in the connection, and whether this computer is in the network that has it.":
    "Pārbaudiet starpniekservera adresi un portu savienojumā un to, vai šis dators ir tīklā, kurā tas atrodas.",
  "Check the network; ask whoever looks after the proxy whether it is overloaded or the platform does not answer it.":
    "Pārbaudiet tīklu; jautājiet tam, kurš uzrauga starpniekserveri, vai tas nav pārslogots un vai platforma tam atbild.",
  "Enter the user name and password for the proxy in the connection.":
    "Ievadiet starpniekservera lietotājvārdu un paroli savienojumā.",
  "Check the user name and password for the proxy, if it wants them; ask whoever looks after it to allow the platform's address.":
    "Pārbaudiet starpniekservera lietotājvārdu un paroli, ja tas tos prasa; palūdziet tam, kurš to uzrauga, atļaut platformas adresi.",
  "Check the address in the connection, and the network; a name of an inner network needs its VPN.":
    "Pārbaudiet adresi savienojumā un tīklu; iekšēja tīkla nosaukumam vajag šī tīkla VPN.",
  "Check the address and its port in the connection.": "Pārbaudiet adresi un tās portu savienojumā.",
  "Check the network, and whether it needs a proxy, then try again.":
    "Pārbaudiet tīklu un to, vai tam vajag starpniekserveri, un mēģiniet vēlreiz.",
  "Something on the way may not let it through; ask whoever looks after the network, or try again.":
    "Varbūt kaut kas pa ceļam to nelaiž cauri; jautājiet tam, kurš uzrauga tīklu, vai mēģiniet vēlreiz.",
  "Check the address and its port; the network may also want a sign-in first.":
    "Pārbaudiet adresi un tās portu; varbūt arī tīkls vispirms prasa pierakstīties.",
  "Ask whoever runs it to switch on TLS 1.2 or 1.3.": "Palūdziet tam, kurš to uztur, ieslēgt TLS 1.2 vai 1.3.",
  "If your organization looks into encrypted connections, add the certificate of its authority to the connection; otherwise ask whoever runs the platform before going on: somebody may listen in.":
    "Ja Jūsu organizācija ielūkojas šifrētos savienojumos, pievienojiet savienojumam tās sertificēšanas iestādes sertifikātu; citādi, pirms turpināt, jautājiet tam, kurš uztur platformu: varbūt kāds noklausās.",
  "Ask whoever runs it to renew the certificate, and check this computer's date.":
    "Palūdziet tam, kurš to uztur, atjaunot sertifikātu, un pārbaudiet šī datora datumu.",
  "Check this computer's date and time; they may be behind.":
    "Pārbaudiet šī datora datumu un laiku; varbūt tie atpaliek.",
  "Check the address in the connection: enter the name that the platform really has.":
    "Pārbaudiet adresi savienojumā: ievadiet nosaukumu, kāds platformai tiešām ir.",
  "Ask whoever runs it before going on: somebody may listen in.":
    "Pirms turpināt, jautājiet tam, kurš to uztur: varbūt kāds noklausās.",

  // Whether a list is whole.
  "Only a part of {noun} could be read.": ({ noun }) => `Izdevās nolasīt tikai daļu no ${own(ASKED, noun)}.`,
  "Try again; if it stays so, check the platform description's paging.":
    "Mēģiniet vēlreiz; ja tā paliek, pārbaudiet, ko platformas apraksts saka par lapām.",
  "The first page is as long as a page may be, and the platform names no next one where the description looks for it, so its list may be longer.":
    "Pirmā lapa ir tik gara, cik lapa drīkst būt, un platforma nenorāda nākamo tur, kur apraksts to meklē, tāpēc tās saraksts varbūt ir garāks.",
  "The platform's list does not come to an end.": "Platformas sarakstam nav gala.",
  "The platform repeats a page instead of going on, so its list may be longer.":
    "Platforma atkārto lapu, nevis dod nākamo, tāpēc tās saraksts varbūt ir garāks.",
  "The platform's count changed while its list was read.":
    "Platformas nosauktais skaits mainījās, kamēr lasīja tās sarakstu.",
  "The platform says that its list has {total} entries, and it listed {listed}.":
    "Platforma saka, ka tās sarakstā ierakstu ir {total}, bet parādīja {listed}.",
  "The reading was stopped before the end of the list.": "Lasīšana tika apturēta pirms saraksta beigām.",
  "The list changed while it was read.": "Saraksts mainījās, kamēr to lasīja.",
  "Somebody is listed twice, so the list moved while it was read.":
    "Kāds sarakstā ir divreiz, tātad saraksts pārbīdījās, kamēr to lasīja.",
  "{count} entries of the list have no id that Rollcall can read.": ({ count }) =>
    `${count} saraksta ${form(Number(count), "ierakstam", "ierakstiem")} nav ID, ko Rollcall var nolasīt.`,
  "This kind of platform does not list one customer's users alone. Nothing was changed. Refresh the whole list.":
    "Šāda veida platforma nerāda viena klienta lietotājus atsevišķi. Nekas netika mainīts. Atsvaidziniet visu sarakstu.",

  // The step after an invitation.
  "The person was invited, and the step after that, such as giving the role, failed: {why} Do it on the platform itself.":
    ({ why = "" }) =>
      `Cilvēks tika uzaicināts, bet nākamais solis, piemēram, lomas piešķiršana, neizdevās: ${told(why).text} Izdariet to pašā platformā.`,
  "The person was invited, and the step after that, such as giving the role, failed: {why}": ({ why = "" }) =>
    `Cilvēks tika uzaicināts, bet nākamais solis, piemēram, lomas piešķiršana, neizdevās: ${told(why).text}`,
  "Do it on the platform itself.": "Izdariet to pašā platformā.",
  "The platform did not say which account it made.": "Platforma nepateica, kuru kontu tā izveidoja.",
  "An id of the platform can't be part of an address.": "Platformas ID nevar būt adreses daļa.",
} satisfies Partial<CoreWords>;
