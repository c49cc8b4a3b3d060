import { useQuery } from "@tanstack/react-query";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { providerInsightsQuery } from "@/data/findings";
import { ListNotRead } from "@/features/shell/ListNotRead";
import { PeopleLink } from "@/features/users/PeopleLink";
import type { ProviderInsights } from "@/ipc";
import { ProvidersIcon } from "@/kit/icons";
import { Skeleton } from "@/kit/Skeleton";
import { count } from "@/words/format";
import { providers as words } from "@/words/providers";
import { ProviderCard } from "./ProviderCard";
import { ProviderFindings } from "./ProviderFindings";
import { WhatIf } from "./WhatIf";

type ProvidersProps = {
  profile: string;
  /** The one of which it is asked what happens without it. */
  without: string | undefined;
  onWithout: (provider: string | undefined) => void;
};

/** How people sign in to the platform. */
export function Providers(props: ProvidersProps) {
  const { profile } = props;
  const insights = useQuery(providerInsightsQuery(profile));
  const known = insights.data?.providers.length ?? 0;
  return (
    <Page title={words.title} note={known > 0 ? count(known) : null}>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-6">
        {insights.error ? (
          <Failure error={insights.error} profile={profile} onRetry={() => void insights.refetch()} />
        ) : insights.data === undefined ? (
          <Skeleton height={480} />
        ) : known === 0 ? (
          <ListNotRead profile={profile} icon={<ProvidersIcon />} title={words.emptyTitle}>
            {words.empty}
          </ListNotRead>
        ) : (
          <Told {...props} insights={insights.data} />
        )}
      </div>
    </Page>
  );
}

function Told({ profile, without, onWithout, insights }: ProvidersProps & { insights: ProviderInsights }) {
  const asked = insights.providers.find(({ id }) => id === without);
  return (
    <div className="flex max-w-240 flex-col gap-3">
      <p className="text-ink-3">{words.note}</p>
      <ProviderFindings profile={profile} />
      <ul aria-label={words.list} className="flex flex-col gap-3">
        {insights.providers.map((provider) => (
          <ProviderCard
            key={provider.id}
            profile={profile}
            provider={provider}
            onWithout={() => onWithout(provider.id)}
          />
        ))}
      </ul>
      {insights.none > 0 ? (
        <p>
          <PeopleLink profile={profile} query={{ identityProviderIds: [""] }} people={insights.none}>
            {words.none(insights.none)}
          </PeopleLink>
        </p>
      ) : null}
      {without === undefined ? null : (
        <WhatIf key={without} profile={profile} provider={without} known={asked} onClose={() => onWithout(undefined)} />
      )}
    </div>
  );
}
