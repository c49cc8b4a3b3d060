import { useQuery } from "@tanstack/react-query";
import type { DoctorStep } from "@/ipc";
import { keys } from "./queries";

const NONE: DoctorStep[] = [];

/** What the examination of a connection found so far, in the order in which it was found. */
export function useExamined(profile: string): DoctorStep[] {
  const told = useQuery({
    queryKey: keys.examined(profile),
    queryFn: () => NONE,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return told.data ?? NONE;
}

/** One step more; told again, it stays at its place. */
export function withStep(steps: DoctorStep[] | undefined, step: DoctorStep): DoctorStep[] {
  const known = steps ?? NONE;
  return known.some(({ check }) => check === step.check)
    ? known.map((one) => (one.check === step.check ? step : one))
    : [...known, step];
}
