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
  /** The one person of all platforms whose id or address is exactly the text. */
  only: Choice | null;
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
  if (text === "") return { people: [], only: null, searching: false, error: null, again };
  if (found.error) return { people: [], only: null, searching: false, error: found.error, again };
  const people = (found.data ?? []).map(choiceOf);
  const searching = text !== asked || found.isPlaceholderData || found.data === undefined;
  if (searching) return { people: fitting(people, text), only: null, searching, error: null, again };
  const exact = (found.data ?? []).filter(({ userId, email }) => [userId, email].some((one) => isSame(one, text)));
  const [only] = exact.length === 1 ? exact.map(choiceOf) : [];
  return { people, only: only ?? null, searching, error: null, again };
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
