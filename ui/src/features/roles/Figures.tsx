import { WHOLE_LIST } from "@/data/addresses";
import { PeopleLink } from "@/features/users/PeopleLink";
import type { LadderView } from "@/ipc";
import { Card } from "@/kit/Card";
import { roles } from "@/words/roles";

const words = roles.figures;

/** How many people there are, how many hold several roles, and how many none. */
export function Figures({ profile, ladder }: { profile: string; ladder: LadderView }) {
  return (
    <Card padded label={words.label} className="flex basis-56 flex-col gap-1.5 tabular-nums">
      <h2 className="text-sm font-semibold text-ink-2">{words.label}</h2>
      <PeopleLink profile={profile} query={WHOLE_LIST} people={ladder.people}>
        {words.people(ladder.people)}
      </PeopleLink>
      <PeopleLink profile={profile} query={{ roleCount: "several" }} people={ladder.several}>
        {words.several(ladder.several)}
      </PeopleLink>
      <PeopleLink profile={profile} query={{ roleCount: "none" }} people={ladder.none}>
        {words.none(ladder.none)}
      </PeopleLink>
    </Card>
  );
}
