import { Button } from "./Button";

type ConfirmActionsProps = {
  cancel: string;
  onCancel: () => void;
  confirm: string;
  onConfirm: () => void;
  pending: boolean;
  /** What confirming is: a loss, unless it is said otherwise. */
  kind?: "danger" | "primary";
};

/** The two answers to a question about what can't be taken back. The harmless one has the focus. */
export function ConfirmActions({
  cancel,
  onCancel,
  confirm,
  onConfirm,
  pending,
  kind = "danger",
}: ConfirmActionsProps) {
  return (
    <>
      <Button autoFocus onPress={onCancel}>
        {cancel}
      </Button>
      <Button kind={kind} pending={pending} onPress={onConfirm}>
        {confirm}
      </Button>
    </>
  );
}
