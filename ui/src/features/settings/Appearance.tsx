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
      <RadioGroup
        inline
        label={words.theme}
        value={settings.theme ?? "system"}
        onChange={(theme: Theme) => keep({ theme }, words.kept(words.theme, words.themes[theme]))}
        options={THEMES.map((value) => ({ value, label: words.themes[value] }))}
      />
      <LanguageChoice settings={settings} />
      <RadioGroup
        inline
        label={words.contrast}
        help={words.contrastHelp}
        value={settings.contrast ?? "system"}
        onChange={(contrast: Contrast) => keep({ contrast }, words.kept(words.contrast, words.contrasts[contrast]))}
        options={CONTRASTS.map((value) => ({ value, label: words.contrasts[value] }))}
      />
      <RadioGroup
        inline
        label={words.density}
        help={words.densityHelp}
        value={settings.density ?? "comfortable"}
        onChange={(density: Density) => keep({ density }, words.kept(words.density, words.densities[density]))}
        options={DENSITIES.map((value) => ({ value, label: words.densities[value] }))}
      />
      <RadioGroup
        inline
        label={words.motion}
        value={settings.motion ?? "system"}
        onChange={(motion: Motion) => keep({ motion }, words.kept(words.motion, words.motions[motion]))}
        options={MOTIONS.map((value) => ({ value, label: words.motions[value] }))}
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
