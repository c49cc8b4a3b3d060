import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { anew } from "@/features/shell/chosenLanguage";
import { accessibilityProblems } from "@/test/axe";
import { failure } from "@/test/fakeIpc";
import { renderApp } from "@/test/renderApp";

const KEPT = "rollcall.language";
let load: MockInstance<() => void>;
beforeEach(() => {
  load = vi.spyOn(anew, "load").mockImplementation(() => undefined);
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["en-GB", "en"]);
});

const radio = (name: string) => screen.findByRole("radio", { name });
const typed = () => screen.findByRole("textbox", { name: "Days until an unaccepted invitation becomes a finding" });

describe("the choice of the language", () => {
  it("names each language in itself, and says so to screen readers", async () => {
    renderApp("/settings");
    const choices = within(await screen.findByRole("radiogroup", { name: "Language" })).getAllByRole("radio");
    expect(choices.map((each) => each.closest("label")?.textContent)).toEqual([
      "As the system",
      "English",
      "Deutsch",
      "Latviešu",
    ]);
    expect(screen.getByText("Latviešu").lang).toBe("lv");
    expect(await accessibilityProblems()).toEqual([]);
  });

  it("is kept beside the other choices, remembered, and loads the page anew once it is kept", async () => {
    const { user, shell } = renderApp("/settings", { status: { settings: { theme: "dark" } } });
    load.mockImplementation(() => expect(shell.callsOf("save_settings")).toHaveLength(1));
    await user.click(await radio("Deutsch"));
    await waitFor(() => expect(load).toHaveBeenCalledOnce());
    expect(shell.callsOf("save_settings")).toEqual([{ settings: { theme: "dark", language: "de" } }]);
    expect(localStorage.getItem(KEPT)).toBe("de");
  });

  it("loads nothing anew where the language stays the same", async () => {
    const { user, shell } = renderApp("/settings");
    await user.click(await radio("English"));
    await waitFor(() => expect(localStorage.getItem(KEPT)).toBe("en"));
    expect(shell.callsOf("save_settings")).toHaveLength(1);
    expect(load).not.toHaveBeenCalled();
  });

  it("says so when it can't be kept, and stays", async () => {
    const { user } = renderApp("/settings", {
      commands: {
        save_settings: () => {
          throw failure("storage", "The disk is full.");
        },
      },
    });
    await user.click(await radio("Deutsch"));
    expect(await screen.findByText("The disk is full.")).toBeTruthy();
    expect(load).not.toHaveBeenCalled();
  });

  it("was made elsewhere: the page follows it", async () => {
    renderApp("/settings", { status: { settings: { language: "lv" } } });
    await waitFor(() => expect(load).toHaveBeenCalledOnce());
    expect(localStorage.getItem(KEPT)).toBe("lv");
  });
});

describe("what is typed and not saved", () => {
  it("is asked about before the page is loaded anew, and stays if the answer is no", async () => {
    const { user, shell } = renderApp("/settings");
    await user.type(await typed(), "5");
    const before = (await typed()) as HTMLInputElement;
    const text = before.value;
    await user.click(await radio("Latviešu"));
    const asked = await screen.findByRole("dialog", { name: "Change the language now?" });
    expect(shell.callsOf("save_settings")).toEqual([]);
    await user.click(within(asked).getByRole("button", { name: "Not yet" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(((await typed()) as HTMLInputElement).value).toBe(text);
    expect(load).not.toHaveBeenCalled();
  });

  it("is given up if the answer is yes", async () => {
    const { user } = renderApp("/settings");
    await user.type(await typed(), "5");
    await user.click(await radio("Latviešu"));
    await user.click(await screen.findByRole("button", { name: "Change it now" }));
    await waitFor(() => expect(load).toHaveBeenCalledOnce());
  });

  it("may be a file that waits for a platform", async () => {
    const { user, shell } = renderApp("/settings", { profiles: [] });
    await radio("Deutsch");
    await shell.happen({ kind: "file-dropped", data: { token: "t", name: "people.csv", size: 12 } } as never);
    await screen.findByText(/“people.csv” is waiting/);
    await user.click(await radio("Deutsch"));
    expect(await screen.findByRole("dialog", { name: "Change the language now?" })).toBeTruthy();
  });
});
