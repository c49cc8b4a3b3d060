import { Failure } from "@/components/Failure";
import { useRemoveProfile } from "@/data/profiles";
import type { ProfileView } from "@/ipc";
import { ConfirmActions } from "@/kit/ConfirmActions";
import { Dialog } from "@/kit/Dialog";
import { connections } from "@/words/connections";

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
        <ConfirmActions
          cancel={words.cancel}
          onCancel={onClose}
          confirm={words.confirm(profile.name)}
          onConfirm={() => remove.mutate(profile.id, { onSuccess: onRemoved ?? onClose })}
          pending={remove.isPending}
        />
      }
    >
      {remove.error ? <Failure error={remove.error} /> : null}
      <p>{words.text}</p>
    </Dialog>
  );
}
