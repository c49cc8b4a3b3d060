import type { ErrorComponentProps } from "@tanstack/react-router";
import { useEffect } from "react";
import { Failure } from "@/components/Failure";
import { noteFault } from "@/data/faults";
import { AppError } from "@/ipc";
import { Button } from "@/kit/Button";
import { EmptyState } from "@/kit/EmptyState";
import { AlertIcon } from "@/kit/icons";
import { shell } from "@/words/shell";

/** A screen that could not be shown: its call failed, or it has a defect. */
export function Crashed({ error, reset }: ErrorComponentProps) {
  useEffect(() => noteFault("screen", error), [error]);
  if (error instanceof AppError) {
    return (
      <div className="p-6">
        <Failure error={error} onRetry={reset} />
      </div>
    );
  }
  return (
    <EmptyState
      icon={<AlertIcon />}
      title={shell.crashed.title}
      action={
        <Button kind="primary" onPress={reset}>
          {shell.crashed.again}
        </Button>
      }
    >
      {shell.crashed.what}
    </EmptyState>
  );
}
