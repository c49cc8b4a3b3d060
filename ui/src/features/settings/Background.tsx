import { Failure } from "@/components/Failure";
import { Section } from "@/components/Section";
import { useSaveSettings } from "@/data/status";
import type { Settings } from "@/ipc";
import { Select } from "@/kit/Select";
import { refreshing } from "@/words/refreshing";
import { settings as settingsWords } from "@/words/settings";
import { storage } from "@/words/storage";

const words = storage.background;

/** Minutes to choose from. */
const OFFERED = [15, 30, 60, 120, 240, 720, 1440];
const OFF = "off";

/** How often the lists are read by themselves. */
export function Background({ settings }: { settings: Settings }) {
  const save = useSaveSettings();
  const minutes = settings.refreshEveryMinutes ?? null;
  return (
    <Section title={words.title} note={words.note}>
      {save.error ? <Failure title={settingsWords.saveFailed} error={save.error} /> : null}
      <div className="w-60">
        <Select
          label={words.label}
          value={minutes === null ? OFF : `${minutes}`}
          onChange={(id) => save.mutate({ ...settings, refreshEveryMinutes: id === OFF ? null : Number(id) })}
          options={[
            { id: OFF, label: words.off },
            ...offered(minutes).map((each) => ({ id: `${each}`, label: refreshing.every(each) })),
          ]}
        />
      </div>
    </Section>
  );
}

/** With the one that was chosen elsewhere, at its place. */
function offered(minutes: number | null): number[] {
  return minutes === null || OFFERED.includes(minutes) ? OFFERED : [...OFFERED, minutes].sort((a, b) => a - b);
}
