import type { OrganizationsTaken, PastedToken, ProfileView } from "@/ipc";

type Args = Record<string, unknown>;

/** Where the pretended connections are kept. */
type Book = { all: () => ProfileView[]; set: (profiles: ProfileView[]) => void };

const IN_AN_HOUR = 60 * 60_000;

/** What is done with connections beside saving and removing them, from memory. */
export function fakeConnections({ all, set }: Book) {
  const find = (id: unknown): ProfileView => {
    const found = all().find((one) => one.id === id);
    if (!found) throw new Error(`no connection ${id}`);
    return found;
  };
  const change = (id: unknown, by: Partial<ProfileView>): ProfileView => {
    const next = { ...find(id), ...by };
    set(all().map((one) => (one.id === id ? next : one)));
    return next;
  };
  const taken: OrganizationsTaken = { known: 42, added: 40, leftOut: [] };
  return {
    duplicate_profile: ({ profile }: Args) => {
      const copy = { ...find(profile), id: `${profile}-2`, name: `${find(profile).name} (2)`, lastRefresh: null };
      set([...all(), copy]);
      return copy;
    },
    order_profiles: ({ ids }: Args) => {
      set((ids as string[]).map(find));
      return all();
    },
    export_connection: ({ profile }: Args) => `${find(profile).name}.json`,
    secret_headers: () => [],
    pick_document: () => ({ token: "picked", name: "organizations.xlsx" }),
    take_organizations: () => taken,
    paste_token: ({ profile, pasted }: Args) => {
      const { token } = pasted as PastedToken;
      if (token === "") throw new Error("an empty token");
      return change(profile, { secret: "kept", tokenExpiresAt: new Date(Date.now() + IN_AN_HOUR).toISOString() });
    },
    sign_in: ({ profile }: Args) => change(profile, { secret: "kept", tokenRenews: true }),
    cancel_sign_in: () => null,
    confirm_sending: () => null,
  };
}
