import { useQuery } from "@tanstack/react-query";
import { Failure } from "@/components/Failure";
import { ladderQuery } from "@/data/ladder";
import {
  identityProvidersQuery,
  organizationsQuery,
  rolesQuery,
  summaryQuery,
  useRefresh,
  useRefreshProgress,
} from "@/data/roster";
import { viewsQuery } from "@/data/views";
import { Button } from "@/kit/Button";
import { ComboBox } from "@/kit/ComboBox";
import type { Option } from "@/kit/options";
import { RadioGroup } from "@/kit/RadioGroup";
import { count } from "@/words/format";
import { people } from "@/words/people";
import { reviews } from "@/words/reviews";
import { mostPowerFirst, SCOPE_KINDS, type ScopeChoice } from "./scope";

const words = reviews.start;

type ScopeFieldsProps = { profile: string; choice: ScopeChoice; onChange: (choice: ScopeChoice) => void };

/** Whom a review is about: the kind of scope, and which role, organization, provider or view. */
export function ScopeFields({ profile, choice, onChange }: ScopeFieldsProps) {
  const { kind, id } = choice;
  const which = (value: string | null) => onChange({ kind, id: value });
  return (
    <>
      <RadioGroup
        label={words.scope}
        options={SCOPE_KINDS.map((value) => ({ value, label: words.kind[value] }))}
        value={kind}
        onChange={(chosen) => onChange({ kind: chosen, id: null })}
      />
      <Which key={kind} profile={profile} kind={kind} value={id} onChange={which} />
    </>
  );
}

type WhichProps = {
  profile: string;
  kind: ScopeChoice["kind"];
  value: string | null;
  onChange: (value: string | null) => void;
};

function Which({ profile, kind, ...field }: WhichProps) {
  switch (kind) {
    case "role-and-above":
      return <Roles profile={profile} {...field} />;
    case "organization-and-below":
      return <Organizations profile={profile} {...field} />;
    case "identity-provider":
      return <Providers profile={profile} {...field} />;
    case "view":
      return <Views profile={profile} {...field} />;
    case "privileged":
    case "everyone":
      return null;
  }
}

type FieldProps = Omit<WhichProps, "kind">;

function Roles({ profile, ...field }: FieldProps) {
  const roles = useQuery(rolesQuery(profile)).data;
  const ladder = useQuery(ladderQuery(profile));
  // An order that turned round under the pointer would be worse than one that comes later.
  const offered = ladder.isPending ? undefined : roles && mostPowerFirst(roles, ladder.data?.direction);
  return <Offered profile={profile} label={words.role} offered={offered?.map(optionOf)} {...field} />;
}

function Organizations({ profile, ...field }: FieldProps) {
  const organizations = useQuery(organizationsQuery(profile)).data;
  const offered = organizations?.map(({ id, label, people }) => ({ id, label, note: count(people) }));
  return <Offered profile={profile} label={words.organization} offered={offered} {...field} />;
}

function Providers({ profile, ...field }: FieldProps) {
  const providers = useQuery(identityProvidersQuery(profile)).data;
  return <Offered profile={profile} label={words.provider} offered={providers?.map(optionOf)} {...field} />;
}

function Views({ profile, ...field }: FieldProps) {
  const views = useQuery(viewsQuery(profile)).data?.views;
  if (views?.length === 0) return <p className="text-ink-2">{words.noViews}</p>;
  return (
    <Offered
      profile={profile}
      label={words.view}
      offered={views?.map(({ id, name }) => ({ id, label: name }))}
      {...field}
    />
  );
}

const optionOf = ({ id, name, people }: { id: string; name: string; people: number }): Option => ({
  id,
  label: name,
  note: count(people),
});

type OfferedProps = FieldProps & { label: string; offered: Option[] | undefined };

/** The field once its options are there: it does not take later ones in, so it begins anew with them. */
function Offered({ profile, label, offered, value, onChange }: OfferedProps) {
  const summary = useQuery(summaryQuery(profile)).data;
  if (offered === undefined || summary === undefined) return <div aria-busy="true" className="h-13" />;
  if (offered.length === 0 && summary.fetchedAt === null) return <NotRead profile={profile} />;
  return <ComboBox key={offered.length} label={label} options={offered} value={value} onChange={onChange} />;
}

/** Nothing can be chosen because the platform's lists were not read yet. */
function NotRead({ profile }: { profile: string }) {
  const refresh = useRefresh(profile);
  const reading = useRefreshProgress(profile) !== null || refresh.isPending;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {refresh.error ? <Failure error={refresh.error} profile={profile} /> : null}
      <p role="status" className="text-ink-2">
        {words.noList}
      </p>
      <Button small pending={reading} onPress={() => refresh.mutate()}>
        {people.read}
      </Button>
    </div>
  );
}
