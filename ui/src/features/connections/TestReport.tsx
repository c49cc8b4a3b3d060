import { FromCore } from "@/components/FromCore";
import type { DoctorReport } from "@/ipc";
import { CopyButton } from "@/kit/CopyButton";
import { cx } from "@/kit/cx";
import { IconButton } from "@/kit/IconButton";
import { AlertIcon, CheckIcon, CloseIcon } from "@/kit/icons";
import { told } from "@/words/core/told";
import { doctor as words } from "@/words/doctor";
import { ReportSteps } from "./report/ReportSteps";

type TestReportProps = {
  report: DoctorReport;
  /** Puts it away, where it can be. */
  onClose?: () => void;
};

/** What a test of a connection found: first what it comes to, then step by step. */
export function TestReport({ report, onClose }: TestReportProps) {
  return (
    <section aria-label={words.label} className="flex min-w-0 flex-col gap-3">
      <div className="flex items-start gap-3">
        <Summary report={report} />
        <CopyButton text={report.text} label={words.copy} />
        {onClose ? <IconButton small label={words.close} icon={<CloseIcon />} onPress={onClose} /> : null}
      </div>
      <ReportSteps steps={report.steps} />
    </section>
  );
}

function Summary({ report }: { report: DoctorReport }) {
  const Icon = report.ok ? CheckIcon : AlertIcon;
  return (
    <div role="status" className="flex min-w-0 flex-1 items-start gap-2 select-text">
      <Icon className={cx("mt-0.5 shrink-0", report.ok ? "text-ok" : "text-bad")} />
      <div className="min-w-0">
        <p className={cx("font-semibold", report.ok ? "text-ok" : "text-bad")}>{report.ok ? words.ok : words.notOk}</p>
        <First report={report} />
      </div>
    </div>
  );
}

/** The one thing to do first; where all is well, how much there is to know. */
function First({ report: { ok, steps } }: { report: DoctorReport }) {
  const failed = steps.filter(({ state }) => state === "failed");
  const notes = steps.filter(({ state }) => state === "notice").length;
  const first = failed.find(({ advice }) => advice !== null) ?? failed[0];
  if (!ok && first) {
    return (
      <p className="break-words text-ink">
        {words.beginWith(told(first.title).text)} <FromCore of={first.advice ?? first.sentence} />
      </p>
    );
  }
  const said = [failed.length > 0 ? words.unneeded(failed.length) : null, notes > 0 ? words.notes(notes) : null];
  return <p className="text-ink-2 empty:hidden">{said.filter(Boolean).join(" ")}</p>;
}
