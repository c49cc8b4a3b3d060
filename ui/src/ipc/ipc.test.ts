import { expect, it } from "vitest";
import { failure, fakeIpc } from "@/test/fakeIpc";
import { AppError, ipc, onEvent, toAppError } from ".";

it("turns a rejection into an error with a code and a sentence", async () => {
  fakeIpc({
    commands: {
      roster_summary: () => {
        throw failure("forbidden", "This sign-in may not list people.", "403");
      },
    },
  });
  const error = await ipc.rosterSummary("sample").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: "forbidden", message: "This sign-in may not list people.", detail: "403" });
});

it("never shows the sentence of something that Rollcall did not say", () => {
  expect(toAppError(new TypeError("x is undefined"))).toMatchObject({ code: "internal", message: "" });
});

it("stops listening when asked to", async () => {
  const shell = fakeIpc();
  const heard: string[] = [];
  const stop = onEvent((event) => heard.push(event.kind));
  await Promise.resolve();
  await shell.happen({ kind: "profiles-changed" });
  stop();
  await Promise.resolve();
  await shell.happen({ kind: "profiles-changed" });
  expect(heard).toEqual(["profiles-changed"]);
});
