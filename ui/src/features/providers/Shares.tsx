import { useId, useState } from "react";
import { PeopleLink } from "@/features/users/PeopleLink";
import type { ShareView, UserQuery } from "@/ipc";
import { Bar } from "@/kit/Bar";
import { Button } from "@/kit/Button";
import { providers as words } from "@/words/providers";

/** Rows until more are asked for. */
const FEW = 5;

type SharesProps = {
  profile: string;
  title: string;
  /** What people without a place are called. */
  none: string;
  /** The provider's name. */
  provider: string;
  /** Most people first. */
  shares: ShareView[];
  /** Places in all. */
  total: number;
  /** Finds exactly the people of a place; null where Users can't. */
  query: (place: string) => UserQuery | null;
};

/** Where the people of a provider are, and how many there use it. */
export function Shares(props: SharesProps) {
  const { title, shares, total } = props;
  const id = useId();
  const [all, setAll] = useState(false);
  return (
    <div role="group" aria-labelledby={id} className="min-w-0">
      <h3 id={id} className="mb-1 text-sm font-semibold text-ink-2">
        {title}
      </h3>
      <ul className="flex flex-col gap-1">
        {shares.slice(0, all ? undefined : FEW).map((share) => (
          <Share key={share.id} {...props} share={share} />
        ))}
      </ul>
      {shares.length > FEW ? (
        <Button small kind="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? words.fewer : shares.length < total ? words.mostOf(shares.length, total) : words.all(total)}
        </Button>
      ) : null}
    </div>
  );
}

function Share({ profile, none, provider, query, share }: SharesProps & { share: ShareView }) {
  const { id, people, of } = share;
  const label = id === "" ? none : share.label;
  const found = query(id);
  const said = words.share(people, of);
  return (
    <li className="grid min-h-6 grid-cols-[minmax(0,1fr)_72px_96px] items-center gap-3">
      <span className="truncate" title={label}>
        {label}
      </span>
      <Bar value={people} of={of} />
      <span className="text-end text-sm tabular-nums">
        {found ? (
          <PeopleLink profile={profile} query={found} people={people} label={words.showShare(said, label, provider)}>
            {said}
          </PeopleLink>
        ) : (
          said
        )}
      </span>
    </li>
  );
}
