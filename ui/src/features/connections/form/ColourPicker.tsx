import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { Text } from "react-aria-components/Text";
import { CheckIcon } from "@/kit/icons";
import { connections } from "@/words/connections";

const words = connections.form;

/** The colours to choose from: far enough apart to be told from one another. */
export const COLOURS = Object.keys(words.colours);

type ColourPickerProps = { value: string; onChange: (colour: string) => void };

/** The platform's colour. One that came from elsewhere stays choosable. */
export function ColourPicker({ value, onChange }: ColourPickerProps) {
  const colours = COLOURS.includes(value) ? COLOURS : [value, ...COLOURS];
  return (
    <RadioGroup value={value} onChange={onChange} className="flex flex-col gap-1.5">
      <Label className="text-sm font-medium text-ink-2">{words.colour}</Label>
      <div className="flex flex-wrap gap-2">
        {colours.map((colour) => (
          <Radio
            key={colour}
            value={colour}
            aria-label={words.colours[colour] ?? colour}
            className="relative grid size-6 place-items-center rounded-full text-surface data-focus-visible:shadow-focus"
            style={{ background: colour }}
          >
            {({ isSelected }) => (isSelected ? <CheckIcon width="14" height="14" strokeWidth="15%" /> : null)}
          </Radio>
        ))}
      </div>
      <Text slot="description" className="text-sm text-ink-3">
        {words.colourNote}
      </Text>
    </RadioGroup>
  );
}
