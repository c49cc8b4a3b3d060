import { useState } from "react";
import type { DescriptionNeeds } from "@/ipc";
import { Button } from "@/kit/Button";
import { CopyButton } from "@/kit/CopyButton";
import { Dialog } from "@/kit/Dialog";
import { TextField } from "@/kit/TextField";
import { connectionsBegin } from "@/words/connectionsBegin";

const words = connectionsBegin.need;

type NeedDialogProps = {
  /** What the kind of platform is called. */
  title: string;
  needs: DescriptionNeeds;
  onClose: () => void;
};

/** What a connection of a kind needs, as a request that can be sent to whoever can give it. */
export function NeedDialog({ title, needs, onClose }: NeedDialogProps) {
  const [platform, setPlatform] = useState("");
  const text = words.requestText({ platform, title, needs });
  return (
    <Dialog
      title={words.title}
      wide
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {words.close}
          </Button>
          <CopyButton large text={text} label={words.copy} />
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{words.text}</p>
        <div className="max-w-80">
          <TextField
            autoFocus
            label={words.platform}
            placeholder={words.platformHint}
            value={platform}
            onChange={setPlatform}
          />
        </div>
        <TextField label={words.request} isReadOnly lines={16} value={text} />
      </div>
    </Dialog>
  );
}
