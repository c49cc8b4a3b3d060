import { useNavigate } from "@tanstack/react-router";
import { usePasteTable } from "@/data/drafts";
import { useTextPaste } from "@/kit/useTextPaste";

/** Whether a pasted text may be a list of people: cells, lines, or at least an address. */
export const looksLikeTable = (text: string): boolean => /[\t\n@]/.test(text.trim());

/** Reads rows that were copied in another program into a draft, and goes there. Hears them pasted anywhere. */
export function useOpenTable(profile: string, role?: string) {
  const paste = usePasteTable(profile, role);
  const navigate = useNavigate();
  const open = (text: string) =>
    paste.mutate(text, {
      onSuccess: (draft) => navigate({ to: "/p/$profile/invite/$draft", params: { profile, draft: draft.id } }),
    });
  useTextPaste((text) => {
    if (!looksLikeTable(text)) return false;
    if (!paste.isPending) open(text);
    return true;
  });
  return { open, isPending: paste.isPending, error: paste.error, reset: paste.reset };
}
