import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { statusQuery } from "@/data/status";
import { Banner } from "@/kit/Banner";

/** When the keychain can't be used: what that means, in its own sentence. Nothing while all is well. */
export function KeychainNote({ actions }: { actions?: ReactNode }) {
  const keychain = useQuery(statusQuery()).data?.keychain;
  if (!keychain?.sentence || keychain.state === "ok") return null;
  // The first sentence says what is wrong: a title of our own would say it twice.
  const end = keychain.sentence.indexOf(". ") + 1 || keychain.sentence.length;
  return (
    <Banner tone="warn" title={keychain.sentence.slice(0, end)} actions={actions}>
      {keychain.sentence.slice(end).trim()}
    </Banner>
  );
}
