import type { RunningApp } from "./app";

/**
 * The style variables that an element says of itself and that everything inside it inherits. WebKit keeps the styles that were
 * made below such an element when it is long gone; those of the root stay the same.
 */
export const handedDown = (app: RunningApp) =>
  app.page.browser.execute(() => {
    const inherits = (each: Element, name: string) => {
      const inside = each.appendChild(document.createElement("i"));
      const value = getComputedStyle(inside).getPropertyValue(name);
      inside.remove();
      return value !== "";
    };
    return [...document.querySelectorAll<HTMLElement>("body, body [style]")].flatMap((each) =>
      [...each.style]
        .filter((name) => name.startsWith("--") && inherits(each, name))
        .map((name) => `${name} of ${each.outerHTML.slice(0, 120)}`),
    );
  });
