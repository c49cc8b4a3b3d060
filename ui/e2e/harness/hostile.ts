import { readFile } from "node:fs/promises";
import type { Page } from "./page";
import { WORLD } from "./samples";

/** The name that is looked for on every screen, because it would be the first to run. */
export const LOUD = `<img src=x onerror="window.ran='a picture'">`;

/** Names that a hostile platform could give to anything. Whichever is not just text sets `window.ran`. */
export const NAMES = [
  LOUD,
  `<script>window.ran='a script'</script>`,
  `"><svg onload="window.ran='a drawing'"><b class="evil">`,
  `</textarea></title><b class="evil">bold</b>`,
  `javascript:window.ran='an address'`,
  `{{constructor.constructor("window.ran='a template'")()}}`,
  "$".concat("{window.ran='a literal'}"),
  `=HYPERLINK("http://127.0.0.1:9/","press")`,
  `'; DROP TABLE people; --`,
  "%3Cimg%20src%3Dx%3E&lt;b class=evil&gt;",
  "__proto__",
  "constructor",
  "\u202Efdp.exe \u2066hidden\u2069 \u200B\uFEFF",
  `Z${"\u0300\u0489".repeat(40)}algo`,
  "W".repeat(300),
  "שלום عليكم 你好 👩‍👩‍👧‍👦",
];

type Named = { name: string };
interface World {
  roles: Named[];
  identityProviders: (Named & { prefix: string })[];
  organizations: (Named & { erpId: string | null })[];
  users: { firstName: string; lastName: string; accountState: string }[];
}

/** The sample world with every name replaced by a hostile one. */
export async function hostileWorld(): Promise<World> {
  const world = JSON.parse(await readFile(WORLD, "utf8")) as World;
  const name = (at: number) => NAMES[at % NAMES.length] ?? LOUD;
  for (const list of [world.roles, world.identityProviders, world.organizations]) {
    list.forEach((each, at) => {
      each.name = name(at);
    });
  }
  world.identityProviders.forEach((each, at) => {
    each.prefix = name(at + 1);
  });
  world.organizations.forEach((each, at) => {
    each.erpId = name(at + 2);
  });
  world.users.forEach((each, at) => {
    each.firstName = name(at);
    each.lastName = name(at + 3);
  });
  return world;
}

/** What of the page is no longer just text; empty when all is well. */
export function notText(page: Page): Promise<string[]> {
  return page.browser.execute(() => {
    const found: string[] = [];
    const { ran } = window as { ran?: unknown };
    if (ran !== undefined) found.push(`ran: ${String(ran)}`);
    const strange = "img, iframe, object, embed, script:not([src]), .evil, marquee, base, [href^='javascript' i]";
    for (const each of document.querySelectorAll(strange)) found.push(each.outerHTML.slice(0, 200));
    for (const each of document.querySelectorAll("*")) {
      const handlers = each.getAttributeNames().filter((name) => name.startsWith("on"));
      if (handlers.length > 0) found.push(`${each.tagName} has ${handlers.join(", ")}`);
    }
    // What was assigned to what every object has is enumerable; what the engine put there is not.
    const every = Object.getOwnPropertyNames(Object.prototype).flatMap((name) =>
      Object(Object.prototype[name as never]),
    );
    for (const each of [Object.prototype, Function.prototype, ...every]) {
      if (Object.keys(each).length > 0) found.push(`every object has ${Object.keys(each).join(", ")}`);
    }
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > window.innerWidth) found.push(`the page is ${scrollWidth} wide in ${window.innerWidth}`);
    return found;
  });
}
