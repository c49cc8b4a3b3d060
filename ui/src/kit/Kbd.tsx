/** A key, as on the keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded-sm border border-b-2 border-line-strong px-1 py-0.5 font-mono text-xs leading-none text-ink-3">
      {children}
    </kbd>
  );
}
