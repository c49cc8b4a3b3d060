import { useId } from "react";
import { Failure } from "@/components/Failure";
import { FromCore } from "@/components/FromCore";
import { useSetDirection } from "@/data/ladder";
import type { LadderView, WeightDirection } from "@/ipc";
import { Button } from "@/kit/Button";
import { roles } from "@/words/roles";

const words = roles.direction;

const OTHER: Record<WeightDirection, WeightDirection> = {
  "more-is-power": "less-is-power",
  "less-is-power": "more-is-power",
};

/** Which weights are taken for more power, why, and the way to say otherwise. */
export function Direction({ profile, ladder }: { profile: string; ladder: LadderView }) {
  const id = useId();
  const say = useSetDirection(profile);
  const { direction, reason, said } = ladder;
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 flex-1 basis-96 rounded-lg max-large:basis-full border border-line bg-surface p-4"
    >
      <h2 id={id} className="text-sm font-semibold text-ink-2">
        {words.title}
      </h2>
      {say.error ? <Failure title={words.failed} error={say.error} profile={profile} /> : null}
      <p role="status" className="mt-1 font-semibold">
        {words.said[direction]}
      </p>
      <p className="mt-0.5 break-words text-ink-2 select-text">
        <FromCore of={reason} /> {said ? words.at(said.at) : null}
      </p>
      <p className="text-ink-3">{words.note}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button small pending={say.isPending} onPress={() => say.mutate(OTHER[direction])}>
          {words.turn}
        </Button>
        {said ? (
          <Button small kind="quiet" pending={say.isPending} onPress={() => say.mutate(null)}>
            {words.asAssumed}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
