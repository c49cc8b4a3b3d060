import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { profilesQuery } from "@/data/profiles";
import type { ProfileView } from "@/ipc";
import { lastProfile } from "./remember";

/** The open platform: the address says which, and on screens that belong to none, the last one stays. */
export function useOpenProfile(): ProfileView | null {
  const { profile } = useParams({ strict: false });
  const profiles = useQuery(profilesQuery());
  const find = (id: string | null) => profiles.data?.find((one) => one.id === id);
  if (profile !== undefined) return find(profile) ?? null;
  return find(lastProfile()) ?? profiles.data?.[0] ?? null;
}
