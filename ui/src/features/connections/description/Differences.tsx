import type { FieldDifference } from "@/ipc";
import { Button } from "@/kit/Button";
import { connectionsDescription as words } from "@/words/connectionsDescription";

type DifferencesProps = {
  title: string;
  differences: FieldDifference[];
  /** Makes a field what the built-in description says; nothing where that can't be. */
  onTakeBack: ((field: string) => void) | null;
};

/** What is said here and what the built-in description says, field by field. */
export function Differences({ title, differences, onTakeBack }: DifferencesProps) {
  if (differences.length === 0) return <p className="text-ink-2">{words.noDifferences}</p>;
  return (
    <div className="overflow-hidden rounded-md border border-line">
      <table aria-label={title} className="w-full table-fixed border-collapse">
        <thead>
          <tr className="h-8 bg-sunken text-start text-sm text-ink-2 [&>th]:px-3 [&>th]:font-[550]">
            <th scope="col">{words.field}</th>
            <th scope="col">{words.builtIn}</th>
            <th scope="col">{words.here}</th>
            <td className="w-24" />
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <tr key={one.field} className="border-t border-line select-text [&>*]:px-3 [&>*]:py-1.5">
              <th scope="row" className="text-start font-mono text-sm font-medium break-words">
                {one.field}
              </th>
              <Said toml={one.builtIn} />
              <Said toml={one.here} />
              <td className="text-end">
                {onTakeBack ? (
                  <Button small aria-label={words.takeBackOf(one.field)} onPress={() => onTakeBack(one.field)}>
                    {words.takeBack}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Said({ toml }: { toml: string | null }) {
  return toml === null ? (
    <td className="text-ink-3">{words.nothing}</td>
  ) : (
    <td className="font-mono text-sm break-words whitespace-pre-wrap text-ink-2">{toml}</td>
  );
}
