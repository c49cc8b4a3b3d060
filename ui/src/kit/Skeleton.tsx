/** The place of something that is on its way. Keeps the layout; says nothing. */
export function Skeleton({ width = "100%", height = 10 }: { width?: number | string; height?: number }) {
  return (
    <span
      aria-hidden="true"
      className="block animate-[breathe_1.6s_ease-in-out_infinite] rounded-sm bg-muted-soft"
      style={{ width, height }}
    />
  );
}
