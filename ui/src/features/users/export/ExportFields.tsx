import type { Encoding, ExportFormat, Separator } from "@/ipc";
import { RadioGroup } from "@/kit/RadioGroup";
import { Select } from "@/kit/Select";
import { exporting as words } from "@/words/exporting";
import type { Chosen, Who } from "./choice";

const WHO: Who[] = ["picked", "matching", "everyone"];
const FORMATS: ExportFormat[] = ["xlsx", "csv", "json"];
const SEPARATORS: Separator[] = ["comma", "semicolon", "tab"];
const ENCODINGS: Encoding[] = ["utf8-bom", "utf8", "utf16-le", "windows1252"];

type ExportFieldsProps = {
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  people: Record<Who, number>;
  /** How many columns are shown. */
  visible: number;
};

/** Who, which columns, and what kind of file. */
export function ExportFields({ chosen, onChange, people, visible }: ExportFieldsProps) {
  const set = (change: Partial<Chosen>) => onChange({ ...chosen, ...change });
  // Without a filter, whoever matches is everyone: said once.
  const same = people.matching === people.everyone;
  const whos = WHO.filter((who) => people[who] > 0 && !(who === "matching" && same));
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label={words.what.label}
        value={same && chosen.who === "matching" ? "everyone" : chosen.who}
        onChange={(who) => set({ who })}
        options={whos.map((who) => ({ value: who, label: words.what[who](people[who]) }))}
      />
      <RadioGroup
        label={words.columns.label}
        value={chosen.all ? "all" : "visible"}
        onChange={(which) => set({ all: which === "all" })}
        options={[
          { value: "visible", label: words.columns.visible(visible) },
          { value: "all", label: words.columns.all },
        ]}
      />
      <RadioGroup
        label={words.format.label}
        value={chosen.format}
        onChange={(format) => set({ format })}
        options={FORMATS.map((format) => ({
          value: format,
          label: words.format.name[format],
          note: words.format.note[format],
        }))}
      />
      {chosen.format === "csv" ? (
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={words.separator.label}
            value={chosen.separator}
            options={SEPARATORS.map((id) => ({ id, label: words.separator.name[id] }))}
            onChange={(id) => id && set({ separator: id as Separator })}
          />
          <Select
            label={words.encoding.label}
            value={chosen.encoding}
            options={ENCODINGS.map((id) => ({ id, label: words.encoding.name[id] }))}
            onChange={(id) => id && set({ encoding: id as Encoding })}
            help={chosen.encoding === "windows1252" ? words.encoding.windowsNote : null}
          />
        </div>
      ) : null}
    </div>
  );
}
