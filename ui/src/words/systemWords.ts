import type { SystemWords } from "@/ipc";
import { said } from "./said";

const words: SystemWords = {
  titles: {
    spreadsheet: "Choose a spreadsheet",
    document: "Choose a document",
    viewsFile: "Choose a file of views",
    report: "Save the report",
    thesePeople: "Save these people",
    changes: "Save what changed",
    attention: "Save the rows that need attention",
    differing: "Save what is to be changed in the portal",
    template: "Save the template",
    users: "Export users",
    views: "Export views",
    connection: "Export the connection",
    part: "Save the part to hand over",
    removeList: "Save the remove list",
    evidence: "Save the evidence",
    picture: "Save the picture",
    supportFile: "Save a support file",
  },
  kinds: {
    spreadsheets: "Spreadsheets",
    documents: "Documents",
    views: "Views",
    text: "Text files",
    all: "All files",
  },
  notice: {
    invited: "# invited",
    refused: "# refused",
    needsYou: "# needs you",
    needYou: "# need you",
    checking: "# being checked",
    notSent: "# not sent",
  },
};

/** What the system shows in its own windows: file dialogs, and notifications of runs. `#` stands for how many. */
export const systemWords = said("systemWords", { words });
