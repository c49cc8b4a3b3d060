import { Dialog, DialogTrigger, Heading } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { kit } from "@/words/kit";
import { Button } from "./Button";
import { Checkbox } from "./Checkbox";
import { cx } from "./cx";
import { canHide, columnsAt, everyColumn, hidden, pinned, placed, type ViewColumn, zone } from "./gridColumns";
import type { GridColumn } from "./gridProps";
import { IconButton } from "./IconButton";
import { ArrowDownIcon, ArrowUpIcon, ColumnsIcon, PinIcon } from "./icons";
import { POPOVER } from "./options";
import { useMovingFocus } from "./useMovingFocus";

type GridColumnsMenuProps<Row> = {
  columns: GridColumn<Row>[];
  state: ViewColumn[];
  onState: (state: ViewColumn[]) => void;
  /** How the columns stood at first: offered once they stand otherwise. */
  defaults?: ViewColumn[];
  /** The button stands among small ones. */
  small?: boolean;
};

const words = kit.columns;

/** Which columns a grid shows, and in which order. */
export function GridColumnsMenu<Row>({ columns, state, onState, defaults, small }: GridColumnsMenuProps<Row>) {
  const changed =
    defaults && JSON.stringify(columnsAt(columns, defaults)) !== JSON.stringify(columnsAt(columns, state));
  return (
    <DialogTrigger>
      <Button small={small ?? false} icon={<ColumnsIcon />}>
        {words.button}
      </Button>
      <Popover offset={4} placement="bottom end" className={cx(POPOVER, "flex max-h-120 w-84")}>
        <Dialog className="flex min-h-0 flex-1 flex-col outline-none">
          <Heading slot="title" className="sr-only">
            {words.title}
          </Heading>
          <ColumnList columns={columns} state={state} onState={onState} />
          {changed ? (
            <div className="border-t border-line p-2">
              <Button small kind="quiet" onPress={() => onState(defaults)}>
                {words.reset}
              </Button>
            </div>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ColumnList<Row>({ columns, state, onState }: Omit<GridColumnsMenuProps<Row>, "defaults" | "small">) {
  const every = everyColumn(columns, state);
  const all = columnsAt(columns, state);
  const { idOf, moving } = useMovingFocus(state);
  return (
    <ul aria-label={words.title} className="min-h-0 flex-1 overflow-auto p-2">
      {every.map((one, place) => {
        const { column, view } = one;
        const target = (way: 1 | -1) => {
          const other = every[place + way];
          return other && zone(one) < 2 && zone(other) === zone(one) ? other.column.id : undefined;
        };
        const move = (way: 1 | -1) => {
          const other = target(way);
          if (other === undefined) return;
          moving(column.id, way);
          onState(placed(all, column.id, other));
        };
        return (
          <li key={column.id} className="flex min-h-8 items-center gap-1">
            <span className="min-w-0 flex-1 truncate">
              <Checkbox
                isSelected={!view.hidden}
                isDisabled={!view.hidden && !canHide(columns, state, column.id)}
                onChange={(shown) => onState(hidden(all, column.id, !shown))}
              >
                {column.header}
              </Checkbox>
            </span>
            <IconButton
              small
              bare
              label={words.pin(column.header)}
              aria-pressed={view.pinned}
              isDisabled={column.pin === "end"}
              icon={<PinIcon className={view.pinned ? "text-accent" : "text-ink-3"} />}
              onPress={() => onState(pinned(all, column.id, !view.pinned))}
            />
            {([-1, 1] as const).map((way) => (
              <IconButton
                key={way}
                id={idOf(column.id, way)}
                small
                bare
                label={way < 0 ? words.up(column.header) : words.down(column.header)}
                isDisabled={target(way) === undefined}
                icon={way < 0 ? <ArrowUpIcon /> : <ArrowDownIcon />}
                onPress={() => move(way)}
              />
            ))}
          </li>
        );
      })}
    </ul>
  );
}
