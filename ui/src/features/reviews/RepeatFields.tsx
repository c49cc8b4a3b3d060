import { Switch } from "@/kit/Switch";
import { TextField } from "@/kit/TextField";
import { reviews } from "@/words/reviews";

const words = reviews.repeat;

/** Months between two reviews at most, and what is proposed. */
const [LONGEST, PROPOSED] = [36, 12];

/** Whether a review is to be done again, and the months that are typed. */
export type Repetition = { repeats: boolean; typed: string };

/** What is shown before anything is chosen. */
export const repetitionOf = (months: number | null): Repetition => ({
  repeats: months !== null,
  typed: `${months ?? PROPOSED}`,
});

/** After how many months, null for never; nothing while what is typed is no number of months. */
export function monthsOf({ repeats, typed }: Repetition): number | null | undefined {
  if (!repeats) return null;
  const months = Number(typed.trim());
  return Number.isInteger(months) && months >= 1 && months <= LONGEST ? months : undefined;
}

type RepeatFieldsProps = { value: Repetition; onChange: (value: Repetition) => void };

/** Whether a review is to be done again, and after how many months. */
export function RepeatFields({ value, onChange }: RepeatFieldsProps) {
  return (
    <>
      <Switch isSelected={value.repeats} onChange={(repeats) => onChange({ ...value, repeats })}>
        {words.repeats}
      </Switch>
      {value.repeats ? (
        <TextField
          label={words.months}
          inputMode="numeric"
          value={value.typed}
          onChange={(typed) => onChange({ ...value, typed })}
          error={monthsOf(value) === undefined ? words.wrong : null}
        />
      ) : null}
    </>
  );
}
