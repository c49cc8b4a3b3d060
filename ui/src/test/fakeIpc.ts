import type { Channel } from "@tauri-apps/api/core";
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import type {
  AppEvent,
  AppStatus,
  DoctorCheck,
  DoctorReport,
  DoctorState,
  DoctorStep,
  ErrorCode,
  ExportChoice,
  HeldList,
  JumpTo,
  Picked,
  ProfileDraft,
  ProfileView,
  RefreshFailure,
  RosterSummary,
  RunView,
  Settings,
  SinceCounts,
  UserQuery,
  UserView,
} from "@/ipc";
import { fakeConnections } from "./fakeConnections";
import { APPXITE, fakeDescriptions } from "./fakeDescriptions";
import { fakeDocuments } from "./fakeDocuments";
import { fakeFindings } from "./fakeFindings";
import { fakeHistory, KEPT } from "./fakeHistory";
import { fakePeople } from "./fakePeople";
import { fakeViews } from "./fakeViews";

/** A rejection as the shell sends it. */
export const failure = (code: ErrorCode, message: string, detail: string | null = null) => ({ code, message, detail });

/** The page asks once for what happens, whichever pretended shell it speaks to by then. */
let line: Channel<AppEvent> | null = null;

type Args = Record<string, unknown>;
type Command = (args: Args) => unknown;

/** What can be said about the pretended platform. */
export type FakeWorld = {
  /** People on it. */
  people?: number;
  profiles?: ProfileView[];
  status?: Partial<AppStatus>;
  runs?: RunView[];
  /** Whether its lists were read before. */
  fetched?: boolean;
  lastFailure?: RefreshFailure | null;
  /** A newer list that looks wrong. */
  held?: HeldList | null;
  complete?: boolean;
  /** Views that were kept before, and how the screen stood last. */
  views?: UserView[];
  lastView?: UserView | null;
  /** How many lists are kept; one unless told. */
  lists?: number;
  report?: DoctorReport;
  /** Commands by their wire name, instead of or beside the usual ones. */
  commands?: Record<string, Command>;
};

export const SAMPLE: ProfileView = {
  id: "sample",
  name: "Sample platform",
  colour: "#7c3aed",
  live: false,
  baseUrl: "http://127.0.0.1:40123",
  scope: { kind: "platform", ids: ["5804b8cf-d121-5d58-8d0a-0db5f1c40fde"] },
  extraHeaders: [],
  signIn: {
    kind: "client-credentials",
    tokenUrl: "http://127.0.0.1:40123/oauth/token",
    clientId: "sample",
    audience: null,
    scope: null,
  },
  subscriptionKey: "kept",
  secret: "kept",
  sessionOnly: false,
  tokenExpiresAt: null,
  tokenRenews: true,
  readOnly: false,
  description: { base: "appxite", own: null, overrides: "" },
  descriptionTitle: "AppXite",
  needs: APPXITE,
  network: { proxy: { kind: "system" }, extraAuthorities: null },
  proxyPassword: "missing",
  lastRefresh: null,
};

/** The made-up platform inside Rollcall, as its connection is listed. */
export const BUILT_IN: ProfileView = {
  ...SAMPLE,
  id: "sandbox",
  baseUrl: "",
  scope: { kind: "platform", ids: [] },
  subscriptionKey: "session",
  secret: "session",
};

const step = (
  check: DoctorCheck,
  title: string,
  state: DoctorState,
  sentence: string,
  more: Partial<DoctorStep> = {},
) => ({
  check,
  title,
  state,
  sentence,
  advice: null,
  facts: [],
  count: null,
  milliseconds: 60,
  ...more,
});

export const REPORT: DoctorReport = {
  ok: false,
  steps: [
    step("sign-in", "Sign-in", "good", "A token was given for 60 minutes."),
    step("users", "Users", "good", "The first page could be read.", { count: 18402 }),
    step("roles", "Roles", "good", "All could be read.", { count: 15 }),
    step(
      "identity-providers",
      "Identity providers",
      "failed",
      "The sign-in is valid and may not list identity providers.",
      { advice: "Ask for the permission of a platform administrator." },
    ),
  ],
  text: "Sign-in: good",
};

