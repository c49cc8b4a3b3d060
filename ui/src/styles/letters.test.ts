import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("letters of an address or an id are drawn as they are written, whatever stands beside them", () => {
  const body = /\n {2}body \{(.*?)\n {2}\}/s.exec(readFileSync("src/styles/base.css", "utf8"))?.[1];
  expect(body).toMatch(/font-variant-ligatures: no-contextual;/);
});
