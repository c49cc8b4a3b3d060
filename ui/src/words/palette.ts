import { plural } from "./format";
import { said } from "./said";

/** Finding anyone, and going anywhere, from the keyboard. */
export const palette = said("palette", {
  open: "Find or do",
  title: "Find people on all platforms, go to any screen, and do anything",
  field: "Whom or what to find, or what to do",
  hint: "A name, an address, a role, a screen, or what to do…",
  results: "Found",
  group: {
    recent: "Chosen before",
    people: "People",
    here: "On this screen",
    screens: "Go to",
    platforms: "Platforms",
    views: "Saved views",
    anywhere: "Do",
    roles: "Roles",
    runs: "Runs",
    reviews: "Access reviews",
    organizations: "Organizations",
  },
  searching: "Looking on all platforms…",
  nothing: (text: string) => `Nobody and nothing is called “${text}”.`,
  keys: "↑ ↓ to choose, Enter to open, Esc to close",
  people: (n: number) => plural(n, "person", "people"),
  allKeys: (key: string) => `${key} shows all keys`,
  switch: (first: string, last: string) => `${first} to ${last} switch platforms from anywhere`,
});
