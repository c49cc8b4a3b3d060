import type { UserRow } from "@/ipc";
import type { GridColumn } from "@/kit/DataGrid";
import { date, dateTime } from "@/words/format";
import { people } from "@/words/people";
import { Avatar } from "./Avatar";
import { StateBadge } from "./StateBadge";

const said = people.users.column;

/** Text that may be too long for its place. */
function Line({ children, quiet }: { children: string; quiet?: boolean | undefined }) {
  return (
    <span className={quiet ? "truncate text-ink-2" : "truncate"} title={children}>
      {children}
    </span>
  );
}

const shownName = (user: UserRow) => user.name || user.email;

type Text = (user: UserRow) => string;

/** A column of plain text. */
const plain = (
  column: Omit<GridColumn<UserRow>, "cell" | "text">,
  text: Text,
  quiet?: boolean,
): GridColumn<UserRow> => ({
  sortable: true,
  ...column,
  text,
  cell: (user) => <Line quiet={quiet}>{text(user)}</Line>,
});

/** A column that is there for those who want it. */
const extra = (id: keyof typeof said, size: number, text: Text): GridColumn<UserRow> =>
  plain({ id, header: said[id], size, hiddenAtFirst: true }, text, true);

/**
 * The columns of the list of people. Ids are the contract's own, so that what is shown can be ordered, copied and
 * exported by them; fields that Rollcall has no name for come last.
 */
export function userColumns(
  onOpen: (user: UserRow, index: number) => void,
  fields: readonly string[],
): GridColumn<UserRow>[] {
  return [
    {
      id: "name",
      header: said.name,
      size: 172,
      grow: 1.2,
      pin: "start",
      sortable: true,
      fixed: true,
      text: shownName,
      cell: (user, index) => (
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={shownName(user)} />
          <button
            type="button"
            tabIndex={-1}
            title={shownName(user)}
            onClick={() => onOpen(user, index)}
            className="min-w-0 truncate hover:underline"
          >
            {shownName(user)}
          </button>
        </span>
      ),
    },
    plain({ id: "email", header: said.email, size: 186, grow: 1.6 }, (user) => user.email, true),
    {
      id: "state",
      header: said.state,
      size: 204,
      sortable: true,
      text: (user) => user.state,
      cell: (user) => <StateBadge user={user} />,
    },
    plain({ id: "role", header: said.role, size: 122, grow: 1 }, (user) => user.roles.join(", ")),
    plain({ id: "organization", header: said.organization, size: 150, grow: 1.2 }, (user) =>
      user.organizations.join(", "),
    ),
    plain({ id: "provider", header: said.provider, size: 108, grow: 0.8 }, (user) => user.identityProvider ?? "", true),
    {
      id: "created",
      header: said.created,
      size: 106,
      align: "end",
      sortable: true,
      text: (user) => user.createdAt ?? "",
      cell: (user) => <Day at={user.createdAt} />,
    },
    {
      id: "invitation",
      header: said.invitation,
      size: 210,
      sortable: true,
      hiddenAtFirst: true,
      text: (user) => user.invitation?.invitedAt ?? "",
      cell: (user) =>
        user.invitation ? (
          <Line quiet>{`${date(user.invitation.invitedAt)}, ${people.users.basis[user.invitation.basis]}`}</Line>
        ) : null,
    },
    extra("firstName", 120, (user) => user.firstName),
    extra("lastName", 120, (user) => user.lastName),
    extra("domain", 150, (user) => user.mailDomain),
    extra("accessibility", 110, (user) => user.accessibility ?? ""),
    extra("externalId", 200, (user) => user.externalId ?? ""),
    extra("id", 260, (user) => user.id),
    ...fields.map((name) =>
      plain(
        { id: `other:${name}`, header: name, size: 150, hiddenAtFirst: true, sortable: false },
        fieldOf(name),
        true,
      ),
    ),
  ];
}

const fieldOf = (name: string) => (user: UserRow) => user.other.find((one) => one.name === name)?.value ?? "";

function Day({ at }: { at: string | null }) {
  return at ? (
    <span className="text-ink-2" title={dateTime(at)}>
      {date(at)}
    </span>
  ) : null;
}
