import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { identityProvidersQuery } from "@/data/roster";
import { ListNotRead } from "@/features/shell/ListNotRead";
import type { IdentityProviderView } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Card } from "@/kit/Card";
import { CopyButton } from "@/kit/CopyButton";
import { DataGrid, type GridColumn } from "@/kit/DataGrid";
import { ProvidersIcon } from "@/kit/icons";
import { type Order, ordered, turned } from "@/kit/order";
import { people } from "@/words/en/people";
import { count } from "@/words/format";

const words = people.providers;

const BY: Record<string, (provider: IdentityProviderView) => string | number> = {
  name: (provider) => provider.name,
  prefix: (provider) => provider.prefix ?? "",
  enabled: (provider) => (provider.enabled ? 0 : 1),
  people: (provider) => provider.people,
};

/** How people sign in to the platform. */
export function Providers({ profile }: { profile: string }) {
  const providers = useQuery(identityProvidersQuery(profile));
  const [order, setOrder] = useState<Order>({ column: "name", descending: false });
  const columns = useColumns(profile);
  const rows = useMemo(() => ordered(providers.data ?? [], order, BY), [providers.data, order]);
  return (
    <Page title={words.title} note={providers.data?.length ? count(providers.data.length) : null}>
      <p className="px-6 pb-3 text-ink-3">{words.note}</p>
      <div className="min-h-0 flex-1 px-6 pb-4">
        {providers.error ? (
          <Failure error={providers.error} profile={profile} onRetry={() => void providers.refetch()} />
        ) : (
          <Card className="h-full">
            <DataGrid
              label={words.grid}
              columns={columns}
              rowCount={providers.data ? rows.length : 5}
              getRow={(index) => rows[index]}
              sort={order}
              onSort={(column) => setOrder(turned(order, column))}
              empty={
                <ListNotRead profile={profile} icon={<ProvidersIcon />} title={words.emptyTitle}>
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

function useColumns(profile: string): GridColumn<IdentityProviderView>[] {
  return useMemo(
    () => [
      {
        id: "name",
        header: words.column.name,
        size: 200,
        grow: 1,
        pin: "start",
        sortable: true,
        cell: (provider) => <span className="truncate font-medium">{provider.name}</span>,
      },
      {
        id: "prefix",
        header: words.column.prefix,
        size: 140,
        sortable: true,
        cell: (provider) => <span className="truncate font-mono text-xs text-ink-2">{provider.prefix}</span>,
      },
      {
        id: "enabled",
        header: words.column.enabled,
        size: 140,
        sortable: true,
        cell: (provider) => (
          <Badge tone={provider.enabled ? "ok" : "muted"}>{provider.enabled ? words.on : words.off}</Badge>
        ),
      },
      {
        id: "people",
        header: words.column.people,
        size: 100,
        align: "end",
        sortable: true,
        cell: (provider) =>
          provider.people === 0 ? (
            <span className="text-ink-3">{count(0)}</span>
          ) : (
            <Link
              to="/p/$profile/users"
              params={{ profile }}
              search={{ provider: provider.id }}
              aria-label={words.show(provider.people, provider.name)}
              className="rounded-sm text-accent hover:underline"
            >
              {count(provider.people)}
            </Link>
          ),
      },
      {
        id: "id",
        header: words.column.id,
        size: 300,
        grow: 1,
        cell: (provider) => <span className="truncate font-mono text-xs text-ink-2 select-text">{provider.id}</span>,
      },
      {
        id: "actions",
        header: words.column.actions,
        size: 120,
        pin: "end",
        align: "end",
        cell: (provider) => <CopyButton text={provider.id} label={words.copy} />,
      },
    ],
    [profile],
  );
}
