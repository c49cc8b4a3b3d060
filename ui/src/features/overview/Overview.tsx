import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { platformName } from "@/components/platform";
import { profilesQuery } from "@/data/profiles";
import { summaryQuery, useRefresh, useRefreshProgress } from "@/data/roster";
import { facetsQuery } from "@/data/users";
import { useNow } from "@/features/runs/useNow";
import { ListNotRead } from "@/features/shell/ListNotRead";
import { RefreshNotes } from "@/features/users/RefreshNotes";
import { useAutoRefresh } from "@/features/users/useAutoRefresh";
import type { UserFacets } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { OverviewIcon, RefreshIcon } from "@/kit/icons";
import { Skeleton } from "@/kit/Skeleton";
import { dateTime } from "@/words/format";
import { overview as words } from "@/words/overview";
import { people } from "@/words/people";
import { refreshing } from "@/words/refreshing";
import { CreatedChart, RankedChart } from "./Charts";
import { Figures } from "./Figures";
import { EVERYONE, figuresOf } from "./marks";
import { OpenReviews } from "./OpenReviews";
import { OpenRuns } from "./OpenRuns";
import { Since } from "./Since";

/** Everyone on the platform, in numbers. Each number is one that Users gives, and leads to its people there. */
export function Overview({ profile }: { profile: string }) {
  const summary = useQuery(summaryQuery(profile)).data;
  const refresh = useRefresh(profile);
  const reading = useRefreshProgress(profile) !== null;
  const read = () => refresh.mutate();
  useAutoRefresh(profile, summary, read);
  // So that the list's age grows.
  useNow(60_000);
  const fetchedAt = summary?.fetchedAt ?? null;
  return (
    <Page
      title={words.title}
      note={fetchedAt ? words.asOf(fetchedAt) : null}
      actions={
        <Button icon={<RefreshIcon />} pending={refresh.isPending || reading} onPress={read}>
          {refreshing.refresh}
        </Button>
      }
    >
      <RefreshNotes profile={profile} summary={summary ?? null} refresh={refresh} />
      <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-6">
        {fetchedAt ? (
          <Numbers profile={profile} fetchedAt={fetchedAt} />
        ) : summary && !reading && !refresh.isPending ? (
          <ListNotRead profile={profile} icon={<OverviewIcon />} title={people.users.notFetchedTitle}>
            {words.notRead}
          </ListNotRead>
        ) : (
          <Coming />
        )}
      </div>
    </Page>
  );
}

function Numbers({ profile, fetchedAt }: { profile: string; fetchedAt: string }) {
  const facets = useQuery(facetsQuery(profile, EVERYONE, ""));
  const own = useQuery(profilesQuery()).data?.find((one) => one.id === profile);
  const caption = [own ? platformName(own) : null, dateTime(fetchedAt)].filter(Boolean).join(" · ");
  if (facets.data) return <Shown profile={profile} facets={facets.data} caption={caption} />;
  if (facets.error) {
    return (
      <Failure title={words.failed} error={facets.error} profile={profile} onRetry={() => void facets.refetch()} />
    );
  }
  return <Coming />;
}

function Shown(props: { profile: string; facets: UserFacets; caption: string }) {
  const { profile, facets } = props;
  const figures = useMemo(() => figuresOf(facets), [facets]);
  return (
    <div className="flex flex-col gap-4">
      <Figures profile={profile} figures={figures} />
      <div className="grid grid-cols-1 gap-4 min-[1200px]:grid-cols-[minmax(0,1fr)_18rem]">
        <CreatedChart {...props} />
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] content-start gap-4">
          <Since profile={profile} />
          <OpenRuns profile={profile} />
          <OpenReviews profile={profile} />
        </div>
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,22rem),1fr))] gap-4">
        <RankedChart {...props} by="role" />
        <RankedChart {...props} by="provider" />
        <RankedChart {...props} by="organization" />
        <RankedChart {...props} by="domain" />
      </div>
    </div>
  );
}

/** The places of what is on its way. */
function Coming() {
  return (
    <div className="flex flex-col gap-4">
      {[48, 180, 240].map((height) => (
        <Card key={height} padded>
          <Skeleton width="30%" height={14} />
          <div style={{ height }} />
        </Card>
      ))}
    </div>
  );
}
