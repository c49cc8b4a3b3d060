import type { ReactNode } from "react";
import { toAppError } from "@/ipc";
import { errors } from "@/words/errors";
import { FromCore } from "./FromCore";

/** What a failure says in its own sentence, or what holds of every one that came without. */
export function sentenceOf(error: unknown): ReactNode {
  const { message } = toAppError(error);
  return message ? <FromCore of={message} /> : errors.fallback;
}
