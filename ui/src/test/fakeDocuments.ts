import type {
  ApiCall,
  AuthorityFile,
  ConnectionDocument,
  ConnectionSettings,
  OpenapiProposal,
  OperationCandidate,
  OperationChoice,
  ProposedField,
} from "@/ipc";

/** A connection as a colleague exported it. */
export const SETTINGS: ConnectionSettings = {
  name: "Nordlys",
  colour: "#0891b2",
  live: true,
  baseUrl: "https://api.nordlys.example",
  scope: { kind: "platform", ids: ["5804b8cf-d121-5d58-8d0a-0db5f1c40fde"] },
  extraHeaders: [{ name: "api-version", value: "3.1" }],
  signIn: {
    kind: "client-credentials",
    tokenUrl: "https://login.nordlys.example/oauth/token",
    clientId: "rollcall",
    audience: null,
    scope: null,
  },
  readOnly: true,
  description: { base: "appxite", own: null, overrides: "batch_limit = 50\n" },
  network: { proxy: { kind: "manual", url: "http://proxy.nordlys.example:3128", user: "ann" }, extraAuthorities: null },
};

const candidate = (
  id: string,
  summary: string | null,
  certainty: number,
  ...reasons: string[]
): OperationCandidate => ({
  id,
  summary,
  certainty,
  reasons,
});
const found = (field: string, title: string, at: string | null): ProposedField => ({
  field,
  title,
  at,
  said: "string",
});

const USERS = [
  candidate(
    "GET /v2/members",
    "List the members of a tenant",
    92,
    "lists objects with an address and two names",
    "tag “Users”",
  ),
  candidate("GET /v2/members/{id}/devices", null, 31, "a list under a user"),
];
const ROLES = [candidate("GET /v2/groups", "Groups", 64, "objects with an id, a name and a weight")];
const INVITE = [
  candidate("POST /v2/invitations", "Invite members", 41, "the body holds an address", "its path says “invitations”"),
];

/** What a document of a stranger's API seems to say. */
export const PROPOSAL: OpenapiProposal = {
  title: "Nordlys Member API",
  version: "2024-06",
  form: "OpenAPI 3.1.0, YAML",
  baseUrls: ["https://api.nordlys.example/portal", "https://test.nordlys.example/portal"],
  signIn: {
    keyHeader: "Ocp-Apim-Subscription-Key",
    tokenUrl: "https://login.nordlys.example/oauth/token",
    authorizeUrl: null,
    issuer: "https://login.nordlys.example",
    scopes: ["members.read", "members.invite"],
  },
  operations: [
    {
      call: "users",
      required: true,
      chosen: "GET /v2/members",
      candidates: USERS,
      fields: [
        found("email", "E-mail", "/contact/mail"),
        found("first_name", "First name", "givenName"),
        found("created", "Created", null),
      ],
    },
    {
      call: "roles",
      required: true,
      chosen: "GET /v2/groups",
      candidates: ROLES,
      fields: [found("name", "Name", "title")],
    },
    { call: "identity-providers", required: false, chosen: null, candidates: [], fields: [] },
    { call: "organizations", required: false, chosen: null, candidates: [], fields: [] },
    {
      call: "invite",
      required: true,
      chosen: "POST /v2/invitations",
      candidates: INVITE,
      fields: [found("email", "E-mail", "members[].mail")],
    },
  ],
  kind: { name: "appxite", title: "AppXite", signs: [], byPerson: false },
  overrides: 'calls.users.path = "/v2/members"\ncalls.invite.path = "/v2/invitations"\n',
  doubts: ["The schema “Paging” refers to a part of the document that is not there."],
};

/** The proposal with a person's word on some of the calls, and on the kind. */
export function proposedWith(choices: OperationChoice[], kind: string | null = null): OpenapiProposal {
  const word = (call: ApiCall) => choices.find((one) => one.call === call);
  const chosen = kind === "scim2" ? { name: kind, title: "SCIM 2.0", signs: [], byPerson: true } : PROPOSAL.kind;
  return {
    ...PROPOSAL,
    kind: kind === null ? PROPOSAL.kind : { ...chosen, byPerson: true },
    operations: PROPOSAL.operations.map((one) => {
      const said = word(one.call);
      return said ? { ...one, chosen: said.operation } : one;
    }),
  };
}

const block = (letters: string) => `-----BEGIN CERTIFICATE-----\n${letters}\n-----END CERTIFICATE-----`;

/** Two certificates of an organization. */
export const AUTHORITIES: AuthorityFile = {
  pem: `${block("Rm9yZXN0")}\n${block("R3JvdmU=")}\n`,
  certificates: [
    {
      subject: "Nordlys Root CA",
      issuer: "Nordlys Root CA",
      notAfter: "2036-01-31T00:00:00Z",
      fingerprint: "9F:86:D0:81:88:4C:7D:65:9A:2F:EA:A0:C5:5A:D0:15:A3:BF:4F:1B:2B:0B:82:2C:D1:5D:6C:15:B0:F0:0A:08",
    },
    {
      subject: "Nordlys Proxy CA 2019",
      issuer: "Nordlys Root CA",
      notAfter: "2021-01-31T00:00:00Z",
      fingerprint: "60:30:3A:E2:2B:99:88:61:BC:E3:B2:8F:33:EE:C1:BE:75:8A:21:3C:86:C9:3C:07:6D:BE:9F:55:8C:11:C7:52",
    },
  ],
};

type Args = Record<string, unknown>;

/** Documents that can be dropped or picked, by the word for each: `connection`, `openapi`, `description`, `authorities`, `table`. */
const DOCUMENTS: Record<string, ConnectionDocument> = {
  connection: { kind: "connection", data: { settings: SETTINGS, leftOut: [] } },
  table: { kind: "table" },
  openapi: { kind: "openapi", data: PROPOSAL },
  description: { kind: "description", data: { base: "appxite", own: 'name = "own"\n', overrides: "" } },
  authorities: { kind: "authorities", data: AUTHORITIES },
};

/** Documents as a pretended shell reads them. The system's dialog gives the one that is named. */
export function fakeDocuments(picked: keyof typeof DOCUMENTS | null = "openapi") {
  return {
    pick_document: () => picked && { token: picked, name: `${picked}.file` },
    read_connection_document: ({ token }: Args) => DOCUMENTS[token as string],
    propose_operations: ({ choices, kind }: Args) => proposedWith(choices as OperationChoice[], kind as string | null),
    discover_sign_in: () => ({
      issuer: "https://login.nordlys.example",
      authorizeUrl: "https://login.nordlys.example/authorize",
      tokenUrl: "https://login.nordlys.example/oauth/token",
      scopes: ["openid", "offline_access"],
    }),
  };
}
