import { useMutation } from "@tanstack/react-query";
import { ipc } from "@/ipc";

/** The bytes of a picture, as they cross to Rust. */
const bytesOf = async (draw: () => Promise<Blob>) => Array.from(new Uint8Array(await (await draw()).arrayBuffer()));

/** Lays a picture on the clipboard. Rust does it: not every web view lets a page lay pictures there. */
export function useCopyPicture() {
  return useMutation({ mutationFn: async (draw: () => Promise<Blob>) => ipc.copyPicture(await bytesOf(draw)) });
}

/** Writes a picture where the person says, and gives the file's name; nothing where no name was given. */
export function useSavePicture() {
  return useMutation({
    mutationFn: async ({ name, draw }: { name: string; draw: () => Promise<Blob> }) =>
      ipc.savePicture(name, await bytesOf(draw)),
  });
}
