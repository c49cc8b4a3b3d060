import type { DoctorReport, DoctorStep } from "@/ipc";
import { cx } from "@/kit/cx";
import { AlertIcon, CheckIcon } from "@/kit/icons";
import { connections } from "@/words/en/connections";

const words = connections.report;

/** What a test of a connection found, step by step. */
export function TestReport({ report }: { report: DoctorReport }) {
  return (
    <section aria-label={words.label} role="status">
      <p className={cx("font-semibold", report.ok ? "text-ok" : "text-bad")}>{report.ok ? words.ok : words.notOk}</p>
      <ul className="mt-2 flex flex-col gap-1.5">
        {report.steps.map((step) => (
          <Step key={step.check} step={step} />
        ))}
      </ul>
    </section>
  );
}

function Step({ step }: { step: DoctorStep }) {
  return (
    <li className="grid grid-cols-[16px_132px_minmax(0,1fr)] items-start gap-x-2">
      <span className={cx("mt-0.5", step.state !== "failed" ? "text-ok" : "text-bad")}>
        {step.state !== "failed" ? <CheckIcon /> : <AlertIcon />}
        <span className="sr-only">{step.state !== "failed" ? words.worked : words.failed}</span>
      </span>
      <b className="font-medium">{step.title}</b>
      <span className="text-ink-2 select-text">
        {step.state !== "failed" && step.count !== null
          ? words.found(step.count)
          : [step.sentence, step.advice].filter(Boolean).join(" ")}
      </span>
    </li>
  );
}
