import type { DescriptionNeeds } from "@/ipc";
import { list, plural } from "./format";
import { said } from "./said";

/** What the request to a platform's administrator depends on. */
export type RequestFor = { platform: string; title: string; needs: DescriptionNeeds };

/** The request, as plain text. */
function requestText({ platform, title, needs }: RequestFor): string {
  const calls = [
    "list users",
    "list roles (also called groups)",
    needs.identityProviders ? "list identity providers" : null,
    "invite users",
  ].filter((one) => one !== null);
  const items = [
    "The base URL of the APIs: the address that every call begins with.",
    needs.subscriptionKey
      ? "A subscription key for them, approved. A key that is only submitted is refused until somebody approves it."
      : null,
    "A client id and its secret, with the token URL, and the audience or scope if the sign-in server asks for one. If people sign in themselves instead: the client id, and the addresses where they sign in and where tokens come from. A bearer token works too, until it ends.",
    `Permission for these calls: ${calls.join("; ")}.${needs.organizations ? " If there is one, also a call that lists organizations with their names and ERP ids." : ""}`,
    needs.scope ? "The platform’s id. If I am to see single customers only: their organization ids instead." : null,
    "If there is one: the OpenAPI document of these APIs (the developer portal exports it as JSON or YAML).",
  ].filter((one) => one !== null);
  return [
    `Access to the user management APIs of ${platform.trim() || "[name of the platform]"}`,
    "",
    `I look after users of ${platform.trim() || "[name of the platform]"} with Rollcall, a desktop program that lists people, roles and sign-in methods and sends invitations. It connects as ${title}. For that I need:`,
    "",
    ...items.map((item, place) => `${place + 1}. ${item}`),
    "",
    "Send secrets by a way that is meant for them, not in a reply to this message. Rollcall keeps them in the keychain of my computer. An API user sees and may do what its platform user may, so it should be one of the level whose people I look after.",
  ].join("\n");
}

/** Where a new connection begins, and what arrives as a document. */
export const connectionsBegin = said("connectionsBegin", {
  title: "Connect a platform",
  kind: "What kind of platform is it?",
  kindNote: "It decides what Rollcall asks you for. It can be changed later.",
  own: "Another kind, with a description of its own",
  ownNote:
    "A TOML file that says how the platform is spoken to. Whoever looks after the platform’s APIs can write one.",
  ownKind: "its own description says",
  failed: "That document could not be used",
  goOn: (title: string) => `Go on with ${title}`,
  goOnOwn: "Choose the description…",
  needWhat: "What do I need?…",
  dropTitle: "Or drop a document anywhere on this window",
  dropText: "Rollcall reads it and fills in what it says. Nothing is sent, and nothing is kept until you save.",
  takes: [
    ["A colleague’s connection file", "Everything is filled in; you enter the secrets."],
    ["An OpenAPI document", "The developer portal exports it, as JSON or YAML. Rollcall finds the calls in it."],
    ["A description", "How to speak to a kind of platform, as TOML."],
    ["Certificates", "Of your organization’s own authority, as PEM."],
  ] as const,
  choose: "Choose a document…",
  back: "Back",
  backTitle: "Back to the kind of platform",
  drop: {
    title: "Fill in the connection from this document",
    text: "A connection file, an OpenAPI document, a description, certificates, or a list of organizations. Nothing is kept until you save.",
    into: () => "",
    reading: (name: string) => `Reading “${name}”…`,
    failedTitle: (name: string) => `“${name}” could not be used`,
  },
  arrived: {
    connection: (file: string) => `Filled in from “${file}”.`,
    connectionNext: (names: readonly string[]) =>
      names.length === 0
        ? "Only the secrets are left: no file holds them. Nothing is kept until you save."
        : `Only the secrets are left: no file holds them, nor the values of the headers ${list(names)}. Nothing is kept until you save.`,
    description: (file: string) => `Rollcall will speak to the platform as “${file}” says.`,
    descriptionNext: "Nothing is kept until you save.",
    authorities: (n: number, file: string) =>
      `${plural(n, "certificate", "certificates")} of “${file}” will be trusted.`,
    authoritiesNext: "By this connection alone, beside those of the system. Nothing is kept until you save.",
    openapi: (title: string) => `Filled in from “${title}”.`,
    openapiNext: "What no document can say is left: the ids and the secrets. Nothing is kept until you save.",
  },
  need: {
    title: "What do I need?",
    text: "Send this to whoever looks after the platform’s APIs. It asks for everything that this kind of connection needs, and for nothing else.",
    platform: "The platform’s name",
    platformHint: "Nordlys",
    request: "The request",
    requestText,
    copy: "Copy the request",
    close: "Close",
  },
});
