import { AppError, type ThresholdLimit, type Thresholds, type ThresholdsView } from "@/ipc";

/** The thresholds as they are typed. */
export type TypedThresholds = { numbers: Record<string, string>; countCustomerRoles: boolean };

type NumberName = Exclude<keyof Thresholds, "countCustomerRoles">;

/** As they are kept. */
export function typedThresholds({ thresholds, limits }: ThresholdsView): TypedThresholds {
  const number = (limit: ThresholdLimit) => thresholds[limit.name as NumberName] ?? limit.default;
  return {
    numbers: Object.fromEntries(limits.map((limit) => [limit.name, `${number(limit)}`])),
    countCustomerRoles: thresholds.countCustomerRoles ?? false,
  };
}

/** What is typed once others are kept: what nobody changed follows. */
export function followed(typed: TypedThresholds, before: ThresholdsView, now: ThresholdsView): TypedThresholds {
  const [were, are] = [typedThresholds(before), typedThresholds(now)];
  const number = (name: string) => (typed.numbers[name] === were.numbers[name] ? are : typed).numbers[name] ?? "";
  return {
    numbers: Object.fromEntries(now.limits.map(({ name }) => [name, number(name)])),
    countCustomerRoles: (typed.countCustomerRoles === were.countCustomerRoles ? are : typed).countCustomerRoles,
  };
}

/** As they are until somebody sets them. */
export const usualThresholds = (limits: ThresholdLimit[]): TypedThresholds => ({
  numbers: Object.fromEntries(limits.map((limit) => [limit.name, `${limit.default}`])),
  countCustomerRoles: false,
});

/** What is said by them, if every number is within its range, and the names of those that are not. */
export function checkedThresholds(typed: TypedThresholds, limits: ThresholdLimit[]) {
  const outside = limits.filter((limit) => !isWithin(typed.numbers[limit.name], limit)).map(({ name }) => name);
  const numbers = Object.fromEntries(limits.map(({ name }) => [name, Number(typed.numbers[name])]));
  const said: Thresholds = { ...numbers, countCustomerRoles: typed.countCustomerRoles };
  return { said: outside.length === 0 ? said : null, outside };
}

const isWithin = (text: string | undefined, { least, most }: ThresholdLimit): boolean =>
  text !== undefined && /^\s*\d+\s*$/.test(text) && Number(text) >= least && Number(text) <= most;

/** The field that a refusal speaks of, by the name that its sentence begins with, and the sentence. */
export function refusedField(error: Error | null, limits: ThresholdLimit[]) {
  if (!(error instanceof AppError && error.code === "bad-request")) return null;
  const limit = limits.find(({ name }) => error.message.startsWith(`${name} `));
  return limit ? { name: limit.name, sentence: error.message } : null;
}
