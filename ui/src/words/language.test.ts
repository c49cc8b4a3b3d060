import { afterEach, describe, expect, it, vi } from "vitest";
import { everyWord, firstLanguage, languageFor, lastChoice, remember, speak } from "./language";
import { said } from "./said";

afterEach(() => speak("en"));

describe("as the system", () => {
  it("is the first of the system's languages that Rollcall speaks", () => {
    expect(languageFor("system", ["fr-FR", "lv", "de-AT"])).toBe("lv");
    expect(languageFor("system", ["de-AT", "en"])).toBe("de");
    expect(languageFor("system", ["en-US", "de"])).toBe("en");
  });

  it("is English where it speaks none of them", () => {
    expect(languageFor("system", ["fr-FR", "et"])).toBe("en");
    expect(languageFor("system", [])).toBe("en");
  });

  it("is never a made-up language", () => {
    expect(languageFor("system", ["en-XA"])).toBe("en");
  });
});

describe("what was chosen", () => {
  it("outdoes the system", () => {
    expect(languageFor("de", ["lv"])).toBe("de");
  });

  it("is remembered for the next first picture, and asks for a new page only if it is another language", () => {
    expect(remember("en")).toBe(false);
    expect(lastChoice()).toBe("en");
    expect(remember("lv")).toBe(true);
    expect(firstLanguage()).toBe("lv");
  });

  it("is as the system where what was remembered is nothing that can be chosen", () => {
    for (const garbage of ["fr", "", "toString", "en-XA", "{}"]) {
      localStorage.setItem("rollcall.language", garbage);
      expect(lastChoice()).toBe("system");
    }
  });

  it("never asks for a new page where nothing can be remembered, which would go on for ever", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => undefined);
    expect(remember("lv")).toBe(false);
  });
});

describe("a language that is spoken", () => {
  it("is the page's language, written in its direction", async () => {
    await speak("de");
    expect(document.documentElement.lang).toBe("de");
    expect(document.documentElement.dir).toBe("ltr");
    await speak("en-XB");
    expect(document.documentElement.dir).toBe("rtl");
  });

  it("has the first screen's words at once, and those of every other one once they are waited for", async () => {
    const [{ shell }, { doctor }] = await Promise.all([import("./de/shell"), import("./de/doctor")]);
    await speak("de");
    expect(said("shell", null)).toBe(shell);
    await everyWord();
    expect(said("doctor", null)).toBe(doctor);
    await speak("en");
    await everyWord();
    expect([said("shell", "English"), said("doctor", "English")]).toEqual(["English", "English"]);
  });

  it("stays while a made-up one is looked at, whatever is kept", async () => {
    await speak("en-XA");
    expect(remember("de")).toBe(false);
  });
});
