import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { organizationsQuery } from "@/data/roster";

/** Tells of an organization whether none stands below it; while that is not known, of none. */
export function useLeaves(profile: string): (organization: string) => boolean {
  const organizations = useQuery(organizationsQuery(profile)).data;
  return useMemo(() => {
    const above = new Set(organizations?.map(({ parentId }) => parentId));
    return (organization) => organizations !== undefined && !above.has(organization);
  }, [organizations]);
}
