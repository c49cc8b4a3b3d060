import type { WholeQuery } from "@/data/addresses";
import type { RosterSummary } from "@/ipc";
import { Button } from "@/kit/Button";
import { EmptyState } from "@/kit/EmptyState";
import { UsersIcon } from "@/kit/icons";
import { people } from "@/words/people";
import { hasFilters, isFiltered } from "./filters/chips";

const words = people.users;

type EmptyProps = {
  summary: RosterSummary | undefined;
  query: WholeQuery;
  onClear: () => void;
  onRead: () => void;
  onInvite: () => void;
};

/** Why no rows are shown, and the one button that changes it. */
export function Empty({ summary, query, onClear, onRead, onInvite }: EmptyProps) {
  if (!summary?.fetchedAt) {
    return (
      <EmptyState
        icon={<UsersIcon />}
        title={words.notFetchedTitle}
        action={
          <Button kind="primary" onPress={onRead}>
            {words.read}
          </Button>
        }
      >
        {words.notFetched}
      </EmptyState>
    );
  }
  if (isFiltered(query)) {
    return (
      <EmptyState title={words.noMatchTitle} action={<Button onPress={onClear}>{words.clear}</Button>}>
        {words.noMatch(query.search, hasFilters(query))}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<UsersIcon />}
      title={words.nobodyTitle}
      action={
        <Button kind="primary" onPress={onInvite}>
          {words.invite}
        </Button>
      }
    >
      {words.nobody}
    </EmptyState>
  );
}
