import { useQuery } from "@tanstack/react-query";
import { descriptionQuery, descriptionsQuery } from "@/data/descriptions";
import type { DescriptionAnswer, DescriptionChoice, DescriptionNeeds, ProfileView } from "@/ipc";
import { useSettled } from "@/kit/useSettled";
import { NEEDS_ALL } from "./form/problems";

/** Milliseconds without a key after which a description is looked at. */
const QUIET = 300;

/** A description as it is typed: what is said of it, and whether that is of what stands there now. */
export function useDescription(choice: DescriptionChoice) {
  const settled = useSettled(choice, QUIET);
  const { data, error, isPlaceholderData, isPending, refetch } = useQuery(descriptionQuery(settled));
  const answer: DescriptionAnswer | null = data ?? null;
  return { answer, error, refetch, fresh: settled === choice && !isPlaceholderData && !isPending };
}

/** What a description is called, and what a connection of it needs. */
export type Kind = { title: string; needs: DescriptionNeeds };

/** What a connection of a description needs; while that is not known, what the built-in one or the kept connection says. */
export function useKind(choice: DescriptionChoice, profile: ProfileView | null): Kind {
  const { answer, fresh } = useDescription(choice);
  const builtIn = useQuery(descriptionsQuery()).data?.find((one) => one.name === choice.base);
  if (fresh && answer?.kind === "good") return answer.data.summary;
  if (!choice.own && builtIn) return builtIn;
  if (profile) return { title: profile.descriptionTitle, needs: profile.needs };
  return { title: choice.base ?? "", needs: NEEDS_ALL };
}
