import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { retellRegions } from "./regions";

let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `
    <p role="status" id="status"></p>
    <div role="status" id="blocks"></div>
    <div aria-hidden="true"><p role="status" id="hidden"></p></div>
    <div data-live-announcer><div aria-live="polite" id="other"></div></div>
    <p id="plain"></p>`;
  end = retellRegions();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

async function change(id: string, html: string): Promise<void> {
  const element = document.getElementById(id);
  if (element) element.innerHTML = html;
  await vi.advanceTimersByTimeAsync(200);
}

const retold = () =>
  [...document.querySelectorAll("body > [data-live-announcer][role=alert]")].map((p) => p.textContent);

test("a sentence that changes in a region comes as a block", async () => {
  await change("status", "1 of 2,413");
  await change("status", "<strong>2</strong> of 2,413");
  expect(retold()).toEqual(["1 of 2,413", "2 of 2,413"]);
});

test("what stays as it was is not told again", async () => {
  await change("status", "3 people invited");
  await change("status", "3 people  <b>invited</b>");
  expect(retold()).toEqual(["3 people invited"]);
});

test("what two regions say of one event is told once", async () => {
  await change("status", "Reading people");
  await change("blocks", "Reading people");
  expect(retold()).toEqual(["Reading people"]);
});

test("what is drawn for eyes alone is not said", async () => {
  await change("status", '<span aria-hidden="true">RM</span>Ravi Menon');
  expect(retold()).toEqual(["Ravi Menon"]);
});

test("a block that comes into a region is told by WebKitGTK itself", async () => {
  await change("blocks", "<p>Let go to check the file</p>");
  expect(retold()).toEqual([]);
});

test("what is hidden, what announces by itself, and what is no region are not told", async () => {
  for (const id of ["hidden", "other", "plain"]) await change(id, "something else");
  expect(retold()).toEqual([]);
});

test("what was told is let go", async () => {
  await change("status", "Copied");
  await vi.advanceTimersByTimeAsync(11_000);
  expect(retold()).toEqual([]);
});
