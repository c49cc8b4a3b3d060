import type { UserRow } from "@/ipc";
import { people } from "@/words/people";

/** Whether something may be done, and if not, why. */
export type May = { may: true } | { may: false; because: string };

const yes: May = { may: true };
const no = (because: string): May => ({ may: false, because });

/** What may be done with a person, each rule once. The platform has the last word: every sending is checked first. */
export const userCan = {
  /** A new mail to someone who was invited and has not accepted. States that Rollcall does not know are left to the check. */
  reinvite(user: Pick<UserRow, "state" | "email">): May {
    if (user.email === "") return no(people.can.reinviteNoAddress);
    switch (user.state.toLowerCase()) {
      case "active":
        return no(people.can.reinviteActive);
      case "blocked":
        return no(people.can.reinviteBlocked);
      default:
        return yes;
    }
  },
};
