import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { type CloseWhen, ipc, onEvent } from "@/ipc";

/** Calls `asked` with the number of runs that are being sent, whenever the window is to close all the same. */
export function useCloseAsked(asked: (runs: number) => void): void {
  useEffect(() => onEvent((event) => event.kind === "close-asked" && asked(event.data)), [asked]);
}

/** Closes the window, at once or when every run came to rest. */
export function useCloseWindow() {
  return useMutation({ mutationFn: (when: CloseWhen) => ipc.closeWindow(when) });
}
