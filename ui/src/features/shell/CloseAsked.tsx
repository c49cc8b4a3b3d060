import { useState } from "react";
import { Failure } from "@/components/Failure";
import { useCloseAsked, useCloseWindow } from "@/data/closing";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { shell } from "@/words/shell";

const words = shell.closing;

/** The question before a window closes in which runs are being sent. Asked again, it is the same question. */
export function CloseAsked() {
  const [runs, setRuns] = useState<number | null>(null);
  useCloseAsked(setRuns);
  const close = useCloseWindow();
  // Once it is to close there is no way back: no more calls are started.
  const keep = () => (close.isPending ? undefined : setRuns(null));
  if (runs === null) return null;
  return (
    <Dialog
      title={words.title(runs)}
      open
      danger
      onClose={keep}
      actions={
        close.isPending ? (
          <Button onPress={() => close.mutate("now")}>{words.now}</Button>
        ) : (
          <>
            <Button onPress={() => close.mutate("at-rest")}>{words.stop}</Button>
            <Button kind="primary" autoFocus onPress={keep}>
              {words.keep}
            </Button>
          </>
        )
      }
    >
      {close.error ? <Failure error={close.error} /> : null}
      <div role="status">
        <p>{close.isPending ? words.stopping : words.text}</p>
        {close.isPending ? <p className="mt-1">{words.nowText}</p> : null}
      </div>
    </Dialog>
  );
}
