import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { everywhereQuery } from "@/data/everywhere";
import { mayBeSomebody } from "@/features/users/useExact";
import { useTextPaste } from "@/kit/useTextPaste";

/** An address, or an id as most platforms give them. What else is pasted may be a secret, and is shown nowhere. */
const LOOKS_LIKE_SOMEBODY = /@|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Goes to the one person of all platforms whose id or address is pasted onto a screen that takes no text itself. Of
 * several, or of nobody, `search` shows who fits.
 */
export function useLanding(search: (text: string) => void): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const land = async (text: string) => {
    const found = await client.fetchQuery(everywhereQuery(text)).catch(() => []);
    const exact = found.filter(({ userId, email }) => [userId, email].some((one) => isSame(one, text)));
    const [only, another] = exact;
    if (only && !another) {
      const { profile, userId: person } = only;
      void navigate({ to: "/p/$profile/users", params: { profile }, search: { person } });
    } else if (another || LOOKS_LIKE_SOMEBODY.test(text)) search(text);
  };
  useTextPaste((text) => {
    if (!mayBeSomebody(text)) return false;
    void land(text.trim());
    return true;
  }, "window");
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
