import type { ProfileView } from "@/ipc";
import { shell } from "@/words/shell";

/** The id of the connection to the sample platform, as the contract fixes it. */
const SAMPLE_PROFILE = "sandbox";

/** Whether this is the made-up platform inside Rollcall: it has no address, no credentials and sends no mails. */
export const isSample = ({ id }: Pick<ProfileView, "id">): boolean => id === SAMPLE_PROFILE;

/** A platform's name where something is about to happen to it: a live one says so, unless its name already does. */
export function platformName({ name, live }: Pick<ProfileView, "name" | "live">): string {
  return live && !/\blive$/i.test(name) ? `${name} – ${shell.switcher.live}` : name;
}
