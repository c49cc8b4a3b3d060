import { useState } from "react";
import { Failure } from "@/components/Failure";
import { useBringBack, useOrderViews, useRemoveView, useSaveView } from "@/data/views";
import type { UserView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { IconButton } from "@/kit/IconButton";
import { ArrowDownIcon, ArrowUpIcon, TrashIcon } from "@/kit/icons";
import { Kbd } from "@/kit/Kbd";
import { keysOf } from "@/kit/keyNames";
import { TextField } from "@/kit/TextField";
import { tell } from "@/kit/toasts";
import { useMovingFocus, type Way } from "@/kit/useMovingFocus";
import { views } from "@/words/views";
import { whyNot } from "./names";

const words = views.arrangeDialog;

type ArrangeViewsProps = { profile: string; views: UserView[]; onClose: () => void };

/** What was done last, and its undoing. */
type Done = { text: string; undo: () => Promise<unknown>; gone?: true };

/** Puts the views into order, gives them other names, and deletes them; what was deleted can be brought back. */
export function ArrangeViews({ profile, views: all, onClose }: ArrangeViewsProps) {
  const order = useOrderViews(profile);
  const remove = useRemoveView(profile);
  const rename = useSaveView(profile);
  const back = useBringBack(profile);
  const [done, setDone] = useState<Done | null>(null);
  const { idOf, moving, stayed } = useMovingFocus(all);
  const error = order.error ?? remove.error ?? rename.error ?? back.error;

  const move = (from: number, way: Way) => {
    const to = from + way;
    const view = all[from];
    if (!view || to < 0 || to >= all.length) return;
    const ids = all.map(({ id }) => id);
    moving(view.id, way);
    order.mutate(ids.toSpliced(from, 1).toSpliced(to, 0, view.id), {
      onSuccess: () => setDone({ text: words.moved(view.name, to + 1), undo: () => order.mutateAsync(ids) }),
      onError: stayed,
    });
  };
  const drop = (view: UserView, place: number) =>
    remove.mutate(view.id, {
      onSuccess: () =>
        setDone({ text: words.removed(view.name), undo: () => back.mutateAsync({ view, place }), gone: true }),
    });
  const takeBack = () =>
    done?.undo().then(
      () => setDone(null),
      () => undefined,
    );
  const close = () => {
    // What was done here last can still be taken back.
    if (done) tell({ text: done.text, undo: done.undo });
    onClose();
  };

  return (
    <Dialog
      wide
      title={words.title}
      open
      onClose={close}
      actions={
        <Button kind="primary" onPress={close}>
          {words.done}
        </Button>
      }
    >
      {error ? <Failure title={views.notKept} error={error} profile={profile} /> : null}
      <p>{all.length > 0 ? words.text : words.none}</p>
      <ol aria-label={words.list} className="mt-3 flex flex-col">
        {all.map((view, place) => (
          <ViewLine
            key={view.id}
            view={view}
            place={place}
            last={place === all.length - 1}
            all={all}
            idOf={(way) => idOf(view.id, way)}
            onMove={(way) => move(place, way)}
            onRename={(name) => rename.mutate({ ...view, name })}
            onRemove={() => drop(view, place)}
          />
        ))}
      </ol>
      {done ? (
        <div role="status" className="mt-3 flex items-center gap-3 rounded-md bg-muted-soft px-3 py-1.5">
          <span className="min-w-0 flex-1 truncate">{done.text}</span>
          <Button
            small
            key={done.text}
            // The button that deleted is gone with its view.
            autoFocus={done.gone === true}
            pending={back.isPending}
            onPress={() => void takeBack()}
          >
            {words.undo}
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}

type ViewLineProps = {
  view: UserView;
  place: number;
  last: boolean;
  all: UserView[];
  /** The id of the button that moves it. */
  idOf: (way: Way) => string;
  onMove: (way: Way) => void;
  onRename: (name: string) => void;
  onRemove: () => void;
};

function ViewLine({ view, place, last, all, idOf, onMove, onRename, onRemove }: ViewLineProps) {
  const { name } = view;
  return (
    <li className="flex items-center gap-2 border-t border-line py-1.5 first:border-t-0">
      <span className="w-16 shrink-0 whitespace-nowrap">
        {place < 9 ? <Kbd>{keysOf("view", place + 1)}</Kbd> : null}
      </span>
      <ViewName view={view} all={all} onRename={onRename} />
      <IconButton
        small
        id={idOf(-1)}
        label={words.up(name)}
        icon={<ArrowUpIcon />}
        isDisabled={place === 0}
        onPress={() => onMove(-1)}
      />
      <IconButton
        small
        id={idOf(1)}
        label={words.down(name)}
        icon={<ArrowDownIcon />}
        isDisabled={last}
        onPress={() => onMove(1)}
      />
      <IconButton small label={words.remove(name)} icon={<TrashIcon />} onPress={onRemove} />
    </li>
  );
}

/** A view's name, in a field of its own: taken with Enter, or when the field is left. */
function ViewName({ view, all, onRename }: Pick<ViewLineProps, "view" | "all" | "onRename">) {
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? view.name;
  const why = whyNot(name, all, view.id);
  const take = () => {
    if (why !== null) return;
    if (name.trim() !== view.name) onRename(name.trim());
    setTyped(null);
  };
  return (
    <div className="min-w-0 flex-1">
      <TextField
        hideLabel
        label={words.newName(view.name)}
        value={name}
        onChange={setTyped}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
        }}
        error={why}
      />
    </div>
  );
}
