/**
 * The one file that speaks to the shell. Every call is typed by the generated contract; a rejection
 * becomes an {@link AppError}, so that no screen ever meets a raw one.
 */
import { Channel } from "@tauri-apps/api/core";
import { type AppEvent, commands, type ErrorCode, type AppError as WireError } from "./bindings";

export type * from "./bindings";
export type { SortColumn as UserColumn } from "./bindings";
export type { SentencePattern } from "./sentences";

/** A failed call: a code for the program, a sentence for the person. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | null;

  constructor({ code, message, detail }: WireError) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

function isWireError(thrown: unknown): thrown is WireError {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}

/** Whatever was thrown, as an {@link AppError}. Its sentence is shown only if it came from Rollcall itself. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isWireError(thrown)) return new AppError(thrown);
  return new AppError({
    code: "internal",
    message: "",
    detail: thrown instanceof Error ? thrown.message : `${thrown}`,
  });
}

type Commands = typeof commands;
type Call = (...args: never[]) => Promise<unknown>;

function guarded<F extends Call>(call: F): F {
  return ((...args: never[]) =>
    call(...args).catch((thrown: unknown) => {
      throw toAppError(thrown);
    })) as F;
}

/** All commands of the contract. */
export const ipc: Commands = Object.fromEntries(
  Object.entries(commands).map(([name, call]) => [name, guarded(call as Call)]),
) as unknown as Commands;

const listeners = new Set<(event: AppEvent) => void>();
let line: Channel<AppEvent> | null = null;
/** What happened since the line was opened ahead of those who will listen. */
let unheard: AppEvent[] | null = null;

function hear(event: AppEvent): void {
  if (unheard) unheard.push(event);
  else for (const listener of [...listeners]) listener(event);
}

/** Tells what nobody heard, once all of the first screen listen. */
function catchUp(): void {
  const told = unheard ?? [];
  unheard = null;
  told.forEach(hear);
}

/** Asks once for everything that happens; all listeners share the one line. */
function follow(): void {
  if (line) return;
  line = new Channel<AppEvent>();
  line.onmessage = hear;
  // A page without events shows what it asks for; it only learns of changes late.
  ipc.follow(line).catch(() => {
    line = null;
  });
}

/** Listens already, and keeps what happens until somebody wants to hear it. */
export function listenAhead(): void {
  if (!line) unheard = [];
  follow();
}

/** Calls `listener` for every event until the returned function is called. */
export function onEvent(listener: (event: AppEvent) => void): () => void {
  listeners.add(listener);
  follow();
  if (unheard) setTimeout(catchUp);
  return () => {
    listeners.delete(listener);
  };
}
