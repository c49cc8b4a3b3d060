import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DoctorStep, ProfileView } from "@/ipc";
import { accessibilityProblems } from "@/test/axe";
import { RECORD } from "@/test/fakeDescriptions";
import { type FakeWorld, failure, REPORT, SAMPLE } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";
import { choose } from "../test/editing";
import { listsOf, placesOf } from "./places";

async function open(world: FakeWorld = {}) {
  const app = renderApp("/connections/sample", world);
  await app.user.click(await screen.findByRole("button", { name: "Match the answer…" }));
  const dialog = await screen.findByRole("dialog", { name: "Match what Sample platform answers" });
  return { ...app, dialog };
}

const place = (dialog: HTMLElement, field: string) =>
  within(dialog).getByRole("button", { name: new RegExp(`Place of ${field}`) });

describe("matching the answer", () => {
  it("shows a real record as text beside what Rollcall reads in it", async () => {
    const { dialog } = await open();
    const record = await within(dialog).findByRole("group", { name: "The record, as it came" });
    expect(record.textContent).toBe(RECORD.record);
    expect(document.querySelector("img"), "what a platform sent is never markup").toBeNull();
    const row = within(dialog).getByRole("rowheader", { name: "State" }).closest("tr") as HTMLElement;
    expect(within(row).getByText("Active")).toBeTruthy();
    expect(within(dialog).getByText("needed")).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("takes a place, shows what is read there, and keeps it with the description", async () => {
    let profiles: ProfileView[] = [SAMPLE];
    const overrides = 'fields.user.email = ["/contact/mail"]\n';
    const { dialog, user, shell } = await open({ commands: { list_profiles: () => profiles } });
    await user.click(await within(dialog).findByRole("button", { name: /Place of E-mail/ }));
    await choose(user, /\/contact\/mail/);
    const row = within(dialog).getByRole("rowheader", { name: "E-mail" }).closest("tr") as HTMLElement;
    expect(within(row).getByTitle("anna.ozola@nordlys.example")).toBeTruthy();
    expect(shell.callsOf("match_fields"), "nothing is kept before it is asked for").toEqual([]);
    profiles = [{ ...SAMPLE, description: { ...SAMPLE.description, overrides } }];
    await user.click(within(dialog).getByRole("button", { name: "Save these places" }));
    await waitFor(() =>
      expect(shell.callsOf("match_fields")).toEqual([
        { profile: "sample", call: "users", places: [{ field: "email", at: "/contact/mail" }] },
      ]),
    );
    expect(await within(dialog).findByText(/^Saved\. The list of people is read this way/)).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Close" }));
    await user.click(await screen.findByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(shell.callsOf("save_profile"), "saving the form does not undo it").toMatchObject([
        { draft: { description: { overrides } } },
      ]),
    );
  });

  it("is known to the form also where it was closed before it was saved", async () => {
    let profiles: ProfileView[] = [SAMPLE];
    const overrides = 'fields.user.email = ["/contact/mail"]\n';
    let done = (_: unknown) => {};
    const later = new Promise((resolve) => {
      done = resolve;
    });
    const { dialog, user, shell } = await open({
      commands: { list_profiles: () => profiles, match_fields: () => later },
    });
    await user.click(await within(dialog).findByRole("button", { name: /Place of E-mail/ }));
    await choose(user, /\/contact\/mail/);
    await user.click(within(dialog).getByRole("button", { name: "Save these places" }));
    await user.click(within(dialog).getByRole("button", { name: "Close" }));
    const before = shell.callsOf("list_profiles").length;
    profiles = [{ ...SAMPLE, description: { ...SAMPLE.description, overrides } }];
    done(RECORD);
    await waitFor(() => expect(shell.callsOf("list_profiles").length).toBeGreaterThan(before));
    await user.click(await screen.findByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(shell.callsOf("save_profile")).toMatchObject([{ draft: { description: { overrides } } }]),
    );
  });

  it("keeps what was chosen while another kind of record is looked at", async () => {
    const { dialog, user } = await open();
    await user.click(await within(dialog).findByRole("button", { name: /Place of E-mail/ }));
    await choose(user, /\/contact\/mail/);
    await user.click(within(dialog).getByRole("tab", { name: "A role" }));
    await waitFor(() => expect(within(dialog).queryByText("Your choice"), "it is another record's").toBeNull());
    await user.click(within(dialog).getByRole("tab", { name: "A user" }));
    expect(await within(dialog).findByText("Your choice")).toBeTruthy();
  });

  it("works with the keyboard alone, kind by kind", async () => {
    const { dialog, user, shell } = await open();
    await within(dialog).findByRole("group", { name: "The record, as it came" });
    within(dialog).getByRole("tab", { name: "A user" }).focus();
    await user.keyboard("{ArrowRight}");
    await waitFor(() => expect(shell.callsOf("record_match").at(-1)).toEqual({ profile: "sample", call: "roles" }));
    await within(dialog).findByRole("group", { name: "The record, as it came" });
    place(dialog, "Created").focus();
    await user.keyboard("{Enter}");
    await screen.findByRole("listbox");
    await user.keyboard("{ArrowDown}{Enter}");
    expect(await within(dialog).findByText("Your choice")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(place(dialog, "Created")));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("says in words why there is no record, and asks again", async () => {
    let refuse = true;
    const record_match = () => {
      if (refuse) throw failure("key-refused", "The gateway does not take the subscription key.");
      return RECORD;
    };
    const { dialog, user } = await open({ commands: { record_match } });
    expect(await within(dialog).findByText("The gateway does not take the subscription key.")).toBeTruthy();
    refuse = false;
    await user.click(within(dialog).getByRole("tab", { name: "A role" }));
    expect(await within(dialog).findByRole("group", { name: "The record, as it came" })).toBeTruthy();
  });

  it("is the next step where a test did not find every field", async () => {
    const fields = { ...REPORT.steps[0], check: "fields", state: "notice", title: "Fields", sentence: "No e-mail." };
    const { user } = renderApp("/connections/sample", { report: { ...REPORT, steps: [fields as DoctorStep] } });
    await user.click(await screen.findByRole("button", { name: "Save and test" }));
    const report = (await screen.findByText("No e-mail.")).closest("section")?.parentElement as HTMLElement;
    await user.click(await within(report).findByRole("button", { name: "Match the answer…" }));
    expect(await screen.findByRole("dialog", { name: "Match what Sample platform answers" })).toBeTruthy();
  });

  it("offers only lists that the platform has", () => {
    expect(listsOf({ ...SAMPLE.needs, identityProviders: false, organizations: false })).toEqual(["users", "roles"]);
  });

  it("sends only what differs from what stands", () => {
    const chosen = [
      { field: "id", at: "/uid" },
      { field: "first_name", at: null },
    ];
    expect(placesOf(RECORD, chosen)).toEqual([{ field: "first_name", at: null }]);
  });
});
