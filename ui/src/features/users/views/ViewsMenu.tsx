import { type ReactNode, useState } from "react";
import { useExportViews, useImportViews } from "@/data/views";
import { Button } from "@/kit/Button";
import { useCommands } from "@/kit/commands";
import { CheckIcon, ChevronDownIcon } from "@/kit/icons";
import { keysOf } from "@/kit/keyNames";
import { Menu, type MenuEntry } from "@/kit/Menu";
import { views as words } from "@/words/views";
import { ArrangeViews } from "./ArrangeViews";
import { SaveViewDialog } from "./SaveViewDialog";
import type { Views } from "./useViews";

type ViewsMenuProps = {
  profile: string;
  views: Views;
  /** Says what became of a file of views. */
  onSaid: (said: { text: string } | { error: unknown }) => void;
};

/** The views: which one is shown, the others, and what can be done with them. */
export function ViewsMenu({ profile, views, onSaid }: ViewsMenuProps) {
  const [over, setOver] = useState<"none" | "save" | "arrange">("none");
  const write = useExportViews(profile);
  const read = useImportViews(profile);
  const { current } = views;
  useCommands([
    {
      id: "view",
      label: words.menu,
      bound: "view",
      quiet: true,
      act: (digit) => {
        const view = views.views[digit - 1];
        if (!view) return false;
        views.show(view);
      },
    },
    { id: "save view", label: words.saveAs, act: () => setOver("save") },
    {
      id: "arrange views",
      label: words.arrange,
      offBecause: views.views.length === 0 ? words.arrangeDialog.none : null,
      act: () => setOver("arrange"),
    },
  ]);
  const failed = { onError: (error: unknown) => onSaid({ error }) };
  const entries: MenuEntry[] = [
    ...listed(views),
    "-",
    ...(current && views.changed
      ? [
          { id: "do save", label: words.saveChanges(current.name), onAction: views.save },
          { id: "do put back", label: words.putBackTo(current.name), onAction: views.putBack },
        ]
      : []),
    { id: "do save as", label: words.saveAs, onAction: () => setOver("save") },
    { id: "do arrange", label: words.arrange, onAction: () => setOver("arrange"), disabled: views.views.length === 0 },
    "-",
    {
      id: "do import",
      label: words.importAll,
      onAction: () =>
        read.mutate(undefined, {
          ...failed,
          onSuccess: (taken) => taken && onSaid({ text: words.imported(taken.added, taken.replaced) }),
        }),
    },
    {
      id: "do export",
      label: words.exportAll,
      disabled: views.views.length === 0,
      onAction: () =>
        write.mutate(undefined, { ...failed, onSuccess: (name) => name && onSaid({ text: words.exported(name) }) }),
    },
  ];
  return (
    <>
      <Menu
        label={words.menu}
        trigger={
          <Button>
            <span className="max-w-40 truncate">{words.view(current?.name ?? words.everyone)}</span>
            {views.changed ? (
              <span aria-hidden="true" className="text-ink-2 min-[1000px]:hidden">
                {words.changedMark}
              </span>
            ) : null}
            <ChevronDownIcon width="12" height="12" />
          </Button>
        }
        entries={entries}
      />
      {over === "save" ? <SaveViewDialog profile={profile} views={views} onClose={() => setOver("none")} /> : null}
      {over === "arrange" ? (
        <ArrangeViews profile={profile} views={views.views} onClose={() => setOver("none")} />
      ) : null}
    </>
  );
}

const MARK: ReactNode = <CheckIcon className="text-accent" />;
const NO_MARK: ReactNode = <span className="size-4" />;

/** Everyone, and each view with its key. */
function listed({ views, current, show, showEveryone }: Views): MenuEntry[] {
  return [
    { id: "everyone", label: words.everyone, icon: current ? NO_MARK : MARK, onAction: showEveryone },
    ...views.map((view, place) => ({
      id: `view ${view.id}`,
      label: view.name,
      icon: view === current ? MARK : NO_MARK,
      onAction: () => show(view),
      ...(place < 9 ? { keys: keysOf("view", place + 1) } : {}),
    })),
  ];
}

/**
 * Says that the screen is no longer as the view was kept, and what can be done about it. In a small window the menu of
 * views shows and offers the same.
 */
export function ChangedMark({ views }: { views: Views }) {
  const { current, changed, save, putBack, saving } = views;
  if (!current || !changed) return null;
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span role="status" className="max-w-60 min-w-0 truncate text-sm text-ink-2 max-[1000px]:sr-only">
        {words.changed(current.name)}
      </span>
      <span className="flex gap-1 max-[1000px]:hidden">
        <Button small pending={saving} hint={words.saveHint(current.name)} onPress={save}>
          {words.save}
        </Button>
        <Button small kind="quiet" hint={words.putBackHint(current.name)} onPress={putBack}>
          {words.putBack}
        </Button>
      </span>
    </span>
  );
}
