import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { type Ask, SigningIn } from "@/components/signingIn";
import { profilesQuery } from "@/data/profiles";
import { isAboutSignInCode, useRefusedSignIns } from "@/data/signingIn";
import type { ProfileView } from "@/ipc";
import { PasteTokenDialog } from "./PasteTokenDialog";
import { SignInDialog } from "./SignInDialog";
import { wayInOf } from "./state";
import { useTokenPaste } from "./useTokenPaste";

type Asked = { turn: number; profile: string; after: (() => void) | null; token: string };

type SigningInProviderProps = {
  /** The open platform: a token that is pasted onto the window is for it. */
  open: ProfileView | null;
  children: ReactNode;
};

/** Asks for a token or for a sign-in in the browser, wherever on the page that is needed. */
export function SigningInProvider({ open, children }: SigningInProviderProps) {
  useRefusedSignIns();
  const profiles = useQuery(profilesQuery()).data;
  const [asked, setAsked] = useState<Asked | null>(null);
  const turn = useRef(0);
  const value = useMemo((): Ask => {
    const find = (id: string) => profiles?.find((one) => one.id === id);
    return {
      wayOf: (id, code) => {
        const profile = find(id);
        return profile && isAboutSignInCode(code) ? wayInOf(profile) : null;
      },
      ask: (profile, after) => setAsked({ turn: ++turn.current, profile, after: after ?? null, token: "" }),
    };
  }, [profiles]);
  useTokenPaste(open, (token) => {
    if (open) setAsked({ turn: ++turn.current, profile: open.id, after: null, token });
  });
  const profile = profiles?.find((one) => one.id === asked?.profile);
  return (
    <SigningIn value={value}>
      {children}
      {asked && profile ? (
        <Question key={asked.turn} asked={asked} profile={profile} onClose={() => setAsked(null)} />
      ) : null}
    </SigningIn>
  );
}

type QuestionProps = { asked: Asked; profile: ProfileView; onClose: () => void };

function Question({ asked, profile, onClose }: QuestionProps) {
  switch (wayInOf(profile)) {
    case "paste":
      return <PasteTokenDialog profile={profile} given={asked.token} after={asked.after} onClose={onClose} />;
    case "browser":
      return <SignInDialog profile={profile} after={asked.after} onClose={onClose} />;
    case null:
      return null;
  }
}
