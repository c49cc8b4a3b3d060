import { useCommands } from "@/kit/commands";
import type { Selected } from "@/kit/gridSelected";
import type { MenuEntry } from "@/kit/Menu";
import { exporting } from "@/words/exporting";
import { pickedOf } from "./export/choice";
import { SelectionBar } from "./SelectionBar";
import { UsersGrid, type UsersGridProps } from "./UsersGrid";
import { useCopying } from "./useCopying";
import type { ToDraft } from "./useToDraft";

const words = exporting.selection;

type UsersSheetProps = Omit<UsersGridProps, "onCopy" | "markedMenu"> & {
  selected: Selected | null;
  draft: ToDraft;
  onExport: () => void;
};

/** The rows, and under them what can be done with those that are marked. */
export function UsersSheet({ selected, draft, onExport, ...grid }: UsersSheetProps) {
  const { profile, query, rows, handle, onFailed } = grid;
  const asOf = rows.latest?.asOf ?? "";
  const copying = useCopying(profile, query, asOf, onFailed);
  const invite = (marked: Selected) => draft.invite(query, pickedOf(marked, asOf), marked.rows);
  const markedMenu = (marked: Selected): MenuEntry[] => [
    { id: "export marked", label: words.exportOf(marked.rows), onAction: onExport },
    {
      id: "invite marked",
      label: words.inviteOf(marked.rows),
      disabled: draft.isPending,
      onAction: () => invite(marked),
    },
  ];
  useCommands(
    selected
      ? [
          { id: "copy marked", label: words.copy, shown: "copyWithHeaders", act: () => copying.copy(selected, true) },
          { id: "invite marked", label: words.inviteOf(selected.rows), act: () => invite(selected) },
        ]
      : [],
  );
  const clear = () => {
    handle.current?.drop();
    handle.current?.focus();
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-1">
        <UsersGrid {...grid} onCopy={copying.copy} markedMenu={markedMenu} />
      </div>
      {/* There before its words are: a region that comes with them is not read out. */}
      <p role="status" className="sr-only">
        {selected ? `${exporting.selection.people(selected.rows)}, ${selected.words}` : null}
      </p>
      {selected ? (
        <SelectionBar
          profile={profile}
          query={query}
          asOf={asOf}
          selected={selected}
          copying={copying}
          draft={draft}
          onExport={onExport}
          onClear={clear}
        />
      ) : null}
    </div>
  );
}
