import type { Selected } from "@/kit/gridSelected";
import { SelectionBar } from "./SelectionBar";
import { UsersGrid, type UsersGridProps } from "./UsersGrid";
import { useCopying } from "./useCopying";

type UsersSheetProps = Omit<UsersGridProps, "onCopy"> & { selected: Selected | null; onExport: () => void };

/** The rows, and under them what can be done with those that are marked. */
export function UsersSheet({ selected, onExport, ...grid }: UsersSheetProps) {
  const { profile, query, rows, handle } = grid;
  const asOf = rows.latest?.asOf ?? "";
  const copying = useCopying(profile, query, asOf);
  const clear = () => {
    handle.current?.drop();
    handle.current?.focus();
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-1">
        <UsersGrid {...grid} onCopy={copying.copy} />
      </div>
      {selected ? (
        <SelectionBar
          profile={profile}
          query={query}
          asOf={asOf}
          selected={selected}
          copying={copying}
          onExport={onExport}
          onClear={clear}
        />
      ) : null}
    </div>
  );
}
