import type { ReactNode } from "react";
import type { Organization, UserDetail } from "@/ipc";
import { CopyButton } from "@/kit/CopyButton";
import { dateTime } from "@/words/format";
import { people } from "@/words/people";

const words = people.person;

/** What the platform gave, name by name; fields without a name of ours too. */
export function PersonFacts({ detail }: { detail: UserDetail }) {
  const { person, roles, organizations, identityProvider, foundBy, externalId, accessibility, other } = detail;
  return (
    <>
      <Facts>
        <Fact name={roles.length > 1 ? words.roles : words.role}>
          <Lines
            items={roles.map((role) => ({
              id: role.id,
              text: role.name,
              note: role.weight === null ? null : words.weight(role.weight),
            }))}
          />
        </Fact>
        <Fact name={organizations.length === 1 ? words.organization : words.organizations}>
          <Lines items={organizations.map((one) => ({ id: one.id, text: label(one), note: one.kind }))} />
        </Fact>
        <Fact name={words.provider}>
          {identityProvider ? identityProvider.name : words.none}{" "}
          {identityProvider && !identityProvider.enabled ? <Quiet>{words.providerOff}</Quiet> : null}
          <span className="block text-sm text-ink-3">{words.foundBy[foundBy]}</span>
        </Fact>
        {externalId ? (
          <Fact name={words.externalId}>
            <Mono>{externalId}</Mono>
          </Fact>
        ) : null}
        {person.createdAt ? <Fact name={words.created}>{dateTime(person.createdAt)}</Fact> : null}
        {accessibility ? <Fact name={words.accessibility}>{accessibility}</Fact> : null}
        <Fact name={words.id}>
          <span className="flex items-start gap-1">
            <Mono>{person.id}</Mono>
            <span className="-my-1">
              <CopyButton compact text={person.id} label={words.copyId} />
            </span>
          </span>
        </Fact>
      </Facts>
      {other.length > 0 ? (
        <>
          <h3 className="mt-6 mb-2 font-semibold">{words.other}</h3>
          <Facts>
            {other.map(({ name, value }) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
          </Facts>
        </>
      ) : null}
    </>
  );
}

const label = ({ name, erpId }: Organization) => (erpId ? `${name} – ${erpId}` : name);

function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[fit-content(130px)_minmax(0,1fr)] gap-x-3 gap-y-1.5">{children}</dl>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="break-words text-ink-3">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Lines({ items }: { items: { id: string; text: string; note: string | null }[] }) {
  if (items.length === 0) return words.none;
  return items.map(({ id, text, note }) => (
    <span key={id} className="block">
      {text} {note ? <Quiet>{note}</Quiet> : null}
    </span>
  ));
}

const Quiet = ({ children }: { children: ReactNode }) => <span className="inline-block text-ink-3">{children}</span>;

const Mono = ({ children }: { children: string }) => <span className="font-mono text-xs break-all">{children}</span>;
