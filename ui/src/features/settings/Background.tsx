import { Failure } from "@/components/Failure";
import { Section } from "@/components/Section";
import type { Settings } from "@/ipc";
import { Select } from "@/kit/Select";
import { refreshing } from "@/words/refreshing";
import { settings as settingsWords } from "@/words/settings";
import { storage } from "@/words/storage";
import { useKeeping } from "./useKeeping";

const words = storage.background;

/** Minutes to choose from. */
const OFFERED = [15, 30, 60, 120, 240, 720, 1440];
const OFF = "off";

/** How often the lists are read by themselves. */
export function Background({ settings }: { settings: Settings }) {
  const { keep, error } = useKeeping(settings);
  const minutes = settings.refreshEveryMinutes ?? null;
  return (
    <Section title={words.title} note={words.note}>
      {error ? <Failure title={settingsWords.saveFailed} error={error} /> : null}
      <div className="w-60">
        <Select
          label={words.label}
          value={minutes === null ? OFF : `${minutes}`}
          onChange={(id) => {
            const every = id === OFF ? null : Number(id);
            const chosen = every === null ? words.off : refreshing.every(every);
            keep({ refreshEveryMinutes: every }, settingsWords.kept(words.label, chosen));
          }}
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
