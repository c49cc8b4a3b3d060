import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderApp } from "@/test/renderApp";

const words = vi.hoisted(() => {
  let come: () => void = () => undefined;
  const coming = new Promise<void>((done) => {
    come = done;
  });
  return { coming, come: () => come() };
});
vi.mock("@/words/language", async (original) => ({
  ...(await original<typeof import("@/words/language")>()),
  everyWord: () => words.coming,
}));

it("a screen is loaded once its words are there, for it keeps them as it finds them", async () => {
  // jsdom has no canvas; letters are measured without one.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  // It would be there at once.
  await import("./roles");
  const { user } = renderApp("/p/sample/overview");
  await user.click(await screen.findByRole("link", { name: /^Roles/ }));
  await new Promise((done) => setTimeout(done, 300));
  expect(screen.queryByRole("heading", { level: 1, name: "Roles" })).toBeNull();
  words.come();
  await screen.findByRole("heading", { level: 1, name: "Roles" });
});
