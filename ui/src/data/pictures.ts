import { useMutation } from "@tanstack/react-query";
import { ipc } from "@/ipc";

/** Lays a picture on the clipboard. It is begun at once, within the press that asked for it: later it would be refused. */
export function useCopyPicture() {
  return useMutation({
    mutationFn: (draw: () => Promise<Blob>) => navigator.clipboard.write([new ClipboardItem({ "image/png": draw() })]),
  });
}

/** Writes a picture where the person says, and gives the file's name; nothing where no name was given. */
export function useSavePicture() {
  return useMutation({
    mutationFn: async ({ name, draw }: { name: string; draw: () => Promise<Blob> }) =>
      ipc.savePicture(name, Array.from(new Uint8Array(await (await draw()).arrayBuffer()))),
  });
}
