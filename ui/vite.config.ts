import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { firstPieces, firstScreenSoon } from "./build/firstPieces.ts";
import { lightFirstScreen } from "./build/firstScreen.ts";

/**
 * The window freezes Object.prototype. ECharts assigns names of methods, "constructor" among them, to plain objects
 * as it is loaded, which a frozen prototype forbids: here it defines them instead. A build that no longer finds the
 * place fails, for without this no chart would be drawn.
 */
function echartsUnderFrozenPrototypes(): Plugin {
  const assigned = "target[name_1] = noop;";
  const defined =
    "Object.defineProperty(target, name_1, { value: noop, writable: true, enumerable: true, configurable: true });";
  let found = false;
  return {
    name: "echarts-under-frozen-prototypes",
    apply: "build",
    transform(code, id) {
      if (!id.endsWith("/echarts/lib/core/Scheduler.js") || !code.includes(assigned)) return null;
      found = true;
      return { code: code.replace(assigned, defined), map: null };
    },
    buildEnd(error) {
      if (!error && !found) this.error("ECharts no longer assigns where it did; see echartsUnderFrozenPrototypes.");
    },
  };
}

/**
 * Tailwind's reset has a rule for what stands before and after any element. WebKit then makes two more styles for each of them,
 * which took up to half of the time in which a screen's styles are made. Whatever the page does put before or after an element has to
 * say its own box and border.
 */
function noStylesForNothing(): Plugin {
  const everything = /\*,\s*::?after,\s*::?before,/;
  let found = false;
  return {
    name: "no-styles-for-nothing",
    apply: "build",
    transform(code, id) {
      if (!id.endsWith("/styles/index.css") || !everything.test(code)) return null;
      found = true;
      return { code: code.replace(everything, "*,"), map: null };
    },
    buildEnd(error) {
      if (!error && !found) this.error("Tailwind's reset says otherwise what it did; see noStylesForNothing.");
    },
  };
}

/** Whose messages of react-aria are carried: the languages of src/words/language.ts. */
const SPOKEN = ["en-US", "de-DE", "lv-LV"];

/**
 * react-aria carries its own messages in thirty languages. Those that the page does not speak are left empty here, which is what
 * its makers' plugin does; that one knows nothing of react-stately yet.
 */
function onlySpokenLanguages(): Plugin {
  const messages =
    /[\\/](?:react-aria|react-stately|react-aria-components)[\\/].*[\\/]intl[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.mjs$/;
  let kept = 0;
  return {
    name: "only-spoken-languages",
    apply: "build",
    transform(_code, id) {
      const language = messages.exec(id)?.[1];
      if (language === undefined) return null;
      if (!SPOKEN.includes(language)) return { code: "export default {};", map: null };
      kept += 1;
      return null;
    },
    buildEnd(error) {
      if (!error && kept === 0)
        this.error("react-aria's messages lie elsewhere than they did; see onlySpokenLanguages.");
    },
  };
}

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    noStylesForNothing(),
    echartsUnderFrozenPrototypes(),
    onlySpokenLanguages(),
    firstScreenSoon(),
    lightFirstScreen(),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // The user guide lies beside the page.
  server: { port: 5187, strictPort: true, fs: { allow: [".", "../docs"] } },
  build: {
    target: "es2022",
    // The page's policy allows fonts and images from the app alone, so nothing may become a data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: firstPieces() } } },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}", "build/*.test.ts"],
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});
