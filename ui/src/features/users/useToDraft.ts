import { useNavigate } from "@tanstack/react-router";
import type { WholeQuery } from "@/data/addresses";
import { useReinvite } from "@/data/users";
import type { DraftView, Picked } from "@/ipc";
import { exporting } from "@/words/exporting";
import type { Said } from "./UsersNotes";

const words = exporting.again;

/**
 * Makes a draft of the New people among some, and goes there; where others were among them, it is said first. Sends
 * nothing. It belongs to the screen: the list that is read for it may take the marks away, and the bar with them.
 */
export function useToDraft(profile: string, onSaid: (said: Said) => void) {
  const reinvite = useReinvite(profile);
  const navigate = useNavigate();
  const made = ({ id, file }: DraftView, asked: number) => {
    const open = () => void navigate({ to: "/p/$profile/invite/$draft", params: { profile, draft: id } });
    const leftOut = asked - file.rowsRead;
    if (leftOut > 0)
      onSaid({ text: words.leftOut(file.rowsRead, leftOut), next: { label: words.open, onPress: open } });
    else open();
  };
  /** `asked` is how many people they are, whatever their state. While one draft is made, no second one is begun. */
  const invite = (query: WholeQuery, picked: Picked | null, asked: number) => {
    if (reinvite.isPending) return;
    reinvite.mutate(
      { query, picked },
      { onSuccess: (draft) => made(draft, asked), onError: (error) => onSaid({ error, title: words.failed }) },
    );
  };
  return { invite, isPending: reinvite.isPending };
}

export type ToDraft = ReturnType<typeof useToDraft>;
