import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { Kbd } from "@/kit/Kbd";
import { reviews } from "@/words/reviews";

const words = reviews.keys;

const KEYS: readonly [string, string][] = [
  ["K", words.keep],
  ["R", words.remove],
  ["A", words.ask],
  ["N", words.note],
  ["U, Ctrl Z", words.undo],
  ["Enter", words.open],
  ["Shift ↓", words.mark],
  ["Ctrl A", words.markAll],
  ["/", words.search],
  ["?", words.shown],
];

/** What each key does in a review. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      title={words.title}
      open={open}
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {words.close}
        </Button>
      }
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        {KEYS.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
