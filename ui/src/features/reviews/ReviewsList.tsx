import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { reviewsQuery } from "@/data/reviews";
import type { ReviewSummary } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { EmptyState } from "@/kit/EmptyState";
import { ReviewsIcon } from "@/kit/icons";
import { Skeleton } from "@/kit/Skeleton";
import { reviews as words } from "@/words/reviews";
import { ReviewItem } from "./ReviewItem";

/** All access reviews of a connection: those that go on first, then what was signed off. */
export function ReviewsList({ profile }: { profile: string }) {
  const reviews = useQuery(reviewsQuery(profile));
  const all = reviews.data ?? [];
  const due = all.filter((review) => review.isDue).length;
  const start = <Start profile={profile} />;
  return (
    <Page
      title={words.title}
      note={all.length > 0 ? words.list.count(all.length) : null}
      actions={all.length > 0 ? start : null}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-auto px-6 pb-6">
        {reviews.error ? <Failure error={reviews.error} profile={profile} onRetry={() => reviews.refetch()} /> : null}
        {reviews.isPending ? <Loading /> : null}
        {reviews.data && all.length === 0 ? (
          <EmptyState icon={<ReviewsIcon />} title={words.list.emptyTitle} action={start}>
            {words.list.emptyText}
          </EmptyState>
        ) : null}
        {due > 0 ? (
          <Banner tone="warn" title={words.list.dueTitle(due)}>
            {words.list.dueText}
          </Banner>
        ) : null}
        <Group profile={profile} title={words.list.unfinished} reviews={all.filter((one) => one.finished === null)} />
        <Group profile={profile} title={words.list.finished} reviews={all.filter((one) => one.finished !== null)} />
      </div>
    </Page>
  );
}

function Start({ profile }: { profile: string }) {
  const navigate = useNavigate();
  return (
    <Button
      kind="primary"
      onPress={() => void navigate({ to: "/p/$profile/reviews/start", params: { profile }, search: {} })}
    >
      {words.list.start}
    </Button>
  );
}

function Loading() {
  return (
    <Card className="flex shrink-0 flex-col" label={words.title}>
      {[62, 48, 70].map((width) => (
        <div key={width} className="flex h-15 flex-col justify-center gap-2 border-b border-line px-4 last:border-0">
          <Skeleton width={`${width / 2}%`} />
          <Skeleton width={`${width / 3}%`} height={8} />
        </div>
      ))}
    </Card>
  );
}

function Group({ profile, title, reviews }: { profile: string; title: string; reviews: ReviewSummary[] }) {
  if (reviews.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-1.5 text-sm font-semibold text-ink-2">{title}</h2>
      <Card>
        <ul>
          {reviews.map((review) => (
            <ReviewItem key={review.id} profile={profile} review={review} />
          ))}
        </ul>
      </Card>
    </section>
  );
}
