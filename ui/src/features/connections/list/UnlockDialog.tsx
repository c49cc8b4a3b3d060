import { Failure } from "@/components/Failure";
import { unchanged, useSaveProfile } from "@/data/profiles";
import type { ProfileView } from "@/ipc";
import { ConfirmActions } from "@/kit/ConfirmActions";
import { Dialog } from "@/kit/Dialog";
import { connectionList } from "@/words/connectionList";

const words = connectionList.unlockDialog;

/** Asks before people can be invited through a connection again. */
export function UnlockDialog({ profile, onClose }: { profile: ProfileView; onClose: () => void }) {
  const save = useSaveProfile();
  return (
    <Dialog
      danger
      title={words.title(profile.name)}
      open
      onClose={onClose}
      actions={
        <ConfirmActions
          kind="primary"
          cancel={words.cancel}
          onCancel={onClose}
          confirm={words.confirm}
          onConfirm={() => save.mutate({ ...unchanged(profile), readOnly: false }, { onSuccess: onClose })}
          pending={save.isPending}
        />
      }
    >
      {save.error ? <Failure error={save.error} /> : null}
      <p>{profile.live ? words.live : words.sandbox}</p>
    </Dialog>
  );
}
