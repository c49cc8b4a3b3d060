import type {
  ApiCall,
  DescriptionAnswer,
  DescriptionChoice,
  DescriptionField,
  DescriptionNeeds,
  DescriptionProblem,
  DescriptionSummary,
  FieldDifference,
  FieldPlace,
  RecordMatch,
} from "@/ipc";

type Args = Record<string, unknown>;

/** What a connection to the marketplace needs. */
export const APPXITE: DescriptionNeeds = {
  subscriptionKey: true,
  scope: true,
  identityProviders: true,
  organizations: true,
  role: true,
  roleOptional: false,
  tokenUrl: true,
};
const SCIM: DescriptionNeeds = {
  subscriptionKey: false,
  scope: false,
  identityProviders: false,
  organizations: false,
  role: false,
  roleOptional: true,
  tokenUrl: false,
};

/** The kinds of platforms that are built in. */
export const KINDS: DescriptionSummary[] = [
  {
    name: "appxite",
    title: "AppXite",
    version: "1.0",
    about: "A marketplace of distributors, sellers and customers behind Azure API Management.",
    needs: APPXITE,
  },
  {
    name: "scim2",
    title: "SCIM 2.0 service",
    version: "1.0",
    about: "Any service that speaks RFC 7644: its users and groups. It knows no identity providers.",
    needs: SCIM,
  },
];

const field = (name: string, about: string, value: string | null, required = false): DescriptionField => ({
  field: name,
  about,
  value,
  required,
});

const FIELDS: DescriptionField[] = [
  field("name", "What the description is called, in small letters.", '"appxite"', true),
  field("subscription_key_header", "The header that carries the subscription key.", '"Ocp-Apim-Subscription-Key"'),
  field("batch_limit", "Most people in one invite call. Left out: one.", "100"),
  field("atomic", "Whether a call that is refused as a whole did nothing for anybody.", "true"),
  field("pace.per_minute", "Invite calls a minute to begin with.", "120"),
  field("calls.users.path", "Path of the list of users, after the base URL.", '"/api/v2/users"', true),
  field("calls.users.paging.style", "How pages are asked for: pages, offset, link or none.", '"pages"'),
  field("calls.invite.path", "Path of the invitation, after the base URL.", '"/api/v2/users/invite"', true),
  field("fields.user.email", "Where a user's address stands: names or JSON pointers.", '["Email", "Mail"]', true),
];

/** `a.b = value` on lines of their own is all the TOML that the pretended shell reads. */
function read(overrides: string): { differences: FieldDifference[]; problems: DescriptionProblem[] } {
  const lines = overrides.split("\n").map((text, at) => ({ text: text.trim(), line: at + 1 }));
  const said = lines.filter(({ text }) => text !== "" && !text.startsWith("#"));
  const differences: FieldDifference[] = [];
  const problems: DescriptionProblem[] = [];
  for (const { text, line } of said) {
    const [, name, here] = /^([\w.]+)\s*=\s*(.+)$/.exec(text) ?? [];
    const known = FIELDS.find((one) => one.field === name);
    if (!name || !here) problems.push({ line, sentence: "This is no line of TOML. Write a name, = and a value." });
    else if (!known) problems.push({ line, sentence: `There is no field ${name}. Did you mean calls.users.path?` });
    else differences.push({ field: name, builtIn: known.value, here });
  }
  return { differences, problems };
}

/** What a pretended look at a description finds. */
export function lookAt({ base = "appxite", own = null, overrides = "" }: DescriptionChoice): DescriptionAnswer {
  const { differences, problems } = read(overrides);
  if (problems.length > 0) return { kind: "bad", data: problems };
  const summary = KINDS.find((one) => one.name === base) ?? (KINDS[0] as DescriptionSummary);
  const shown = own === null ? summary : { ...summary, name: "own", title: "Nordlys CRM", version: "3" };
  const value = (one: DescriptionField) => differences.find(({ field }) => field === one.field)?.here ?? one.value;
  const fields = FIELDS.map((one) => ({ ...one, value: value(one) }));
  return { kind: "good", data: { summary: shown, text: overrides, differences, fields } };
}

const USER = {
  uid: "8d2c1f04",
  contact: { mail: "anna.ozola@nordlys.example" },
  name: { givenName: "Anna", familyName: "Ozola" },
  status: 1,
  note: "<img src=x onerror=alert(1)>",
};

/** A user as the platform might send one, with fields that nothing was found for. */
export const RECORD: RecordMatch = {
  call: "users",
  record: JSON.stringify(USER, null, 2),
  values: [
    { at: "/uid", example: "8d2c1f04" },
    { at: "/contact/mail", example: "anna.ozola@nordlys.example" },
    { at: "/name/givenName", example: "Anna" },
    { at: "/name/familyName", example: "Ozola" },
    { at: "/status", example: "1" },
    { at: "/note", example: "<img src=x onerror=alert(1)>" },
  ],
  fields: [
    { field: "id", title: "Id", required: true, at: "/uid", value: "8d2c1f04" },
    { field: "email", title: "E-mail", required: true, at: null, value: null },
    { field: "first_name", title: "First name", required: false, at: "/name/givenName", value: "Anna" },
    { field: "last_name", title: "Last name", required: false, at: "/name/familyName", value: "Ozola" },
    { field: "state", title: "State", required: false, at: "/status", value: "Active" },
    { field: "created", title: "Created", required: false, at: null, value: null },
  ],
};

function matched(record: RecordMatch, places: FieldPlace[]): RecordMatch {
  const example = (at: string | null) => record.values.find((one) => one.at === at)?.example ?? null;
  const fields = record.fields.map((one) => {
    const place = places.find(({ field }) => field === one.field);
    return place ? { ...one, at: place.at, value: example(place.at) } : one;
  });
  return { ...record, fields };
}

/** Descriptions and what platforms answer, as a pretended shell knows them. */
export function fakeDescriptions() {
  let record = RECORD;
  return {
    list_descriptions: () => KINDS,
    look_at_description: ({ choice }: Args) => lookAt(choice as DescriptionChoice),
    record_match: ({ call }: Args) => ({ ...record, call: call as ApiCall }),
    match_fields: ({ call, places }: Args) => {
      record = matched({ ...record, call: call as ApiCall }, places as FieldPlace[]);
      return record;
    },
  };
}
