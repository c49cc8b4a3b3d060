import { describe, expect, it } from "vitest";
import { placeAfter } from "./gridKeys";
import { digitOf, hits, KEY_NAMES, KEYMAP, type Pressed, type Stroke } from "./keymap";
import { written } from "./keyNames";

const pressed = (stroke: Stroke, digit = 3): Pressed => ({
  key: stroke.key === "1-9" ? `${digit}` : stroke.key,
  ctrlKey: stroke.mod ?? false,
  metaKey: false,
  shiftKey: stroke.shift ?? false,
  altKey: stroke.alt ?? false,
});

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.*", "!../**/test/**", "!../words/**"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Parts with keys of their own kind alone: what every field, menu, tree and slider of its kind does, wherever it stands. */
const OF_THEIR_KIND = [
  // Hears that something was pressed, whatever it was.
  "kit/turns.ts",
  "kit/keymap.ts",
  // Hear what the list binds: a key that is pressed, and one that is let go or comes with the wheel.
  "kit/commands.ts",
  "features/menu/useMenuBar.ts",
  "features/menu/useZoom.ts",
  // Arrows, pages and ends: the list names them, and the test below presses them.
  "kit/gridKeys.ts",
  "kit/useGridMarkKeys.ts",
  "kit/useColumnArranging.ts",
  // Letters that are typed.
  "kit/useGridActions.ts",
  "kit/useTypeAhead.ts",
  // Esc, before a tooltip takes it.
  "kit/useEscapeWithin.ts",
  // Enter, Tab, Esc and arrows of a field, of a list under it, of a tree and of bars.
  "kit/CellEditor.tsx",
  "kit/Chart.tsx",
  "features/palette/Palette.tsx",
  "features/users/facets/Histogram.tsx",
  "features/users/facets/CreatedFacet.tsx",
  "features/users/facets/OrganizationTree.tsx",
  "features/users/views/SaveViewDialog.tsx",
  "features/users/views/ArrangeViews.tsx",
  "features/invite/FindBar.tsx",
  "features/connections/form/FindSignIn.tsx",
];

const READS_KEYS = /\bevent\.(?:key|code)\b|"keydown"|\{ key, nativeEvent \}|\bkey === "(?:Enter|Escape|Tab|Arrow| )/;

describe("the list of keys", () => {
  it("is what everything is bound by: nothing else reads which key was pressed", () => {
    const reading = Object.entries(sources).flatMap(([file, text]) =>
      READS_KEYS.test(text) ? [file.replace(/^\.\.\//, "").replace(/^\.\//, "kit/")] : [],
    );
    expect(reading.filter((file) => !OF_THEIR_KIND.includes(file))).toEqual([]);
  });

  it("holds no key that nothing acts on", () => {
    const all = Object.entries(sources)
      .filter(([file]) => !file.endsWith("keymap.ts"))
      .map(([, text]) => text)
      .join("\n");
    // Pressed in the test below, heard by React Aria or as a paste, and named by a decision.
    const elsewhere = ["paste", "move", "page", "ends", "corners", "mark", "parts", "sort", "keep", "remove", "ask"];
    const dead = KEY_NAMES.filter(
      (name) => !elsewhere.includes(name) && !new RegExp(`hits\\(event, "${name}"|bound: "${name}"`).test(all),
    );
    expect(dead).toEqual([]);
  });

  it("says of moving what a list does", () => {
    const extent = { rows: 50, columns: 5, page: 10 };
    for (const name of ["move", "page", "ends", "corners"] as const) {
      for (const { key, mod = false } of KEYMAP[name].strokes) {
        expect(placeAfter(key, mod, { row: 20, column: 2 }, extent), `${name}: ${key}`).not.toBeNull();
      }
    }
  });

  it("binds no key twice where both could be meant", () => {
    const overlapping = (a: string, b: string) =>
      a === b || a === "anywhere" || b === "anywhere" || a === "screens" || b === "screens";
    const twice = KEY_NAMES.flatMap((one, place) =>
      KEY_NAMES.slice(place + 1).flatMap((other) => {
        const both = KEYMAP[one].strokes.some((stroke) => hits(pressed(stroke), other));
        return both && overlapping(KEYMAP[one].area, KEYMAP[other].area) ? [`${one} and ${other}`] : [];
      }),
    );
    // A review has its own last act to take back.
    expect(twice).toEqual(["undo and takeBack"]);
  });
});

describe("a stroke", () => {
  it("is hit by Ctrl and by Cmd, and by nothing more or less", () => {
    const k = { key: "k", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(hits({ ...k, ctrlKey: true }, "palette")).toBe(true);
    expect(hits({ ...k, metaKey: true }, "palette")).toBe(true);
    expect(hits(k, "palette")).toBe(false);
    expect(hits({ ...k, ctrlKey: true, shiftKey: true }, "palette")).toBe(false);
    expect(hits({ ...k, ctrlKey: true, altKey: true }, "palette")).toBe(false);
  });

  it("is not hit by AltGr, which types", () => {
    const typed = { key: "k", ctrlKey: true, metaKey: false, shiftKey: false, altKey: true };
    expect(hits({ ...typed, altKey: false, getModifierState: () => true }, "palette")).toBe(false);
  });

  it("of a sign is hit with Shift and without, as keyboards have it", () => {
    const sign = { key: "?", ctrlKey: false, metaKey: false, altKey: false };
    expect([true, false].map((shiftKey) => hits({ ...sign, shiftKey }, "keys"))).toEqual([true, true]);
  });

  it("of a digit tells which, whatever it types with what is held", () => {
    const event = { key: '"', code: "Digit2", ctrlKey: true, metaKey: false, shiftKey: true, altKey: false };
    expect([digitOf(event, "platform"), digitOf(event, "view")]).toEqual([2, null]);
  });

  const letter = (key: string, code: string, ctrlKey: boolean) => {
    return { key, code, ctrlKey, metaKey: false, shiftKey: false, altKey: false };
  };

  it("of a letter is hit by its key on a keyboard of another script, with Ctrl and alone", () => {
    const russian = [hits(letter("л", "KeyK", true), "palette"), hits(letter("л", "KeyK", false), "keep")];
    const greek = [hits(letter("κ", "KeyK", true), "palette"), hits(letter("Κ", "KeyK", false), "keep")];
    expect([...russian, ...greek]).toEqual([true, true, true, true]);
    expect(hits(letter("л", "KeyK", false), "remove")).toBe(false);
    expect(hits({ ...letter("Я", "KeyZ", true), shiftKey: true }, "redo")).toBe(true);
  });

  it("of a letter is hit by what is printed on the key where that is Latin, wherever it stands", () => {
    const azerty = [hits(letter("a", "KeyQ", true), "markAll"), hits(letter("q", "KeyA", true), "markAll")];
    const qwertz = [hits(letter("z", "KeyY", true), "undo"), hits(letter("y", "KeyZ", true), "undo")];
    expect([...azerty, ...qwertz]).toEqual([true, false, true, false]);
    expect(hits(letter("ķ", "KeyK", false), "keep"), "a letter of its own").toBe(false);
  });

  it("is written as the system writes it", () => {
    const stroke: Stroke = { key: "c", mod: true, shift: true };
    expect([written(stroke, undefined, false), written(stroke, undefined, true)]).toEqual(["Ctrl+Shift+C", "⇧⌘C"]);
    expect(written({ key: "ArrowUp", alt: true }, undefined, false)).toBe("Alt+↑");
  });
});
