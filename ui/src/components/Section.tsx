import { type ReactNode, useId } from "react";

type SectionProps = {
  title: string;
  note?: ReactNode;
  /** The part of an address that leads here. */
  anchor?: string;
  children: ReactNode;
};

/** A part of a form or of the settings: a title, a line about it, and what can be changed. */
export function Section({ title, note, anchor, children }: SectionProps) {
  const id = useId();
  return (
    <section id={anchor} aria-labelledby={id} className="rounded-lg border border-line bg-surface p-5">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {note ? <p className="mt-0.5 text-ink-3">{note}</p> : null}
      <div className="mt-4 flex flex-col gap-4">{children}</div>
    </section>
  );
}
