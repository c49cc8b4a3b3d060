import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { told } from "@/kit/toasts";

configure({
  // A machine that does other things too is no reason to fail.
  asyncUtilTimeout: 15_000,
  // Asking jsdom for the style of every ancestor of every element takes most of a test's time.
  defaultHidden: true,
  // A whole page in a failed assert says nothing.
  getElementError: (message) => new Error(message?.split("\n\n")[0] ?? ""),
});

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
if (typeof CSS === "undefined" || !CSS.escape) {
  vi.stubGlobal("CSS", { ...globalThis.CSS, escape: (text: string) => text.replace(/[^\w-]/g, "\\$&") });
}
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  told.clear();
  localStorage.clear();
});
