import { useLayoutEffect, useRef } from "react";

/** Where the answers to one person stand. */
const ANSWERS = "[data-answers]";

/**
 * A person who was answered leaves the list and takes the focused button along: the same button of whoever
 * comes next gets the focus, so that a hundred people can be answered from the keyboard.
 */
export function useFocusOnNext(shown: unknown) {
  const list = useRef<HTMLDivElement>(null);
  const place = useRef<{ person: number; button: number } | null>(null);
  const people = () => [...(list.current?.querySelectorAll(ANSWERS) ?? [])];
  const answered = () => {
    const person = people().findIndex((one) => one.contains(document.activeElement));
    const buttons = [...(people()[person]?.querySelectorAll("button") ?? [])];
    const focused = buttons.find((one) => one === document.activeElement);
    if (focused) place.current = { person, button: buttons.indexOf(focused) };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other people are what it waits for
  useLayoutEffect(() => {
    if (place.current === null || (document.activeElement ?? document.body) !== document.body) return;
    const { person, button } = place.current;
    place.current = null;
    const next = people()[person] ?? people().at(-1);
    next?.querySelectorAll("button")[button]?.focus();
  }, [shown]);
  return { list, answered };
}
