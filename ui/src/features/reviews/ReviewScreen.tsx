import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import type { ReviewSearch } from "@/data/addresses";
import { reviewQuery } from "@/data/reviews";
import { type ReviewView, toAppError } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { EmptyState } from "@/kit/EmptyState";
import { ReviewsIcon } from "@/kit/icons";
import { Tabs } from "@/kit/Tabs";
import { reviews as words } from "@/words/reviews";
import { EvidenceButtons, useEvidence } from "./Evidence";
import { FollowUp } from "./FollowUp";
import { ReviewBar } from "./ReviewBar";
import { type Asked, MoreMenu, ReviewDialogs } from "./ReviewDialogs";
import { ReviewPeople } from "./ReviewPeople";
import { decidedOf, outcomeSaid } from "./said";
import { TookBack } from "./TookBack";
import type { Marked } from "./useMarks";
import { useTakeBackFile } from "./useTakeBackFile";

export type ReviewScreenProps = {
  profile: string;
  review: string;
  search: ReviewSearch;
  /** Changes the address; `replace` leaves no step back. */
  onSearch: (change: ReviewSearch, replace?: boolean) => void;
};

/** A review: its people while it goes on, and what became of it afterwards. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { profile, review } = props;
  const view = useQuery(reviewQuery(profile, review));
  if (view.isPending) return <div aria-busy="true" className="h-full" />;
  if (view.data) return <Review {...props} view={view.data} />;
  if (toAppError(view.error).code === "review-refused") return <Unknown profile={profile} />;
  return (
    <div className="p-6">
      <Failure error={view.error} profile={profile} onRetry={() => view.refetch()} />
    </div>
  );
}

type ReviewProps = ReviewScreenProps & { view: ReviewView };

function Review(props: ReviewProps) {
  const { profile, view } = props;
  const { review } = view;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [marked, setMarked] = useState<Marked | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const evidence = useEvidence(profile, review.id);
  const take = useTakeBackFile(profile);
  const open = review.finished === null;
  return (
    <Page
      title={words.head.title}
      wraps
      note={
        <span
          title={review.words}
          className="block max-w-[calc(100vw-780px)] truncate max-large:max-w-full max-large:whitespace-normal"
        >
          {review.words}
        </span>
      }
      actions={
        <>
          <MoreMenu view={view} onAsk={setAsked} onTakeBack={() => take.mutate(null)} onSave={evidence.save} />
          {open ? (
            <>
              <Button onPress={() => setAsked("hand-over")}>{words.head.handOver}</Button>
              <Button kind="primary" onPress={() => setAsked("finish")}>
                {words.head.finish}
              </Button>
            </>
          ) : (
            <EvidenceButtons evidence={evidence} removals={review.counts.remove} />
          )}
        </>
      }
    >
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-6 pb-4">
        {take.error ? <Failure title={words.tookBack.failed} error={take.error} profile={profile} /> : null}
        {evidence.told}
        <p role="status" className="text-ink-2 empty:hidden">
          {saved ? words.handOver.saved(saved) : null}
        </p>
        <Standing view={view} />
        {open ? (
          <ReviewPeople key={view.review.id} {...props} onMarked={setMarked} />
        ) : (
          <Over {...props} onMarked={setMarked} />
        )}
      </div>
      <ReviewDialogs
        profile={profile}
        view={view}
        asked={asked}
        marked={marked}
        onClose={() => setAsked(null)}
        onSaved={(name) => {
          setAsked(null);
          setSaved(name);
        }}
      />
      <TookBack profile={profile} />
    </Page>
  );
}

/** How far the review is, or who signed it off. */
function Standing({ view: { review } }: { view: ReviewView }) {
  const { counts, finished } = review;
  if (finished) {
    return (
      <Banner tone="ok" title={words.over.title(finished.by, finished.at)} detail={outcomeSaid(counts)}>
        {finished.undecided > 0 ? words.over.undecided(finished.undecided) : words.over.clean}
      </Banner>
    );
  }
  return (
    <div className="shrink-0">
      <ReviewBar label={words.deciding.bar} counts={counts} />
      <p className="mt-1.5 text-sm text-ink-2 tabular-nums">{words.progress(decidedOf(counts), counts.people)}</p>
    </div>
  );
}

/** After the end: who was decided on how, and what became of the removals. */
function Over(props: ReviewProps & { onMarked: (marked: Marked | null) => void }) {
  const { profile, view, search, onSearch } = props;
  return (
    // Where the window is low the screen scrolls, not a slit of it.
    <div className="flex min-h-96 flex-1 flex-col">
      <Tabs
        label={words.pages.label}
        selected={search.show ?? "people"}
        onChange={(page) => onSearch({ show: page === "follow-up" ? "follow-up" : undefined }, true)}
        tabs={[
          {
            id: "people",
            label: words.pages.people,
            content: (
              <div className="flex h-full flex-col">
                <ReviewPeople {...props} />
              </div>
            ),
          },
          {
            id: "follow-up",
            label: words.pages.followUp,
            content: (
              <FollowUp
                profile={profile}
                review={view.review.id}
                stands={search.stands ?? []}
                onStands={(stands) => onSearch({ stands: stands.length > 0 ? stands : undefined }, true)}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

function Unknown({ profile }: { profile: string }) {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={<ReviewsIcon />}
      title={words.head.unknown}
      action={
        <Button kind="primary" onPress={() => void navigate({ to: "/p/$profile/reviews", params: { profile } })}>
          {words.head.all}
        </Button>
      }
    >
      {words.head.unknownText}
    </EmptyState>
  );
}
