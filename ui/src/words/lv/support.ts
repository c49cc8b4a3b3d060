import type { support as english } from "../support";

export const support: typeof english = {
  title: "Palīdzība",
  guide: "Lietotāja rokasgrāmata",
  guidePage: "Rokasgrāmatas lapa",
  save: "Saglabāt atbalsta failu…",
  what: "Teksts ar versijām, iestatījumiem, katra savienojuma pēdējo pārbaudi, avāriju pārskatiem un žurnālu. Tajā nav akreditācijas datu, nav cilvēku vārdu un adrešu. To nevienam nesūta: izlasiet to un iedodiet tam, kas jums palīdz.",
  saved: (name) => `${name} ir saglabāts jūsu izvēlētajā vietā. Tas nevienam netika nosūtīts.`,
  notSaved: "Atbalsta failu neizdevās saglabāt.",
  ended:
    "Pagājušajā reizē Rollcall negaidīti beidza darbu. Nekas nav zudis: ir pierakstīts, kas tika sūtīts, un turpinot neviens netiek uzaicināts divreiz.",
};
