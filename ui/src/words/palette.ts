import { said } from "./said";
/** Finding anyone, and going anywhere, from the keyboard. */
export const palette = said("palette", {
  open: "Find anyone",
  title: "Find people on all platforms, and go to any screen",
  field: "Whom or what to find",
  hint: "A name, an address, an id, or a screen…",
  results: "Found",
  group: {
    recent: "Chosen before",
    people: "People",
    screens: "Go to",
    platforms: "Platforms",
    views: "Saved views",
  },
  searching: "Looking on all platforms…",
  nothing: (text: string) => `Nobody and nothing is called “${text}”.`,
  keys: "↑ ↓ to choose, Enter to open, Esc to close",
  switch: (first: string, last: string) => `${first} to ${last} switch platforms from anywhere`,
});
