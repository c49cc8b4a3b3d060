import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import type { FindingsSearch } from "@/data/addresses";
import { findingsQuery, useMuteFinding, useUnmuteFinding } from "@/data/findings";
import { ListNotRead } from "@/features/shell/ListNotRead";
import type { FindingsView, FindingView, Rule } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { EmptyState } from "@/kit/EmptyState";
import { CheckIcon, FindingsIcon } from "@/kit/icons";
import type { MenuEntry } from "@/kit/Menu";
import { Skeleton } from "@/kit/Skeleton";
import { tell } from "@/kit/toasts";
import { told } from "@/words/core/told";
import { findings as words } from "@/words/findings";
import { FindingCard } from "./FindingCard";
import { FindingPeople } from "./FindingPeople";
import { MuteButton } from "./MuteButton";
import { Unmute } from "./Unmute";

type FindingsProps = {
  profile: string;
  search: FindingsSearch;
  /** Puts another address in place of this one. */
  onSearch: (search: FindingsSearch) => void;
};

/** What the list of people shows that somebody should look at. */
export function Findings(props: FindingsProps) {
  const { profile } = props;
  const all = useQuery(findingsQuery(profile));
  const view = all.data;
  return (
    <Page title={words.title} note={view?.asOf ? words.judged(view.people, view.asOf) : null}>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-6">
        <div className="flex min-h-full max-w-240 flex-col gap-3">
          {all.error ? (
            <Failure error={all.error} profile={profile} onRetry={() => void all.refetch()} />
          ) : view === undefined ? (
            <Judging />
          ) : view.asOf === null ? (
            <ListNotRead profile={profile} icon={<FindingsIcon />} title={words.notRead.title}>
              {words.notRead.text}
            </ListNotRead>
          ) : (
            <Told {...props} view={view} />
          )}
        </div>
      </div>
    </Page>
  );
}

/** Judging a long list takes a moment: what comes keeps its place. */
function Judging() {
  return (
    <div aria-busy="true" className="flex flex-col gap-3">
      <p role="status" className="text-ink-3">
        {words.judging}
      </p>
      {[1, 2, 3, 4, 5].map((place) => (
        <Skeleton key={place} height={44} />
      ))}
    </div>
  );
}

function Told({ profile, search, onSearch, view }: FindingsProps & { view: FindingsView }) {
  const [asking, setAsking] = useState<Rule | null>(null);
  const unmute = useUnmuteFinding(profile);
  const mute = useMuteFinding(profile);
  const asBefore = ({ rule, mute: before }: FindingView) =>
    before
      ? mute.mutateAsync({ rule, reason: before.reason, until: before.until, by: before.by })
      : unmute.mutateAsync(rule);
  const toldMuted = (finding: FindingView) => {
    // The card leaves with its question, which must not come back with it; that of another one stays.
    setAsking((now) => (now === finding.rule ? null : now));
    tell({ text: words.muted.done(told(finding.title).text), undo: () => asBefore(finding) });
  };
  const tellAgain = (finding: FindingView) =>
    unmute.mutate(finding.rule, {
      onSuccess: () => tell({ text: words.muted.undone(told(finding.title).text), undo: () => asBefore(finding) }),
    });
  const isUnmuting = ({ rule }: FindingView) => unmute.isPending && unmute.variables === rule;
  const unmuting = (finding: FindingView) => (
    <Unmute finding={finding} pending={isUnmuting(finding)} onPress={() => tellAgain(finding)} />
  );
  const muteEntry = ({ rule }: FindingView): MenuEntry => ({
    id: "mute",
    label: words.mute.open,
    onAction: () => setAsking(rule),
  });
  const unmuteEntry = (finding: FindingView): MenuEntry => ({
    id: "unmute",
    label: words.muted.unmute,
    disabled: isUnmuting(finding),
    onAction: () => tellAgain(finding),
  });
  const card = (finding: FindingView, act: ReactNode, acts: MenuEntry[]) => (
    <FindingCard
      key={finding.rule}
      profile={profile}
      finding={finding}
      open={search.open === finding.rule}
      onOpen={(open) => onSearch(open ? { open: finding.rule } : {})}
      onList={() => onSearch({ open: finding.rule, people: true })}
      act={act}
      acts={acts}
    />
  );
  const listed = [...view.findings, ...view.muted].find(({ rule }) => search.people && rule === search.open);
  return (
    <>
      <p className="text-ink-3">{words.note}</p>
      {view.complete ? null : (
        <Banner tone="warn" title={words.partialTitle}>
          {words.partial}
        </Banner>
      )}
      {view.findings.length === 0 ? <Nothing view={view} /> : null}
      <h2 className="sr-only">{words.open}</h2>
      <ul aria-label={words.open} className="flex flex-col gap-2 empty:hidden">
        {view.findings.map((finding) =>
          card(
            finding,
            <>
              <MuteButton
                profile={profile}
                finding={finding}
                asking={asking === finding.rule}
                onAsk={(asks) => setAsking(asks ? finding.rule : null)}
                onMuted={() => toldMuted(finding)}
              />
              {finding.mute ? unmuting(finding) : null}
            </>,
            finding.mute ? [muteEntry(finding), unmuteEntry(finding)] : [muteEntry(finding)],
          ),
        )}
      </ul>
      {unmute.error ? <Failure title={words.muted.failed} error={unmute.error} profile={profile} /> : null}
      {view.muted.length > 0 ? (
        <section aria-label={words.muted.title} className="mt-3 flex flex-col gap-2">
          <h2 className="text-lg font-semibold">{words.muted.title}</h2>
          <ul className="flex flex-col gap-2">
            {view.muted.map((finding) => card(finding, unmuting(finding), [unmuteEntry(finding)]))}
          </ul>
        </section>
      ) : null}
      {view.clear.length > 0 ? (
        <p className="mt-2 text-ink-3">{words.clear(view.clear.map(({ title }) => told(title).text))}</p>
      ) : null}
      {listed ? (
        <FindingPeople profile={profile} finding={listed} onClose={() => onSearch({ open: listed.rule })} />
      ) : null}
    </>
  );
}

/** Nothing is open: because nothing was found, or because all of it is muted. */
function Nothing({ view }: { view: FindingsView }) {
  const navigate = useNavigate();
  const clear = view.muted.length === 0;
  return (
    <div className="py-6">
      <EmptyState
        icon={<CheckIcon />}
        title={clear ? words.allClear.title : words.allMuted.title}
        action={<Button onPress={() => void navigate({ to: "/settings" })}>{words.allClear.thresholds}</Button>}
      >
        {clear ? words.allClear.text(view.people) : words.allMuted.text}
      </EmptyState>
    </div>
  );
}
