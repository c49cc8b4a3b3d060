import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { statusQuery } from "@/data/status";
import { Banner } from "@/kit/Banner";
import { keeping } from "@/words/keeping";

/** When the keychain can't be used: what that means. Nothing while all is well. */
export function KeychainNote({ actions }: { actions?: ReactNode }) {
  const state = useQuery(statusQuery()).data?.keychain.state ?? "ok";
  if (state === "ok") return null;
  const { title, text } = keeping.keychain[state];
  return (
    <Banner tone="warn" title={title} actions={actions}>
      {text}
    </Banner>
  );
}
