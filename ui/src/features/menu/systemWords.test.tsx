import { waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { SystemWords } from "@/ipc";
import { renderApp } from "@/test/renderApp";
import { everyWord, speak } from "@/words/language";

afterEach(async () => {
  vi.resetModules();
  await speak("en");
});

async function told(): Promise<SystemWords> {
  const { shell } = renderApp("/p/sample/users");
  await waitFor(() => expect(shell.callsOf("take_words")).toHaveLength(1));
  return shell.callsOf("take_words")[0]?.words as SystemWords;
}

const linesOf = ({ titles, kinds, notice }: SystemWords) =>
  [titles, kinds, notice].flatMap((group) => Object.values(group) as string[]);

describe("what the system shows", () => {
  it("is told to the window once, before anything can be asked for", async () => {
    const { titles, notice } = await told();
    expect(titles.spreadsheet).toBe("Choose a spreadsheet");
    expect(notice.invited).toBe("# invited");
  });

  it.each(["en", "de", "lv"] as const)(
    "is a line of its own in %s, and has a number where one belongs",
    async (language) => {
      vi.resetModules();
      await speak(language);
      await everyWord();
      const { systemWords } = await import("@/words/systemWords");
      const words = systemWords.words as SystemWords;
      for (const line of linesOf(words)) expect(line).toMatch(/^[^\p{Cc}]{1,200}$/u);
      for (const line of Object.values(words.notice)) expect(line.split("#")).toHaveLength(2);
    },
  );
});
