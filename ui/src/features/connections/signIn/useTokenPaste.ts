import { useEffect, useRef } from "react";
import type { ProfileView } from "@/ipc";
import { isAsked, isTyping } from "@/kit/typing";

/** A JSON Web Token (RFC 7519), or anything that says of itself that it is a bearer token. */
const TOKEN = /^(?:bearer\s+\S+|(?:bearer\s+)?eyJ[\w-]+\.[\w-]+\.[\w-]*)$/i;

/** Whether a text is a token and nothing else. */
export const looksLikeToken = (text: string): boolean => TOKEN.test(text.trim());

/** Hears a token that is pasted onto the window of a platform that wants one. No screen under it hears it too. */
export function useTokenPaste(open: ProfileView | null, take: (token: string) => void): void {
  const latest = useRef({ open, take });
  latest.current = { open, take };
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (latest.current.open?.signIn.kind !== "token" || isTyping(document.activeElement) || isAsked()) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!looksLikeToken(text)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current.take(text.trim());
    };
    // While it is on its way down: before the screens, which hear it on its way up.
    window.addEventListener("paste", onPaste, { capture: true });
    return () => window.removeEventListener("paste", onPaste, { capture: true });
  }, []);
}