/** Nobody in any state. */
export const NOBODY: SinceCounts = {
  accepted: 0,
  waits: 0,
  lapseSoon: 0,
  lapsed: 0,
  notListed: 0,
  blocked: 0,
  other: 0,
};

const STATUS: AppStatus = {
  version: "0.1.0",
  keychain: { state: "ok", sentence: null },
  storage: { encrypted: true, kept: "key-in-keychain", sentence: "Data encrypted, key in the keychain" },
  settings: { theme: "system" },
};

/** How many rows were picked of so many. */
const pickedRows = (matching: number, { all, ranges }: Picked) =>
  all ? matching : ranges.reduce((rows, { from, to }) => rows + to - from + 1, 0);

function viewOf(draft: ProfileDraft, before: ProfileView | undefined): ProfileView {
  const where = draft.sessionOnly ? "session" : "kept";
  return {
    id: draft.id ?? "new-one",
    name: draft.name,
    colour: draft.colour,
    live: draft.live,
    baseUrl: draft.baseUrl,
    scope: draft.scope,
    extraHeaders: draft.extraHeaders,
    signIn: draft.signIn,
    sessionOnly: draft.sessionOnly,
    subscriptionKey: draft.subscriptionKey ? where : (before?.subscriptionKey ?? "missing"),
    secret: draft.secret ? where : (before?.secret ?? "missing"),
    tokenExpiresAt: null,
    tokenRenews: draft.signIn.kind === "client-credentials",
    readOnly: draft.readOnly,
    description: draft.description,
    descriptionTitle: SAMPLE.descriptionTitle,
    needs: SAMPLE.needs,
    network: draft.network,
    proxyPassword: draft.proxyPassword ? where : (before?.proxyPassword ?? "missing"),
    lastRefresh: before?.lastRefresh ?? null,
  };
}

/**
 * A pretended shell: answers every command of this part of the contract from memory, and remembers what
 * was asked. The page does not notice.
 */
