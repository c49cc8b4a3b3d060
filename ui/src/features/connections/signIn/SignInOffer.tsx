import { useQuery } from "@tanstack/react-query";
import { useContext } from "react";
import { SigningIn } from "@/components/signingIn";
import { profilesQuery } from "@/data/profiles";
import { useIsSignInRefused } from "@/data/signingIn";
import { useNow } from "@/features/runs/useNow";
import { Button } from "@/kit/Button";
import { errors } from "@/words/errors";
import { type SignInState, signInState, wayInOf } from "./state";

/** Milliseconds between two looks at the clock. */
const EVERY_MS = 10_000;

const NEEDED: readonly SignInState["kind"][] = ["missing", "refused", "ended"];

/** Where something waits that needs a sign-in: the button for it, and nothing while the sign-in holds. */
export function SignInOffer({ profile: id }: { profile: string }) {
  const now = useNow(EVERY_MS);
  const refused = useIsSignInRefused(id);
  const profile = useQuery(profilesQuery()).data?.find((one) => one.id === id);
  const { ask } = useContext(SigningIn);
  const way = profile ? wayInOf(profile) : null;
  if (!profile || !way || !NEEDED.includes(signInState(profile, refused, now).kind)) return null;
  return (
    <Button small onPress={() => ask(id)}>
      {errors.signIn[way]}
    </Button>
  );
}
