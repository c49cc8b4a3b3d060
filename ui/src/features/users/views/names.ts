import type { UserView } from "@/ipc";
import { views as words } from "@/words/views";

/** Letters of a name at most. */
const LONGEST = 60;

/** Why a view can't be called so; nothing where it can. `own` is the id of the view that has the name itself. */
export function whyNot(name: string, views: readonly UserView[], own = ""): string | null {
  const trimmed = name.trim();
  if (trimmed === "") return words.dialog.empty;
  if ([...trimmed].length > LONGEST) return words.dialog.long;
  const taken = views.find((view) => view.id !== own && view.name.toLowerCase() === trimmed.toLowerCase());
  return taken ? words.dialog.taken(taken.name) : null;
}
