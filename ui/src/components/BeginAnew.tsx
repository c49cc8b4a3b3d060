import { type ReactNode, useState } from "react";
import { ipc } from "@/ipc";
import { Button } from "@/kit/Button";
import { errors } from "@/words/errors";
import { sentenceOf } from "./sentenceOf";

/** Lays aside what can't be read any more of a platform, at a person's word, and begins it anew. */
export function BeginAnew({ profile, onBegun }: { profile: string; onBegun?: (() => void) | undefined }) {
  const [refusal, setRefusal] = useState<ReactNode>(null);
  const begin = () =>
    ipc.beginAnew(profile).then(
      () => (onBegun ? onBegun() : window.location.reload()),
      (thrown: unknown) => setRefusal(sentenceOf(thrown)),
    );
  return (
    <>
      {refusal ? <span role="alert">{refusal}</span> : null}
      <Button small onPress={() => void begin()}>
        {errors.action.anew}
      </Button>
    </>
  );
}
