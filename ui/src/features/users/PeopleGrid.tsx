import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo, useRef } from "react";
import { Failure } from "@/components/Failure";
import { userColumns } from "@/features/users/columns";
import type { UserRow } from "@/ipc";
import { copyEntries } from "@/kit/copyEntries";
import { DataGrid, type GridColumn } from "@/kit/DataGrid";
import { keysOf } from "@/kit/keyNames";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { people } from "@/words/people";

/** Rows that stand in while none are known. */
const SKELETONS = 12;

type Window = { rows: UserRow[] };

type PeopleGridProps<W extends Window> = {
  profile: string;
  label: string;
  queryKey: QueryKey;
  fetchWindow: (offset: number, limit: number) => Promise<W>;
  total: (window: W) => number;
  empty: ReactNode;
  /** Over the rows: what else a window tells. */
  head?: (window: W | undefined) => ReactNode;
};

/** People whom no filter of Users finds, in their own order. Who is opened is shown in Users. */
export function PeopleGrid<W extends Window>(props: PeopleGridProps<W>) {
  const { profile, queryKey, fetchWindow, total } = props;
  const client = useQueryClient();
  const navigate = useNavigate();
  const open = useRef((_: UserRow) => {});
  open.current = (user) => void navigate({ to: "/p/$profile/users", params: { profile }, search: { person: user.id } });
  const columns = useMemo(() => shownColumns((user) => open.current(user)), []);
  const rows = useWindowedRows<UserRow, W>({ queryKey, fetchWindow, total });
  if (rows.error) {
    return <Failure error={rows.error} profile={profile} onRetry={() => void client.invalidateQueries({ queryKey })} />;
  }
  return (
    <div className="flex flex-col gap-3">
      {props.head?.(rows.latest)}
      <div className="h-90 max-h-[50vh] overflow-hidden rounded-lg border border-line bg-surface">
        <DataGrid
          label={props.label}
          columns={columns}
          rowCount={rows.latest ? total(rows.latest) : SKELETONS}
          getRow={rows.getRow}
          onVisibleRange={rows.onVisibleRange}
          rowKey={(user) => user.id}
          dimmed={rows.outdated}
          onOpen={(user) => open.current(user)}
          rowMenu={(user) => [
            {
              id: "open",
              label: people.users.menu.open,
              keys: keysOf("open"),
              onAction: () => open.current(user),
            },
            "-",
            ...copyEntries(user.email, user.id),
          ]}
          empty={props.empty}
        />
      </div>
    </div>
  );
}

/** Those of Users that are shown at first; the order is the question's own. */
const shownColumns = (onOpen: (user: UserRow) => void): GridColumn<UserRow>[] =>
  userColumns(onOpen, [])
    .filter((column) => !column.hiddenAtFirst)
    .map((column) => ({ ...column, sortable: false }));
