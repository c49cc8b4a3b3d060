import { useEffect, useState } from "react";

/** What was typed, once no key was pressed for so many milliseconds. */
export function useQuiet(typed: string, milliseconds: number): string {
  const [quiet, setQuiet] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(typed), milliseconds);
    return () => clearTimeout(timer);
  }, [typed, milliseconds]);
  return quiet;
}
