import { useState } from "react";
import { Failure } from "@/components/Failure";
import type { WholeQuery } from "@/data/addresses";
import { useCancelExport, useExportProgress, useExportUsers } from "@/data/users";
import type { Picked } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { ProgressBar } from "@/kit/ProgressBar";
import { tell } from "@/kit/toasts";
import { exporting as words } from "@/words/exporting";
import { type Chosen, exportChoice, type Who } from "./choice";
import { ExportFields } from "./ExportFields";

type ExportDialogProps = {
  profile: string;
  query: WholeQuery;
  /** How many people there are of each kind; those of nobody can't be chosen. */
  people: Record<Who, number>;
  picked: Picked | null;
  /** The columns that are shown, in their order. */
  visible: string[];
  /** What is chosen at first. */
  who: Who;
  onClose: () => void;
};

/** Asks what shall be written and how, says how far it is, and what became of it. */
export function ExportDialog({ profile, query, visible, who, onClose, ...now }: ExportDialogProps) {
  // The list may change under the dialog, which takes the marks away: it is still about those, and never about others.
  const [{ picked, some }] = useState({ picked: now.picked, some: now.people.picked });
  const people = { ...now.people, picked: some };
  const [chosen, setChosen] = useState<Chosen>({
    who,
    all: false,
    format: "xlsx",
    separator: "comma",
    encoding: "utf8-bom",
  });
  const write = useExportUsers(profile);
  const running = write.isPending;
  const outcome = write.data ?? null;
  const start = () =>
    write.mutate(exportChoice(chosen, query, picked, visible), {
      onSuccess: (saved) => {
        if (saved.kind !== "saved") return;
        tell({ text: words.saved(saved.name, saved.rows) });
        onClose();
      },
    });
  return (
    <Dialog
      title={words.title}
      open
      // While it is being written, only *Stop* ends it: a press beside the dialog must not hide how far it is.
      onClose={running ? () => undefined : onClose}
      actions={
        running ? (
          <Stop profile={profile} />
        ) : (
          <>
            <Button onPress={onClose}>{words.cancel}</Button>
            <Button kind="primary" onPress={start}>
              {words.start(people[chosen.who])}
            </Button>
          </>
        )
      }
    >
      {write.error && !running ? <Failure title={words.failed} error={write.error} profile={profile} /> : null}
      <p role="status">{outcome?.kind === "stopped" && !running ? words.stopped : null}</p>
      {running ? (
        <Progress profile={profile} />
      ) : (
        <ExportFields chosen={chosen} onChange={setChosen} people={people} visible={visible.length} />
      )}
    </Dialog>
  );
}

function Stop({ profile }: { profile: string }) {
  const cancel = useCancelExport(profile);
  return (
    <Button autoFocus pending={cancel.isPending} onPress={() => cancel.mutate()}>
      {words.progress.stop}
    </Button>
  );
}

function Progress({ profile }: { profile: string }) {
  const progress = useExportProgress(profile);
  const written = progress?.written ?? 0;
  const left = progress?.secondsLeft ?? null;
  return (
    <div className="flex flex-col gap-2 tabular-nums">
      <ProgressBar
        label={words.progress.label}
        segments={[{ tone: "accent", value: written }]}
        total={progress ? progress.total : null}
      />
      <div className="flex justify-between gap-4">
        <span>{progress ? words.progress.written(written, progress.total) : words.progress.starting}</span>
        <span>{left === null ? null : words.progress.left(left)}</span>
      </div>
    </div>
  );
}
