import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useLandmark } from "react-aria/useLandmark";
import { isSample } from "@/components/platform";
import type { ProfileView, Settings } from "@/ipc";
import { Button } from "@/kit/Button";
import { keysOf } from "@/kit/keyNames";
import { tell } from "@/kit/toasts";
import { useEscapeWithin } from "@/kit/useEscapeWithin";
import { tour as words } from "@/words/tour";
import { placeBy } from "./place";
import { ANCHORS, after, isDone, STEPS, type TourStep, type Where } from "./steps";
import { useAnchor } from "./useAnchor";
import { useFocusBeside } from "./useFocusBeside";
import { useTour } from "./useTour";

type TourCardProps = { profile: ProfileView | null; settings: Settings | undefined };

/** The tour, while the sample platform is open: by itself the first time, then only when it is asked for. */
export function TourCard({ profile, settings }: TourCardProps) {
  const tour = settings?.tour ?? "unseen";
  const step = tour === "unseen" ? "find" : tour;
  if (!profile || !isSample(profile) || !settings || step === "over") return null;
  return <Shown step={step} settings={settings} />;
}

function Shown({ step, settings }: { step: TourStep; settings: Settings }) {
  const tour = useTour(settings);
  const goOn = () => {
    const next = after(step);
    tour.to(next);
    if (next === "over") tell({ text: words.done });
  };
  useDoing(step, goOn);
  const { title, text } = words.step[step];
  // There before its words are: a region that comes with them is not read out.
  const [heard, setHeard] = useState("");
  useEffect(() => setHeard(`${title}. ${text} ${words.reached(keysOf("parts"))}`), [title, text]);
  return (
    <>
      <p role="status" className="sr-only">
        {heard}
      </p>
      <Card step={step} onNext={goOn} onLeave={tour.leave} />
    </>
  );
}

/** Goes on when the person did what the step is about. */
function useDoing(step: TourStep, done: () => void) {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? "" });
  const search = useRouterState({ select: (state) => state.resolvedLocation?.search ?? {} });
  const before = useRef<{ step: TourStep; where: Where; done: boolean } | null>(null);
  const latest = useRef(done);
  latest.current = done;
  useEffect(() => {
    const where = { pathname, search };
    const last = before.current;
    if (last?.step !== step) {
      before.current = { step, where, done: false };
      return;
    }
    if (last.done) return;
    last.done = isDone(step, last.where, where);
    last.where = where;
    if (last.done) latest.current();
  }, [step, pathname, search]);
}

function Card({ step, onNext, onLeave }: { step: TourStep; onNext: () => void; onLeave: () => void }) {
  const card = useRef<HTMLElement>(null);
  const { landmarkProps } = useLandmark({ role: "region", "aria-label": words.label }, card);
  useEscapeWithin(card, onLeave);
  const anchor = useAnchor(ANCHORS[step]);
  const focus = useFocusBeside(card);
  const { left, top } = placeBy(anchor, { width: window.innerWidth, height: window.innerHeight }, focus);
  const place = STEPS.indexOf(step) + 1;
  const { title, text } = words.step[step];
  return (
    <>
      {anchor ? (
        <div
          aria-hidden="true"
          className="pointer-events-none fixed z-14 rounded-md border-2 border-accent"
          style={{
            left: anchor.left - 2,
            top: anchor.top - 2,
            width: anchor.right - anchor.left + 4,
            height: anchor.bottom - anchor.top + 4,
          }}
        />
      ) : null}
      <section
        {...landmarkProps}
        ref={card}
        tabIndex={-1}
        style={{ left, top }}
        className="fixed z-15 flex w-80 flex-col gap-1.5 rounded-lg border border-accent bg-raised p-4 shadow-raised outline-none focus-visible:shadow-focus"
      >
        <p className="text-sm text-ink-3">{words.place(place, STEPS.length)}</p>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="text-ink-2">{text}</p>
        <div className="mt-2 flex justify-end gap-2">
          <Button small kind="quiet" onPress={onLeave}>
            {words.leave}
          </Button>
          <Button small onPress={onNext}>
            {place === STEPS.length ? words.end : words.next}
          </Button>
        </div>
      </section>
    </>
  );
}
