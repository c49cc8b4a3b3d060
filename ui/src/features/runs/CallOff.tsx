import { useState } from "react";
import { Failure } from "@/components/Failure";
import { useCallOff } from "@/data/runs";
import type { RunView } from "@/ipc";
import { Button } from "@/kit/Button";
import { ConfirmActions } from "@/kit/ConfirmActions";
import { Dialog } from "@/kit/Dialog";
import { runs as words } from "@/words/runs";
import { tally } from "./outcome";

/** Calls off what was not sent, after asking. Nothing where nothing is left to be sent. */
export function CallOff({ run }: { run: RunView }) {
  const [asking, setAsking] = useState(false);
  const callOff = useCallOff(run.profile, run.id);
  const { "to-go": toGo, checking, sending } = tally(run.counts);
  const close = () => {
    setAsking(false);
    callOff.reset();
  };
  if (toGo === 0 && !asking) return null;
  const unclear = checking + sending;
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {words.head.callOff}
      </Button>
      <Dialog
        title={words.callOff.title}
        open={asking}
        danger
        onClose={close}
        actions={
          <ConfirmActions
            cancel={words.callOff.keep}
            onCancel={close}
            confirm={words.callOff.go(toGo)}
            onConfirm={() => callOff.mutate(undefined, { onSuccess: close })}
            pending={callOff.isPending}
          />
        }
      >
        <div className="flex flex-col gap-2">
          {callOff.error ? <Failure error={callOff.error} profile={run.profile} /> : null}
          <p>
            {words.callOff.text(toGo)} {words.callOff.forGood}
          </p>
          {unclear > 0 ? <p>{words.callOff.checked(unclear)}</p> : null}
        </div>
      </Dialog>
    </>
  );
}
