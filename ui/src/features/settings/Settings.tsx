import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue } from "react";
import { DataKept } from "@/components/DataKept";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { Section } from "@/components/Section";
import { statusQuery } from "@/data/status";
import { useSample } from "@/features/start/useSample";
import { useTour } from "@/features/tour/useTour";
import type { AppStatus, KeychainView, Settings as SettingsChosen } from "@/ipc";
import { Button } from "@/kit/Button";
import { run } from "@/kit/commands";
import { keysOf } from "@/kit/keyNames";
import { Skeleton } from "@/kit/Skeleton";
import { commands } from "@/words/commands";
import { keeping } from "@/words/keeping";
import { keyWords } from "@/words/keys";
import { settings as words } from "@/words/settings";
import { Appearance } from "./Appearance";
import { Background } from "./Background";
import { Help } from "./Help";
import { KeptPlatforms } from "./KeptPlatforms";
import { Thresholds } from "./Thresholds";

/** What belongs to this installation. */
export function Settings() {
  const status = useQuery(statusQuery());
  // All of it is a lot to draw: it comes into the screen that stands there, and keys are answered in between.
  const stands = useDeferredValue(true, false);
  return (
    <Page title={words.title}>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-6">
        <div className="flex max-w-180 flex-col gap-4">
          {status.error ? <Failure error={status.error} onRetry={() => void status.refetch()} /> : null}
          {status.data && stands ? <Sections status={status.data} /> : null}
          {status.data || status.error ? null : <Skeleton height={320} />}
        </div>
      </div>
    </Page>
  );
}

function Sections({ status }: { status: AppStatus }) {
  return (
    <>
      <Appearance settings={status.settings} />
      <Background settings={status.settings} />
      <Thresholds />
      <Learning settings={status.settings} />
      <Section title={words.data}>
        <dl className="grid grid-cols-[140px_minmax(0,1fr)] gap-x-4 gap-y-3">
          <Fact name={words.storage}>
            <p className={status.storage.encrypted ? undefined : "text-warn"}>
              <DataKept storage={status.storage} />
            </p>
          </Fact>
          <Fact name={words.keychain}>{troubleOf(status.keychain) ?? words.keychainOk}</Fact>
          <Fact name={words.leaves}>{words.leavesText}</Fact>
        </dl>
      </Section>
      <KeptPlatforms />
      <Sample />
      <Help />
      <Section title={words.about} anchor="about">
        <dl className="grid grid-cols-[140px_minmax(0,1fr)] gap-x-4 gap-y-2">
          <Fact name={words.version}>{status.version}</Fact>
          <Fact name={words.licence}>{words.licenceText}</Fact>
        </dl>
      </Section>
    </>
  );
}

/** What is wrong with the keychain, in a paragraph. */
function troubleOf({ state }: KeychainView): string | null {
  if (state === "ok") return null;
  const { title, text } = keeping.keychain[state];
  return `${title} ${text}`;
}

/** Where one learns how Rollcall is used. */
function Learning({ settings }: { settings: SettingsChosen }) {
  const tour = useTour(settings);
  return (
    <Section title={words.learning}>
      <span className="flex flex-wrap gap-2">
        <Button onPress={tour.begin}>{commands.tour}</Button>
        <Button keys={keysOf("keys")} hint={keyWords.does.keys} onPress={() => run("keys")}>
          {keyWords.does.keys}
        </Button>
      </span>
    </Section>
  );
}

function Sample() {
  const sample = useSample();
  return (
    <Section title={words.sample} note={words.sampleText}>
      {sample.error ? <Failure error={sample.error} /> : null}
      <span>
        <Button pending={sample.isPending} onPress={sample.open}>
          {words.openSample}
        </Button>
      </span>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
