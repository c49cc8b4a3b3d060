import { cx } from "@/kit/cx";

/** The first letters of the first two words; of an address, its first letter. */
export function initials(name: string): string {
  const letters = name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "");
  return letters.join("").toUpperCase();
}

/** Two letters in a circle: a place for the eye, nothing that has to be read. */
export function Avatar({ name, large }: { name: string; large?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "grid shrink-0 place-items-center rounded-full bg-muted-soft font-semibold text-ink-2",
        large ? "size-10 text-sm" : "size-5.5 text-[10px]",
      )}
    >
      {initials(name)}
    </span>
  );
}
