import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { FromCore } from "@/components/FromCore";
import { Section } from "@/components/Section";
import { useUnsaved } from "@/components/unsaved";
import { thresholdsQuery } from "@/data/findings";
import type { ThresholdsView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Skeleton } from "@/kit/Skeleton";
import { Switch } from "@/kit/Switch";
import { TextField } from "@/kit/TextField";
import { thresholds as words } from "@/words/thresholds";
import { checkedThresholds, followed, refusedField, typedThresholds, usualThresholds } from "./thresholdDraft";
import { useKeepingThresholds } from "./useKeepingThresholds";

/** From where on something is told as a finding. */
export function Thresholds() {
  const thresholds = useQuery(thresholdsQuery());
  return (
    <Section title={words.title} note={words.note}>
      {thresholds.error ? <Failure error={thresholds.error} onRetry={() => void thresholds.refetch()} /> : null}
      {thresholds.data ? <Form view={thresholds.data} /> : thresholds.error ? null : <Skeleton height={240} />}
    </Section>
  );
}

function Form({ view }: { view: ThresholdsView }) {
  const save = useKeepingThresholds();
  const [seen, setSeen] = useState(view);
  const [typed, setTyped] = useState(() => typedThresholds(view));
  const [tried, setTried] = useState(false);
  const { said, outside } = checkedThresholds(typed, view.limits);
  // Taken back by a message, over the form that shows them.
  if (seen !== view) {
    setSeen(view);
    setTyped(followed(typed, seen, view));
  }
  const refused = refusedField(save.error, view.limits);
  useUnsaved(JSON.stringify(typed) !== JSON.stringify(typedThresholds(view)));
  const change = (next: Partial<typeof typed>) => {
    // What was said of the numbers before no longer holds.
    save.reset();
    setTyped({ ...typed, ...next });
  };
  const submit = () => {
    setTried(true);
    if (said && !save.isPending) save.keep(said, (kept) => setTyped(typedThresholds(kept)));
  };
  return (
    <form
      className="flex max-w-115 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {save.error && !refused ? <Failure title={words.failed} error={save.error} /> : null}
      {view.limits.map(({ name, least, most, default: usual }) => (
        <TextField
          key={name}
          inputMode="numeric"
          label={labelOf(name)}
          help={`${helpOf(name)} ${words.range(least, most, usual)}`}
          value={typed.numbers[name] ?? ""}
          onChange={(text) => change({ numbers: { ...typed.numbers, [name]: text } })}
          error={
            refused?.name === name ? (
              // The name in the sentence is for programs.
              <FromCore of={refused.sentence} part={(text) => text.replace(name, () => labelOf(name))} />
            ) : tried && outside.includes(name) ? (
              words.outside(least, most)
            ) : null
          }
        />
      ))}
      <Switch isSelected={typed.countCustomerRoles} onChange={(countCustomerRoles) => change({ countCustomerRoles })}>
        {words.countCustomerRoles}
        <span className="block text-sm text-ink-3">{words.countCustomerRolesNote}</span>
      </Switch>
      <div className="flex items-center gap-2">
        <Button type="submit" pending={save.isPending}>
          {words.save}
        </Button>
        <Button kind="quiet" onPress={() => change(usualThresholds(view.limits))}>
          {words.defaults}
        </Button>
      </div>
    </form>
  );
}

type Known = keyof typeof words.field;

const isKnown = (name: string): name is Known => name in words.field;

/** A number that this page has no words for yet is still shown by its name. */
const labelOf = (name: string) => (isKnown(name) ? words.field[name].label : name);
const helpOf = (name: string) => (isKnown(name) ? words.field[name].help : "");
