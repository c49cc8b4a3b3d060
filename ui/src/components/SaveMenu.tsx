import type { ReportFormat } from "@/ipc";
import { Button } from "@/kit/Button";
import { Menu } from "@/kit/Menu";
import { since as words } from "@/words/since";

const FORMATS: ReportFormat[] = ["xlsx", "csv", "json"];

type SaveMenuProps = {
  label: string;
  pending: boolean;
  onSave: (format: ReportFormat) => void;
  /** As high as the other buttons of a screen's head. */
  large?: boolean;
};

/** A button that saves something in one of the formats. */
export function SaveMenu({ label, pending, onSave, large }: SaveMenuProps) {
  return (
    <Menu
      label={words.saveAs(label)}
      trigger={
        <Button small={!large} pending={pending}>
          {label}
        </Button>
      }
      entries={FORMATS.map((format) => ({
        id: format,
        label: words.format[format],
        note: `.${format}`,
        onAction: () => onSave(format),
      }))}
    />
  );
}
