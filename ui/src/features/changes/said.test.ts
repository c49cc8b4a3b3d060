import { describe, expect, it } from "vitest";
import type { ChangeKind, FieldChange } from "@/ipc";
import { allSaid, saidOf } from "./said";

const change = (kind: ChangeKind, before: string[], after: string[], field: string | null = null): FieldChange => ({
  kind,
  field,
  before,
  after,
});

describe("a change in words", () => {
  it("says what was and what is, and none for nothing", () => {
    expect(saidOf(change("role", ["Customer"], ["Seller Admin", "Support Agent"]))).toBe(
      "Role: Customer → Seller Admin, Support Agent",
    );
    expect(saidOf(change("organization", ["Contoso – C-20001"], []))).toBe("Organization: Contoso – C-20001 → none");
  });

  it("calls a known field by its name, and the platform's own as the platform does", () => {
    expect(saidOf(change("other", ["a@x.example"], ["b@x.example"], "email"))).toBe(
      "E-mail: a@x.example → b@x.example",
    );
    expect(saidOf(change("other", [], ["2026-10-01T07:45:00Z"], "created"))).toBe("Created: none → 1 Oct 2026");
    expect(saidOf(change("other", ["lv"], ["en"], "other:Language"))).toBe("Language: lv → en");
    expect(saidOf(change("other", ["1"], ["2"], "other:constructor"))).toBe("constructor: 1 → 2");
  });

  it("needs no values for who joined or left, and stands beside the others", () => {
    expect(allSaid([change("joined", [], ["New"]), change("state", ["New"], ["Active"])])).toBe(
      "Joined · State: New → Active",
    );
  });
});
