import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { Failure } from "@/components/Failure";
import { type ChangeChoice, changedPersonQuery, changeRowsKey } from "@/data/changes";
import { type ChangeRow, type ChangeWindow, ipc } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { copyEntries } from "@/kit/copyEntries";
import { DataGrid } from "@/kit/DataGrid";
import { EmptyState } from "@/kit/EmptyState";
import { keysOf } from "@/kit/keyNames";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { changes as words } from "@/words/changes";
import { CHANGE_COLUMNS } from "./columns";
import { LeftPerson } from "./LeftPerson";

/** Rows that stand in while none are known. */
const SKELETONS = 20;

type ChangeRowsProps = {
  profile: string;
  choice: ChangeChoice;
  /** Whether there is anything to ask for yet. */
  ready: boolean;
  /** Somebody who left, whose detail is open. */
  person: string | undefined;
  onPerson: (person: string | undefined) => void;
  /** Takes the search and the kinds away. */
  onClear: () => void;
};

/** Everybody who joined, left or changed, and what changed. */
export function ChangeRows({ profile, choice, ready, person, onPerson, onClear }: ChangeRowsProps) {
  const client = useQueryClient();
  const grid = useRef<HTMLDivElement>(null);
  const key = changeRowsKey(profile, choice);
  const open = useOpenPerson(profile, choice, onPerson);
  const rows = useWindowedRows<ChangeRow, ChangeWindow>({
    queryKey: key,
    fetchWindow: (offset, limit) => ipc.changeRows(profile, choice.span, choice.kinds, choice.search, offset, limit),
    enabled: ready,
  });
  const close = () => {
    onPerson(undefined);
    grid.current?.focus();
  };
  return (
    <>
      {rows.error ? (
        <Failure
          error={rows.error}
          profile={profile}
          onRetry={() => void client.invalidateQueries({ queryKey: key })}
        />
      ) : null}
      <Card className="flex min-h-48 flex-1 flex-col">
        <div className="min-h-0 flex-1">
          <DataGrid
            gridRef={grid}
            label={words.grid}
            columns={CHANGE_COLUMNS}
            rowCount={rows.latest?.total ?? (rows.error ? 0 : SKELETONS)}
            getRow={rows.getRow}
            onVisibleRange={rows.onVisibleRange}
            resetKey={JSON.stringify(choice)}
            rowKey={(row) => row.userId}
            dimmed={rows.outdated}
            isSelected={(row) => row.userId === person}
            onOpen={open}
            rowMenu={(row) => [
              {
                id: "open",
                label: row.stillListed ? words.openPerson : words.openLeft,
                keys: keysOf("open"),
                onAction: () => open(row),
              },
              "-",
              ...copyEntries(row.email, row.userId),
            ]}
            onEscape={person === undefined ? undefined : close}
            empty={rows.error ? null : <NoRows choice={choice} onClear={onClear} />}
          />
        </div>
        {person === undefined ? null : (
          <LeftPerson profile={profile} span={choice.span} person={person} onClose={close} />
        )}
      </Card>
    </>
  );
}

/** Who is listed is shown in Users, where everything about them is; who left has only what is known here. */
function useOpenPerson(profile: string, choice: ChangeChoice, onPerson: (person: string) => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (row: ChangeRow) => {
    if (row.stillListed) {
      void navigate({ to: "/p/$profile/users", params: { profile }, search: { person: row.userId } });
      return;
    }
    client.setQueryData(changedPersonQuery(profile, choice.span, row.userId).queryKey, row);
    onPerson(row.userId);
  };
}

function NoRows({ choice, onClear }: { choice: ChangeChoice; onClear: () => void }) {
  if (choice.search !== "" || choice.kinds.length > 0) {
    return (
      <EmptyState title={words.noMatch.title} action={<Button onPress={onClear}>{words.noMatch.clear}</Button>}>
        {words.noMatch.text}
      </EmptyState>
    );
  }
  return <EmptyState title={words.none.title}>{words.none.text}</EmptyState>;
}
