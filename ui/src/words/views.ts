import { count, plural } from "./format";
import { said } from "./said";

/** The views that a person keeps of the list of people. */
export const views = said("views", {
  everyone: "All people",
  view: (name: string) => `View: ${name}`,
  menu: "Views",
  changed: (name: string) => `Differs from “${name}”`,
  save: "Save",
  saveHint: (name: string) => `Keep the screen as it is now as “${name}”`,
  putBack: "Put back",
  putBackHint: (name: string) => `Show “${name}” as it was kept`,
  saveChanges: (name: string) => `Save changes to “${name}”`,
  putBackTo: (name: string) => `Put back to “${name}”`,
  changedMark: "· changed",
  saveAs: "Save as a new view…",
  arrange: "Arrange views…",
  exportAll: "Save views to a file…",
  importAll: "Take views from a file…",
  exported: (name: string) => `The views were saved as ${name}.`,
  imported: (added: number, replaced: number) =>
    `${plural(added, "view was", "views were")} added, ${count(replaced)} replaced.`,
  notKept: "The view was not kept",
  kept: (name: string) => `The view “${name}” was kept.`,
  aside: {
    title: "The saved views could not be read.",
    text: (file: string) =>
      `Nothing was lost: the file was put aside as ${file}, where Rollcall keeps this platform’s data. Views that you save now are kept in a new file.`,
  },
  dialog: {
    title: "Save as a new view",
    name: "Name",
    help: "It keeps the filters, the order, the columns and the density.",
    empty: "A view needs a name.",
    long: "A name has 60 letters at most.",
    taken: (name: string) => `There is a view “${name}” already.`,
    cancel: "Cancel",
    save: "Save view",
  },
  arrangeDialog: {
    title: "Arrange views",
    text: "The first nine open with Ctrl and their number.",
    none: "No view was saved yet.",
    list: "Views in their order",
    up: (name: string) => `Move “${name}” up`,
    down: (name: string) => `Move “${name}” down`,
    newName: (name: string) => `New name for “${name}”`,
    remove: (name: string) => `Delete “${name}”`,
    removed: (name: string) => `“${name}” was deleted.`,
    undo: "Undo",
    moved: (name: string, place: number) => `“${name}” is number ${count(place)} now.`,
    done: "Done",
  },
});
