import { Failure } from "@/components/Failure";
import { Section } from "@/components/Section";
import { NORMAL, ZOOMS } from "@/features/menu/zoom";
import type { Contrast, Density, Motion, Settings, Theme } from "@/ipc";
import { RadioGroup } from "@/kit/RadioGroup";
import { Select } from "@/kit/Select";
import { Switch } from "@/kit/Switch";
import { hasOwnBar } from "@/kit/system";
import { inPercent } from "@/words/format";
import { settings as words } from "@/words/settings";
import { LanguageChoice } from "./LanguageChoice";
import { useKeeping } from "./useKeeping";

const THEMES: Theme[] = ["system", "light", "dark"];
const CONTRASTS: Contrast[] = ["system", "high"];
const DENSITIES: Density[] = ["comfortable", "compact"];
const MOTIONS: Motion[] = ["system", "reduced"];

/** How the window looks; each choice is shown at once. */
export function Appearance({ settings }: { settings: Settings }) {
  const { keep, error } = useKeeping(settings);
  const size = settings.zoomPercent ?? NORMAL;
  return (
    <Section title={words.appearance}>
      {error ? <Failure title={words.saveFailed} error={error} /> : null}
      <Choice
        label={words.theme}
        ways={THEMES}
        said={words.themes}
        value={settings.theme ?? "system"}
        onChoice={(theme, said) => keep({ theme }, said)}
      />
      <LanguageChoice settings={settings} />
      <Choice
        label={words.contrast}
        help={words.contrastHelp}
        ways={CONTRASTS}
        said={words.contrasts}
        value={settings.contrast ?? "system"}
        onChoice={(contrast, said) => keep({ contrast }, said)}
      />
      <Choice
        label={words.density}
        help={words.densityHelp}
        ways={DENSITIES}
        said={words.densities}
        value={settings.density ?? "comfortable"}
        onChoice={(density, said) => keep({ density }, said)}
      />
      <Choice
        label={words.motion}
        ways={MOTIONS}
        said={words.motions}
        value={settings.motion ?? "system"}
        onChoice={(motion, said) => keep({ motion }, said)}
      />
      <div className="w-60">
        <Select
          label={words.size}
          value={`${size}`}
          onChange={(id) => {
            const zoomPercent = Number(id) === NORMAL ? null : Number(id);
            keep({ zoomPercent }, words.kept(words.size, inPercent(Number(id))));
          }}
          options={sizesWith(size).map((each) => ({ id: `${each}`, label: inPercent(each) }))}
        />
      </div>
      {hasOwnBar ? (
        <Switch
          isSelected={settings.menuBar ?? false}
          onChange={(menuBar) => keep({ menuBar }, words.kept(words.menuBar, menuBar ? words.on : words.off))}
        >
          {words.menuBar}
          <span className="block text-sm text-ink-3">{words.menuBarNote}</span>
        </Switch>
      ) : null}
    </Section>
  );
}

/** With the one that was written by hand, at its place. */
const sizesWith = (size: number): number[] => [...new Set([...ZOOMS, size])].sort((one, other) => one - other);

type ChoiceProps<Way extends string> = {
  label: string;
  help?: string;
  ways: readonly Way[];
  said: Record<Way, string>;
  value: Way;
  /** Given the way, and what is said once it is kept. */
  onChoice: (way: Way, said: string) => void;
};

/** One of a few ways. */
function Choice<Way extends string>({ label, help, ways, said, value, onChoice }: ChoiceProps<Way>) {
  return (
    <RadioGroup
      inline
      label={label}
      {...(help === undefined ? {} : { help })}
      value={value}
      onChange={(way: Way) => onChoice(way, words.kept(label, said[way]))}
      options={ways.map((way) => ({ value: way, label: said[way] }))}
    />
  );
}
