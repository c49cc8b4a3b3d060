import { expect, test } from "vitest";
import { AUTHORITIES } from "@/test/fakeDocuments";
import { authoritiesOf, pemOf, withFile } from "./authorities";

test("certificates of a file keep their places beside what is said of them", () => {
  const both = withFile([], AUTHORITIES);
  expect(both.map(({ view }) => view?.subject)).toEqual(["Nordlys Root CA", "Nordlys Proxy CA 2019"]);
  expect(pemOf(both)).toBe(AUTHORITIES.pem);
});

test("a certificate that is there already is not added again, and is told better", () => {
  const kept = authoritiesOf(AUTHORITIES.pem);
  expect(kept.map(({ view }) => view)).toEqual([null, null]);
  expect(withFile(kept, AUTHORITIES)).toHaveLength(2);
  expect(withFile(kept, AUTHORITIES)[0]?.view?.subject).toBe("Nordlys Root CA");
});

test("without any certificate nothing is kept", () => {
  expect(authoritiesOf(null)).toEqual([]);
  expect(authoritiesOf("no certificate at all")).toEqual([]);
  expect(pemOf([])).toBeNull();
});
