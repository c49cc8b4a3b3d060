import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { WholeQuery } from "@/data/addresses";
import { facetsQuery } from "@/data/users";

/** Milliseconds without a key after which the domains are asked for. */
const QUIET = 150;

/** The facets of a query, and the search for a mail domain. The query is as quiet as the search field that fills it. */
export function useFacets(profile: string, query: WholeQuery, enabled: boolean) {
  const [domainSearch, setDomainSearch] = useState("");
  const asked = useQuiet(domainSearch);
  const answer = useQuery({ ...facetsQuery(profile, query, asked), enabled });
  return {
    facets: answer.data,
    error: answer.error,
    domainSearch,
    onDomainSearch: setDomainSearch,
    onRetry: () => void answer.refetch(),
  };
}

/** A text once no key was pressed for a moment. */
function useQuiet(text: string): string {
  const [quiet, setQuiet] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), QUIET);
    return () => clearTimeout(timer);
  }, [text]);
  return quiet;
}
