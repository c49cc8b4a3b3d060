import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import type { UsersSearch } from "@/data/addresses";
import { everywhereQuery } from "@/data/everywhere";
import type { FoundPerson } from "@/ipc";
import { useTextPaste } from "@/kit/useTextPaste";

/** One word of a sensible length: it may be somebody's id or address. */
const MAY_BE_SOMEBODY = /^\S{3,320}$/;

/**
 * An address or the end of one, or an id as most platforms give them. What else is pasted may be a secret, and is shown
 * nowhere: what Users searches for is kept on the disk.
 */
const LOOKS_LIKE_SOMEBODY =
  /^[^\s@:/]*@([\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]+$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/**
 * Goes to the one person of all platforms whose id, external id or address is pasted onto a screen that takes no text
 * itself. Of several, or of nobody, `search` shows who fits; on Users an address that nobody has is searched for there.
 */
export function useLanding(search: (text: string) => void): void {
  const client = useQueryClient();
  const { show, open } = useUsers();
  const land = async (text: string) => {
    const found = await client.fetchQuery(everywhereQuery(text)).catch(() => []);
    const [only, another] = found.filter((one) => isMeant(one, text));
    if (only && !another) return show(only.profile, { person: only.userId });
    if (another) return search(text);
    if (!LOOKS_LIKE_SOMEBODY.test(text)) return;
    const users = open();
    if (users) show(users.params.profile, { search: text });
    else search(text);
  };
  useTextPaste((text) => {
    const word = text.trim();
    if (!MAY_BE_SOMEBODY.test(word)) return false;
    void land(word);
    return true;
  }, "window");
}

/** Users, if that is open by now, and the way to show somebody there: its filters end, and its order stays. */
function useUsers() {
  const router = useRouter();
  const navigate = useNavigate();
  const open = () => router.state.matches.find((match) => match.routeId === "/p/$profile/users");
  const show = (profile: string, whom: UsersSearch) => {
    const here = open();
    const { sort, view } = here?.params.profile === profile ? here.search : {};
    void navigate({ to: "/p/$profile/users", params: { profile }, search: { sort, view, ...whom } });
  };
  return { open, show };
}

const isMeant = ({ userId, externalId, email }: FoundPerson, text: string) =>
  [userId, externalId, email].some((one) => one?.toLowerCase() === text.toLowerCase());
