import { useNavigate } from "@tanstack/react-router";
import { useContext } from "react";
import { English } from "@/components/English";
import { toAppError } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { errors } from "@/words/errors";
import { BeginAnew } from "./BeginAnew";
import { PRESENTATION } from "./errorPresentation";
import { sentenceOf } from "./sentenceOf";
import { SigningIn } from "./signingIn";

type FailureProps = {
  /** What was thrown. */
  error: unknown;
  /** Which connection it happened with, where that can be opened. */
  profile?: string;
  /** Does the same again, where that may help; also as soon as somebody has signed in where that was the trouble. */
  onRetry?: () => void;
  /** Instead of that, what signing in is followed by. */
  onSignedIn?: () => void;
  /** Instead of the error's own few words. */
  title?: string;
};

/** A failed call: what happened, the sentence that came with it, and the one button that may help. */
export function Failure({ error, profile, onRetry, onSignedIn, title }: FailureProps) {
  const { code, detail } = toAppError(error);
  const { tone } = PRESENTATION[code];
  return (
    <Banner
      tone={tone}
      title={`${title ?? errors.title[code]}.`}
      detail={isForPeople(detail) ? <English>{detail}</English> : null}
      actions={<FailureAction error={error} profile={profile} onRetry={onRetry} onSignedIn={onSignedIn} />}
    >
      {sentenceOf(error)}
    </Banner>
  );
}

/** A detail of one bare word, such as `empty-file`, is for programs: the sentence already says it. */
const isForPeople = (detail: string | null) => detail !== null && /\s/.test(detail.trim());

/** The button that may help with an error; nothing where none would. */
export function FailureAction({ error, profile, onRetry, onSignedIn }: Omit<FailureProps, "title">) {
  const navigate = useNavigate();
  const { code } = toAppError(error);
  const { action } = PRESENTATION[code];
  const signingIn = useContext(SigningIn);
  const way = profile ? signingIn.wayOf(profile, code) : null;
  if (profile && way) {
    return (
      <Button small onPress={() => signingIn.ask(profile, onSignedIn ?? onRetry)}>
        {errors.signIn[way]}
      </Button>
    );
  }
  if (profile && action === "anew") return <BeginAnew profile={profile} onBegun={onRetry} />;
  const press = {
    none: undefined,
    // Of which platform is not known here.
    anew: undefined,
    retry: onRetry,
    reload: onRetry ?? (() => window.location.reload()),
    users: profile ? () => void navigate({ to: "/p/$profile/users", params: { profile } }) : undefined,
    connections: () => void navigate({ to: "/connections" }),
    connection: () =>
      void (profile ? navigate({ to: "/connections/$id", params: { id: profile } }) : navigate({ to: "/connections" })),
  }[action];
  if (action === "none" || !press) return null;
  return (
    <Button small onPress={press}>
      {errors.action[action === "reload" && onRetry ? "retry" : action]}
    </Button>
  );
}
