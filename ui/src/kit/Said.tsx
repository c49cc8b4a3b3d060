import { useEffect, useState } from "react";

/** Read out by screen readers and seen by nobody; also what is true already when it comes, as when a screen opens on an outcome. */
export function Said({ children }: { children: string | null }) {
  // A region that comes with its words is not read out: they follow.
  const [words, setWords] = useState("");
  useEffect(() => setWords(children ?? ""), [children]);
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}
