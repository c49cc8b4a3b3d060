import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { Section } from "@/components/Section";
import { reviewScopeQuery, reviewsQuery, useStartReview } from "@/data/reviews";
import { useCancelRefresh, useRefreshProgress } from "@/data/roster";
import { viewsQuery } from "@/data/views";
import type { ReviewScope, ReviewSummary } from "@/ipc";
import { Button } from "@/kit/Button";
import { ProgressBar } from "@/kit/ProgressBar";
import { TextField } from "@/kit/TextField";
import { reviews } from "@/words/reviews";
import { monthsOf, RepeatFields, type Repetition, repetitionOf } from "./RepeatFields";
import { ScopeFields } from "./ScopeFields";
import { type ScopeChoice, scopeOf } from "./scope";

const words = reviews.start;

/** The months that say that a review is not to be done again, whatever the one before it says. */
const NEVER = 0;

/** Starts a review: whom it is about, and who looks. `again` is a review that is repeated. */
export function StartReview({ profile, again }: { profile: string; again: string | undefined }) {
  const before = useQuery({ ...reviewsQuery(profile), enabled: again !== undefined });
  if (again !== undefined && before.isPending) return <div aria-busy="true" className="h-full" />;
  return <Form profile={profile} before={before.data?.find((one) => one.id === again)} />;
}

function Form({ profile, before }: { profile: string; before: ReviewSummary | undefined }) {
  const navigate = useNavigate();
  const [choice, setChoice] = useState<ScopeChoice>({ kind: "role-and-above", id: null });
  const [name, setName] = useState(before?.reviewer ?? "");
  const [address, setAddress] = useState("");
  // Nothing chosen yet: as the review of the same scope before it.
  const [repetition, setRepetition] = useState<Repetition | null>(null);
  const [tried, setTried] = useState(false);
  const views = useQuery(viewsQuery(profile)).data?.views ?? [];
  const scope = before?.scope ?? scopeOf(choice, views);
  const known = useQuery(reviewsQuery(profile)).data ?? [];
  const inherited = before ?? lastOf(known, scope);
  const repeats = repetition ?? repetitionOf(inherited?.repeatMonths ?? null);
  const start = useStartReview(profile);
  const stopped = start.data === null;
  const stopping = useCancelRefresh(profile);
  const leave = () => void navigate({ to: "/p/$profile/reviews", params: { profile } });
  const foot = useRef<HTMLDivElement>(null);
  const { status } = start;
  useEffect(() => {
    // What comes of it stands above the button that was pressed, and would push that out of sight.
    if (status !== "idle") foot.current?.scrollIntoView({ block: "nearest" });
  }, [status]);
  const missing = scope === null ? words.chooseScope : null;
  const unnamed = name.trim() === "" ? words.typeName : null;
  const go = () => {
    setTried(true);
    const months = monthsOf(repeats);
    if (scope === null || unnamed !== null || months === undefined) return;
    const review = {
      scope,
      reviewer: name.trim(),
      reviewerEmail: address.trim() || null,
      repeatMonths: months ?? NEVER,
    };
    start.mutate(review, {
      onSuccess: (view) =>
        view &&
        navigate({ to: "/p/$profile/reviews/$review", params: { profile, review: view.review.id }, search: {} }),
    });
  };
  return (
    <Page title={words.title}>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-6">
        <div className="flex max-w-160 flex-col gap-4">
          <Section title={words.scope}>
            {before?.finished ? (
              <p>{words.again(before.words, before.finished.by, before.finished.at)}</p>
            ) : (
              <ScopeFields profile={profile} choice={choice} onChange={setChoice} />
            )}
            {tried && missing ? <p className="text-sm text-bad">{missing}</p> : null}
            {scope ? <About profile={profile} scope={scope} /> : null}
          </Section>
          <Section title={words.who}>
            <TextField
              label={words.name}
              help={words.nameHelp}
              value={name}
              onChange={setName}
              maxLength={100}
              error={tried ? unnamed : null}
            />
            <TextField
              label={words.address}
              help={words.addressHelp}
              type="email"
              value={address}
              onChange={setAddress}
            />
          </Section>
          <Section title={words.repeat}>
            <RepeatFields value={repeats} onChange={setRepetition} />
            <p className="text-sm text-ink-2">{reviews.repeat.repeatsText}</p>
          </Section>
          <p className="text-ink-2">{words.first}</p>
          {start.error ? <Failure title={words.failed} error={start.error} profile={profile} /> : null}
          {start.isPending ? <Starting profile={profile} /> : null}
          <p role="status" className={stopped ? "text-ink-2" : "sr-only"}>
            {stopped ? words.stopped : null}
          </p>
          <div ref={foot} className="flex gap-2">
            <Button kind="primary" pending={start.isPending} onPress={go}>
              {words.go}
            </Button>
            {/* Leaving would not end it: what is read for it is stopped, and nothing is started. One button, which keeps the focus. */}
            <Button pending={stopping.isPending} onPress={start.isPending ? () => stopping.mutate() : leave}>
              {start.isPending ? words.stop : words.cancel}
            </Button>
          </div>
        </div>
      </div>
    </Page>
  );
}

/** The review of a scope that was signed off last: its months are taken over. */
function lastOf(reviews: readonly ReviewSummary[], scope: ReviewScope | null): ReviewSummary | undefined {
  const same = JSON.stringify(scope);
  const ended = reviews.filter((one) => one.finished !== null && JSON.stringify(one.scope) === same);
  return ended.toSorted((a, b) => (b.finished?.at ?? "").localeCompare(a.finished?.at ?? ""))[0];
}

/** How many people a scope is about, and which roles it means, before anything is started. */
function About({ profile, scope }: { profile: string; scope: ReviewScope }) {
  const about = useQuery(reviewScopeQuery(profile, scope));
  if (about.error) return <Failure error={about.error} profile={profile} onRetry={() => void about.refetch()} />;
  const known = about.data;
  return (
    <div role="status" className="min-h-5 text-ink-2">
      {known ? (
        <>
          <p>
            <b className="font-semibold text-ink">
              {known.asOf === null ? words.noList : known.people === 0 ? words.nobody : words.about(known.people)}
            </b>{" "}
            {known.asOf === null ? null : words.asOf(known.asOf)}
          </p>
          {known.roles.length > 0 ? <p>{words.roles(known.roles)}</p> : null}
        </>
      ) : null}
    </div>
  );
}

function Starting({ profile }: { profile: string }) {
  const progress = useRefreshProgress(profile);
  return (
    <div>
      <p role="status" className="mb-1.5 text-ink-2">
        {progress ? words.readingOf(progress.read, progress.total) : words.starting}
      </p>
      <ProgressBar
        label={words.reading}
        segments={[{ tone: "accent", value: progress?.read ?? 0 }]}
        total={progress?.total ?? null}
      />
    </div>
  );
}
