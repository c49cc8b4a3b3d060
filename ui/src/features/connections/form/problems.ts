import type { CredentialState, DescriptionNeeds, ProfileView } from "@/ipc";
import { connections } from "@/words/connections";
import { type ConnectionForm, idsOf } from "../draft";

const said = connections.form.problem;

/** What has to be put right, field by field. */
export type FormProblems = Partial<Record<keyof ConnectionForm, string>>;

/** What is not known yet is asked for. */
export const NEEDS_ALL: DescriptionNeeds = {
  subscriptionKey: true,
  scope: true,
  identityProviders: true,
  organizations: true,
  role: true,
  roleOptional: false,
  tokenUrl: false,
};

const isEmpty = (text: string) => text.trim() === "";

/** TLS everywhere; plain http for this computer alone. */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text.trim())) return false;
  const { protocol, hostname } = new URL(text.trim());
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

function isProxy(text: string): boolean {
  if (!URL.canParse(text.trim())) return false;
  const { protocol, hostname, username, password } = new URL(text.trim());
  return /^https?:$/.test(protocol) && hostname !== "" && username === "" && password === "";
}

/** What the page can see is wrong before Rust is asked. A credential already kept need not be typed again. */
export function problemsOf(
  form: ConnectionForm,
  profile: ProfileView | null,
  needs: DescriptionNeeds = NEEDS_ALL,
): FormProblems {
  const problems: FormProblems = {};
  if (isEmpty(form.name)) problems.name = said.name;
  if (!isAddress(form.baseUrl)) problems.baseUrl = said.baseUrl;
  if (needs.scope && idsOf(form.ids).length === 0) problems.ids = said.ids;
  if (needs.subscriptionKey && isEmpty(form.key) && !isThere(profile?.subscriptionKey)) problems.key = said.key;
  if (form.headers.some(({ name, value }) => isEmpty(name) !== isEmpty(value))) problems.headers = said.header;
  if (form.proxy === "manual" && !isProxy(form.proxyUrl)) problems.proxyUrl = said.proxyUrl;
  return { ...problems, ...signInProblems(form, profile, needs) };
}

const isThere = (state: CredentialState | undefined) => state !== undefined && state !== "missing";

function signInProblems(form: ConnectionForm, profile: ProfileView | null, needs: DescriptionNeeds): FormProblems {
  const problems: FormProblems = {};
  const sameWay = profile?.signIn.kind === form.signIn;
  // In the browser the person signs in: a secret is only for clients that have one.
  const asksSecret = form.signIn !== "browser";
  if (asksSecret && isEmpty(form.secret) && !(sameWay && isThere(profile?.secret))) problems.secret = said.secret;
  if (form.signIn === "token") return problems;
  const known = needs.tokenUrl && isEmpty(form.tokenUrl);
  if (!known && !isAddress(form.tokenUrl)) problems.tokenUrl = said.tokenUrl;
  if (form.signIn === "browser" && !isAddress(form.authorizeUrl)) problems.authorizeUrl = said.authorizeUrl;
  if (isEmpty(form.clientId)) problems.clientId = said.clientId;
  return problems;
}
