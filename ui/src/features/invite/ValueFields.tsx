import { useQuery } from "@tanstack/react-query";
import { identityProvidersQuery, organizationsQuery, rolesQuery } from "@/data/roster";
import { OrganizationsFromFile } from "@/features/connections/organizations/OrganizationsFromFile";
import type { OrganizationView, RoleView } from "@/ipc";
import { MultiSelect } from "@/kit/MultiSelect";
import type { Option } from "@/kit/options";
import { Select } from "@/kit/Select";
import { invite as words } from "@/words/invite";

const NONE = "";

type ValueFieldProps = {
  profile: string;
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string | null;
  /** The words for "none of them", where none is allowed. */
  none?: string;
};

/** A role to choose, with its weight beside it. */
export const roleOption = ({ id, name, weight }: RoleView): Option => ({
  id,
  label: name,
  ...(weight === null ? {} : { note: words.person.roleWeight(weight) }),
});

/** An organization to choose. Names repeat, so the kind stands beside each. */
export const organizationOption = ({ id, label, kind }: OrganizationView): Option => ({
  id,
  label,
  ...(kind === null ? {} : { note: kind }),
});

/** One of the platform's roles. */
export function RoleField({ profile, value, onChange, error, none }: ValueFieldProps) {
  const roles = useQuery(rolesQuery(profile));
  const options = (roles.data ?? []).map(roleOption);
  return (
    <Select
      label={words.person.role}
      options={none === undefined ? options : [{ id: NONE, label: none }, ...options]}
      value={value ?? (none === undefined ? null : NONE)}
      onChange={(id) => onChange(id || null)}
      error={error ?? null}
    />
  );
}

/** One of the platform's ways to sign in. One that is switched off is shown and can't be chosen. */
export function SignInField({ profile, value, onChange, error, none }: ValueFieldProps) {
  const providers = useQuery(identityProvidersQuery(profile));
  const options = (providers.data ?? []).map((provider) => ({
    id: provider.id,
    label: provider.name,
    disabled: !provider.enabled,
    ...(provider.enabled ? {} : { note: words.person.signInOff }),
  }));
  return (
    <Select
      label={words.person.signIn}
      options={none === undefined ? options : [{ id: NONE, label: none }, ...options]}
      value={value ?? (none === undefined ? null : NONE)}
      onChange={(id) => onChange(id || null)}
      error={error ?? null}
    />
  );
}

type OrganizationsFieldProps = {
  profile: string;
  value: string[];
  onChange: (value: string[]) => void;
  error?: string | null;
};

/** Any of the platform's organizations. */
export function OrganizationsField({ profile, value, onChange, error }: OrganizationsFieldProps) {
  const organizations = useQuery(organizationsQuery(profile));
  const options = (organizations.data ?? []).map(organizationOption);
  return (
    <div className="flex min-w-0 flex-col items-start gap-1 *:w-full">
      <MultiSelect
        label={words.person.organizations}
        placeholder={words.person.organizationsSearch}
        options={options}
        value={value}
        onChange={onChange}
        error={error ?? null}
      />
      {organizations.data?.length === 0 ? (
        <span>
          <OrganizationsFromFile profile={profile} />
        </span>
      ) : null}
    </div>
  );
}
