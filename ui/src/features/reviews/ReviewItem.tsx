import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { REMOVAL_STANDS } from "@/data/addresses";
import { followUpQuery } from "@/data/reviews";
import type { FollowUp, ReviewSummary } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { reviews as words } from "@/words/reviews";
import { ReviewBar } from "./ReviewBar";
import { decidedOf, outcomeSaid } from "./said";

type ReviewItemProps = { profile: string; review: ReviewSummary };

/** One review in the list: how far it is or how it ended, and the way on. */
export function ReviewItem({ profile, review }: ReviewItemProps) {
  const { finished, counts } = review;
  return (
    <li className="relative grid grid-cols-[minmax(0,5fr)_minmax(0,4fr)_136px_112px] items-center gap-5 max-large:grid-cols-[minmax(0,1fr)_auto] max-large:gap-y-1.5 border-b border-line px-4 py-2.5 last:border-0 focus-within:bg-bg hover:bg-bg">
      <div className="min-w-0 max-large:col-span-2">
        {/* The link's press area is the whole line; the button beside it stands above. */}
        <Link
          to="/p/$profile/reviews/$review"
          params={{ profile, review: review.id }}
          title={review.words}
          className="block rounded-sm font-semibold large:truncate after:absolute after:inset-0"
        >
          {review.words}
        </Link>
        <span className="block text-sm text-ink-3 large:truncate">
          {finished ? words.list.signedOff(finished.at, finished.by) : words.list.by(review.startedAt, review.reviewer)}
        </span>
      </div>
      <div className="min-w-0 max-large:col-span-2">
        {finished ? (
          <span className="block tabular-nums large:truncate">{outcomeSaid(counts)}</span>
        ) : (
          <ReviewBar thin label={words.list.bar(review.words)} counts={counts} />
        )}
        <span className="mt-1 block text-sm text-ink-2 tabular-nums large:truncate">
          {finished ? <Removals profile={profile} review={review} /> : words.progress(decidedOf(counts), counts.people)}
        </span>
      </div>
      <span className="min-w-0">{finished ? <Due review={review} /> : null}</span>
      <span className="relative z-1 justify-self-end">
        <Action profile={profile} review={review} />
      </span>
    </li>
  );
}

/** What became of those who were to be removed. */
function Removals({ profile, review }: ReviewItemProps) {
  const followUp = useQuery({ ...followUpQuery(profile, review.id), enabled: review.counts.remove > 0 }).data;
  return followUp?.asOf ? stoodSaid(followUp) : null;
}

function stoodSaid({ counts }: FollowUp): string {
  return REMOVAL_STANDS.flatMap((stands) => {
    const people = counts.find((one) => one.stands === stands)?.people ?? 0;
    return people > 0 ? words.followUp.stood[stands](people) : [];
  }).join(", ");
}

function Due({ review: { due, isDue } }: { review: ReviewSummary }) {
  if (due === null) return null;
  return <Badge tone={isDue ? "warn" : "muted"}>{isDue ? words.list.due(due) : words.list.dueLater(due)}</Badge>;
}

function Action({ profile, review }: ReviewItemProps) {
  const navigate = useNavigate();
  if (review.finished === null) {
    const goOn = () => navigate({ to: "/p/$profile/reviews/$review", params: { profile, review: review.id } });
    return (
      <Button small aria-label={words.list.goOnWith(review.words)} onPress={() => void goOn()}>
        {words.list.goOn}
      </Button>
    );
  }
  const again = () => navigate({ to: "/p/$profile/reviews/start", params: { profile }, search: { again: review.id } });
  return (
    <Button
      small
      kind={review.isDue ? "normal" : "quiet"}
      aria-label={words.list.againOf(review.words)}
      onPress={() => void again()}
    >
      {words.list.again}
    </Button>
  );
}
