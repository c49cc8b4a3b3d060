import { FromCore } from "@/components/FromCore";
import { SignInOffer } from "@/features/connections/signIn/SignInOffer";
import type { RunView } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { duration } from "@/words/format";
import { runs as words } from "@/words/runs";
import { figures, type Standing } from "./outcome";
import { useNow } from "./useNow";

type RunBannerProps = {
  run: RunView;
  stands: Exclude<Standing, { kind: "finished" }>;
  /** Asked to stop, and not there yet. */
  stopping: boolean;
};

/** Why the run is not simply going on, and what comes next. Nothing while it is. */
export function RunBanner({ run, stands, stopping }: RunBannerProps) {
  const { checking } = figures(run);
  const unclear = checking > 0 ? words.banner.unclear(checking) : "";
  if (stopping) {
    return (
      <Banner tone="warn" title={words.banner.stoppingTitle}>
        {words.banner.stoppingText}
      </Banner>
    );
  }
  switch (stands.kind) {
    case "sending":
      return null;
    case "waits-for-time":
      return (
        <Banner tone="warn" title={<FromCore of={stands.reason} />}>
          <Countdown until={stands.until} /> {words.banner.waitsText} {unclear}
        </Banner>
      );
    case "waits-for-you":
      return (
        <Banner
          tone="new"
          title={stands.reason ? <FromCore of={stands.reason} /> : words.banner.yoursTitle}
          actions={<SignInOffer profile={run.profile} />}
        >
          {words.banner.yoursText(stands.toGo)} {unclear}
        </Banner>
      );
    case "interrupted":
      return (
        <Banner tone="warn" title={words.banner.interruptedTitle}>
          {words.banner.interruptedText} {unclear}
        </Banner>
      );
    case "stopped":
      return (
        <Banner tone="warn" title={words.banner.stoppedTitle} actions={<SignInOffer profile={run.profile} />}>
          <FromCore of={stands.because ?? ""} /> {stands.toGo > 0 ? words.banner.stoppedToGo(stands.toGo) : null}{" "}
          {stands.unclear > 0 ? words.banner.stoppedUnclear(stands.unclear) : null}
        </Banner>
      );
  }
}

/** Counts down to the moment the run goes on. Not read out: the sentence before it says enough. */
function Countdown({ until }: { until: string }) {
  const now = useNow(250);
  const seconds = Math.ceil((new Date(until).getTime() - now) / 1000);
  return (
    <span aria-hidden="true" className="tabular-nums">
      {seconds > 0 ? words.banner.waitsIn(duration(seconds)) : words.banner.waitsNow}
    </span>
  );
}
