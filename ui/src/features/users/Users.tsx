import { Page } from "@/components/Page";
import type { UsersSearch } from "@/data/addresses";
import { Card } from "@/kit/Card";
import { Skeleton } from "@/kit/Skeleton";
import { people } from "@/words/people";
import { UsersScreen } from "./UsersScreen";
import { useStart } from "./views/useStart";

export type UsersProps = {
  profile: string;
  search: UsersSearch;
  /** Changes the address; `replace` leaves no step back. */
  onSearch: (change: UsersSearch, replace?: boolean) => unknown;
};

/** Everyone on the platform, as the address says, or as the screen stood when it was left. */
export function Users(props: UsersProps) {
  const start = useStart(props.profile, props.search, props.onSearch);
  return start ? <UsersScreen {...props} start={start} /> : <Coming />;
}

/** The screen's place, for the moment until it is known how it stood. */
function Coming() {
  return (
    <Page title={people.users.title}>
      <div className="flex min-h-0 flex-1 px-6 pb-4">
        <Card padded className="flex-1">
          <Skeleton width="30%" height={14} />
        </Card>
      </div>
    </Page>
  );
}
