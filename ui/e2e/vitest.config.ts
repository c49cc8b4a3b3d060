import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** What is run: the journeys unless `--mode contract`, `shots` or `measure` says otherwise. */
const include: Record<string, string> = {
  contract: "contract/*.e2e.ts",
  shots: "shots/*.e2e.ts",
  measure: "measure/*.e2e.ts",
};

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    include: [include[mode] ?? "journeys/*.e2e.ts"],
    // One display, one pointer, one keychain: two journeys at once would type into each other's window.
    fileParallelism: false,
    maxWorkers: 1,
    pool: "forks",
    // A journey waits for the app's own answer at every step; these only end one that never comes.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    teardownTimeout: 20_000,
  },
}));
