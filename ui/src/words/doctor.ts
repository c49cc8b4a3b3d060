import type { DoctorState } from "@/ipc";
import { count, plural } from "./format";
import { said } from "./said";

const state: Record<DoctorState, string> = {
  good: "Good",
  notice: "Note",
  failed: "Failed",
  skipped: "Skipped",
  unknown: "Unknown",
};

/** What was found when a connection was looked at. */
export const doctor = said("doctor", {
  label: "What the test found",
  ok: "Everything needed for inviting works.",
  notOk: "Something needed for inviting does not work yet.",
  beginWith: (title: string) => `Begin with “${title}”:`,
  notes: (n: number) => `${plural(n, "thing", "things")} to know below.`,
  unneeded: (n: number) => `${plural(n, "thing", "things")} that inviting does not need did not work.`,
  running: "Looking at the connection. Nothing is changed there.",
  looked: (n: number) => `${plural(n, "thing", "things")} looked at`,
  going: "Looking further",
  state,
  found: (n: number) => `${count(n)} found`,
  took: (ms: number) => (ms < 1000 ? `${count(ms)} ms` : `${(ms / 1000).toFixed(1)} s`),
  facts: (title: string) => `Details of ${title}`,
  copy: "Copy report",
  close: "Close report",
});
