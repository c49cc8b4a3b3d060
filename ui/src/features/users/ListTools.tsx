import type { WholeQuery } from "@/data/addresses";
import type { UserRow } from "@/ipc";
import { Button } from "@/kit/Button";
import { Chip } from "@/kit/Chip";
import type { GridColumn } from "@/kit/DataGrid";
import { GridColumnsMenu } from "@/kit/GridColumnsMenu";
import { columnsAt } from "@/kit/gridColumns";
import { exporting } from "@/words/exporting";
import { people } from "@/words/people";
import type { ToDraft } from "./useToDraft";
import type { Layout } from "./views/standing";
import type { Views } from "./views/useViews";
import { ChangedMark } from "./views/ViewsMenu";

type ListToolsProps = {
  query: WholeQuery;
  /** How many match; nothing while that is not known. */
  matching: number | null;
  views: Views;
  columns: GridColumn<UserRow>[];
  layout: Layout;
  onLayout: (layout: Layout) => void;
  draft: ToDraft;
};

/** What can be done with whoever is left by the filters, and how the list is laid out. */
export function ListTools(props: ListToolsProps) {
  const { query, matching, views, columns, layout, onLayout, draft } = props;
  return (
    <>
      <ChangedMark views={views} />
      {query.invitation !== null && matching ? (
        <Button
          small
          kind="primary"
          hint={exporting.queue.hint}
          pending={draft.isPending}
          onPress={() => draft.invite(query, null, matching)}
        >
          {exporting.queue.invite(matching)}
        </Button>
      ) : null}
      <Chip
        selected={layout.density === "compact"}
        onChange={(compact) => onLayout({ ...layout, density: compact ? "compact" : "comfortable" })}
      >
        {people.users.compact}
      </Chip>
      <GridColumnsMenu
        small
        columns={columns}
        state={layout.columns}
        onState={(next) => onLayout({ ...layout, columns: next })}
        defaults={columnsAt(columns, [])}
      />
    </>
  );
}
