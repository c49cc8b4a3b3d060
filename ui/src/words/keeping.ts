import type { KeychainState } from "@/ipc";
import { said } from "./said";

/** A keychain that can't be used: what that means, and what to do. */
type Trouble = { title: string; text: string };

const keychain: Record<Exclude<KeychainState, "ok">, Trouble> = {
  "no-service": {
    title: "This computer has no keychain that Rollcall can use.",
    text: "Credentials can be kept until you close Rollcall; on Linux, install and start a Secret Service such as GNOME Keyring or KWallet to keep them longer.",
  },
  locked: {
    title: "The keychain is locked.",
    text: "Unlock it with your password and try again; nothing was lost. Or keep credentials until you close Rollcall.",
  },
  denied: {
    title: "The keychain refused Rollcall.",
    text: "Allow Rollcall in the keychain’s own settings and try again; nothing was lost. Or keep credentials until you close Rollcall.",
  },
  slow: {
    title: "The keychain did not answer within 5 seconds.",
    text: "It may be waiting for you in another window; answer there and try again. Nothing was lost.",
  },
};

/** Where credentials are kept. */
export const keeping = said("keeping", { keychain });
