import { useState } from "react";
import { Failure } from "@/components/Failure";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { TextField } from "@/kit/TextField";
import { views as words } from "@/words/views";
import { whyNot } from "./names";
import type { Views } from "./useViews";

type SaveViewDialogProps = { profile: string; views: Views; onClose: () => void };

/** Asks what the screen as it stands shall be called. */
export function SaveViewDialog({ profile, views, onClose }: SaveViewDialogProps) {
  const [name, setName] = useState("");
  const [asked, setAsked] = useState(false);
  const why = whyNot(name, views.views);
  const save = () => {
    setAsked(true);
    if (why === null) views.saveAs(name.trim(), onClose);
  };
  return (
    <Dialog
      title={words.dialog.title}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.dialog.cancel}</Button>
          <Button kind="primary" pending={views.saving} onPress={save}>
            {words.dialog.save}
          </Button>
        </>
      }
    >
      {views.saveError ? <Failure title={words.notKept} error={views.saveError} profile={profile} /> : null}
      <TextField
        autoFocus
        label={words.dialog.name}
        help={words.dialog.help}
        value={name}
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
        }}
        error={asked ? why : null}
      />
    </Dialog>
  );
}
