import { Failure } from "@/components/Failure";
import { useRemoveProfile } from "@/data/profiles";
import type { ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { connections } from "@/words/en/connections";

const words = connections.removeDialog;

type RemoveDialogProps = { profile: ProfileView; open: boolean; onClose: () => void; onRemoved?: () => void };

/** Asks before a connection and its credentials are forgotten. */
export function RemoveDialog({ profile, open, onClose, onRemoved }: RemoveDialogProps) {
  const remove = useRemoveProfile();
  return (
    <Dialog
      danger
      title={words.title(profile.name)}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {words.cancel}
          </Button>
          <Button
            kind="danger"
            pending={remove.isPending}
            onPress={() => remove.mutate(profile.id, { onSuccess: onRemoved ?? onClose })}
          >
            {words.confirm(profile.name)}
          </Button>
        </>
      }
    >
      {remove.error ? <Failure error={remove.error} /> : null}
      <p>{words.text}</p>
    </Dialog>
  );
}
