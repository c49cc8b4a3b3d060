import { date } from "./format";
import { said } from "./said";

/** The way through the network. */
export const connectionsNetwork = said("connectionsNetwork", {
  title: "Network",
  note: "The way from this computer to the platform.",
  asSystem: "As the system says: its proxy, and the certificates that it trusts.",
  change: "Change…",
  changeName: "Change the network",
  proxy: "Proxy",
  system: "As the system says",
  none: "None, whatever the system says",
  manual: "This one",
  url: "The proxy’s address",
  urlHint: "http://proxy.example:3128",
  user: "User name",
  userHelp: "Only for a proxy that asks who is there.",
  password: "Password",
  passwordHelp: "Kept like the other credentials, and never shown.",
  authorities: "Certificates of your organization’s own authority",
  authoritiesNote:
    "For networks that look into encrypted traffic, and for platforms inside your organization. They are trusted beside those of the system, by this connection alone.",
  noAuthorities: "None. Those of the system are trusted.",
  add: "Add certificates…",
  issuer: (issuer: string) => `Issued by ${issuer}`,
  until: (iso: string) => `holds until ${date(iso)}`,
  ended: (iso: string) => `ended on ${date(iso)}`,
  keptCertificate: (place: number) => `Certificate ${place} of those kept`,
  keptNote: "Was added earlier.",
  fingerprint: "SHA-256",
  remove: (name: string) => `Remove ${name}`,
  removeWord: "Remove",
  checked:
    "Certificates are always checked. There is no switch for that: without the check anybody on the way could read the credentials. If a certificate is refused, add its authority here.",
});
