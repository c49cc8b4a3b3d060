import { Banner } from "@/kit/Banner";
import { connectionsBegin } from "@/words/connectionsBegin";
import type { Filled } from "./editing";

const words = connectionsBegin.arrived;

/** What was filled in from a document, and what is left to do. */
export function FilledNote({ filled }: { filled: Filled | null }) {
  if (!filled) return null;
  const [title, next] = said(filled);
  return (
    <div className="max-w-192 px-6 pb-3">
      <Banner tone="new" title={title}>
        {next}
      </Banner>
    </div>
  );
}

function said({ kind, name, certificates, headers }: Filled): [string, string] {
  switch (kind) {
    case "connection":
      return [words.connection(name), words.connectionNext(headers)];
    case "openapi":
      return [words.openapi(name), words.openapiNext];
    case "description":
      return [words.description(name), words.descriptionNext];
    case "authorities":
      return [words.authorities(certificates, name), words.authoritiesNext];
    case "table":
      return [name, ""];
  }
}
