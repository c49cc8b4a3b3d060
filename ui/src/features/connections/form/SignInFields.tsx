import { Section } from "@/components/Section";
import type { ProfileView } from "@/ipc";
import { RadioGroup } from "@/kit/RadioGroup";
import { TextField } from "@/kit/TextField";
import { connections } from "@/words/connections";
import { connectionsSignIn } from "@/words/connectionsSignIn";
import { withSignIn } from "../draft";
import { signInState } from "../signIn/state";
import type { FieldsProps } from "./ConnectionFields";
import { FindSignIn } from "./FindSignIn";
import { SecretField } from "./SecretField";

const words = connections.form;

/** How Rollcall signs in: the key, and the way to a token. */
export function SignInFields(props: FieldsProps) {
  const { profile, form, needs, problems, onChange } = props;
  return (
    <Section title={words.signInTitle} note={words.signInNote}>
      {needs.subscriptionKey ? (
        <SecretField
          name="key"
          label={words.key}
          help={words.keyHelp}
          error={problems.key}
          state={profile?.subscriptionKey}
          value={form.key}
          onChange={(key) => onChange({ ...form, key })}
        />
      ) : null}
      <RadioGroup
        label={words.signIn}
        value={form.signIn}
        onChange={(signIn) => onChange(withSignIn(form, signIn))}
        options={[
          { value: "client-credentials", label: words.clientCredentials, note: words.clientCredentialsNote },
          { value: "browser", label: connectionsSignIn.browser, note: connectionsSignIn.browserNote },
          { value: "token", label: words.token, note: words.tokenNote },
        ]}
      />
      {form.signIn === "token" ? <PastedToken {...props} /> : <Client {...props} />}
    </Section>
  );
}

/**
 * Whether a credential is at hand already; of another way to sign in it is another one. With the browser it is what keeps
 * a person signed in, and no secret that is typed.
 */
const kept = ({ profile, form }: FieldsProps) =>
  profile?.signIn.kind === form.signIn && form.signIn !== "browser" ? profile.secret : undefined;

function PastedToken(props: FieldsProps) {
  const { form, problems, onChange } = props;
  return (
    <SecretField
      name="secret"
      label={words.tokenValue}
      help={words.tokenValueHelp}
      error={problems.secret}
      state={kept(props)}
      value={form.secret}
      onChange={(secret) => onChange({ ...form, secret })}
    />
  );
}

function Client(props: FieldsProps) {
  const { profile, form } = props;
  return (
    <>
      <FindSignIn form={form} onChange={props.onChange} />
      {form.signIn === "browser" ? <AuthorizeUrl {...props} /> : null}
      <TokenUrl {...props} />
      <div className="grid grid-cols-2 items-start gap-4">
        <ClientId {...props} />
        <ClientSecret {...props} />
        <AskedFor {...props} />
      </div>
      {form.signIn === "browser" ? <p className="text-ink-2">{signedIn(profile)}</p> : null}
    </>
  );
}

function AuthorizeUrl({ form, problems, onChange }: FieldsProps) {
  return (
    <TextField
      mono
      name="authorizeUrl"
      label={connectionsSignIn.authorizeUrl}
      placeholder={connectionsSignIn.authorizeUrlHint}
      help={connectionsSignIn.authorizeUrlHelp}
      error={problems.authorizeUrl ?? null}
      value={form.authorizeUrl}
      onChange={(authorizeUrl) => onChange({ ...form, authorizeUrl })}
    />
  );
}

function TokenUrl({ form, needs, problems, onChange }: FieldsProps) {
  return (
    <TextField
      mono
      name="tokenUrl"
      label={words.tokenUrl}
      placeholder={words.tokenUrlHint}
      help={needs.tokenUrl ? connectionsSignIn.tokenUrlKnown : words.tokenUrlHelp}
      error={problems.tokenUrl ?? null}
      value={form.tokenUrl}
      onChange={(tokenUrl) => onChange({ ...form, tokenUrl })}
    />
  );
}

function ClientId({ form, problems, onChange }: FieldsProps) {
  return (
    <TextField
      mono
      name="clientId"
      label={words.clientId}
      error={problems.clientId ?? null}
      value={form.clientId}
      onChange={(clientId) => onChange({ ...form, clientId })}
    />
  );
}

function ClientSecret(props: FieldsProps) {
  const { form, problems, onChange } = props;
  const optional = form.signIn === "browser";
  return (
    <SecretField
      name="secret"
      label={optional ? connectionsSignIn.optionalSecret : words.clientSecret}
      help={optional ? connectionsSignIn.optionalSecretHelp : words.clientSecretHelp}
      hint={optional ? connectionsSignIn.optionalSecretHint : ""}
      error={problems.secret}
      state={kept(props)}
      value={form.secret}
      onChange={(secret) => onChange({ ...form, secret })}
    />
  );
}

function AskedFor({ form, onChange }: FieldsProps) {
  return (
    <>
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
        help={form.signIn === "browser" ? connectionsSignIn.scopeHelp : words.audienceHelp}
        value={form.oauthScope}
        onChange={(oauthScope) => onChange({ ...form, oauthScope })}
      />
    </>
  );
}

/** How a browser sign-in stands. */
function signedIn(profile: ProfileView | null): string {
  const said = connectionsSignIn.state;
  if (profile?.signIn.kind !== "browser") return said.none;
  const state = signInState(profile, false, Date.now());
  switch (state.kind) {
    case "missing":
      return said.none;
    case "ended":
      return said.ended;
    case "renews":
      return said.renews;
    default:
      return profile.tokenExpiresAt ? said.until(profile.tokenExpiresAt) : said.some;
  }
}
