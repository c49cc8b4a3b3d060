import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { callQuery, draftRowsKey } from "@/data/drafts";
import { type CheckView, type DraftRow, type DraftRows, type DraftView, type Field, ipc, type RowClass } from "@/ipc";
import { Button } from "@/kit/Button";
import { CopyButton } from "@/kit/CopyButton";
import { cx } from "@/kit/cx";
import { DataGrid, type GridColumn } from "@/kit/DataGrid";
import { Dialog } from "@/kit/Dialog";
import { IconButton } from "@/kit/IconButton";
import { BackIcon, ChevronRightIcon, CopyIcon } from "@/kit/icons";
import { Tabs } from "@/kit/Tabs";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { invite as words } from "@/words/invite";
import { kit } from "@/words/kit";
import { ErrorBanner } from "./ErrorBanner";
import { textOf } from "./rowValues";

type WhatWillBeSentProps = {
  draft: DraftView;
  check: CheckView;
  /** When the check ended: another check, other rows and calls. */
  checkedAt: number;
  onClose: () => void;
};

/** What would leave this machine: a plain list first, the exact calls beside it. */
export function WhatWillBeSent({ draft, check, checkedAt, onClose }: WhatWillBeSentProps) {
  const [tab, setTab] = useState("people");
  return (
    <Dialog
      wide
      title={words.call.title}
      open
      onClose={onClose}
      actions={
        <Button autoFocus onPress={onClose}>
          {words.call.close}
        </Button>
      }
    >
      <p className="mb-2">{check.invites > 0 ? words.call.text : words.call.noneText}</p>
      <Tabs
        label={words.call.title}
        selected={tab}
        onChange={setTab}
        tabs={[
          {
            id: "people",
            label: words.call.plain(check.invites),
            content: <PlainList draft={draft} check={check} checkedAt={checkedAt} />,
          },
          {
            id: "calls",
            label: words.call.exact(check.calls),
            content: <ExactCalls draft={draft.id} calls={check.calls} checkedAt={checkedAt} />,
          },
        ]}
      />
    </Dialog>
  );
}

/** What is copied. */
const LIST_FIELDS: readonly Field[] = ["email", "firstName", "lastName", "role", "identityProvider", "organizations"];
/** What is shown: the names as one, so that the organizations stay in sight. */
const LIST_WIDTH: [Field, number][] = [
  ["email", 226],
  ["fullName", 120],
  ["role", 112],
  ["identityProvider", 112],
  ["organizations", 140],
];

const LIST_COLUMNS: GridColumn<DraftRow>[] = LIST_WIDTH.map(([field, size]) => ({
  id: field,
  header: field === "fullName" ? words.call.name : words.field[field],
  size,
  grow: 1,
  cell: (row) => (
    <span className="truncate select-text" title={textOf(row, field)}>
      {textOf(row, field)}
    </span>
  ),
}));

/** The classes that go out: a decision to mail again may leave people in their class. */
function sentClasses(draft: DraftView, check: CheckView): RowClass[] {
  const ready = check.counts.find((count) => count.class === "ready")?.rows ?? 0;
  return draft.decisions.reinvite && check.invites > ready ? ["ready", "already-invited"] : ["ready"];
}

/** The contract's limit for one window. */
const MOST = 500;

/** All rows as lines of tab-separated values, to be pasted into a mail or a sheet. */
async function asText(draft: string, classes: RowClass[]): Promise<string> {
  const lines = [LIST_FIELDS.map((field) => words.field[field]).join("\t")];
  for (let offset = 0, total = 1; offset < total; offset += MOST) {
    const window = await ipc.draftRows(draft, classes, offset, MOST);
    total = window.total;
    lines.push(...window.rows.map((row) => LIST_FIELDS.map((field) => textOf(row, field)).join("\t")));
  }
  return lines.join("\n");
}

function PlainList({ draft, check, checkedAt }: Omit<WhatWillBeSentProps, "onClose">) {
  const classes = sentClasses(draft, check);
  const rows = useWindowedRows<DraftRow, DraftRows>({
    queryKey: draftRowsKey(draft.id, classes, checkedAt),
    fetchWindow: (offset, limit) => ipc.draftRows(draft.id, classes, offset, limit),
  });
  const copy = useMutation({
    mutationFn: async () => navigator.clipboard.writeText(await asText(draft.id, classes)),
  });
  return (
    <div className="flex h-[min(52vh,460px)] flex-col gap-2">
      <div className="min-h-0 flex-1 overflow-hidden rounded-md border border-line bg-surface text-ink">
        <DataGrid
          label={words.call.columnsLabel}
          columns={LIST_COLUMNS}
          rowCount={rows.latest?.total ?? check.invites}
          getRow={rows.getRow}
          onVisibleRange={rows.onVisibleRange}
        />
      </div>
      <ErrorBanner error={rows.error} />
      <div className="flex justify-end">
        <Button small icon={<CopyIcon />} pending={copy.isPending} onPress={() => copy.mutate()}>
          {copy.isSuccess ? kit.copied : copy.isError ? kit.copyFailed : words.call.copyList}
        </Button>
      </div>
    </div>
  );
}

function ExactCalls({ draft, calls, checkedAt }: { draft: string; calls: number; checkedAt: number }) {
  const [index, setIndex] = useState(0);
  const call = useQuery({
    ...callQuery(draft, index, checkedAt),
    enabled: calls > 0,
    placeholderData: keepPreviousData,
  });
  if (calls === 0) return <p>{words.call.noneText}</p>;
  const shown = call.data;
  return (
    <div className="flex h-[min(52vh,460px)] flex-col gap-2">
      <div className="flex items-center gap-2">
        <IconButton
          small
          label={words.call.previous}
          icon={<BackIcon />}
          off={index === 0}
          onPress={() => setIndex(index - 1)}
        />
        <span role="status" className="tabular-nums">
          {words.call.callOf(index + 1, calls)}
        </span>
        <IconButton
          small
          label={words.call.next}
          icon={<ChevronRightIcon />}
          off={index + 1 >= calls}
          onPress={() => setIndex(index + 1)}
        />
        <span className="flex-1 truncate text-end text-sm text-ink-3">
          {shown ? words.call.inCall(shown.people) : null}
        </span>
        {shown ? <CopyButton text={shown.json} label={words.call.copyJson} /> : null}
      </div>
      <ErrorBanner error={call.error} />
      {shown ? (
        <div
          className={cx(
            "flex min-h-0 flex-1 flex-col overflow-hidden rounded-md border border-line bg-sunken",
            call.isPlaceholderData && "opacity-60",
          )}
        >
          <p className="border-b border-line px-3 py-1.5 font-mono text-sm text-ink-2 select-text">{shown.request}</p>
          <section
            aria-label={words.call.body}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: longer than its box, so it has to be scrollable by keyboard
            tabIndex={0}
            className="min-h-0 flex-1 overflow-auto px-3 py-2"
          >
            <pre className="font-mono text-sm text-ink">{shown.json}</pre>
          </section>
        </div>
      ) : (
        <div aria-busy="true" className="flex-1" />
      )}
      <p className="text-sm text-ink-3">{words.call.hiddenHeaders}</p>
    </div>
  );
}
