import { type ReactNode, useState } from "react";
import { kit } from "@/words/kit";
import { isMirrored } from "./direction";
import type { Place } from "./gridKeys";
import type { DataGridProps } from "./gridProps";
import { MenuAt, type MenuEntry, type MenuPoint } from "./Menu";
import type { LaidColumn } from "./useGridColumns";
import type { useGridSelection } from "./useGridSelection";

type GridMenusOptions<Row> = {
  props: DataGridProps<Row>;
  columns: LaidColumn<Row>[];
  selection: ReturnType<typeof useGridSelection>;
  cellOf: (at: Place) => Element | null;
  take: (at: Place) => void;
  headerEntries: (place: number) => MenuEntry[];
};

type OpenMenu = { label: string; entries: MenuEntry[]; at: MenuPoint };

/** The menus of headers and of rows, of which one at a time is open. */
export function useGridMenus<Row>(options: GridMenusOptions<Row>) {
  const { props, columns, selection, cellOf, take, headerEntries } = options;
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const show = (open: OpenMenu): boolean => {
    if (open.entries.length === 0) return false;
    setMenu(open);
    return true;
  };
  const openHeader = (place: number, under: Element | null): boolean => {
    const label = kit.header.menu(columns[place]?.header ?? "");
    return show({ label, entries: headerEntries(place), at: pointUnder(under) });
  };
  const openRow = (place: Place, at?: MenuPoint): boolean => {
    const row = props.getRow(place.row);
    if (!props.rowMenu || row === undefined) return false;
    const marked = selection.isMarked(place);
    if (!marked) {
      selection.act({ kind: "drop" });
      take(place);
    }
    const entries = props.rowMenu(row, place.row, marked ? selection.selected : null);
    return show({ label: kit.rowMenu, entries, at: at ?? pointUnder(cellOf(place)) });
  };
  const node: ReactNode = menu ? <MenuAt {...menu} onClose={() => setMenu(null)} /> : null;
  return {
    node,
    openHeader,
    openRow,
    /** Opens the menu of the active cell. */
    openHere: (here: Place): boolean => (here.row < 0 ? openHeader(here.column, cellOf(here)) : openRow(here)),
  };
}

function pointUnder(element: Element | null): MenuPoint {
  const box = element?.getBoundingClientRect();
  return { x: (isMirrored() ? box?.right : box?.left) ?? 0, y: box?.bottom ?? 0 };
}
