import type { keeping as english } from "../keeping";

export const keeping: typeof english = {
  keychain: {
    "no-service": {
      title: "Šajā datorā nav atslēgu krātuves, ko Rollcall varētu izmantot.",
      text: "Akreditācijas datus var paturēt, līdz Rollcall aizver; lai tos glabātu ilgāk, Linux sistēmā instalējiet un palaidiet Secret Service pakalpojumu, piemēram, GNOME Keyring vai KWallet.",
    },
    locked: {
      title: "Atslēgu krātuve ir slēgta.",
      text: "Atslēdziet to ar savu paroli un mēģiniet vēlreiz; nekas nav zudis. Vai paturiet akreditācijas datus, līdz Rollcall aizver.",
    },
    denied: {
      title: "Atslēgu krātuve noraidīja Rollcall.",
      text: "Atļaujiet Rollcall pašas atslēgu krātuves iestatījumos un mēģiniet vēlreiz; nekas nav zudis. Vai paturiet akreditācijas datus, līdz Rollcall aizver.",
    },
    slow: {
      title: "Atslēgu krātuve 5 sekunžu laikā neatbildēja.",
      text: "Iespējams, tā gaida Jūs citā logā; atbildiet tur un mēģiniet vēlreiz. Nekas nav zudis.",
    },
  },
};
