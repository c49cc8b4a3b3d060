import { type KeyboardEvent, useState } from "react";
import type { ReviewDecision, ReviewRow } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { hits } from "@/kit/keymap";
import { RadioGroup } from "@/kit/RadioGroup";
import { TextField } from "@/kit/TextField";
import { reviews } from "@/words/reviews";
import { DECISIONS } from "./DecideBar";
import { nameOf } from "./said";

const words = reviews.note;

/** Characters of a note. */
const LONGEST = 2000;

type NoteDialogProps = {
  people: ReviewRow[];
  onSave: (decision: ReviewDecision, note: string) => void;
  onClose: () => void;
};

/** Decides with a note: on one person, or on several with the same. */
export function NoteDialog({ people, onSave, onClose }: NoteDialogProps) {
  const [first] = people;
  const alone = people.length === 1 ? first : undefined;
  const [note, setNote] = useState(alone?.note ?? "");
  const [decision, setDecision] = useState<ReviewDecision | null>(alone?.decision ?? null);
  const [tried, setTried] = useState(false);
  const over = [...note].length - LONGEST;
  const save = () => {
    setTried(true);
    if (decision !== null && over <= 0) onSave(decision, note.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!hits(event, "saveNote")) return;
    event.preventDefault();
    save();
  };
  return (
    <Dialog
      title={alone ? words.titleOne(nameOf(alone)) : words.titleSeveral(people.length)}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" onPress={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pt-1" onKeyDownCapture={onKeyDown}>
        <TextField
          label={words.text}
          help={words.help}
          lines={3}
          autoFocus
          value={note}
          onChange={setNote}
          error={over > 0 ? words.tooLong(over) : null}
        />
        <RadioGroup
          label={words.what}
          inline
          options={DECISIONS.map((value) => ({ value, label: reviews.decision[value] }))}
          value={decision}
          onChange={setDecision}
          error={tried && decision === null ? words.choose : null}
        />
      </div>
    </Dialog>
  );
}
