// A browser that follows where it is led, remembers cookies and fills in an OpenID provider's forms, as the person whose
// name is its first word; the second is the address to open. It ends at the first page without a form.
const [login, first] = process.argv.slice(2);
const cookies = new Map();

async function send(address, form) {
  const answer = await fetch(address, {
    method: form ? "POST" : "GET",
    body: form ? new URLSearchParams(form) : null,
    redirect: "manual",
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [pair = ""] = cookie.split(";");
    const at = pair.indexOf("=");
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return answer;
}

let address = first;
let form;
// A sign-in takes a handful of steps; a hundred is a circle.
for (let step = 0; step < 100; step += 1) {
  const answer = await send(address, form);
  form = undefined;
  const next = answer.headers.get("location");
  if (next) {
    address = new URL(next, address).href;
    continue;
  }
  const page = await answer.text();
  const action = / action="([^"]*)"/.exec(page)?.[1];
  const prompt = /name="prompt" value="([^"]*)"/.exec(page)?.[1];
  if (!action || !prompt) process.exit(answer.ok ? 0 : 1);
  address = new URL(action, address).href;
  form = { prompt, login, password: "of no account" };
}
process.exit(1);
