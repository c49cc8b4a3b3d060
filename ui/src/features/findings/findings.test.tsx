import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { dayOf, daysAfter } from "@/data/days";
import type { FindingsView, FindingView } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const AT = "/p/sample/findings";
const WORLD = { people: 100 };
const BLOCKED = "Blocked people who still hold roles";
const IN_CUSTOMER = "Privileged people in a customer organization";

/** The card of a finding, among those that are open or those that are muted. */
async function card(title: string, root: HTMLElement = document.body): Promise<HTMLElement> {
  const button = await within(root).findByRole("button", { name: new RegExp(`^(High|Medium|Low)\\s*${title}$`) });
  return button.closest("li") as HTMLElement;
}
const numberIn = (text: string | null | undefined) => Number(/\d+/.exec(text ?? "")?.[0]);

/** Nothing was found by any rule. */
const CLEAR: FindingsView = {
  asOf: "2026-11-26T09:00:00Z",
  complete: true,
  people: 40,
  findings: [],
  muted: [],
  clear: [
    { rule: "no-role", title: "People without a role" },
    { rule: "duplicates", title: "The same person under several addresses" },
  ],
};

/** A finding as it comes. */
const BLOCKED_FINDING: FindingsView["findings"][number] = {
  rule: "blocked-with-roles",
  severity: "medium",
  title: BLOCKED,
  meaning: "They can’t sign in.",
  toDo: "Take the roles away.",
  people: 3,
  parts: [],
  partsTotal: 0,
  basis: [],
  query: null,
  mute: null,
};

