import type { tour as english } from "../tour";

export const tour: typeof english = {
  label: "Iepazīšanās ar parauga platformu",
  step: {
    find: {
      title: "Atrast cilvēkus",
      text: "Atveriet ekrānu Lietotāji un ierakstiet vārdu, adresi vai to daļu. Vai sašauriniet sarakstu ar filtriem pa kreisi no tā.",
    },
    roles: {
      title: "Redzēt, kas ko drīkst",
      text: "Atveriet ekrānu Lomas: jo vairāk loma drīkst, jo augstāk tā ir. Nospiediet lomas cilvēku skaitu, lai redzētu, kas viņi ir.",
    },
    file: {
      title: "Nomest izklājlapu",
      text: "Nometiet logā izklājlapu ar vārdiem un e-pasta adresēm vai izvēlieties to ekrānā Uzaicināt. Ja tādas nav, ielīmējiet rindas vai ievadiet vienu cilvēku.",
    },
    send: {
      title: "Apskatīt, tad nosūtīt",
      text: "„Kas tiks nosūtīts” rāda JSON tieši tādu, kāds tas tiks sūtīts. Tad nosūtiet to uz parauga platformu: neviens nesaņem vēstules.",
    },
  },
  place: (n, of) => `${n}. solis no ${of}`,
  reached: (key) => `Turp ved ${key}.`,
  next: "Nākamais solis",
  end: "Pabeigt",
  leave: "Pārtraukt iepazīšanos",
  left: "Iepazīšanās ir pārtraukta.",
  done: "Iepazīšanās ir pabeigta. Viss, ko darījāt, paliek parauga platformā.",
  goOn: "Turpināt",
};
