import type { UserRow } from "@/ipc";
import type { GridColumn } from "@/kit/DataGrid";
import { people } from "@/words/en/people";
import { date } from "@/words/format";
import { Avatar } from "./Avatar";
import { StateBadge } from "./StateBadge";

const said = people.users.column;

/** Text that may be too long for its place. */
function Line({ children, quiet }: { children: string; quiet?: boolean }) {
  return (
    <span className={quiet ? "truncate text-ink-2" : "truncate"} title={children}>
      {children}
    </span>
  );
}

/** The columns of the list of people. Ids are the columns that Rust can order by. */
export const USER_COLUMNS: GridColumn<UserRow>[] = [
  {
    id: "name",
    header: said.name,
    size: 172,
    grow: 1.2,
    pin: "start",
    sortable: true,
    cell: (user) => (
      <span className="flex min-w-0 items-center gap-2">
        <Avatar name={user.name || user.email} />
        <Line>{user.name || user.email}</Line>
      </span>
    ),
  },
  {
    id: "email",
    header: said.email,
    size: 168,
    grow: 1.6,
    sortable: true,
    cell: (user) => <Line quiet>{user.email}</Line>,
  },
  { id: "state", header: said.state, size: 186, sortable: true, cell: (user) => <StateBadge user={user} /> },
  {
    id: "role",
    header: said.role,
    size: 122,
    grow: 1,
    sortable: true,
    cell: (user) => <Line>{user.roles.join(", ")}</Line>,
  },
  {
    id: "organization",
    header: said.organization,
    size: 150,
    grow: 1.2,
    sortable: true,
    cell: (user) => <Line>{user.organizations.join(", ")}</Line>,
  },
  {
    id: "provider",
    header: said.provider,
    size: 108,
    grow: 0.8,
    sortable: true,
    cell: (user) => <Line quiet>{user.identityProvider ?? ""}</Line>,
  },
  {
    id: "created",
    header: said.created,
    size: 106,
    align: "end",
    sortable: true,
    cell: (user) => <span className="text-ink-2">{user.createdAt ? date(user.createdAt) : ""}</span>,
  },
];
