import { type FormEvent, useId, useState } from "react";
import { kit } from "@/words/kit";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { rowNumber } from "./rowNumber";
import { TextField } from "./TextField";

type GoToRowProps = {
  open: boolean;
  rowCount: number;
  /** The place of the row, from 0. */
  onGo: (index: number) => void;
  onClose: () => void;
};

const words = kit.goTo;

/** Asks for the number of a row. */
export function GoToRow({ open, rowCount, onGo, onClose }: GoToRowProps) {
  const form = useId();
  return (
    <Dialog
      title={words.title}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{kit.cancel}</Button>
          <Button kind="primary" type="submit" form={form}>
            {words.go}
          </Button>
        </>
      }
    >
      <RowNumber
        id={form}
        rowCount={rowCount}
        onGo={(index) => {
          onClose();
          onGo(index);
        }}
      />
    </Dialog>
  );
}

function RowNumber({ id, rowCount, onGo }: { id: string; rowCount: number; onGo: (index: number) => void }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = rowNumber(text);
    if (number === null) setError(words.noNumber);
    else if (number > rowCount) setError(words.tooFar(rowCount));
    else onGo(number - 1);
  };
  return (
    <form id={id} onSubmit={submit}>
      <TextField
        label={words.label}
        help={words.help(rowCount)}
        value={text}
        inputMode="numeric"
        autoFocus
        onChange={(next) => {
          setText(next);
          setError(undefined);
        }}
        {...(error ? { error } : {})}
      />
    </form>
  );
}
