import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { statusQuery } from "@/data/status";
import { Banner } from "@/kit/Banner";
import { connections } from "@/words/en/connections";

/** When the keychain can't be used: what that means, in its own sentence. Nothing while all is well. */
export function KeychainNote({ actions }: { actions?: ReactNode }) {
  const keychain = useQuery(statusQuery()).data?.keychain;
  if (!keychain || keychain.state === "ok") return null;
  return (
    <Banner tone="warn" title={connections.keychainTitle[keychain.state]} actions={actions}>
      {keychain.sentence}
    </Banner>
  );
}
