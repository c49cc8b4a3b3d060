import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Failure } from "@/components/Failure";
import { FromCore } from "@/components/FromCore";
import { findingsQuery } from "@/data/findings";
import type { Rule } from "@/ipc";
import { Card } from "@/kit/Card";
import { providers } from "@/words/providers";

const words = providers.findings;

/** What the rules look for in how people sign in. */
const ON_PROVIDERS: readonly Rule[] = ["disabled-provider", "password-account", "unused-provider"];

/** What was found about how people sign in, and the way to it; nothing where nothing is open. */
export function ProviderFindings({ profile }: { profile: string }) {
  const all = useQuery(findingsQuery(profile));
  if (all.error) return <Failure error={all.error} profile={profile} onRetry={() => void all.refetch()} />;
  const found = all.data?.findings.filter(({ rule }) => ON_PROVIDERS.includes(rule)) ?? [];
  if (found.length === 0) return null;
  return (
    <Card padded label={words.title}>
      <h2 className="text-sm font-semibold text-ink-2">{words.title}</h2>
      <ul className="mt-1 flex flex-col gap-0.5">
        {found.map(({ rule, title, people }) => (
          <li key={rule} className="tabular-nums">
            <Link
              to="/p/$profile/findings"
              params={{ profile }}
              search={{ open: rule }}
              className="rounded-sm text-accent hover:underline"
            >
              <FromCore of={title} />
            </Link>{" "}
            {people > 0 ? <span className="text-ink-3">{words.people(people)}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
