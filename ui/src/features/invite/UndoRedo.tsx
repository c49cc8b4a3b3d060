import { useState } from "react";
import { FromCore } from "@/components/FromCore";
import { useStepBack } from "@/data/drafts";
import type { DraftView } from "@/ipc";
import { Button } from "@/kit/Button";
import { useCommands } from "@/kit/commands";
import { RedoIcon, UndoIcon } from "@/kit/icons";
import { keysOf } from "@/kit/keyNames";
import { told } from "@/words/core/told";
import { repair } from "@/words/repair";

const words = repair.undo;

const inOwnWords = (what: string | null) => (what === null ? null : told(what).text);

/** Takes changes back and brings them back, by button or by key, and says which. */
export function UndoRedo({ draft }: { draft: DraftView }) {
  const [undo, redo] = [inOwnWords(draft.undo), inOwnWords(draft.redo)];
  const back = useStepBack(draft.id);
  const [said, setSaid] = useState("");
  const step = (way: "undo" | "redo", what: string | null, say: (what: string) => string) => {
    if (what === null || back.isPending) return;
    back.mutate(way, { onSuccess: () => setSaid(say(what)) });
  };
  const takeBack = () => step("undo", undo, words.undone);
  const bringBack = () => step("redo", redo, words.redone);
  useCommands([
    {
      id: "undo",
      label: undo === null ? words.undo : words.undoWhat(undo),
      icon: <UndoIcon />,
      bound: "undo",
      offBecause: undo === null ? words.nothingToUndo : null,
      act: takeBack,
    },
    {
      id: "redo",
      label: redo === null ? words.redo : words.redoWhat(redo),
      icon: <RedoIcon />,
      bound: "redo",
      offBecause: redo === null ? words.nothingToRedo : null,
      act: bringBack,
    },
  ]);
  return (
    <div className="flex items-center">
      <Button
        small
        kind="quiet"
        icon={<UndoIcon />}
        aria-label={undo === null ? words.undo : words.undoWhat(undo)}
        offBecause={undo === null ? words.nothingToUndo : null}
        hint={words.undoWhat(undo ?? "")}
        keys={keysOf("undo")}
        onPress={takeBack}
      >
        {words.undo}
      </Button>
      <Button
        small
        kind="quiet"
        icon={<RedoIcon />}
        aria-label={redo === null ? words.redo : words.redoWhat(redo)}
        offBecause={redo === null ? words.nothingToRedo : null}
        hint={words.redoWhat(redo ?? "")}
        keys={keysOf("redo")}
        onPress={bringBack}
      >
        <span className="sr-only">{words.redo}</span>
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
      {back.error ? (
        <span role="alert" className="text-sm text-bad">
          <FromCore of={back.error.message} />
        </span>
      ) : null}
    </div>
  );
}
