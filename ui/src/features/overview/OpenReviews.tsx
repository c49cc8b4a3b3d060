import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reviewsQuery } from "@/data/reviews";
import type { ReviewSummary } from "@/ipc";
import { Card } from "@/kit/Card";
import { overview } from "@/words/overview";

const words = overview.reviews;

/** Reviews that go on, and those that are to be done again by now; nothing where there is none. */
export function OpenReviews({ profile }: { profile: string }) {
  const reviews = useQuery(reviewsQuery(profile)).data ?? [];
  const asking = reviews.filter((review) => review.finished === null || review.isDue);
  if (asking.length === 0) return null;
  return (
    <Card className="flex flex-col gap-2 p-4" label={words.title}>
      <h2 className="font-semibold">{words.title}</h2>
      <ul className="flex max-h-60 flex-col gap-1.5 overflow-y-auto">
        {asking.map((review) => (
          <li key={review.id} className="min-w-0">
            <ReviewLink profile={profile} review={review} />
            <span className="block truncate text-sm text-ink-2 tabular-nums">{standing(review)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** To the review that goes on, or to the start of one that is due again. */
function ReviewLink({ profile, review }: { profile: string; review: ReviewSummary }) {
  const look = {
    title: review.words,
    className: "block truncate rounded-sm font-medium text-accent hover:underline",
    children: review.words,
  };
  if (review.finished === null) {
    return <Link to="/p/$profile/reviews/$review" params={{ profile, review: review.id }} {...look} />;
  }
  return <Link to="/p/$profile/reviews/start" params={{ profile }} search={{ again: review.id }} {...look} />;
}

function standing({ finished, counts, due }: ReviewSummary): string {
  if (finished === null) return words.going(counts.people - counts.undecided, counts.people);
  return due === null ? "" : words.due(due);
}
