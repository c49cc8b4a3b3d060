import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { UserDetail } from "@/ipc";
import { fakeDocuments } from "@/test/fakeDocuments";
import { failure, REPORT } from "@/test/fakeIpc";
import { fakePeople } from "@/test/fakePeople";
import { renderApp } from "@/test/renderApp";

/** The language that a screen reader takes a sentence to be in. */
const languageOf = async (sentence: string) =>
  (await screen.findAllByText(sentence)).map((said) => said.closest("[lang]")?.getAttribute("lang"));

const press = async ({ user }: ReturnType<typeof renderApp>, name: string) =>
  user.click(await screen.findByRole("button", { name }));

describe("a sentence that the core wrote is told to screen readers as English", () => {
  it("in the summary of a connection's test, with advice and without", async () => {
    const withAdvice = renderApp("/connections");
    await press(withAdvice, "Test");
    expect(await languageOf("Ask for the permission of a platform administrator.")).toEqual(["en", "en"]);
    withAdvice.unmount();
    const steps = REPORT.steps.map((step) => ({ ...step, advice: null }));
    await press(renderApp("/connections", { report: { ...REPORT, steps } }), "Test");
    expect(await languageOf("The sign-in is valid and may not list identity providers.")).toEqual(["en", "en"]);
  });

  it("where a list is not complete", async () => {
    const whyIncomplete = "Page 12 could not be read.";
    const refresh = () => ({ people: 13, joined: 0, left: 0, changed: 0, complete: false, whyIncomplete });
    await press(renderApp("/p/sample/users", { complete: false, commands: { refresh } }), "Try again");
    expect(await languageOf(whyIncomplete)).toEqual(["en"]);
  });

  it("where beginning anew is refused", async () => {
    const sentence = "Another window holds the data. Nothing was changed.";
    const throwing = (thrown: unknown) => () => {
      throw thrown;
    };
    const commands = {
      list_users: throwing(failure("storage-lost", "The key is gone. Nothing was overwritten.")),
      begin_anew: throwing(failure("storage", sentence)),
    };
    await press(renderApp("/p/sample/users", { commands }), "Keep it aside and begin anew");
    expect(await languageOf(sentence)).toEqual(["en"]);
  });

  it("in what an OpenAPI document shows and leaves unclear", async () => {
    await press(
      renderApp("/connections/new", { profiles: [], commands: fakeDocuments("openapi") }),
      "Choose a document…",
    );
    expect(await languageOf("The schema “Paging” refers to a part of the document that is not there.")).toEqual(["en"]);
    expect(await languageOf("lists objects with an address and two names")).toEqual(["en"]);
    expect(await languageOf("tag “Users”")).toEqual(["en"]);
  });

  it("in rows of a file of organizations that could not be used", async () => {
    const leftOut = ["Row 3: no id stands there."];
    const commands = { take_organizations: () => ({ known: 2, added: 2, leftOut }) };
    const app = renderApp("/connections", { commands });
    await press(app, "More for Sample platform");
    await app.user.click(await screen.findByRole("menuitem", { name: /^Organizations/ }));
    expect(await languageOf("Row 3: no id stands there.")).toEqual(["en"]);
  });

  it("in what became of somebody in a run", async () => {
    const people = fakePeople(13);
    const id = people.all[0]?.id ?? "";
    const detail: UserDetail = {
      ...(people.detail(id) as UserDetail),
      runs: [{ runId: "r1", title: "HR.xlsx", startedAt: "2026-10-01T07:45:00Z", outcome: "invited" }],
    };
    const app = renderApp(`/p/sample/users?person=${id}`, { commands: { user_detail: () => detail } });
    await app.user.click(await screen.findByRole("tab", { name: "History" }));
    const run = await screen.findByRole("link", { name: "Open the run “HR.xlsx”" });
    expect(within(run.parentElement as HTMLElement).getByText("invited").lang).toBe("en");
  });
});
