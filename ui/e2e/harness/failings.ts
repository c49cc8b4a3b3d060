import type { Asked, Failing } from "./parrot";

const json = { "content-type": "application/json" };

/** A refusal in the words of OAuth and of a gateway at once. */
const words = ({ said }: Asked) =>
  JSON.stringify({ error: "invalid_client", error_description: said, message: said, errors: [{ code: said }] });

const refuses =
  (status: number, headers: Record<string, string> = {}): Failing =>
  (answer, asked) => {
    answer.writeHead(status, { ...json, ...headers });
    answer.end(words(asked));
  };

/** As one line of letters that a header may hold. */
const inHeader = ({ said }: Asked) => said.replace(/[^\x21-\x7e]+/g, " ").slice(0, 4_000);

const inHeaders =
  (status: number): Failing =>
  (answer, asked) => {
    const value = inHeader(asked);
    answer.writeHead(status, {
      ...json,
      "www-authenticate": `Bearer error="invalid_token", error_description="${value.replaceAll('"', "'")}"`,
      "proxy-authenticate": `Basic realm="${value.replaceAll('"', "'")}"`,
      "retry-after": "86400",
      "x-request-id": value,
      "set-cookie": `key=${encodeURIComponent(value)}`,
    });
    answer.end("{}");
  };

const page = ({ said }: Asked) => `<!doctype html><title>${said}</title><h1>${said}</h1><p>${said}</p>`;

/** Every way in which a platform fails while it says back what it was sent. */
export const FAILINGS: Record<string, Failing> = {
  "refuses what it can't understand": refuses(400),
  "refuses the sign-in": refuses(401),
  "refuses the right to it": refuses(403),
  "finds nothing": refuses(404),
  "wants a proxy to be signed in to": refuses(407, { "proxy-authenticate": "Basic realm=x" }),
  "sees a conflict": refuses(409),
  "asks to wait for a day": refuses(429, { "retry-after": "86400" }),
  "fails by itself": refuses(500),
  "is not there for a while": refuses(503, { "retry-after": "86400" }),
  "refuses in its headers": inHeaders(401),
  "refuses a proxy's sign-in in its headers": inHeaders(407),
  "leads elsewhere": (answer, asked) => {
    answer.writeHead(302, { location: `/elsewhere?${inHeader(asked).replace(/[^\w.~-]/g, "")}` });
    answer.end(page(asked));
  },
  "leads elsewhere with what was sent": (answer, asked) => {
    answer.writeHead(307, { location: `http://127.0.0.1:9/${encodeURIComponent(inHeader(asked))}` });
    answer.end();
  },
  "refuses in the line of the status": (answer, asked) => {
    answer.writeHead(401, inHeader(asked).slice(0, 500));
    answer.end();
  },
  "shows a page instead of an answer": (answer, asked) => {
    answer.writeHead(200, { "content-type": "text/html" });
    answer.end(page(asked));
  },
  "fails with a page": (answer, asked) => {
    answer.writeHead(502, { "content-type": "text/html" });
    answer.end(page(asked));
  },
  "answers with half a document": (answer, asked) => {
    answer.writeHead(200, json);
    answer.end(`{"Items": [{"Id": ${JSON.stringify(asked.said)}, "Email": tru`);
  },
  "answers with another document": (answer, asked) => {
    answer.writeHead(200, json);
    answer.end(JSON.stringify({ access_token: [asked.said], token_type: asked.said, [asked.said]: asked.text }));
  },
  "answers with no text at all": (answer, asked) => {
    answer.writeHead(200, { ...json, "content-encoding": "gzip" });
    answer.end(words(asked));
  },
  "ends in the middle of its answer": (answer, asked) => {
    const told = words(asked);
    answer.writeHead(200, { ...json, "content-length": `${told.length * 2}` });
    answer.write(told, () => answer.destroy());
  },
  "goes without an answer": (answer) => {
    answer.destroy();
  },
};

/** It never answers: a person has to stop waiting. */
export const NEVER: Failing = () => undefined;