describe("Findings", () => {
  it("tells one again that was muted before somebody new came to it, and says who muted it", async () => {
    const mute = { by: "Ann Lee", at: "2026-11-20T09:00:00Z", reason: "Guests.", until: "2026-12-31", newSince: 2 };
    const again = { ...CLEAR, findings: [{ ...BLOCKED_FINDING, mute }], clear: [] };
    renderApp(AT, { commands: { findings: () => again } });
    const told = await card(BLOCKED, await screen.findByRole("list", { name: "Open findings" }));
    expect(told.textContent).toContain(
      "Muted by Ann Lee on 20 Nov 2026, until the end of 31 Dec 2026. Reason: Guests. 2 more since then, so it is told again.",
    );
    expect(within(told).getByRole("button", { name: `Mute… ${BLOCKED}` })).toBeTruthy();
    expect(within(told).getByRole("button", { name: `Unmute ${BLOCKED}` })).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Muted" })).toBeNull();
  });

  it("tells the worst first, each with a word for how serious it is, and nothing that axe-core objects to", async () => {
    renderApp(AT, WORLD);
    const open = await screen.findByRole("list", { name: "Open findings" });
    const severities = within(open)
      .getAllByText(/^(High|Medium|Low)$/)
      .map((one) => one.textContent);
    expect(severities).toEqual(["High", "Medium", "Medium"]);
    expect(screen.getByText("Nothing found: People without a role.")).toBeTruthy();
    expect(screen.getByText(/^100 people looked at, list of /)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is asked for only by who looks at it, and has no count in the list on the left", async () => {
    const { shell, user } = renderApp("/p/sample/users", WORLD);
    const link = await screen.findByRole("link", { name: "Findings" });
    await screen.findByRole("grid");
    expect(shell.callsOf("findings")).toEqual([]);
    await user.click(link);
    await card(BLOCKED);
    expect(shell.callsOf("findings")).toEqual([{ profile: "sample" }]);
  });

  it("opens one to say what it means, what to do, where and on what it rests, and keeps it in the address", async () => {
    const { user, router } = renderApp(AT, WORLD);
    const one = await card(IN_CUSTOMER);
    await user.click(within(one).getByRole("button", { expanded: false }));
    await waitFor(() => expect(router.state.location.search).toEqual({ open: "privileged-in-customer" }));
    expect(within(one).getByText(`${IN_CUSTOMER}: what it means.`)).toBeTruthy();
    expect(within(one).getByText(`${IN_CUSTOMER}: what to do.`)).toBeTruthy();
    expect(within(one).getByText("Privileged: Distributor Admin.")).toBeTruthy();
    expect(within(one).getByText("Contoso – C-20001")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(within(one).getByRole("button", { expanded: true }));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it("stands open where the address names it", async () => {
    renderApp(`${AT}?open=blocked-with-roles`, WORLD);
    expect(within(await card(BLOCKED)).getByRole("button", { expanded: true })).toBeTruthy();
    expect(within(await card(IN_CUSTOMER)).queryByRole("button", { expanded: true })).toBeNull();
  });

  it("shows in Users exactly the people of a finding", async () => {
    const { user, router, shell } = renderApp(AT, WORLD);
    const link = within(await card(BLOCKED)).getByRole("link", { name: /^Show the \d+ people: Blocked people who/ });
    const people = numberIn(link.textContent);
    expect(people).toBe(shell.people.all.filter((one) => one.state === "Blocked").length);
    await user.click(link);
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    expect(router.state.location.search).toEqual({ state: "Blocked" });
    await waitFor(() => expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe(`${people + 1}`));
  });

  it("lists people whom no filter of Users finds, and opens one of them there", async () => {
    const { user, router, shell } = renderApp(AT, WORLD);
    const show = within(await card(IN_CUSTOMER)).getByRole("button", { name: /^Show the/ });
    const people = numberIn(show.textContent);
    await user.click(show);
    const dialog = await screen.findByRole("dialog", { name: IN_CUSTOMER });
    const grid = await within(dialog).findByRole("grid", { name: `People: ${IN_CUSTOMER}` });
    await waitFor(() => expect(grid.getAttribute("aria-rowcount")).toBe(`${people + 1}`));
    expect(router.state.location.search).toEqual({ open: "privileged-in-customer", people: true });
    expect(shell.callsOf("finding_people")[0]).toMatchObject({ rule: "privileged-in-customer", offset: 0 });
    expect(await accessibilityProblems()).toEqual([]);
    const first = shell.people.all.find(
      (one) => one.roles.includes("Distributor Admin") && /C-/.test(`${one.organizations}`),
    );
    await user.click((await within(grid).findAllByText(first?.email ?? ""))[0] as HTMLElement);
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/users"));
    expect(router.state.location.search).toEqual({ person: first?.id });
  });

  it("leads to the identity providers where a finding is about those", async () => {
    const unused = {
      ...CLEAR,
      findings: [
        {
          rule: "unused-provider" as const,
          severity: "low" as const,
          title: "Ways to sign in that nobody uses",
          meaning: "Nobody uses it.",
          toDo: "Switch it off.",
          people: 0,
          parts: [{ label: "Google", people: 0 }],
          partsTotal: 1,
          basis: [],
          query: null,
          mute: null,
        },
      ],
    };
    const { user, router } = renderApp(AT, { commands: { findings: () => unused } });
    const one = await card("Ways to sign in that nobody uses");
    expect(within(one).getByText("Google")).toBeTruthy();
    await user.click(within(one).getByRole("link", { name: "Look at the identity providers" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/p/sample/providers"));
  });
});

describe("muting a finding", () => {
  const ask = async (user: ReturnType<typeof renderApp>["user"]) => {
    await user.click(await screen.findByRole("button", { name: `Mute… ${BLOCKED}` }));
    return screen.findByRole("dialog", { name: `Mute “${BLOCKED}”?` });
  };

  it("is done by keys alone, stands apart with who and why, and is taken back", async () => {
    const { user, shell } = renderApp(AT, WORLD);
    (await screen.findByRole("button", { name: `Mute… ${BLOCKED}` })).focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog");
    expect(await accessibilityProblems()).toEqual([]);
    await user.keyboard("They left last week.");
    await user.tab();
    await user.tab();
    await user.keyboard("Ann Lee{Enter}");
    const apart = await screen.findByRole("region", { name: "Muted" });
    const until = daysAfter(dayOf(new Date()), 90);
    expect(shell.callsOf("mute_finding")).toEqual([
      { profile: "sample", rule: "blocked-with-roles", reason: "They left last week.", until, by: "Ann Lee" },
    ]);
    await waitFor(() => expect(dialog.isConnected).toBe(false));
    expect(within(apart).getByText(/^Muted by Ann Lee on .*Reason: They left last week\.$/)).toBeTruthy();
    expect(screen.getByText(`Muted: ${BLOCKED}.`)).toBeTruthy();
    expect(within(screen.getByRole("list", { name: "Open findings" })).queryByText(BLOCKED)).toBeNull();
    await waitFor(() => expect(document.activeElement?.tagName, "the focus is not lost").toBe("H1"));
    expect(await accessibilityProblems()).toEqual([]);
    within(apart)
      .getByRole("button", { name: `Unmute ${BLOCKED}` })
      .focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("region", { name: "Muted" })).toBeNull());
    expect(screen.getByText(`Told again: ${BLOCKED}.`)).toBeTruthy();
    expect(within(screen.getByRole("list", { name: "Open findings" })).getByText(BLOCKED)).toBeTruthy();
  });

  it("needs a reason and a day that makes sense", async () => {
    const { user, shell } = renderApp(AT, WORLD);
    const dialog = await ask(user);
    const until = within(dialog).getByRole("textbox", { name: "Last day" });
    await user.clear(until);
    await user.type(until, "2020-01-01");
    await user.click(within(dialog).getByRole("button", { name: "Mute it" }));
    expect(within(dialog).getByText("Say in a few words why this can be ignored.")).toBeTruthy();
    expect(within(dialog).getByText(/^A day from today on/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    expect(shell.callsOf("mute_finding")).toEqual([]);
  });

  it("asks nothing by itself when it is told again, by Undo or by Unmute", async () => {
    const { user } = renderApp(AT, WORLD);
    for (const back of ["Undo", `Unmute ${BLOCKED}`]) {
      const dialog = await ask(user);
      await user.type(within(dialog).getByRole("textbox", { name: "Why it can be ignored" }), "Known.");
      await user.click(within(dialog).getByRole("button", { name: "Mute it" }));
      await screen.findByRole("region", { name: "Muted" });
      await user.click(await screen.findByRole("button", { name: back }));
      await waitFor(() => expect(screen.queryByRole("region", { name: "Muted" })).toBeNull());
      await card(BLOCKED);
      expect(screen.queryByRole("dialog"), back).toBeNull();
    }
  });

  it("leaves the question about another one open that was asked before the answer came", async () => {
    const other: FindingView = { ...BLOCKED_FINDING, rule: "no-role", title: "People without a role" };
    let answer = (_: unknown) => {};
    const later = new Promise((done) => {
      answer = done;
    });
    const findings = () => ({ ...CLEAR, findings: [BLOCKED_FINDING, other], clear: [] });
    const { user } = renderApp(AT, { commands: { findings, mute_finding: () => later } });
    const dialog = await ask(user);
    await user.type(within(dialog).getByRole("textbox", { name: "Why it can be ignored" }), "Known.");
    await user.click(within(dialog).getByRole("button", { name: "Mute it" }));
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Mute… People without a role" }));
    const question = await screen.findByRole("dialog", { name: "Mute “People without a role”?" });
    answer({ ...CLEAR, findings: [other], clear: [] });
    await waitFor(() => expect(screen.queryByText(BLOCKED)).toBeNull());
    expect(question.isConnected).toBe(true);
  });

  it("notes the account of the computer where no name is typed", async () => {
    const { user, shell } = renderApp(AT, WORLD);
    const dialog = await ask(user);
    await user.type(within(dialog).getByRole("textbox", { name: "Why it can be ignored" }), "Known.");
    await user.click(within(dialog).getByRole("button", { name: "Mute it" }));
    await screen.findByRole("region", { name: "Muted" });
    expect(shell.callsOf("mute_finding")[0]?.by).toBeNull();
  });

  it("keeps what was typed and says so where it is refused", async () => {
    const { user } = renderApp(AT, {
      ...WORLD,
      commands: {
        mute_finding: () => {
          throw failure("storage", "The mute could not be written. Nothing was changed.");
        },
      },
    });
    const dialog = await ask(user);
    const reason = within(dialog).getByRole("textbox", { name: "Why it can be ignored" });
    await user.type(reason, "Known.");
    await user.click(within(dialog).getByRole("button", { name: "Mute it" }));
    expect(await within(dialog).findByText("The mute could not be written. Nothing was changed.")).toBeTruthy();
    expect(reason).toHaveProperty("value", "Known.");
  });
});

describe("Findings without anything to tell", () => {
  it("say so where nothing was fetched, and offer to read the list", async () => {
    const { user, shell } = renderApp(AT, { ...WORLD, fetched: false });
    expect(await screen.findByText("The list of people was not read yet")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Read the list" }));
    await waitFor(() => expect(shell.callsOf("refresh")).toHaveLength(1));
    await card(BLOCKED);
  });

  it("say that all is clear, and what was looked for", async () => {
    renderApp(AT, { commands: { findings: () => CLEAR } });
    expect(await screen.findByText("Nothing was found")).toBeTruthy();
    expect(
      screen.getByText("Nothing found: People without a role; The same person under several addresses."),
    ).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("say that they are being judged, and that a list may miss people", async () => {
    let answer = (_: FindingsView) => {};
    const later = new Promise<FindingsView>((done) => {
      answer = done;
    });
    renderApp(AT, { commands: { findings: () => later } });
    expect(await screen.findByText("Looking through the list")).toBeTruthy();
    answer({ ...CLEAR, complete: false });
    expect(await screen.findByText("This list may miss people.")).toBeTruthy();
    expect(screen.queryByText("Looking through the list")).toBeNull();
  });

  it("say what happened when they can't be told, and try again", async () => {
    let broken = true;
    const { user } = renderApp(AT, {
      commands: {
        findings: () => {
          if (broken) throw failure("storage", "The data folder could not be read. Nothing was lost.");
          return CLEAR;
        },
      },
    });
    expect(await screen.findByText(/The data folder could not be read/)).toBeTruthy();
    broken = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Nothing was found")).toBeTruthy();
  });
});
