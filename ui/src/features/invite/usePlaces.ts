import { useQuery } from "@tanstack/react-query";
import { profilesQuery } from "@/data/profiles";
import { EVERYTHING, type Places } from "./flow";

/** What an invitation through a connection has a place for. */
export function usePlaces(profile: string): Places {
  return useQuery(profilesQuery()).data?.find((one) => one.id === profile)?.needs ?? EVERYTHING;
}
