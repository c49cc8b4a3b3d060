import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Failure } from "@/components/Failure";
import { useTitle } from "@/components/useTitle";
import { Button } from "@/kit/Button";
import { ConnectionsIcon, RollcallMark, UsersIcon } from "@/kit/icons";
import { shell } from "@/words/shell";
import { useSample } from "./useSample";

const words = shell.start;

/** The first screen of a first start: two ways in. */
export function Start() {
  useTitle(words.screen);
  const navigate = useNavigate();
  const sample = useSample();
  return (
    <div className="grid h-full place-items-center overflow-auto p-8">
      <div className="flex w-full max-w-170 flex-col">
        <span className="mb-5 flex items-center gap-2.5 text-lg font-semibold">
          <span className="grid size-8 place-items-center rounded-md bg-accent text-on-accent [&>svg]:size-5">
            <RollcallMark />
          </span>
          {shell.app}
        </span>
        <h1
          tabIndex={-1}
          className="max-w-150 text-2xl leading-tight font-[650] tracking-[-0.02em] text-balance outline-none"
        >
          {words.title}
        </h1>
        <p className="mt-3 mb-7 max-w-140 text-lg text-pretty text-ink-2">{words.what}</p>
        {sample.error ? (
          <div className="mb-4">
            <Failure error={sample.error} onRetry={sample.open} />
          </div>
        ) : null}
        <div className="grid grid-cols-1 gap-4 narrow:grid-cols-2">
          <Way icon={<UsersIcon />} text={words.sampleWhat}>
            <Button kind="primary" pending={sample.isPending} onPress={sample.open} autoFocus>
              {words.sample}
            </Button>
          </Way>
          <Way icon={<ConnectionsIcon />} text={words.connectWhat}>
            <Button onPress={() => void navigate({ to: "/connections/new" })}>{words.connect}</Button>
          </Way>
        </div>
        <p role="status" className="sr-only">
          {sample.isPending ? words.starting : null}
        </p>
      </div>
    </div>
  );
}

function Way({ icon, text, children }: { icon: ReactNode; text: string; children: ReactNode }) {
  return (
    <section className="flex flex-col items-start gap-3 rounded-lg border border-line bg-surface p-5">
      <span className="text-accent [&>svg]:size-6">{icon}</span>
      <p className="flex-1 text-ink-2">{text}</p>
      {children}
    </section>
  );
}
