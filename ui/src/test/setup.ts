import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

/** jsdom lays nothing out: everything is as large as a small window, so that lists have room for rows. */
const SIZE = { offsetWidth: 1000, offsetHeight: 600, clientWidth: 1000, clientHeight: 600 };
for (const [name, value] of Object.entries(SIZE)) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
}

class NoResizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal("ResizeObserver", NoResizes);
vi.stubGlobal("matchMedia", (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  localStorage.clear();
});
