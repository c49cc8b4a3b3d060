import { Section } from "@/components/Section";
import type { ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Checkbox } from "@/kit/Checkbox";
import { RadioGroup } from "@/kit/RadioGroup";
import { Switch } from "@/kit/Switch";
import { TextField } from "@/kit/TextField";
import { connections } from "@/words/en/connections";
import { ColourPicker } from "./ColourPicker";
import type { ConnectionForm, FormProblems } from "./draft";
import { HeadersEditor } from "./HeadersEditor";
import { KeychainNote } from "./KeychainNote";
import { SecretField } from "./SecretField";

const words = connections.form;

type FieldsProps = {
  profile: ProfileView | null;
  form: ConnectionForm;
  problems: FormProblems;
  onChange: (form: ConnectionForm) => void;
};

/** Everything that a connection is made of. */
export function ConnectionFields(props: FieldsProps) {
  return (
    <>
      <Basics {...props} />
      <Where {...props} />
      <SignIn {...props} />
      <Keeping {...props} />
      <Headers {...props} />
    </>
  );
}

function Basics({ form, problems, onChange }: FieldsProps) {
  return (
    <Section title={words.basics} note={words.basicsNote}>
      <TextField
        label={words.name}
        placeholder={words.nameHint}
        error={problems.name ?? null}
        value={form.name}
        onChange={(name) => onChange({ ...form, name })}
      />
      <ColourPicker value={form.colour} onChange={(colour) => onChange({ ...form, colour })} />
      <Switch isSelected={form.live} onChange={(live) => onChange({ ...form, live })}>
        {words.live}
        <span className="block text-sm text-ink-3">{words.liveNote}</span>
      </Switch>
    </Section>
  );
}

function Where({ form, problems, onChange }: FieldsProps) {
  return (
    <Section title={words.where} note={words.whereNote}>
      <TextField
        mono
        label={words.baseUrl}
        placeholder={words.baseUrlHint}
        help={words.baseUrlHelp}
        error={problems.baseUrl ?? null}
        value={form.baseUrl}
        onChange={(baseUrl) => onChange({ ...form, baseUrl })}
      />
      <RadioGroup
        inline
        label={words.scope}
        value={form.scopeKind}
        onChange={(scopeKind) => onChange({ ...form, scopeKind })}
        options={[
          { value: "platform", label: words.scopePlatform },
          { value: "customer", label: words.scopeCustomer },
        ]}
      />
      <TextField
        mono
        lines={2}
        label={form.scopeKind === "platform" ? words.platformIds : words.customerIds}
        help={words.idsHelp[form.scopeKind]}
        error={problems.ids ?? null}
        value={form.ids}
        onChange={(ids) => onChange({ ...form, ids })}
      />
    </Section>
  );
}

function SignIn(props: FieldsProps) {
  const { profile, form, problems, onChange } = props;
  return (
    <Section title={words.signInTitle} note={words.signInNote}>
      <SecretField
        label={words.key}
        help={words.keyHelp}
        error={problems.key}
        state={profile?.subscriptionKey}
        value={form.key}
        onChange={(key) => onChange({ ...form, key })}
      />
      <RadioGroup
        label={words.signIn}
        value={form.signIn}
        onChange={(signIn) => onChange({ ...form, signIn, secret: "" })}
        options={[
          { value: "client-credentials", label: words.clientCredentials, note: words.clientCredentialsNote },
          { value: "token", label: words.token, note: words.tokenNote },
        ]}
      />
      {form.signIn === "token" ? (
        <SecretField
          label={words.tokenValue}
          help={words.tokenValueHelp}
          error={problems.secret}
          state={profile?.signIn.kind === "token" ? profile.secret : undefined}
          value={form.secret}
          onChange={(secret) => onChange({ ...form, secret })}
        />
      ) : (
        <ClientCredentials {...props} />
      )}
    </Section>
  );
}

function ClientCredentials({ profile, form, problems, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        mono
        label={words.tokenUrl}
        placeholder={words.tokenUrlHint}
        help={words.tokenUrlHelp}
        error={problems.tokenUrl ?? null}
        value={form.tokenUrl}
        onChange={(tokenUrl) => onChange({ ...form, tokenUrl })}
      />
      <div className="grid grid-cols-2 items-start gap-4">
        <TextField
          mono
          label={words.clientId}
          error={problems.clientId ?? null}
          value={form.clientId}
          onChange={(clientId) => onChange({ ...form, clientId })}
        />
        <SecretField
          label={words.clientSecret}
          help={words.clientSecretHelp}
          error={problems.secret}
          state={profile?.signIn.kind === "client-credentials" ? profile.secret : undefined}
          value={form.secret}
          onChange={(secret) => onChange({ ...form, secret })}
        />
        <TextField
          mono
          label={words.audience}
          help={words.audienceHelp}
          value={form.audience}
          onChange={(audience) => onChange({ ...form, audience })}
        />
        <TextField
          mono
          label={words.oauthScope}
          help={words.audienceHelp}
          value={form.oauthScope}
          onChange={(oauthScope) => onChange({ ...form, oauthScope })}
        />
      </div>
    </>
  );
}

function Keeping({ form, onChange }: FieldsProps) {
  return (
    <Section title={words.keep}>
      <KeychainNote
        actions={
          form.sessionOnly ? null : (
            <Button small onPress={() => onChange({ ...form, sessionOnly: true })}>
              {words.useSession}
            </Button>
          )
        }
      />
      <Checkbox isSelected={form.sessionOnly} onChange={(sessionOnly) => onChange({ ...form, sessionOnly })}>
        {words.sessionOnly}
        <span className="block text-sm text-ink-3">{words.sessionOnlyNote}</span>
      </Checkbox>
    </Section>
  );
}

function Headers({ form, problems, onChange }: FieldsProps) {
  return (
    <Section title={words.advanced} note={words.advancedNote}>
      <HeadersEditor
        value={form.headers}
        error={problems.headers}
        onChange={(headers) => onChange({ ...form, headers })}
      />
    </Section>
  );
}