export function fakeIpc(world: FakeWorld = {}) {
  const people = fakePeople(world.people ?? 13);
  const asked: { command: string; args: Args }[] = [];
  const answers: unknown[] = [];
  let profiles = world.profiles ?? [SAMPLE];
  let status: AppStatus = { ...STATUS, ...world.status };
  let lists = 1;
  let fetchedAt = (world.fetched ?? true) ? new Date(Date.now() - 4 * 60_000).toISOString() : null;
  let held = world.held ?? null;
  const decide = ({ fetchedAt: meant }: Args) => {
    if (held?.fetchedAt !== meant) throw failure("list-not-fresh", "That list no longer waits for a decision.");
    held = null;
  };
  const summary = (): RosterSummary => {
    const known = fetchedAt !== null;
    return {
      generation: lists,
      people: known ? people.all.length : 0,
      byState: known ? people.states : [],
      roles: known ? people.roles.length : 0,
      identityProviders: known ? people.providers.length : 0,
      organizations: known ? people.organizations.length : 0,
      fetchedAt,
      complete: world.complete ?? true,
      lastFailure: world.lastFailure ?? null,
      held,
      refreshing: null,
    };
  };
  const keep = (profile: ProfileView) => {
    const known = profiles.some((one) => one.id === profile.id);
    profiles = known ? profiles.map((one) => (one.id === profile.id ? profile : one)) : [...profiles, profile];
    return profile;
  };

  const commands: Record<string, Command> = {
    app_status: () => status,
    save_settings: ({ settings }) => {
      status = { ...status, settings: settings as Settings };
      return settings;
    },
    list_profiles: () => profiles,
    open_sample: () => keep(SAMPLE),
    save_profile: ({ draft }) => {
      const said = draft as ProfileDraft;
      return keep(
        viewOf(
          said,
          profiles.find((one) => one.id === said.id),
        ),
      );
    },
    remove_profile: ({ profile }) => {
      profiles = profiles.filter((one) => one.id !== profile);
      return null;
    },
    test_profile: () => world.report ?? REPORT,
    ...fakeDocuments(),
    ...fakeConnections({
      all: () => profiles,
      set: (next) => {
        profiles = next;
      },
    }),
    refresh: () => {
      fetchedAt = new Date().toISOString();
      lists += 1;
      return { people: people.all.length, joined: 0, left: 0, changed: 0, complete: true, whyIncomplete: null };
    },
    refresh_customer: () => ({
      people: people.all.length,
      joined: 0,
      left: 0,
      changed: 0,
      complete: true,
      whyIncomplete: null,
    }),
    cancel_refresh: () => null,
    take_held_list: (args) => {
      decide(args);
      fetchedAt = args.fetchedAt as string;
      lists += 1;
      return { people: people.all.length, joined: 0, left: 0, changed: 0, complete: true, whyIncomplete: null };
    },
    discard_held_list: (args) => {
      decide(args);
      return null;
    },
    roster_summary: summary,
    list_users: ({ query, offset, limit }) =>
      fetchedAt
        ? people.window(query as UserQuery, offset as number, limit as number, fetchedAt)
        : { total: 0, matching: 0, rows: [], asOf: null, exact: null },
    user_facets: ({ query, domainSearch }) => people.facets(query as UserQuery, domainSearch as string),
    find_place: ({ query, to }) => people.place(query as UserQuery, to as JumpTo),
    known_fields: () => ["PreferredLanguage"],
    copy_users: ({ query, picked, columns }) => ({
      rows: pickedRows(people.found(query as UserQuery).length, picked as Picked),
      columns: (columns as string[]).length,
    }),
    export_users: ({ what }) => ({ name: "people.xlsx", rows: people.found((what as ExportChoice).query).length }),
    cancel_export: () => null,
    ...fakeViews(world.views ?? [], world.lastView ?? null),
    user_detail: ({ user }) => {
      const detail = people.detail(user as string);
      if (!detail) throw failure("bad-request", "This person is no longer listed. Nothing was changed.");
      return detail;
    },
    list_roles: () => (fetchedAt ? people.roles : []),
    list_identity_providers: () => (fetchedAt ? people.providers : []),
    list_organizations: () => (fetchedAt ? people.organizations : []),
    set_privileged: ({ roles }) => {
      people.roles = people.roles.map((role) => ({
        ...role,
        privileged: (roles as string[]).includes(role.id),
        ...(role.privileged === (roles as string[]).includes(role.id)
          ? null
          : { whyPrivileged: null, privilegedBy: { by: "ann", at: "2026-11-26T09:00:00Z" } }),
      }));
      return people.roles;
    },
    ...fakeDescriptions(),
    ...fakeFindings(people, () => fetchedAt),
    ...fakeHistory(world.lists ?? 1),
    storage: () => KEPT,
    forget_platform: ({ profile }) => {
      profiles = profiles.filter((one) => one.id !== profile);
      return null;
    },
    find_people: () => [],
    list_drafts: () => [],
    remembered: () => ({ mappings: [], answers: [] }),
    list_reviews: () => [],
    painted: () => null,
    hand_over_menus: () => null,
    take_words: () => null,
    act_in_window: () => null,
    take_last_end: () => false,
    note_page_fault: () => null,
    save_support_file: () => null,
    list_runs: () => world.runs ?? [],
    run_since: () => ({ asOf: null, invited: 0, people: NOBODY, organizations: [] }),
    ...world.commands,
  };

  mockIPC((command, args) => {
    if (command === "follow") {
      line = (args as { channel: Channel<AppEvent> }).channel;
      return null;
    }
    asked.push({ command, args: (args ?? {}) as Args });
    const answer = commands[command];
    if (!answer) throw failure("internal", "The pretended shell has no such command.", command);
    const told = answer((args ?? {}) as Args);
    answers.push(told);
    return told;
  });

  return {
    people,
    /** Every call, in order. */
    asked,
    /** Every answer, in order; some are promises. */
    answers,
    /** The arguments of the calls of one command. */
    callsOf: (command: string): Args[] => asked.filter((call) => call.command === command).map((call) => call.args),
    /** Something happens. */
    happen: async (event: AppEvent): Promise<void> => line?.onmessage(event),
    end: clearMocks,
  };
}
