import type { ApiCall } from "@/ipc";
import { list, plural } from "./format";
import { said } from "./said";

const call: Record<ApiCall, string> = {
  users: "List users",
  roles: "List roles",
  "identity-providers": "List identity providers",
  organizations: "List organizations",
  invite: "Invite users",
};

const missing: Record<ApiCall, string> = {
  users: "The document may be of another API of the platform. The portal has one for each: export the one with users.",
  roles: "The document may be of another API of the platform. Roles are also called groups.",
  "identity-providers": "Invitations then leave the sign-in to the platform.",
  organizations: "Rollcall then knows the organizations that people belong to, by their ids.",
  invite:
    "The document may be of another API of the platform. Until it is known, people can be looked at and not invited.",
};

/** What an OpenAPI document proposes. */
export const connectionsOpenapi = said("connectionsOpenapi", {
  call,
  missing,
  title: (title: string) => `What “${title}” offers`,
  note: (version: string, form: string) => [version && `version ${version}`, form].filter(Boolean).join(" · "),
  intro: "Rollcall looked for the calls that it needs. Look at what it chose; nothing is kept or sent yet.",
  kind: "Kind of platform",
  kindShown: (title: string) => `The document shows that it is of the kind ${title}:`,
  kindUnknown: (title: string) =>
    `The document shows no kind that Rollcall knows, so it is compared with ${title}. Choose another if you know better.`,
  kindChosen: (title: string) => `Your choice. What follows is what the document says differently from ${title}.`,
  table: "The calls that Rollcall needs",
  needs: "Rollcall needs",
  offers: "In this document",
  fields: "Fields",
  why: "Why",
  operationFor: (name: string) => `Operation for ${name}`,
  none: "None of these",
  optional: "optional",
  notFound: "not found",
  yourChoice: "Your choice",
  leftOut: "Left out by you.",
  sure: "sure",
  likely: "likely",
  guess: "a guess",
  fieldsFound: (found: number, all: number) => `${found} of ${plural(all, "field", "fields")}`,
  showFields: (name: string) => `Fields of ${name}`,
  fieldAt: (title: string, at: string) => `${title} ← ${at}`,
  fieldWritten: (title: string, at: string) => `${title} → ${at}`,
  fieldMissing: (title: string) => `${title}: not named`,
  address: "Where and how",
  addressNote: "What the document says of the address and the sign-in.",
  baseUrl: "Base URL",
  noBaseUrl: "The document names no address. You enter it on the next page.",
  keyHeader: "Header of the key",
  tokenUrl: "Token URL",
  authorizeUrl: "Address where people sign in",
  issuer: "Issuer",
  scopes: "Scopes",
  notSaid: "It does not say.",
  doubts: "What could not be understood",
  changes: "What this changes in the description",
  noChanges: "Nothing: the platform is spoken to as the description of this kind says.",
  looking: "Looking again with your choice…",
  use: "Use this",
  useNext: "Next come a name and the secrets.",
  stillMissing: (names: string[]) =>
    `Not found: ${list(names)}. The rest can be used; the description can say it later.`,
});
