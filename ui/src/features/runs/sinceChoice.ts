import type { Afterwards, SinceCounts } from "@/ipc";
import { dateTime, time } from "@/words/format";
import { since as words } from "@/words/since";

/** Some of a run's people, of whom something can be done. */
export type Choice = {
  id: "lapsed" | "waits" | "both" | "not-listed";
  label: string;
  who: Afterwards[];
  people: number;
  /** Whether they can be invited again. */
  again: boolean;
};

/** Whom there is something to do about, those first who need it most. Nothing is offered of which there is nobody. */
export function choices(people: SinceCounts): Choice[] {
  const { lapsed, waits, notListed } = people;
  const all: Choice[] = [
    { id: "lapsed", label: words.choice.lapsed(lapsed), who: ["lapsed"], people: lapsed, again: true },
    { id: "waits", label: words.choice.waits(waits), who: ["waits"], people: waits, again: true },
    {
      id: "both",
      label: words.choice.both(lapsed + waits),
      who: ["lapsed", "waits"],
      people: lapsed > 0 && waits > 0 ? lapsed + waits : 0,
      again: true,
    },
    {
      id: "not-listed",
      label: words.choice["not-listed"](notListed),
      who: ["not-listed"],
      people: notListed,
      again: false,
    },
  ];
  return all.filter((choice) => choice.people > 0);
}

/** The time of day is enough for a list of today. */
export function whenOf(iso: string): string {
  const today = new Date().toDateString() === new Date(iso).toDateString();
  return today ? time(iso) : dateTime(iso);
}
