import { useQuery } from "@tanstack/react-query";
import type { useRefresh } from "@/data/roster";
import { statusQuery } from "@/data/status";
import type { OrganizationView } from "@/ipc";
import { Button } from "@/kit/Button";
import { ChevronDownIcon, RefreshIcon } from "@/kit/icons";
import { Menu, type MenuEntry } from "@/kit/Menu";
import { refreshing as words } from "@/words/refreshing";

export type RefreshMenuProps = {
  refresh: ReturnType<typeof useRefresh>;
  /** The one organization that the list is narrowed to; null for none or several. */
  organization: Pick<OrganizationView, "id" | "label"> | null;
};

/** What can be read anew, as entries of a menu. */
export function refreshEntries({ refresh, organization }: RefreshMenuProps): MenuEntry[] {
  const entry = (id: string, label: string, only?: string): MenuEntry => ({
    id,
    label,
    disabled: refresh.isPending,
    onAction: () => refresh.mutate(only),
  });
  if (organization === null) return [entry("refresh", words.refresh)];
  const { id, label } = organization;
  return [entry("everyone", words.everyone), entry("organization", words.onlyCustomer(label), id)];
}

/** Reads the list anew: everyone at a press, or, where one organization is shown, everyone or its people alone. */
export function RefreshMenu({ refresh, organization }: RefreshMenuProps) {
  const minutes = useQuery(statusQuery()).data?.settings.refreshEveryMinutes;
  const said = {
    icon: <RefreshIcon />,
    pending: refresh.isPending,
    hint: minutes ? words.byItself(minutes) : undefined,
  };
  if (organization === null) {
    return (
      <Button {...said} onPress={() => refresh.mutate()}>
        {words.refresh}
      </Button>
    );
  }
  return (
    <Menu
      label={words.what}
      trigger={
        <Button {...said}>
          {words.refresh}
          <ChevronDownIcon className="text-ink-3" />
        </Button>
      }
      entries={refreshEntries({ refresh, organization })}
    />
  );
}
