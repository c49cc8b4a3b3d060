import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, type RefObject, useMemo, useRef } from "react";
import { SORT_COLUMNS, type WholeQuery } from "@/data/addresses";
import { findPlace, knownFieldsQuery } from "@/data/users";
import type { UserRow, UserWindow } from "@/ipc";
import { copyEntries } from "@/kit/copyEntries";
import { DataGrid, type GridColumn, type GridHandle } from "@/kit/DataGrid";
import type { Selected } from "@/kit/gridSelected";
import { keysOf } from "@/kit/keyNames";
import type { MenuEntry } from "@/kit/Menu";
import type { Order } from "@/kit/order";
import { useLatest } from "@/kit/useLatest";
import type { WindowedRows } from "@/kit/useWindowedRows";
import { people } from "@/words/people";
import { userColumns } from "./columns";
import { userCan } from "./userCan";
import type { Layout } from "./views/standing";

const words = people.users;

/** Columns that open a person through whoever listens by now: they stay the same while the screen changes. */
export function useUserColumns(profile: string, onOpen: (user: UserRow, index: number) => void): GridColumn<UserRow>[] {
  const fields = useQuery(knownFieldsQuery(profile)).data;
  const latest = useRef(onOpen);
  latest.current = onOpen;
  return useMemo(() => userColumns((user, index) => latest.current(user, index), fields ?? []), [fields]);
}

export type UsersGridProps = {
  profile: string;
  query: WholeQuery;
  columns: GridColumn<UserRow>[];
  layout: Layout;
  onLayout: (layout: Layout) => void;
  onSort: (sort: WholeQuery["sort"]) => void;
  rows: WindowedRows<UserRow, UserWindow>;
  /** Rows are on their way: there is room for a screenful of them. */
  waiting: boolean;
  /** Who is open. */
  open: string | undefined;
  onOpen: (user: UserRow) => void;
  /** Another person while one is open. */
  onFollow: (user: UserRow) => void;
  onClose: () => void;
  onSelect: (selected: Selected | null) => void;
  onCopy: (selected: Selected, headers: boolean) => void;
  onFailed: (error: unknown) => void;
  /** What can be done with everything that is marked. */
  markedMenu: (selected: Selected) => MenuEntry[];
  handle: RefObject<GridHandle | null>;
  empty: ReactNode;
};

/** People in rows, of which only those in sight are held. */
export function UsersGrid(props: UsersGridProps) {
  const { query, columns, layout, rows, open, handle } = props;
  const asOf = rows.latest?.asOf ?? "";
  const rowMenu = useRowMenu(props);
  const jump = useJump(props);
  return (
    <DataGrid
      handle={handle}
      label={words.grid}
      help={words.gridHelp}
      columns={columns}
      columnState={layout.columns}
      onColumnState={(next) => props.onLayout({ ...layout, columns: next })}
      density={layout.density}
      rowCount={props.waiting ? 20 : (rows.latest?.matching ?? 0)}
      getRow={rows.getRow}
      rowKey={idOf}
      onVisibleRange={rows.onVisibleRange}
      resetKey={JSON.stringify(query)}
      sort={query.sort}
      onSorts={(sort) => props.onSort(sortOf(sort))}
      isSelected={(user) => user.id === open}
      openBy="double"
      onOpen={props.onOpen}
      onMove={open === undefined ? undefined : props.onFollow}
      onEscape={open === undefined ? undefined : props.onClose}
      selecting={{ of: JSON.stringify([query, asOf]), onSelect: props.onSelect, onCopy: props.onCopy }}
      onJumpLetter={(prefix) => void jump(prefix)}
      goToRow
      rowMenu={rowMenu}
      dimmed={rows.outdated}
      empty={props.empty}
    />
  );
}

/** Goes to the first person who begins with what was typed. */
function useJump({ profile, query, handle, onFailed }: UsersGridProps) {
  const asked = useRef(0);
  const of = JSON.stringify(query);
  const now = useLatest(of);
  return async (prefix: string) => {
    asked.current += 1;
    const mine = asked.current;
    try {
      const row = await findPlace(profile, query, { kind: "prefix", value: prefix });
      // One letter more was typed meanwhile, or the rows are others by now: this answer is for what was.
      if (row !== null && mine === asked.current && of === now.current) handle.current?.goTo(row);
    } catch (error) {
      onFailed(error);
    }
  };
}

const idOf = (user: UserRow) => user.id;

/** The grid's order as the contract says it; only its own columns can be ordered by. */
function sortOf(sort: readonly Order[]): WholeQuery["sort"] {
  return sort.flatMap(({ column, descending }) => {
    const known = SORT_COLUMNS.find((one) => one === column);
    return known ? [{ column: known, descending }] : [];
  });
}

/** What can be done with the person under the pointer, or with everything that is marked. */
function useRowMenu(props: Pick<UsersGridProps, "profile" | "onOpen" | "onCopy" | "markedMenu">) {
  const { profile, onOpen, onCopy, markedMenu } = props;
  const navigate = useNavigate();
  const { menu } = words;
  return (user: UserRow, _: number, selected: Selected | null): MenuEntry[] => {
    const may = userCan.reinvite(user);
    return [
      { id: "open", label: menu.open, keys: keysOf("open"), onAction: () => onOpen(user) },
      "-",
      ...(selected
        ? [
            {
              id: "rows",
              label: menu.copyRows,
              keys: keysOf("copyWithHeaders"),
              onAction: () => onCopy(selected, true),
            },
          ]
        : []),
      ...copyEntries(user.email, user.id),
      "-",
      {
        id: "invite",
        label: menu.inviteAgain,
        offBecause: may.may ? null : may.because,
        onAction: () => void navigate({ to: "/p/$profile/invite", params: { profile }, search: { person: user.id } }),
      },
      ...(selected ? (["-", ...markedMenu(selected)] as const) : []),
    ];
  };
}
