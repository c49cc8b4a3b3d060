/** How a column stands in a grid. */
export type ViewColumn = {
  id: string;
  /** Pixels; 0 where nobody has said any: the column's own size, and its share of the room that is left. */
  width: number;
  /** Always in sight at the start. */
  pinned: boolean;
  hidden: boolean;
};

/** What is known of a column wherever it stands. */
type Known = {
  id: string;
  pin?: "start" | "end";
  /** Not shown until a person asks for it. */
  hiddenAtFirst?: boolean;
  /** Can't be hidden. */
  fixed?: boolean;
};

/** Pixels that a column has at least and at most. */
export const [NARROWEST, WIDEST] = [48, 1200];

/** Every column with how it stands: as the state says, and after that those that it does not name. */
export function columnsAt(columns: readonly Known[], state: readonly ViewColumn[]): ViewColumn[] {
  const named = new Set(state.map((one) => one.id));
  const others = columns.filter((column) => !named.has(column.id)).map(atFirst);
  return [...state, ...others];
}

const atFirst = ({ id, pin, hiddenAtFirst }: Known): ViewColumn => ({
  id,
  width: 0,
  pinned: pin === "start",
  hidden: hiddenAtFirst === true,
});

/** The columns that are shown, in the order in which they stand: pinned to the start, free, kept at the end. */
export function shownColumns<Column extends Known>(
  columns: readonly Column[],
  state: readonly ViewColumn[],
): { column: Column; view: ViewColumn }[] {
  return everyColumn(columns, state).filter(({ view }) => !view.hidden);
}

/** The same with those that are hidden, each where it would stand. */
export function everyColumn<Column extends Known>(columns: readonly Column[], state: readonly ViewColumn[]) {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const every = columnsAt(columns, state).flatMap((view) => {
    const column = byId.get(view.id);
    return column ? [{ column, view }] : [];
  });
  return every.toSorted((a, b) => zone(a) - zone(b));
}

/** Where a column stands: pinned to the start, free, kept at the end. */
export const zone = ({ column, view }: { column: Known; view: ViewColumn }): 0 | 1 | 2 =>
  column.pin === "end" ? 2 : view.pinned ? 0 : 1;

/** The ids of the columns that are shown, in the order in which they stand. */
export const visibleIds = (columns: readonly Known[], state: readonly ViewColumn[]): string[] =>
  shownColumns(columns, state).map(({ column }) => column.id);

/** Whether the column may be hidden: something has to stay. */
export function canHide(columns: readonly Known[], state: readonly ViewColumn[], id: string): boolean {
  const shown = shownColumns(columns, state);
  return shown.length > 1 && shown.some(({ column }) => column.id === id && !column.fixed);
}

function changed(state: readonly ViewColumn[], id: string, change: Partial<ViewColumn>): ViewColumn[] {
  return state.map((one) => (one.id === id ? { ...one, ...change } : one));
}

export const resized = (state: readonly ViewColumn[], id: string, width: number): ViewColumn[] =>
  changed(state, id, { width: withinWidths(width) });

export const withinWidths = (width: number): number => Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));

export const hidden = (state: readonly ViewColumn[], id: string, hide: boolean): ViewColumn[] =>
  changed(state, id, { hidden: hide });

export const pinned = (state: readonly ViewColumn[], id: string, pin: boolean): ViewColumn[] =>
  changed(state, id, { pinned: pin });

/** The column takes another's place, and is pinned if that is: the other moves aside. */
export function placed(state: readonly ViewColumn[], id: string, target: string): ViewColumn[] {
  const [from, to] = [state.findIndex((one) => one.id === id), state.findIndex((one) => one.id === target)];
  const [moving, at] = [state[from], state[to]];
  if (!moving || !at || from === to) return [...state];
  const rest = state.filter((one) => one.id !== id);
  return rest.toSpliced(to, 0, { ...moving, pinned: at.pinned });
}

/** The column that a step to that side would change places with; nothing at the edge of where it may stand. */
export function neighbour(
  columns: readonly Known[],
  state: readonly ViewColumn[],
  id: string,
  way: 1 | -1,
): string | undefined {
  const shown = shownColumns(columns, state);
  const at = shown.findIndex(({ column }) => column.id === id);
  const [here, there] = [shown[at], shown[at + way]];
  return here && there && zone(here) < 2 && zone(here) === zone(there) ? there.column.id : undefined;
}
