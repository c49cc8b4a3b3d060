import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { everywhereQuery } from "@/data/everywhere";
import { Dot } from "@/features/shell/ProfileSwitcher";
import type { FoundPerson } from "@/ipc";
import { useQuiet } from "@/kit/useQuiet";
import { type Choice, fitting } from "./choice";

/** Milliseconds without a key after which all platforms are asked. */
const QUIET = 120;

type Found = {
  people: Choice[];
  /** Whether more are still looked for. */
  searching: boolean;
  error: Error | null;
  again: () => void;
};

/** People of all platforms who fit. */
export function usePeople(text: string): Found {
  const navigate = useNavigate();
  const asked = useQuiet(text, QUIET);
  const found = useQuery(everywhereQuery(asked));
  const choiceOf = (person: FoundPerson): Choice => ({
    id: `person ${person.profile} ${person.userId}`,
    group: "people",
    label: person.name || person.email,
    note: [person.name ? person.email : null, person.state].filter(Boolean).join(" · "),
    platform: { id: person.profile, name: person.profileName, colour: person.colour },
    icon: <Dot colour={person.colour} />,
    go: () =>
      void navigate({
        to: "/p/$profile/users",
        params: { profile: person.profile },
        search: { person: person.userId },
      }),
  });
  const again = () => void found.refetch();
  if (text === "") return { people: [], searching: false, error: null, again };
  if (found.error) return { people: [], searching: false, error: found.error, again };
  const people = (found.data ?? []).map(choiceOf);
  const searching = text !== asked || found.isPlaceholderData || found.data === undefined;
  return { people: searching ? fitting(people, text) : people, searching, error: null, again };
}
