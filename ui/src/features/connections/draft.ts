import type {
  CredentialState,
  DescriptionChoice,
  Header,
  Network,
  ProfileDraft,
  ProfileView,
  Scope,
  SignIn,
} from "@/ipc";
import { connections } from "@/words/en/connections";

const said = connections.form.problem;

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
  description: DescriptionChoice;
  network: Network;
  /** Empty keeps the one there is. */
  proxyPassword: string;
};

/** A form for a connection, or for a new one. Secrets never come back, so their fields start empty. */
export function formOf(
  profile: ProfileView | null,
  defaults: { sessionOnly: boolean; colour: string },
): ConnectionForm {
  const signIn = profile?.signIn;
  const client = signIn && signIn.kind !== "token" ? signIn : null;
  return {
    name: profile?.name ?? "",
    colour: profile?.colour ?? defaults.colour,
    live: profile?.live ?? true,
    baseUrl: profile?.baseUrl ?? "",
    scopeKind: profile?.scope.kind ?? "platform",
    ids: profile?.scope.ids.join("\n") ?? "",
    headers: profile?.extraHeaders ?? [],
    signIn: signIn?.kind ?? "client-credentials",
    authorizeUrl: signIn?.kind === "browser" ? signIn.authorizeUrl : "",
    tokenUrl: client?.tokenUrl ?? "",
    clientId: client?.clientId ?? "",
    audience: client?.audience ?? "",
    oauthScope: client?.scope ?? "",
    secret: "",
    key: "",
    sessionOnly: profile?.sessionOnly ?? defaults.sessionOnly,
    readOnly: profile?.readOnly ?? false,
    description: profile?.description ?? { base: "appxite", own: null, overrides: "" },
    network: profile?.network ?? { proxy: { kind: "system" }, extraAuthorities: null },
    proxyPassword: "",
  };
}

const idsOf = (text: string) => text.split(/[\s,;]+/).filter(Boolean);
const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

function signInOf(form: ConnectionForm): SignIn {
  if (form.signIn === "token") return { kind: "token" };
  if (form.signIn === "browser") {
    return {
      kind: "browser",
      authorizeUrl: form.authorizeUrl.trim(),
      tokenUrl: form.tokenUrl.trim(),
      clientId: form.clientId.trim(),
      audience: orNull(form.audience),
      scope: orNull(form.oauthScope),
    };
  }
  return {
    kind: "client-credentials",
    tokenUrl: form.tokenUrl.trim(),
    clientId: form.clientId.trim(),
    audience: orNull(form.audience),
    scope: orNull(form.oauthScope),
  };
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
    network: form.network,
    proxyPassword: orNull(form.proxyPassword),
  };
}

/** What has to be put right, field by field. */
export type FormProblems = Partial<Record<keyof ConnectionForm, string>>;

/** TLS everywhere; plain http for this computer alone. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text.trim())) return false;
  const { protocol, hostname } = new URL(text.trim());
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

/** What the page can see is wrong before Rust is asked. A credential already kept need not be typed again. */
export function problemsOf(form: ConnectionForm, profile: ProfileView | null): FormProblems {
  const there = (state: CredentialState | undefined) => state !== undefined && state !== "missing";
  const sameWay = profile?.signIn.kind === form.signIn;
  const problems: FormProblems = {};
  if (form.name.trim() === "") problems.name = said.name;
  if (!isAddress(form.baseUrl)) problems.baseUrl = said.baseUrl;
  if (idsOf(form.ids).length === 0) problems.ids = said.ids;
  if (form.signIn === "client-credentials") {
    if (!isAddress(form.tokenUrl)) problems.tokenUrl = said.tokenUrl;
    if (form.clientId.trim() === "") problems.clientId = said.clientId;
  }
  if (form.secret.trim() === "" && !(sameWay && there(profile?.secret))) problems.secret = said.secret;
  if (form.key.trim() === "" && !there(profile?.subscriptionKey)) problems.key = said.key;
  if (form.headers.some(({ name, value }) => name.trim() === "" && value.trim() !== "")) problems.headers = said.header;
  return problems;
}
