import type { ProfileView } from "@/ipc";
import { SAMPLE } from "./fakeIpc";

/** So many minutes from now; before now where negative. */
export const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

/** A live platform with nothing wrong. */
export const NORDLYS: ProfileView = {
  ...SAMPLE,
  id: "nordlys",
  name: "Nordlys",
  colour: "#0891b2",
  live: true,
  baseUrl: "https://api.nordlys.example",
  lastRefresh: inMinutes(-4.5),
};

/** A platform that wants a pasted token, which ends in twelve minutes. */
export const CONTOSO: ProfileView = {
  ...SAMPLE,
  id: "contoso",
  name: "Contoso",
  signIn: { kind: "token" },
  tokenRenews: false,
  tokenExpiresAt: inMinutes(12.5),
};

/** A platform that people sign in to with the browser; nobody did yet. It knows no keys and no providers. */
export const FABRIKAM: ProfileView = {
  ...SAMPLE,
  id: "fabrikam",
  name: "Fabrikam",
  needs: { ...SAMPLE.needs, subscriptionKey: false, scope: false, identityProviders: false },
  subscriptionKey: "missing",
  secret: "missing",
  signIn: {
    kind: "browser",
    authorizeUrl: "https://login.fabrikam.example/authorize",
    tokenUrl: "https://login.fabrikam.example/token",
    clientId: "rollcall",
    audience: null,
    scope: "offline_access",
  },
};
