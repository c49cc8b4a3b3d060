import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { addressOfQuery } from "@/data/addresses";
import { PeopleLink } from "@/features/users/PeopleLink";
import type { RoleOnRungView, RoleView, RungView } from "@/ipc";
import { Bar } from "@/kit/Bar";
import { Button } from "@/kit/Button";
import { useContextMenu } from "@/kit/ContextMenu";
import { CopyButton } from "@/kit/CopyButton";
import { copyText } from "@/kit/copyText";
import { count } from "@/words/format";
import { roles as words } from "@/words/roles";
import { Power, useSayPower } from "./Power";

type LadderProps = {
  profile: string;
  /** Most power first; the one without weight last. */
  rungs: RungView[];
  /** The roles by their ids. */
  known: ReadonlyMap<string, RoleView>;
};

const HEAD = "wrap-anywhere px-3 py-2 text-start text-sm font-medium text-ink-3";
const CELL = "border-t border-line px-3 py-1.5 align-middle";

/** The roles, rung by rung, with who stands on each. */
export function Ladder({ profile, rungs, known }: LadderProps) {
  const most = Math.max(...rungs.map((rung) => rung.people), 1);
  return (
    <div>
      <div data-tour="ladder" className="overflow-x-auto rounded-lg border border-line bg-surface">
        <table aria-label={words.ladder} className="w-full min-w-145 table-fixed border-collapse tabular-nums">
          <colgroup>
            <col className="w-20" />
            <col className="w-24 min-[1100px]:w-[18%]" />
            <col className="w-[30%]" />
            <col />
            <col className="w-31" />
          </colgroup>
          <thead>
            <tr>
              {[words.column.weight, words.column.rung, words.column.role, words.column.power].map((word) => (
                <th key={word} scope="col" className={HEAD}>
                  {word}
                </th>
              ))}
              <th scope="col" className={HEAD}>
                <span className="sr-only">{words.column.actions}</span>
              </th>
            </tr>
          </thead>
          {rungs.map((rung) => (
            <Rung key={rung.weight ?? "none"} profile={profile} rung={rung} most={most} known={known} />
          ))}
        </table>
      </div>
      <p className="mt-1.5 text-sm text-ink-3">{words.barNote}</p>
    </div>
  );
}

type RungProps = Omit<LadderProps, "rungs"> & {
  rung: RungView;
  /** People on the fullest rung. */
  most: number;
};

function Rung({ profile, rung, most, known }: RungProps) {
  return (
    <tbody>
      {rung.roles.map((role, place) => (
        <RoleLine key={role.id} profile={profile} role={role} known={known.get(role.id)}>
          {place === 0 ? (
            <>
              <th scope="rowgroup" rowSpan={rung.roles.length} className={`${CELL} text-start font-semibold`}>
                {rung.weight === null ? words.noWeight : count(rung.weight)}
              </th>
              <td rowSpan={rung.roles.length} className={CELL}>
                <OnRung profile={profile} rung={rung} most={most} />
              </td>
            </>
          ) : null}
          <th scope="row" className={`${CELL} text-start font-normal`}>
            <Holders profile={profile} role={role} />
          </th>
          <td className={CELL}>
            <Power profile={profile} role={known.get(role.id)} />
          </td>
          <td className={CELL}>
            <Acts profile={profile} role={role} />
          </td>
        </RoleLine>
      ))}
    </tbody>
  );
}

type RoleLineProps = { profile: string; role: RoleOnRungView; known: RoleView | undefined; children: ReactNode };

/** A role's row; its menu says the same as its links, its switch and its buttons. */
function RoleLine({ profile, role: { id, name, people }, known, children }: RoleLineProps) {
  const navigate = useNavigate();
  const say = useSayPower(profile);
  const { openers, menu } = useContextMenu(name, () => [
    {
      id: "people",
      label: words.people(people),
      onAction: () =>
        void navigate({ to: "/p/$profile/users", params: { profile }, search: addressOfQuery({ roleIds: [id] }) }),
    },
    {
      id: "invite",
      label: words.inviteWith,
      onAction: () => void navigate({ to: "/p/$profile/invite", params: { profile }, search: { role: id } }),
    },
    ...(known
      ? [
          {
            id: "power",
            label: known.privileged ? words.noPowerMenu : words.powerMenu,
            onAction: () => say.power(id, !known.privileged),
          },
        ]
      : []),
    "-",
    { id: "copy", label: words.copyOf(name), onAction: () => copyText(id) },
  ]);
  return (
    <tr {...openers}>
      {children}
      {menu ? <td className="contents">{menu}</td> : null}
    </tr>
  );
}

function OnRung({ profile, rung, most }: Omit<RungProps, "known">) {
  const { roles, people, highest } = rung;
  return (
    <div className="flex flex-col gap-1">
      <Bar value={highest} more={people - highest} of={most} />
      <span className="text-sm text-ink-3">{words.highest(highest)}</span>
      {/* Of a single role its own number says the same. */}
      {roles.length > 1 ? (
        <span className="text-sm">
          <PeopleLink profile={profile} query={{ roleIds: roles.map((role) => role.id) }} people={people}>
            {words.onRung(people)}
          </PeopleLink>
        </span>
      ) : null}
    </div>
  );
}

function Holders({ profile, role }: { profile: string; role: RoleOnRungView }) {
  const { id, name, people, alone } = role;
  return (
    <>
      <span className="block truncate font-medium" title={name}>
        {name}
      </span>
      <span className="flex flex-wrap gap-x-2 text-sm">
        <PeopleLink profile={profile} query={{ roleIds: [id] }} people={people} label={words.show(people, name)}>
          {words.people(people)}
        </PeopleLink>
        {people > 0 ? (
          <PeopleLink profile={profile} query={{ roleIds: [id], roleCount: "one" }} people={alone}>
            {words.alone(alone)} <span className="sr-only">{words.thanRole(name)}</span>
          </PeopleLink>
        ) : null}
      </span>
    </>
  );
}

function Acts({ profile, role: { id, name } }: { profile: string; role: RoleOnRungView }) {
  const navigate = useNavigate();
  return (
    <span className="flex justify-end gap-2">
      <CopyButton compact text={id} label={words.copyOf(name)} />
      <Button
        small
        aria-label={words.inviteWith}
        hint={words.inviteWith}
        onPress={() => navigate({ to: "/p/$profile/invite", params: { profile }, search: { role: id } })}
      >
        {words.invite}
      </Button>
    </span>
  );
}
