import type { Dispatch, SetStateAction } from "react";
import type {
  ConnectionSettings,
  DescriptionChoice,
  Header,
  OpenapiProposal,
  ProfileDraft,
  ProfileView,
  Proxy as ProxyChoice,
  Scope,
  SignIn,
  SignInEndpoints,
  TakenConnection,
} from "@/ipc";
import { type Authority, authoritiesOf, pemOf } from "./form/authorities";

/** The form as it stands: text as typed. */
export type ConnectionForm = {
  name: string;
  colour: string;
  live: boolean;
  baseUrl: string;
  scopeKind: Scope["kind"];
  /** One id per line. */
  ids: string;
  headers: Header[];
  signIn: SignIn["kind"];
  /** Whose discovery document says where people sign in; for finding, and not kept. */
  issuer: string;
  /** Whether that says how a sign-in is renewed; for finding, and not kept. */
  issuerRenews: boolean;
  /** Where people sign in. */
  authorizeUrl: string;
  tokenUrl: string;
  clientId: string;
  audience: string;
  oauthScope: string;
  /** Empty keeps the one there is. */
  secret: string;
  /** Empty keeps the one there is. */
  key: string;
  sessionOnly: boolean;
  readOnly: boolean;
  description: Required<DescriptionChoice>;
  proxy: ProxyChoice["kind"];
  proxyUrl: string;
  proxyUser: string;
  /** Empty keeps the one there is. */
  proxyPassword: string;
  /** Certificates that are trusted beside the system's. */
  authorities: Authority[];
};

/** Puts another form in place of the one there is. What comes from an answer that took a while changes the form as it is by then. */
export type ChangeForm = Dispatch<SetStateAction<ConnectionForm>>;

/** What a new connection begins with. */
export type Defaults = { sessionOnly: boolean; colour: string };

const NOTHING: ConnectionForm = {
  name: "",
  colour: "",
  live: true,
  baseUrl: "",
  scopeKind: "platform",
  ids: "",
  headers: [],
  signIn: "client-credentials",
  issuer: "",
  issuerRenews: false,
  authorizeUrl: "",
  tokenUrl: "",
  clientId: "",
  audience: "",
  oauthScope: "",
  secret: "",
  key: "",
  sessionOnly: false,
  readOnly: false,
  description: { base: "appxite", own: null, overrides: "" },
  proxy: "system",
  proxyUrl: "",
  proxyUser: "",
  proxyPassword: "",
  authorities: [],
};

/** A choice with nothing left out. */
export function wholeChoice(choice: DescriptionChoice | undefined): Required<DescriptionChoice> {
  return { ...NOTHING.description, ...choice };
}

/** Whether two choices speak to a platform in the same way. */
export function sameChoice(one: DescriptionChoice, other: DescriptionChoice): boolean {
  const [a, b] = [wholeChoice(one), wholeChoice(other)];
  return a.own === b.own && a.overrides === b.overrides && (a.own !== null || a.base === b.base);
}

/** A form for a connection, or for a new one. Secrets never come back, so their fields start empty. */
export function formOf(profile: ProfileView | null, defaults: Defaults): ConnectionForm {
  if (!profile) return { ...NOTHING, ...defaults };
  return formOfSettings(profile, { sessionOnly: profile.sessionOnly, colour: profile.colour });
}

/** A form with all that a colleague's file says: whoever takes it fills in the headers that are credentials. */
export function formOfTaken({ settings, leftOut }: TakenConnection, defaults: Defaults): ConnectionForm {
  const form = formOfSettings(settings, defaults);
  return { ...form, headers: [...form.headers, ...leftOut.map((name) => ({ name, value: "" }))] };
}

/** A form with all that a connection's settings say. */
function formOfSettings(settings: ConnectionSettings, { sessionOnly }: Defaults): ConnectionForm {
  const { scope, network } = settings;
  return {
    ...NOTHING,
    name: settings.name,
    colour: settings.colour,
    live: settings.live,
    baseUrl: settings.baseUrl,
    scopeKind: scope.kind,
    ids: scope.ids.join("\n"),
    headers: settings.extraHeaders ?? [],
    sessionOnly,
    readOnly: settings.readOnly ?? false,
    description: wholeChoice(settings.description),
    authorities: authoritiesOf(network?.extraAuthorities),
    ...signInFields(settings.signIn),
    ...proxyFields(network?.proxy),
  };
}

function signInFields(signIn: SignIn): Partial<ConnectionForm> {
  if (signIn.kind === "token") return { signIn: "token" };
  return {
    signIn: signIn.kind,
    authorizeUrl: signIn.kind === "browser" ? signIn.authorizeUrl : "",
    tokenUrl: signIn.tokenUrl,
    clientId: signIn.clientId,
    audience: signIn.audience ?? "",
    oauthScope: signIn.scope ?? "",
  };
}

