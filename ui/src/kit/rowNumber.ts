/** A row's number as people write it, `1,234` or `1 234` or `1234`; nothing if it is none. */
export function rowNumber(text: string): number | null {
  const written = text.trim();
  if (!/^(\d+|\d{1,3}([,.\s\u202f\u00a0’']\d{3})+)$/u.test(written)) return null;
  const number = Number(written.replace(/\D/g, ""));
  return number > 0 ? number : null;
}
