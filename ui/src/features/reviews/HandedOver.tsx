import type { HandOverView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { reviews } from "@/words/reviews";

const words = reviews.handed;

/** The parts that were handed over, and what came back of each. */
export function HandedOver({ handOvers, onClose }: { handOvers: HandOverView[]; onClose: () => void }) {
  return (
    <Dialog
      title={words.title}
      open
      onClose={onClose}
      actions={
        <Button kind="primary" autoFocus onPress={onClose}>
          {words.close}
        </Button>
      }
    >
      {handOvers.length === 0 ? <p>{words.none}</p> : null}
      <ul className="flex flex-col gap-3 select-text">
        {handOvers.map((part) => (
          <li key={part.id}>
            <b className="block font-semibold break-words text-ink">{words.to(part.to, part.people, part.at)}</b>
            {words.back(part.cameBack, part.returnedAt)}, {words.open(part.open)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
