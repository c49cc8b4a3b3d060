import { useState } from "react";
import { Failure } from "@/components/Failure";
import { usePasteToken } from "@/data/signingIn";
import type { ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { CheckIcon } from "@/kit/icons";
import { TextField } from "@/kit/TextField";
import { signingIn } from "@/words/signingIn";

const words = signingIn.paste;

type PasteTokenDialogProps = {
  profile: ProfileView;
  /** A token that was pasted already; empty for none. */
  given: string;
  /** What was refused for want of a token, to be done now. */
  after: (() => void) | null;
  onClose: () => void;
};

/** Asks for another token, and says how long it holds. */
export function PasteTokenDialog({ profile, given, after, onClose }: PasteTokenDialogProps) {
  const [token, setToken] = useState(given);
  const [empty, setEmpty] = useState(false);
  const paste = usePasteToken(profile.id);
  const take = () => {
    if (token.trim() === "") return setEmpty(true);
    paste.mutate(token.trim(), {
      onSuccess: () => {
        setToken("");
        if (!after) return;
        onClose();
        after();
      },
    });
  };
  if (paste.data && !after) return <Taken profile={paste.data} onClose={onClose} />;
  return (
    <Dialog
      title={words.title(profile.name)}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" pending={paste.isPending} onPress={take}>
            {after ? words.takeAndGoOn : words.take}
          </Button>
        </>
      }
    >
      <form
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!paste.isPending) take();
        }}
      >
        {paste.error ? <Failure error={paste.error} /> : null}
        <TextField
          autoFocus
          type="password"
          label={words.field}
          help={words.help}
          error={empty && token.trim() === "" ? words.empty : null}
          value={token}
          onChange={setToken}
        />
        <p className="text-sm">
          {words.text} {profile.sessionOnly ? words.session : null}
        </p>
      </form>
    </Dialog>
  );
}

function Taken({ profile, onClose }: { profile: ProfileView; onClose: () => void }) {
  const [now] = useState(() => Date.now());
  const ends = profile.tokenExpiresAt;
  return (
    <Dialog
      title={words.takenTitle(profile.name)}
      open
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {words.done}
        </Button>
      }
    >
      <p role="status" className="flex items-start gap-2 text-ink">
        <CheckIcon className="mt-0.5 shrink-0 text-ok" />
        <span>
          {words.taken} {ends ? words.endsIn(ends, now) : words.endsNobodyKnows}
        </span>
      </p>
    </Dialog>
  );
}
