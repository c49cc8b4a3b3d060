import { Failure } from "@/components/Failure";
import { useRefresh, useRefreshProgress } from "@/data/roster";
import { Button } from "@/kit/Button";
import { EmptyState } from "@/kit/EmptyState";
import { ClockIcon } from "@/kit/icons";
import { changes } from "@/words/changes";

/** A comparison takes two lists: says how many there are, and offers the next one. */
export function TooFewLists({ profile, lists }: { profile: string; lists: number }) {
  const refresh = useRefresh(profile);
  const refreshing = useRefreshProgress(profile) !== null;
  const words = lists === 0 ? changes.noList : changes.oneList;
  return (
    <>
      {refresh.error ? <Failure error={refresh.error} profile={profile} onRetry={() => refresh.mutate()} /> : null}
      <EmptyState
        icon={<ClockIcon />}
        title={words.title}
        action={
          <Button kind="primary" pending={refresh.isPending || refreshing} onPress={() => refresh.mutate()}>
            {lists === 0 ? changes.noList.read : changes.oneList.refresh}
          </Button>
        }
      >
        {words.text}
      </EmptyState>
    </>
  );
}
