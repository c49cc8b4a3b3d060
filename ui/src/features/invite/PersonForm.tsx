import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useKeepDraft } from "@/data/drafts";
import { userQuery } from "@/data/users";
import { ipc, type TypedPerson } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { Skeleton } from "@/kit/Skeleton";
import { TextField } from "@/kit/TextField";
import { invite as words } from "@/words/invite";
import { ErrorBanner } from "./ErrorBanner";
import type { Places } from "./flow";
import { usePlaces } from "./usePlaces";
import { OrganizationsField, RoleField, SignInField } from "./ValueFields";

type PersonFormProps = {
  profile: string;
  role?: string | undefined;
  /** An address, or the id of a listed person. */
  person?: string | undefined;
  onClose: () => void;
};

/** A person with every part there, blank or not. */
type Entered = Required<TypedPerson>;

const NOBODY: Entered = {
  email: "",
  firstName: "",
  lastName: "",
  roleId: null,
  identityProviderId: null,
  organizationIds: [],
};

/** One person, typed by hand. What is entered is checked like any row of a file. */
export function PersonForm({ profile, role, person, onClose }: PersonFormProps) {
  const listed = person !== undefined && !person.includes("@");
  const detail = useQuery({ ...userQuery(profile, person ?? ""), enabled: listed });
  // A placeholder is someone else: nobody is invited under another person’s name.
  if (listed && (detail.isPending || detail.isPlaceholderData)) {
    return (
      <Dialog title={words.person.title} open onClose={onClose} actions={<Cancel onClose={onClose} />}>
        <p className="sr-only" role="status">
          {words.person.loading}
        </p>
        <div className="flex flex-col gap-4">
          <Skeleton height={32} />
          <Skeleton height={32} />
          <Skeleton height={32} />
        </div>
      </Dialog>
    );
  }
  const known = listed ? detail.data : undefined;
  const start: Entered = known
    ? {
        email: known.person.email,
        firstName: known.person.firstName,
        lastName: known.person.lastName,
        roleId: role ?? known.roles[0]?.id ?? null,
        identityProviderId: known.identityProvider?.id ?? null,
        organizationIds: known.organizations.map((organization) => organization.id),
      }
    : { ...NOBODY, email: listed ? "" : (person ?? ""), roleId: role ?? null };
  // Whoever is asked for again by name has been invited before: that is the decision to mail again.
  return <Form profile={profile} start={start} again={known !== undefined} onClose={onClose} />;
}

function Cancel({ onClose }: { onClose: () => void }) {
  return <Button onPress={onClose}>{words.person.cancel}</Button>;
}

function problemsOf(person: Entered, { organizations, roleOptional }: Places) {
  return {
    email: person.email.trim() === "" ? words.person.needEmail : null,
    role: person.roleId || roleOptional ? null : words.person.needRole,
    organizations: person.organizationIds.length || !organizations ? null : words.person.needOrganizations,
  };
}

/** The first field that has to be put right; a select's hidden twin for forms is passed over. */
function focusFirstProblem(form: HTMLFormElement | null) {
  const all = form?.querySelectorAll<HTMLElement>("[data-invalid] input, [data-invalid] button") ?? [];
  [...all].find((one) => !one.closest("[aria-hidden=true]"))?.focus();
}

type FormProps = { profile: string; start: Entered; again: boolean; onClose: () => void };

function Form({ profile, start, again, onClose }: FormProps) {
  const [person, setPerson] = useState(start);
  const [tried, setTried] = useState(false);
  const keep = useKeepDraft();
  const navigate = useNavigate();
  const check = useMutation({
    mutationFn: async () => {
      const draft = await ipc.typePerson(profile, { ...person, email: person.email.trim() });
      return again ? ipc.chooseValues(draft.id, draft.defaults, { ...draft.decisions, reinvite: true }) : draft;
    },
    onSuccess: (draft) => {
      keep(draft);
      return navigate({ to: "/p/$profile/invite/$draft", params: { profile, draft: draft.id } });
    },
  });
  const set = (part: Partial<Entered>) => setPerson({ ...person, ...part });
  const places = usePlaces(profile);
  const problems = problemsOf(person, places);
  const shown = tried ? problems : { email: null, role: null, organizations: null };
  const fields = useRef<HTMLFormElement>(null);
  const submit = () => {
    setTried(true);
    if (!problems.email && !problems.role && !problems.organizations) check.mutate();
    else requestAnimationFrame(() => focusFirstProblem(fields.current));
  };
  return (
    <Dialog
      title={words.person.title}
      open
      onClose={onClose}
      actions={
        <>
          <Cancel onClose={onClose} />
          <Button kind="primary" type="submit" form="one-person" pending={check.isPending}>
            {words.person.check}
          </Button>
        </>
      }
    >
      <form
        ref={fields}
        id="one-person"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{words.person.text}</p>
        <ErrorBanner error={check.error} profile={profile} />
        <TextField
          label={words.person.email}
          help={words.person.emailHint}
          error={shown.email}
          type="email"
          value={person.email}
          onChange={(email) => set({ email })}
          autoFocus
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={words.person.firstName}
            value={person.firstName}
            onChange={(firstName) => set({ firstName })}
          />
          <TextField label={words.person.lastName} value={person.lastName} onChange={(lastName) => set({ lastName })} />
        </div>
        {places.role ? (
          <RoleField
            profile={profile}
            value={person.roleId}
            error={shown.role}
            {...(places.roleOptional ? { none: words.person.noRole } : {})}
            onChange={(roleId) => set({ roleId })}
          />
        ) : null}
        {places.identityProviders ? (
          <SignInField
            profile={profile}
            value={person.identityProviderId}
            none={words.person.signInAny}
            onChange={(identityProviderId) => set({ identityProviderId })}
          />
        ) : null}
        {places.organizations ? (
          <OrganizationsField
            profile={profile}
            value={person.organizationIds}
            error={shown.organizations}
            onChange={(organizationIds) => set({ organizationIds })}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
