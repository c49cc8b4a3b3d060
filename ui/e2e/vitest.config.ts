import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What is run: the journeys unless `--mode` says otherwise. */
const include: Record<string, string> = {
  contract: "contract/*.e2e.ts",
  shots: "shots/*.e2e.ts",
  measure: "measure/*.e2e.ts",
  soak: "soak/*.e2e.ts",
  spoken: "spoken/*.e2e.ts",
};

/**
 * The same order every time, and the journey that calls the shell with nonsense at the end: dozens of the system's dialogs
 * that it opens and waves away leave the desktop's focus where no person would.
 */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const last = (file: TestSpecification) => (file.moduleId.includes("commands.e2e") ? 1 : 0);
    return files.toSorted((a, b) => last(a) - last(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  test: {
    include: [include[mode] ?? "journeys/*.e2e.ts"],
    // One display, one pointer, one keychain: two journeys at once would type into each other's window.
    sequence: { sequencer: InOrder },
    fileParallelism: false,
    maxWorkers: 1,
    pool: "forks",
    // A journey waits for the app's own answer at every step; these only end one that never comes.
    testTimeout: mode === "spoken" ? 300_000 : 90_000,
    hookTimeout: 90_000,
    teardownTimeout: 20_000,
  },
}));
