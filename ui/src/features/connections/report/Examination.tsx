import { Failure } from "@/components/Failure";
import { useExamined } from "@/data/examined";
import type { useTestProfile } from "@/data/profiles";
import { Spinner } from "@/kit/Button";
import { doctor as words } from "@/words/doctor";
import { TestReport } from "../TestReport";
import { ReportSteps } from "./ReportSteps";

type ExaminationProps = {
  profile: string;
  /** The test that runs, or ran last. */
  test: ReturnType<typeof useTestProfile>;
  /** Puts the report away, where it can be. */
  onClose?: () => void;
};

/** A test of a connection: each step as it ends, and then what it comes to. Nothing before one was asked for. */
export function Examination({ profile, test, onClose }: ExaminationProps) {
  if (test.isPending) return <UnderWay profile={profile} />;
  if (test.error) return <Failure error={test.error} profile={profile} onRetry={() => test.mutate(profile)} />;
  return test.data ? <TestReport report={test.data} {...(onClose ? { onClose } : {})} /> : null;
}

function UnderWay({ profile }: { profile: string }) {
  const steps = useExamined(profile);
  return (
    <div aria-busy="true" className="flex min-w-0 flex-col gap-3">
      <p role="status" className="text-ink-2">
        {words.running}
      </p>
      <ReportSteps steps={steps} />
      <p className="flex items-center gap-2 text-ink-2">
        <Spinner />
        {words.going}
        {steps.length > 0 ? <span className="text-ink-3 tabular-nums">{words.looked(steps.length)}</span> : null}
      </p>
    </div>
  );
}
