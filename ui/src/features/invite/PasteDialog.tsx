import { useState } from "react";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { TextField } from "@/kit/TextField";
import { repair } from "@/words/repair";
import { ErrorBanner } from "./ErrorBanner";

const words = repair.paste;

type PasteDialogProps = {
  profile: string;
  pending: boolean;
  error: unknown;
  onCheck: (text: string) => void;
  onClose: () => void;
};

/** A field to paste rows into: it needs no right to read the clipboard. */
export function PasteDialog({ profile, pending, error, onCheck, onClose }: PasteDialogProps) {
  const [text, setText] = useState("");
  return (
    <Dialog
      title={words.title}
      wide
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {words.cancel}
          </Button>
          <Button
            kind="primary"
            pending={pending}
            offBecause={text.trim() === "" ? words.empty : null}
            onPress={() => onCheck(text)}
          >
            {words.check}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <ErrorBanner error={error} profile={profile} />
        <p>{words.text}</p>
        <TextField label={words.field} hideLabel lines={12} mono autoFocus value={text} onChange={setText} />
      </div>
    </Dialog>
  );
}