function proxyFields(proxy: ProxyChoice = { kind: "system" }): Partial<ConnectionForm> {
  return proxy.kind === "manual"
    ? { proxy: "manual", proxyUrl: proxy.url, proxyUser: proxy.user ?? "" }
    : { proxy: proxy.kind };
}

/** The form with what an OpenAPI document says, and the address that was chosen of those that it names. */
export function withProposal(form: ConnectionForm, proposal: OpenapiProposal, baseUrl: string): ConnectionForm {
  const { tokenUrl, authorizeUrl, issuer, scopes } = proposal.signIn;
  return {
    ...form,
    name: form.name || proposal.title,
    baseUrl: baseUrl || form.baseUrl,
    // A client's own sign-in asks nobody to be there, so it goes first where a document offers both.
    signIn: authorizeUrl !== null && tokenUrl === null ? "browser" : form.signIn,
    tokenUrl: tokenUrl ?? form.tokenUrl,
    authorizeUrl: authorizeUrl ?? form.authorizeUrl,
    issuer: issuer ?? form.issuer,
    // Of several scopes a document does not say which ones this client has.
    oauthScope: scopes.length === 1 ? (scopes[0] ?? "") : form.oauthScope,
    description: { base: proposal.kind.name, own: null, overrides: proposal.overrides },
  };
}

/** Asks for what renews a sign-in by itself. Source: OpenID Connect Core 1.0, section 11. */
const RENEWING = ["openid", "offline_access"];

/** The form with what an issuer says of itself. */
export function withIssuer(form: ConnectionForm, { tokenUrl, authorizeUrl, scopes }: SignInEndpoints): ConnectionForm {
  const issuerRenews = RENEWING.every((scope) => scopes.includes(scope));
  return withScope({ ...form, tokenUrl, authorizeUrl: authorizeUrl ?? form.authorizeUrl, issuerRenews });
}

/** The form without the secrets that were sent to be kept. One that was typed since stays. */
export function withoutKept(form: ConnectionForm, sent: ConnectionForm): ConnectionForm {
  const left = (name: "secret" | "key" | "proxyPassword") => (form[name] === sent[name] ? "" : form[name]);
  return { ...form, secret: left("secret"), key: left("key"), proxyPassword: left("proxyPassword") };
}

/** The form with another way to sign in. Another secret belongs to it. */
export const withSignIn = (form: ConnectionForm, signIn: SignIn["kind"]): ConnectionForm =>
  withScope({ ...form, signIn, secret: "" });

/** The form with the scopes by which a person's sign-in is renewed, unless some were typed. */
function withScope(form: ConnectionForm): ConnectionForm {
  const asks = form.signIn === "browser" && form.issuerRenews && form.oauthScope.trim() === "";
  return asks ? { ...form, oauthScope: RENEWING.join(" ") } : form;
}

/** The ids in a text, however they are kept apart. */
export const idsOf = (text: string) => text.split(/[\s,;]+/).filter(Boolean);
const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

function signInOf(form: ConnectionForm): SignIn {
  if (form.signIn === "token") return { kind: "token" };
  const client = {
    tokenUrl: form.tokenUrl.trim(),
    clientId: form.clientId.trim(),
    audience: orNull(form.audience),
    scope: orNull(form.oauthScope),
  };
  return form.signIn === "browser"
    ? { kind: "browser", authorizeUrl: form.authorizeUrl.trim(), ...client }
    : { kind: "client-credentials", ...client };
}

/** The way through the network, as the form says. */
export function networkOf(form: ConnectionForm) {
  const proxy: ProxyChoice =
    form.proxy === "manual"
      ? { kind: "manual", url: form.proxyUrl.trim(), user: orNull(form.proxyUser) }
      : { kind: form.proxy };
  return { proxy, extraAuthorities: pemOf(form.authorities) };
}

/** What is sent to be kept. */
export function draftOf(id: string | null, form: ConnectionForm): ProfileDraft {
  return {
    id,
    name: form.name.trim(),
    colour: form.colour,
    live: form.live,
    baseUrl: form.baseUrl.trim(),
    scope: { kind: form.scopeKind, ids: idsOf(form.ids) },
    extraHeaders: form.headers
      .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
      .filter(({ name, value }) => name !== "" || value !== ""),
    signIn: signInOf(form),
    subscriptionKey: orNull(form.key),
    secret: orNull(form.secret),
    sessionOnly: form.sessionOnly,
    readOnly: form.readOnly,
    description: form.description,
    network: networkOf(form),
    proxyPassword: orNull(form.proxyPassword),
  };
}
