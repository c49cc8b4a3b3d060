import type { ReactNode } from "react";
import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";

/** Something that was done out of sight. An error that asks for something is no toast: it stays where it has to be dealt with. */
export type Told = {
  text: string;
  /** What stands after it, such as the sentence of an error. */
  more?: ReactNode;
  /** The way to what it tells of. */
  next?: { label: string; go: () => void };
  /** Takes it back. Where that fails, the rejection carries the sentence; {@link NotTakenBack} where the page itself says no. */
  undo?: () => Promise<unknown>;
};

/** Why something is not taken back, in the page's words. */
export class NotTakenBack extends Error {}

/** Milliseconds for which it stays; not counted while the pointer or the focus is on one. */
const STAYS = 8_000;

/** What is told now, and what waits for its turn. */
export const told = new ToastQueue<Told>({ maxVisibleToasts: 3 });

/** Tells of something that was done out of sight. */
export function tell(toast: Told): string {
  return told.add(toast, { timeout: STAYS });
}

/** Tells of something until it is put away. */
export const tellUntilRead = (toast: Told): string => told.add(toast);

/** The latest that can be taken back and is still told of. */
export const lastUndoable = () => told.visibleToasts.find(({ content }) => content.undo !== undefined) ?? null;

/** Takes back what a toast tells of, once. */
export function takeBack(key: string, failed: (error: unknown) => Told): void {
  const toast = told.visibleToasts.find((one) => one.key === key);
  if (!toast?.content.undo) return;
  told.close(key);
  toast.content.undo().catch((error: unknown) => tellUntilRead(failed(error)));
}
