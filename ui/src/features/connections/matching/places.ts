import type { ApiCall, DescriptionNeeds, FieldPlace, RecordMatch } from "@/ipc";

/** A call that answers with records. */
export type ListCall = Exclude<ApiCall, "invite">;

/** The lists whose records can be matched. */
export function listsOf({ identityProviders, organizations }: DescriptionNeeds): ListCall[] {
  const all: [ListCall, boolean][] = [
    ["users", true],
    ["roles", true],
    ["identity-providers", identityProviders],
    ["organizations", organizations],
  ];
  return all.flatMap(([call, there]) => (there ? [call] : []));
}

/** The places as chosen, with one changed. */
export function withPlace(chosen: readonly FieldPlace[], field: string, at: string | null): FieldPlace[] {
  return [...chosen.filter((one) => one.field !== field), { field, at }];
}

/** What of the choices differs from what stands. */
export function placesOf(match: RecordMatch, chosen: readonly FieldPlace[]): FieldPlace[] {
  return chosen.filter(({ field, at }) => match.fields.find((one) => one.field === field)?.at !== at);
}
