import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { rolesQuery, useSetPrivileged } from "@/data/roster";
import { ListNotRead } from "@/features/shell/ListNotRead";
import { type RoleView, toAppError } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { CopyButton } from "@/kit/CopyButton";
import { DataGrid, type GridColumn } from "@/kit/DataGrid";
import { RolesIcon } from "@/kit/icons";
import { type Order, ordered, turned } from "@/kit/order";
import { Switch } from "@/kit/Switch";
import { people } from "@/words/en/people";
import { count } from "@/words/format";

const words = people.roles;

const BY: Record<string, (role: RoleView) => string | number> = {
  name: (role) => role.name,
  weight: (role) => role.weight ?? Number.NEGATIVE_INFINITY,
  people: (role) => role.people,
};

/** What an invitation can make someone. */
export function Roles({ profile }: { profile: string }) {
  const roles = useQuery(rolesQuery(profile));
  const [order, setOrder] = useState<Order>({ column: "weight", descending: false });
  const columns = useColumns(profile);
  const rows = useMemo(() => ordered(roles.data ?? [], order, BY), [roles.data, order]);
  return (
    <Page title={words.title} note={roles.data?.length ? count(roles.data.length) : null}>
      <p className="px-6 pb-3 text-ink-3">
        {words.weightNote} {words.powerNote}
      </p>
      <div className="min-h-0 flex-1 px-6 pb-4">
        {roles.error ? (
          <Failure error={roles.error} profile={profile} onRetry={() => void roles.refetch()} />
        ) : (
          <Card className="h-full">
            <DataGrid
              label={words.grid}
              columns={columns}
              rowCount={roles.data ? rows.length : 12}
              getRow={(index) => rows[index]}
              sort={order}
              onSort={(column) => setOrder(turned(order, column))}
              empty={
                <ListNotRead profile={profile} icon={<RolesIcon />} title={words.emptyTitle}>
                  {words.empty}
                </ListNotRead>
              }
            />
          </Card>
        )}
      </div>
    </Page>
  );
}

/** Whether a role gives power over others; what a person says stands above what Rollcall proposes. */
function Power({ profile, role }: { profile: string; role: RoleView }) {
  const roles = useQuery(rolesQuery(profile)).data ?? [];
  const save = useSetPrivileged(profile);
  const say = (on: boolean) =>
    save.mutate(roles.filter((one) => (one.id === role.id ? on : one.privileged)).map((one) => one.id));
  const why = save.error ? toAppError(save.error).message : role.whyPrivileged;
  return (
    <span title={why ?? undefined} className="flex min-w-0 items-center gap-2">
      <Switch isSelected={role.privileged} onChange={say}>
        <span className="sr-only">{words.power(role.name)}</span>
      </Switch>
      {save.error ? <span className="truncate text-bad">{words.powerFailed}</span> : null}
      {why ? <span className="sr-only">{why}</span> : null}
    </span>
  );
}

function useColumns(profile: string): GridColumn<RoleView>[] {
  const navigate = useNavigate();
  return useMemo(
    () => [
      {
        id: "name",
        header: words.column.name,
        size: 180,
        grow: 1,
        pin: "start",
        sortable: true,
        cell: (role) => <span className="truncate font-medium">{role.name}</span>,
      },
      {
        id: "weight",
        header: words.column.weight,
        size: 84,
        align: "end",
        sortable: true,
        cell: (role) => (role.weight === null ? "" : count(role.weight)),
      },
      {
        id: "people",
        header: words.column.people,
        size: 84,
        align: "end",
        sortable: true,
        cell: (role) =>
          role.people === 0 ? (
            <span className="text-ink-3">{count(0)}</span>
          ) : (
            <Link
              to="/p/$profile/users"
              params={{ profile }}
              search={{ role: role.id }}
              aria-label={words.show(role.people, role.name)}
              className="rounded-sm text-accent hover:underline"
            >
              {count(role.people)}
            </Link>
          ),
      },
      {
        id: "power",
        header: words.column.power,
        size: 150,
        cell: (role) => <Power profile={profile} role={role} />,
      },
      {
        id: "id",
        header: words.column.id,
        size: 180,
        grow: 1,
        cell: (role) => <span className="truncate font-mono text-xs text-ink-2 select-text">{role.id}</span>,
      },
      {
        id: "actions",
        header: words.column.actions,
        size: 252,
        pin: "end",
        align: "end",
        cell: (role) => (
          <span className="flex gap-2">
            <CopyButton text={role.id} label={words.copy} />
            <Button
              small
              onPress={() => navigate({ to: "/p/$profile/invite", params: { profile }, search: { role: role.id } })}
            >
              {words.invite}
            </Button>
          </span>
        ),
      },
    ],
    [profile, navigate],
  );
}
