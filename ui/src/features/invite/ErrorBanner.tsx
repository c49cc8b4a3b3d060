import { Failure } from "@/components/Failure";
import { toAppError } from "@/ipc";

type ErrorBannerProps = {
  /** What was thrown; nothing is shown for nothing. */
  error: unknown;
  /** Which connection it happened with. */
  profile?: string;
  /** What could not be done, where the error's own title says less. */
  title?: string;
  onRetry?: () => void;
  /** What signing in is followed by, where that was the trouble. */
  onSignedIn?: () => void;
};

/** A failed call, if there is one. What the person stopped is no failure. */
export function ErrorBanner({ error, ...rest }: ErrorBannerProps) {
  if (!error || toAppError(error).code === "cancelled") return null;
  return <Failure error={error} {...rest} />;
}
