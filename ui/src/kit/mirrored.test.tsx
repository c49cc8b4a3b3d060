import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { renderApp } from "@/test/renderApp";
import { controlsLocale, speak } from "@/words/language";
import { edgeAfter, placeAfter } from "./gridKeys";
import { Tabs } from "./Tabs";

// The words are loaded already and stay English: what is looked at here is the direction alone.
beforeAll(() => speak("en-XB"));
afterAll(() => speak("en"));

const EXTENT = { rows: 10, columns: 5, page: 3 };
const HERE = { row: 2, column: 2 };

it("in a grid, Left leads on along the text and Right back", () => {
  expect(placeAfter("ArrowLeft", false, HERE, EXTENT)).toEqual({ row: 2, column: 3 });
  expect(placeAfter("ArrowRight", false, HERE, EXTENT)).toEqual({ row: 2, column: 1 });
  expect(edgeAfter("ArrowLeft", HERE, EXTENT)).toEqual({ row: 2, column: 4 });
  expect(placeAfter("ArrowDown", false, HERE, EXTENT)).toEqual({ row: 3, column: 2 });
});

it("among tabs, Left leads to the next one", async () => {
  const user = userEvent.setup();
  const tabs = ["first", "second"].map((id) => ({ id, label: id, content: id }));
  render(
    <I18nProvider locale={controlsLocale()}>
      <Tabs label="Two" tabs={tabs} />
    </I18nProvider>,
  );
  await user.click(screen.getByRole("tab", { name: "first" }));
  await user.keyboard("{ArrowLeft}");
  expect(document.activeElement?.textContent).toBe("second");
});

it("in the tree of organizations, Left opens and Right closes", async () => {
  // Only a wide window has the facets in sight.
  vi.stubGlobal("innerWidth", 1600);
  const { user } = renderApp("/p/sample/users", { people: 60 });
  const facet = await within(await screen.findByRole("region", { name: "Filters" })).findByRole("group", {
    name: "Organization",
  });
  await user.click(within(facet).getByRole("button", { name: "Organization" }));
  const tree = within(facet).getByRole("tree", { name: "Organizations" });
  tree.focus();
  const active = () => document.getElementById(tree.getAttribute("aria-activedescendant") ?? "");
  await user.keyboard("{ArrowDown}{ArrowLeft}");
  expect(active()?.getAttribute("aria-expanded")).toBe("true");
  await user.keyboard("{ArrowRight}");
  expect(active()?.getAttribute("aria-expanded")).toBe("false");
});

it("in the grid of people, the columns go on to the left", async () => {
  const { user } = renderApp("/p/sample/users");
  const grid = await screen.findByRole("grid", { name: "People" });
  await screen.findByText("Ravi Menon");
  grid.focus();
  const column = () =>
    document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.getAttribute("aria-colindex");
  await user.keyboard("{ArrowDown}{Home}{ArrowLeft}");
  expect(column()).toBe("2");
  await user.keyboard("{ArrowRight}");
  expect(column()).toBe("1");
});
