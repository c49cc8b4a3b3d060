import { useId } from "react";
import { PeopleLink } from "@/features/users/PeopleLink";
import type { ProviderInsight } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { CopyButton } from "@/kit/CopyButton";
import { providers as words } from "@/words/providers";
import { Shares } from "./Shares";
import { useLeaves } from "./useLeaves";

type ProviderCardProps = { profile: string; provider: ProviderInsight; onWithout: () => void };

/** One way to sign in: how it stands, who uses it, and where they are. */
export function ProviderCard({ profile, provider, onWithout }: ProviderCardProps) {
  const id = useId();
  const isLeaf = useLeaves(profile);
  const { name, people } = provider;
  const asked = provider.enabled ? words.whatIf.open : words.whatIf.openOff;
  const its = { identityProviderIds: [provider.id] };
  return (
    <li aria-labelledby={id} className="@container rounded-lg border border-line bg-surface px-4 py-3">
      <div className="flex items-start gap-3 max-large:flex-wrap">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1.5 max-large:basis-full">
          <h2 id={id} className="min-w-0 truncate font-semibold">
            {name}
          </h2>
          <State enabled={provider.enabled} />
          {provider.prefix ? (
            <span className="truncate text-ink-2 select-text">{words.prefix(provider.prefix)}</span>
          ) : null}
        </div>
        <CopyButton compact text={provider.id} label={words.copyOf(name)} />
        {/* Of one that the platform does not list nobody knows whether it can be switched off. */}
        {provider.enabled === null ? null : (
          <Button small aria-label={words.whatIf.of(asked, name)} onPress={onWithout}>
            {asked}
          </Button>
        )}
      </div>
      <p className="mt-1 flex flex-wrap gap-x-3 tabular-nums">
        {people === 0 ? (
          <span className="text-ink-3">{words.nobody}</span>
        ) : (
          <PeopleLink profile={profile} query={its} people={people} label={words.show(people, name)}>
            {words.people(people)}
          </PeopleLink>
        )}
        {people > provider.notBlocked ? (
          <span className="text-ink-3">{words.blocked(people - provider.notBlocked)}</span>
        ) : null}
      </p>
      {people > 0 ? (
        <div className="mt-3 grid gap-x-8 gap-y-3 @3xl:grid-cols-2">
          <Shares
            profile={profile}
            title={words.byOrganization}
            none={words.noOrganization}
            provider={name}
            shares={provider.organizations}
            total={provider.organizationsTotal}
            // Users finds an organization with all below it: more than these, unless nothing is below.
            query={(place) => (isLeaf(place) ? { ...its, organizationIds: [place] } : null)}
          />
          <Shares
            profile={profile}
            title={words.byDomain}
            none={words.noDomain}
            provider={name}
            shares={provider.domains}
            total={provider.domainsTotal}
            query={(place) => ({ ...its, mailDomains: [place] })}
          />
        </div>
      ) : null}
    </li>
  );
}

function State({ enabled }: { enabled: boolean | null }) {
  if (enabled === null) return <Badge tone="warn">{words.unlisted}</Badge>;
  return <Badge tone={enabled ? "ok" : "muted"}>{enabled ? words.on : words.off}</Badge>;
}
