import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import type { UsersSearch } from "@/data/addresses";
import { summaryQuery, useRefresh, useRefreshProgress } from "@/data/roster";
import { usersKey } from "@/data/users";
import { ipc, type RosterSummary, type UserColumn, type UserQuery, type UserRow } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { DataGrid } from "@/kit/DataGrid";
import { EmptyState } from "@/kit/EmptyState";
import { InviteIcon, RefreshIcon, UsersIcon } from "@/kit/icons";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { useWindowWidth } from "@/kit/useWindowWidth";
import { people } from "@/words/en/people";
import { USER_COLUMNS } from "./columns";
import { Facets } from "./Facets";
import { FilterBar } from "./FilterBar";
import { PersonPanel } from "./PersonPanel";
import { RefreshNotes } from "./RefreshNotes";
import { SearchPeople } from "./SearchPeople";
import { useAutoRefresh } from "./useAutoRefresh";

const words = people.users;

export type UsersProps = {
  profile: string;
  search: UsersSearch;
  /** Changes the address; `replace` leaves no step back. */
  onSearch: (change: UsersSearch, replace?: boolean) => void;
};

/** Everyone on the platform. */
export function Users({ profile, search, onSearch }: UsersProps) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const summary = useQuery(summaryQuery(profile));
  const refresh = useRefresh(profile);
  useAutoRefresh(profile, summary.data, refresh.mutate);
  const width = useWindowWidth();
  const grid = useRef<HTMLDivElement>(null);
  const query = useMemo(() => userQueryOf(search), [search]);
  const rows = useWindowedRows<UserRow, Awaited<ReturnType<typeof ipc.listUsers>>>({
    queryKey: usersKey(profile, query),
    fetchWindow: (offset, limit) => ipc.listUsers(profile, query, offset, limit),
  });
  const waiting = useWaiting(profile, summary.data, rows.latest ?? rows.error ?? undefined, refresh.isIdle);
  const close = () => {
    onSearch({ person: undefined }, true);
    grid.current?.focus();
  };
  const fetched = summary.data?.fetchedAt ? summary.data : null;
  const open = search.person;
  const facets = width >= 1500;
  const covered = width < 1000 && open !== undefined;

  return (
    <Page
      title={words.title}
      note={fetched && rows.latest ? words.note(rows.latest.matching, rows.latest.total) : null}
      actions={
        <>
          <SearchPeople
            value={search.search ?? ""}
            onChange={(text) => onSearch({ search: text || undefined }, true)}
          />
          <Button icon={<RefreshIcon />} pending={refresh.isPending} onPress={() => refresh.mutate()}>
            {words.refresh}
          </Button>
          <Button icon={<InviteIcon />} onPress={() => navigate({ to: "/p/$profile/invite", params: { profile } })}>
            {words.invite}
          </Button>
        </>
      }
    >
      <FilterBar profile={profile} search={search} onSearch={onSearch} folded={!facets} summary={fetched} />
      <RefreshNotes profile={profile} summary={summary.data ?? null} refresh={refresh} />
      {rows.error ? (
        <div className="px-6 pb-3">
          <Failure error={rows.error} profile={profile} onRetry={() => void client.invalidateQueries()} />
        </div>
      ) : null}
      <div className="relative flex min-h-0 flex-1 gap-4 px-6 pb-4">
        {facets ? <Facets profile={profile} search={search} onSearch={onSearch} summary={fetched} /> : null}
        <Card className={covered ? "invisible flex-1" : "flex-1"}>
          <DataGrid
            gridRef={grid}
            label={words.grid}
            columns={USER_COLUMNS}
            rowCount={waiting && !rows.error ? 20 : (rows.latest?.matching ?? 0)}
            getRow={rows.getRow}
            onVisibleRange={rows.onVisibleRange}
            resetKey={JSON.stringify(query)}
            sort={{ column: search.sort ?? "name", descending: search.desc ?? false }}
            onSort={(column) => onSearch(nextOrder(search, column as UserColumn), true)}
            isSelected={(user) => user.id === open}
            onOpen={(user) => onSearch({ person: user.id })}
            onMove={open ? (user) => onSearch({ person: user.id }, true) : undefined}
            onEscape={open ? close : undefined}
            dimmed={rows.outdated}
            empty={
              rows.error ? null : (
                <Empty summary={summary.data} search={search} onSearch={onSearch} onRead={() => refresh.mutate()} />
              )
            }
          />
        </Card>
        {open ? <PersonPanel profile={profile} person={open} covers={covered} onClose={close} /> : null}
      </div>
    </Page>
  );
}

/** Whether rows are on their way: a screenful of skeletons keeps their place. */
function useWaiting(profile: string, summary: RosterSummary | undefined, latest: unknown, idle: boolean): boolean {
  const reading = useRefreshProgress(profile) !== null;
  if (summary === undefined) return true;
  if (summary.fetchedAt) return latest === undefined;
  return reading || (summary.lastFailure === null && idle);
}

function userQueryOf(search: UsersSearch): UserQuery {
  return {
    search: search.search ?? "",
    states: search.state ?? [],
    roleIds: search.role ? [search.role] : [],
    identityProviderIds: search.provider ? [search.provider] : [],
    organizationIds: search.organization ? [search.organization] : [],
    sort: [{ column: search.sort ?? "name", descending: search.desc ?? false }],
  };
}

/** The same column again turns the order round. */
export function nextOrder(search: UsersSearch, column: UserColumn): UsersSearch {
  const same = (search.sort ?? "name") === column;
  return { sort: column, desc: same && !search.desc ? true : undefined };
}

type EmptyProps = {
  summary: RosterSummary | undefined;
  search: UsersSearch;
  onSearch: UsersProps["onSearch"];
  onRead: () => void;
};

function Empty({ summary, search, onSearch, onRead }: EmptyProps) {
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
  if (isFiltered(search)) {
    return (
      <EmptyState
        title={words.noMatchTitle}
        action={<Button onPress={() => onSearch(NO_FILTERS)}>{words.clear}</Button>}
      >
        {words.noMatch(search.search ?? "", filters(search) > 0)}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<UsersIcon />} title={words.nobodyTitle}>
      {words.nobody}
    </EmptyState>
  );
}

/** What takes every filter away; order and the open person stay. */
export const NO_FILTERS: UsersSearch = {
  search: undefined,
  state: undefined,
  role: undefined,
  provider: undefined,
  organization: undefined,
};

/** Filters that are on, without the search. */
const filters = (search: UsersSearch) =>
  [search.state?.length, search.role, search.provider, search.organization].filter(Boolean).length;

const isFiltered = (search: UsersSearch) => Boolean(search.search) || filters(search) > 0;
