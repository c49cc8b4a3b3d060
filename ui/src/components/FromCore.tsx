import type { ReactNode } from "react";
import type { Sentence } from "@/ipc";
import { told } from "@/words/core/told";
import { English } from "./English";

type FromCoreProps = {
  /** What the core said. */
  of: Sentence | readonly Sentence[] | string;
  /** What is shown of the text, where it is not all of it or not as it is. */
  part?: (text: string) => ReactNode;
};

const asItIs = (text: string) => text;

/** What the core said, in the chosen language; in English, and marked as such, where the language has no words for it. */
export function FromCore({ of, part = asItIs }: FromCoreProps): ReactNode {
  const { text, inEnglish } = told(of);
  return inEnglish ? <English>{part(text)}</English> : <bdi>{part(text)}</bdi>;
}
