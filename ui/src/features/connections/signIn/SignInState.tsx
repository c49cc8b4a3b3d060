import { useNavigate } from "@tanstack/react-router";
import { useContext } from "react";
import { Button } from "react-aria-components/Button";
import { SigningIn } from "@/components/signingIn";
import { useIsSignInRefused } from "@/data/signingIn";
import { useNow } from "@/features/runs/useNow";
import type { ProfileView } from "@/ipc";
import { cx } from "@/kit/cx";
import { AlertIcon, ClockIcon } from "@/kit/icons";
import { signingIn as words } from "@/words/signingIn";
import { type SignInState as State, signInState, wayInOf } from "./state";

/** Milliseconds between two looks at the clock while a token's last hour goes by. */
const EVERY_MS = 10_000;

/** How the platform is signed in: quiet while Rollcall does it by itself, a button where a person is needed. */
export function SignInState({ profile }: { profile: ProfileView }) {
  const now = useNow(EVERY_MS);
  const refused = useIsSignInRefused(profile.id);
  const state = signInState(profile, refused, now);
  const said = sentence(state, now);
  switch (state.kind) {
    case "renews":
    case "pasted":
    case "in-browser":
      return <span>{said}</span>;
    case "ends":
      return <Needed profile={profile} said={said} act={words.act.pasteNew} calm />;
    case "ended":
    case "refused":
      return <Needed profile={profile} said={said} act={words.act.pasteNew} />;
    case "missing":
      return <Needed profile={profile} said={said} act={words.act.paste} first />;
  }
}

function sentence(state: State, now: number): string {
  switch (state.kind) {
    case "renews":
      return words.state.renews;
    case "pasted":
      return words.state.pasted;
    case "in-browser":
      return words.state.inBrowser;
    case "missing":
      return words.state.missing;
    case "refused":
      return words.state.refused;
    case "ends":
      return words.state.ends(state.inMs);
    case "ended":
      return words.state.ended(state.at, now);
  }
}

type NeededProps = {
  profile: ProfileView;
  said: string;
  /** What a pasted token is asked for with; the other ways to sign in have words of their own. */
  act: string;
  /** Nobody signed in before. */
  first?: boolean;
  /** There is time. */
  calm?: boolean;
};

/** What is wrong, or soon will be, and the one press that repairs it. */
function Needed({ profile, said, act, first, calm }: NeededProps) {
  const navigate = useNavigate();
  const { ask } = useContext(SigningIn);
  const way = wayInOf(profile);
  const again = first ? words.act.browser : words.act.browserAgain;
  const label = way === "paste" ? act : way === "browser" ? again : words.act.edit;
  const press = () => (way ? ask(profile.id) : void navigate({ to: "/connections/$id", params: { id: profile.id } }));
  const Icon = calm ? ClockIcon : AlertIcon;
  return (
    <>
      <Button
        onPress={press}
        className={cx(
          "flex h-5 min-w-0 items-center gap-1.5 rounded-sm px-1 data-hovered:bg-muted-soft",
          calm ? "text-ink-2" : "text-warn",
        )}
      >
        <Icon width="12" height="12" className="shrink-0" />
        <span className="truncate tabular-nums">{said}</span>{" "}
        <span className="font-medium underline underline-offset-2">{label}</span>
      </Button>
      <span role="status" className="sr-only">
        {calm ? null : said}
      </span>
    </>
  );
}
