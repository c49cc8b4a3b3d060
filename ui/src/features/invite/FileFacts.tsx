import type { DraftFile, DraftView, ReadChoice } from "@/ipc";
import { Card } from "@/kit/Card";
import { cx } from "@/kit/cx";
import { Select } from "@/kit/Select";
import { invite as words } from "@/words/invite";

/** Encodings that people's files come in; the file's own is always among the choices. */
const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "iso-8859-1",
  "windows-1250",
  "iso-8859-2",
  "windows-1257",
];
/** Rows above the header that are offered. */
const MOST_ABOVE = 12;
const DELIMITERS = [",", ";", "\t", "|"];
const QUOTES = ['"', "'"];
/** What "no character" is called in the list, whose ids can't be empty. */
const NO_QUOTE = "none";

type FileFactsProps = {
  draft: DraftView;
  /** A choice is being read. */
  pending: boolean;
  onChoice: (choice: ReadChoice) => void;
};

const withOwn = (known: readonly string[], own: string) => (known.includes(own) ? known : [own, ...known]);

/** How the file was read, each part changeable, with the first rows as proof. */
export function FileFacts({ draft, pending, onChoice }: FileFactsProps) {
  const { file } = draft;
  // A choice says all that is known: what the person chose before stays chosen.
  const choose = (part: ReadChoice) =>
    onChoice({
      sheet: file.sheet,
      headerRow: file.headerRow,
      delimiter: file.delimiter,
      encoding: file.encoding,
      quote: file.quote,
      ...part,
    });
  return (
    <Card label={words.columns.fileTitle}>
      <div className="flex flex-wrap items-end gap-3 px-4 pt-3 pb-4">
        <h2 className="w-full text-lg font-semibold">{words.columns.fileTitle}</h2>
        {file.sheets.length > 0 ? <SheetChoice file={file} pending={pending} choose={choose} /> : null}
        <HeaderChoice file={file} pending={pending} choose={choose} />
        {file.encoding ? (
          <div className="w-44">
            <Select
              label={words.columns.encoding}
              pending={pending}
              options={withOwn(ENCODINGS, file.encoding).map((name) => ({ id: name, label: name }))}
              value={file.encoding}
              // Another encoding can move the header: it is found anew.
              onChange={(encoding) => choose({ encoding, headerRow: null })}
            />
          </div>
        ) : null}
        {file.delimiter ? (
          <div className="w-44">
            <Select
              label={words.columns.delimiter}
              pending={pending}
              options={withOwn(DELIMITERS, file.delimiter).map((mark) => ({
                id: mark,
                label: words.columns.delimiters[mark] ?? words.columns.delimiterOther(mark),
              }))}
              value={file.delimiter}
              onChange={(delimiter) => choose({ delimiter, headerRow: null })}
            />
          </div>
        ) : null}
        {file.quote === null ? null : <QuoteChoice quote={file.quote} pending={pending} choose={choose} />}
      </div>
      <FirstRows file={file} pending={pending} />
    </Card>
  );
}

type ChoiceProps = { file: DraftFile; pending: boolean; choose: (part: ReadChoice) => void };

function SheetChoice({ file, pending, choose }: ChoiceProps) {
  return (
    <div className="w-44">
      <Select
        label={words.columns.sheet}
        isDisabled={file.sheets.length === 1}
        pending={pending}
        options={file.sheets.map((name) => ({ id: name, label: name }))}
        value={file.sheet}
        // Another sheet has its own header: it is found anew.
        onChange={(sheet) => choose({ sheet, headerRow: null })}
      />
    </div>
  );
}

function QuoteChoice({ quote, pending, choose }: Omit<ChoiceProps, "file"> & { quote: string }) {
  const marks = quote === "" ? QUOTES : withOwn(QUOTES, quote);
  return (
    <div className="w-36">
      <Select
        label={words.columns.quotes}
        pending={pending}
        options={[
          ...marks.map((mark) => ({ id: mark, label: mark })),
          { id: NO_QUOTE, label: words.columns.quotesNone },
        ]}
        value={quote === "" ? NO_QUOTE : quote}
        onChange={(mark) => choose({ quote: mark === NO_QUOTE ? "" : mark, headerRow: null })}
      />
    </div>
  );
}

/**
 * Rows that may be the header, by their number. What is shown begins with the header; one guessed too low is
 * put right with the rows above it, whose cells are not at hand.
 */
export function headerRows({ headerRow, firstRows }: DraftFile): { row: number; text: string }[] {
  const rows = new Map<number, string>();
  for (let row = Math.max(1, headerRow - MOST_ABOVE); row < headerRow; row += 1) rows.set(row, "");
  for (const { row, cells } of firstRows) rows.set(row, cells.filter(Boolean).join(", "));
  return [...rows].map(([row, text]) => ({ row, text })).sort((one, other) => one.row - other.row);
}

function HeaderChoice({ file, pending, choose }: ChoiceProps) {
  return (
    <div className="w-64 min-w-0 grow-1 max-w-90">
      <Select
        label={words.columns.header}
        pending={pending}
        options={[
          ...headerRows(file).map(({ row, text }) => ({ id: `${row}`, label: words.columns.headerRow(row, text) })),
          { id: "0", label: words.columns.headerNone },
        ]}
        value={`${file.headerRow}`}
        onChange={(row) => choose({ headerRow: row === null ? null : Number(row) })}
      />
    </div>
  );
}

function FirstRows({ file, pending }: { file: DraftFile; pending: boolean }) {
  if (file.firstRows.length === 0) return null;
  const width = Math.max(...file.firstRows.map(({ cells }) => cells.length));
  const places = Array.from({ length: width }, (_, place) => place);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than its box, so it has to be scrollable by keyboard
    <section aria-label={words.columns.firstRows} tabIndex={0} className="overflow-x-auto border-t border-line">
      <table className={cx("w-full border-collapse text-sm select-text", pending && "opacity-50")}>
        <caption className="sr-only">{words.columns.firstRows}</caption>
        <tbody>
          {file.firstRows.map(({ row, cells }) => (
            <tr
              key={row}
              className={cx(
                "border-b border-line last:border-0",
                row === file.headerRow ? "bg-sunken font-semibold" : "text-ink-2",
              )}
            >
              <th
                scope="row"
                className="sticky start-0 w-12 bg-sunken px-3 text-end font-normal text-ink-2 tabular-nums"
              >
                {row}
              </th>
              {places.map((place) => (
                <td key={place} title={cells[place]} className="h-7 max-w-44 truncate px-3">
                  {cells[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
