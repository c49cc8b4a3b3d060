import type { Tour } from "@/ipc";

/** A step of the tour. */
export type TourStep = Exclude<Tour, "unseen" | "over">;

/** The steps in their order. */
export const STEPS: readonly TourStep[] = ["find", "roles", "file", "send"];

/** Where the person is: what the address says. */
export type Where = { pathname: string; search: Record<string, unknown> };

const screenOf = ({ pathname }: Where): string => /^\/p\/[^/]+\/(.+?)\/?$/.exec(pathname)?.[1] ?? "";

/** What of an address of Users narrows the list, or opens somebody. */
const FINDS = ["search", "person", "state", "role", "provider", "organization", "domain", "queue", "from", "until"];

/** Whether a person who got from one place to another did by it what the step is about. */
export function isDone(step: TourStep, from: Where, to: Where): boolean {
  const screen = screenOf(to);
  switch (step) {
    case "find":
      return screen === "users" && FINDS.some((key) => to.search[key] !== undefined);
    case "roles":
      return screen === "users" && to.search.role !== undefined && screenOf(from) === "roles";
    case "file":
      return screen.startsWith("invite/");
    case "send":
      return screen.startsWith("runs/");
  }
}

/** The step after one; over after the last. */
export const after = (step: TourStep): Tour => STEPS[STEPS.indexOf(step) + 1] ?? "over";

/** The controls that a step is about, by what `data-tour` calls them: the first that is on the screen is pointed at. */
export const ANCHORS: Record<TourStep, readonly string[]> = {
  find: ["search", "users"],
  roles: ["ladder", "roles"],
  file: ["drop", "invite"],
  send: ["send", "call", "runs"],
};
