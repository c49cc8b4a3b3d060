import { Failure } from "@/components/Failure";
import type { RowDecision, RunRow } from "@/ipc";
import { ConfirmActions } from "@/kit/ConfirmActions";
import { Dialog } from "@/kit/Dialog";
import { runs as words } from "@/words/runs";

/** One answer for several rows. */
export type Bulk = { rows: RunRow[]; decision: RowDecision };

type BulkDialogProps = { bulk: Bulk; pending: boolean; error: unknown; onGo: () => void; onClose: () => void };

/** Asks before an answer is taken for all: how many, and what can't be taken back. */
export function BulkDialog({ bulk: { rows, decision }, pending, error, onGo, onClose }: BulkDialogProps) {
  return (
    <Dialog
      title={words.bulk.title[decision](rows.length)}
      open
      danger
      onClose={onClose}
      actions={
        <ConfirmActions
          cancel={words.review.cancel}
          onCancel={onClose}
          confirm={words.bulk.go[decision](rows.length)}
          onConfirm={onGo}
          pending={pending}
          kind={decision === "done" ? "primary" : "danger"}
        />
      }
    >
      {error ? <Failure error={error} /> : null}
      <p>{words.bulk.text[decision]}</p>
    </Dialog>
  );
}
