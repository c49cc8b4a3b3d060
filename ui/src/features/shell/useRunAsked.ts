import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { onEvent } from "@/ipc";

/** Opens the run whose notification was clicked. */
export function useRunAsked(): void {
  const navigate = useNavigate();
  useEffect(
    () =>
      onEvent((event) => {
        if (event.kind !== "run-asked") return;
        const { profile, runId } = event.data;
        void navigate({ to: "/p/$profile/runs/$run", params: { profile, run: runId } });
      }),
    [navigate],
  );
}
