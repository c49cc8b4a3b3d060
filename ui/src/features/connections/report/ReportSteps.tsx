import { type ReactNode, useId, useState } from "react";
import { FromCore } from "@/components/FromCore";
import type { DoctorFact, DoctorState, DoctorStep, SentencePattern } from "@/ipc";
import { cx } from "@/kit/cx";
import { IconButton } from "@/kit/IconButton";
import {
  AlertIcon,
  CheckIcon,
  ChevronDownIcon,
  ChevronRightIcon,
  InfoIcon,
  SkippedIcon,
  UnknownIcon,
} from "@/kit/icons";
import { told } from "@/words/core/told";
import { doctor as words } from "@/words/doctor";

/** What was looked at, in order. */
export function ReportSteps({ steps }: { steps: readonly DoctorStep[] }) {
  return (
    <ul className="flex flex-col border-b border-line empty:hidden">
      {steps.map((step) => (
        <Step key={step.check} step={step} />
      ))}
    </ul>
  );
}

function Step({ step }: { step: DoctorStep }) {
  const [open, setOpen] = useState(false);
  const facts = useId();
  return (
    <li className="border-t border-line py-1">
      <div className="grid min-h-6 grid-cols-[104px_112px_minmax(0,1fr)_52px_24px] items-start gap-x-2 narrow:grid-cols-[104px_148px_minmax(0,1fr)_56px_24px]">
        <State state={step.state} />
        <b className="py-0.5 font-medium break-words">
          <FromCore of={step.title} />
        </b>
        <div className="min-w-0 py-0.5 break-words text-ink-2 select-text">
          <Found step={step} />
        </div>
        <span className="py-0.5 text-end text-sm text-ink-3 tabular-nums">
          {step.state === "skipped" ? null : words.took(step.milliseconds)}
        </span>
        {step.facts.length > 0 ? (
          <IconButton
            small
            label={words.facts(told(step.title).text)}
            icon={open ? <ChevronDownIcon /> : <ChevronRightIcon />}
            aria-expanded={open}
            aria-controls={open ? facts : undefined}
            onPress={() => setOpen(!open)}
          />
        ) : (
          <span />
        )}
      </div>
      {open ? <Facts id={facts} facts={step.facts} /> : null}
    </li>
  );
}

/** What was found, how many where it is a list, and what to do about it. */
function Found({ step: { state, count, sentence, advice } }: { step: DoctorStep }) {
  return (
    <>
      {state !== "failed" && count !== null ? (
        <>
          <span className="font-medium text-ink tabular-nums">{words.found(count)}</span>
          <span>. </span>
        </>
      ) : null}
      <FromCore of={sentence} />
      {advice ? (
        <span className="block text-ink">
          <FromCore of={advice} />
        </span>
      ) : null}
    </>
  );
}

const STATES: Record<DoctorState, { icon: ReactNode; tone: string }> = {
  good: { icon: <CheckIcon />, tone: "text-ok" },
  notice: { icon: <InfoIcon />, tone: "text-warn" },
  failed: { icon: <AlertIcon />, tone: "text-bad" },
  skipped: { icon: <SkippedIcon />, tone: "text-ink-3" },
  unknown: { icon: <UnknownIcon />, tone: "text-ink-2" },
};

/** A drawing, a word and a colour. */
function State({ state }: { state: DoctorState }) {
  const { icon, tone } = STATES[state];
  return (
    <span className={cx("flex items-center gap-1.5 py-0.5 font-medium", tone)}>
      <span className="shrink-0">{icon}</span>
      {words.state[state]}
    </span>
  );
}

function Facts({ id, facts }: { id: string; facts: readonly DoctorFact[] }) {
  return (
    <dl
      id={id}
      className="mt-1 mb-1 ms-28 grid grid-cols-[112px_minmax(0,1fr)] gap-x-2 gap-y-1 text-sm select-text narrow:grid-cols-[148px_minmax(0,1fr)]"
    >
      {facts.map(({ name, value }) => (
        <div key={`${name} ${value}`} className="contents">
          <dt className="break-words text-ink-3">
            <FromCore of={name} />
          </dt>
          <dd className="font-mono text-xs leading-5 break-all text-ink-2">{inOwnWords(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The facts that are what the platform, or a library, said itself. */
const ITS_WORDS: readonly SentencePattern[] = ["Its words", "More"];

/** What the core says of a fact is said in the chosen language; what the platform says, and a word alone, which may be its, stays. */
const inOwnWords = (name: string, value: string) =>
  !ITS_WORDS.some((its) => its === name) && /\s/.test(value) ? told(value).text : value;
