import { expect, it } from "vitest";
import { pseudo, pseudoText } from "./pseudo";

it("gives letters accents, stands in brackets and is a third longer", () => {
  const said = pseudoText("Read the list");
  expect(said).toMatch(/^⟦Ŕéåđ ţĥé ļîšţ~+⟧$/);
  expect([...said].length).toBeGreaterThanOrEqual("Read the list".length * 1.35);
});

it("leaves alone what has no letters", () => {
  expect(pseudoText("1,234 × 5")).toBe("1,234 × 5");
});

it("keeps the data of a sentence as it came", () => {
  const words = pseudo({ keep: (name: string, n: number) => `Keep ${n} of “${name}” today` });
  const said = words.keep("Nordlys", 3);
  expect(said).toContain("3");
  expect(said).toContain("“Nordlys”");
  expect(said).not.toMatch(/Keep|today/);
});

it("goes into lists, records and sentences in sentences", () => {
  const words = pseudo({ many: ["One", "Two"], by: { state: (s: string) => ({ title: `It is ${s}` }) } });
  expect(words.many.every((each) => each.startsWith("⟦"))).toBe(true);
  expect(words.by.state("Active").title).toMatch(/^⟦Îţ îš Active~+⟧$/);
});
