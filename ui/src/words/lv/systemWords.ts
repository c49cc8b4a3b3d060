import type { systemWords as english } from "../systemWords";

export const systemWords: typeof english = {
  words: {
    titles: {
      spreadsheet: "Izvēlēties izklājlapu",
      document: "Izvēlēties dokumentu",
      viewsFile: "Izvēlēties skatu failu",
      report: "Saglabāt pārskatu",
      thesePeople: "Saglabāt šos cilvēkus",
      changes: "Saglabāt izmaiņas",
      attention: "Saglabāt rindas, kam vajag uzmanību",
      differing: "Saglabāt portālā maināmo",
      template: "Saglabāt veidni",
      users: "Eksportēt lietotājus",
      views: "Eksportēt skatus",
      connection: "Eksportēt savienojumu",
      part: "Saglabāt nododamo daļu",
      removeList: "Saglabāt noņemamo sarakstu",
      evidence: "Saglabāt pierādījumus",
      picture: "Saglabāt attēlu",
      supportFile: "Saglabāt atbalsta failu",
    },
    kinds: {
      spreadsheets: "Izklājlapas",
      documents: "Dokumenti",
      views: "Skati",
      text: "Teksta faili",
      all: "Visi faili",
    },
    notice: {
      invited: "uzaicināti: #",
      refused: "atteikti: #",
      needsYou: "gaida Jūs: #",
      needYou: "gaida Jūs: #",
      checking: "tiek pārbaudīti: #",
      notSent: "nav nosūtīti: #",
    },
  },
};
