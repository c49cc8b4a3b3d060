import { AppError, ipc, type PageFault } from "@/ipc";

/** Places in the page's own files, as they stand in the trace of an error. */
const OWN_PLACE = /\/(assets\/[\w-]+\.js:\d+:\d+)/g;

/** Keeps on this computer that something went wrong, and where. What the error says stays here: it may hold a name. */
export function noteFault(what: PageFault["what"], thrown: unknown): void {
  // A call that failed is no defect, and its screen tells of it.
  if (!(thrown instanceof Error) || thrown instanceof AppError) return;
  const places = [...(thrown.stack ?? "").matchAll(OWN_PLACE)].map((hit) => hit[1] ?? "").slice(0, 40);
  void ipc.notePageFault({ what, name: thrown.name, places }).catch(() => undefined);
}

/** From now on, whatever fails outside of any screen is noted. */
export function noteFaults(): () => void {
  const onError = (event: ErrorEvent) => noteFault("script", event.error);
  const onRejection = (event: PromiseRejectionEvent) => noteFault("promise", event.reason);
  window.addEventListener("error", onError);
  window.addEventListener("unhandledrejection", onRejection);
  return () => {
    window.removeEventListener("error", onError);
    window.removeEventListener("unhandledrejection", onRejection);
  };
}
