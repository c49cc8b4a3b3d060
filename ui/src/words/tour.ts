import { said } from "./said";

const step = {
  find: {
    title: "Find people",
    text: "Open Users, and type a name, an address or a part of one. Or narrow the list by what is on the left of it.",
  },
  roles: {
    title: "See who can do what",
    text: "Open Roles: the more a role can do, the higher it stands. Press the number of people of one to see who they are.",
  },
  file: {
    title: "Drop a spreadsheet",
    text: "Drop one with names and mail addresses onto the window, or open Invite and choose it there. Without one, paste lines or type one person.",
  },
  send: {
    title: "Look at it, then send it",
    text: "“What will be sent” shows the exact JSON. Then send it to the sample platform: nobody gets mail.",
  },
};

/** The tour of the sample platform. */
export const tour = said("tour", {
  label: "Tour of the sample platform",
  step,
  place: (n: number, of: number) => `Step ${n} of ${of}`,
  reached: (key: string) => `${key} leads there.`,
  next: "Next step",
  end: "Finish",
  leave: "Leave the tour",
  left: "The tour was left.",
  done: "That was the tour. Everything you did stays on the sample platform.",
  goOn: "Go on with it",
});
