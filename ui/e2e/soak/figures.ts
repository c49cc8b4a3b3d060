import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** What one process holds. */
export interface Holding {
  /** Proportional set size in MB: pages that several processes share count as their part. */
  pss: number;
  /** Its own memory in MB: no file, nothing shared, whatever else runs on the machine. */
  own: number;
  threads: number;
  /** Open files, sockets and pipes. */
  files: number;
}

/** The processes of the window, by what they are for. */
export const ROLES = ["app", "web", "network"] as const;
export type Role = (typeof ROLES)[number];

/** What WebKit calls its processes; the kernel keeps fifteen letters of a name. */
const NAMES: Record<string, Role> = { WebKitWebProces: "web", WebKitNetworkPr: "network" };

/** What the app and the processes of its web view hold now; short-lived ones, such as readers of spreadsheets, are left out. */
export async function holdings(app: number): Promise<Record<Role, Holding>> {
  const found: Partial<Record<Role, Holding>> = { app: await holding(app) };
  for (const child of await childrenOf(app)) {
    const role = NAMES[(await readFile(`/proc/${child}/comm`, "utf8").catch(() => "")).trim()];
    if (role) found[role] = await holding(child);
  }
  const missing = ROLES.filter((role) => !found[role]);
  if (missing.length > 0) throw new Error(`These processes of the window are gone: ${missing.join(", ")}.`);
  return found as Record<Role, Holding>;
}

async function childrenOf(pid: number): Promise<number[]> {
  // A process is the child of the thread that started it.
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, "utf8").catch(() => "")),
  );
  return lists.flatMap((list) => list.trim().split(" ").filter(Boolean).map(Number));
}

async function holding(pid: number): Promise<Holding> {
  const memory = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
  const state = await readFile(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(memory)?.[1]) / 1024;
  return {
    pss: megabytes("Pss"),
    own: megabytes("Pss_Anon"),
    threads: Number(/^Threads:\s+(\d+)/m.exec(state)?.[1]),
    files: (await readdir(`/proc/${pid}/fd`)).length,
  };
}

/** The size of all files in a folder and below it, in MB. */
export async function folderSize(path: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    // A file may have been replaced since it was listed.
    bytes += (await stat(join(entry.parentPath, entry.name)).catch(() => ({ size: 0 }))).size;
  }
  return bytes / 1024 / 1024;
}

/** What is collected at once when everything is looked through, and not only what is young, as a part of what was there. */
const LOOKED_THROUGH = 0.7;

/** What the scripts of the page held in MB when the engine looked through everything last, as it printed it. */
export async function scriptsHold(printed: string): Promise<number> {
  const after = [...(await readFile(printed, "utf8")).matchAll(/=> (\d+)kb/g)].map(([, kb]) => Number(kb) / 1024);
  // Other workers of the engine hold next to nothing.
  const page = after.filter((each) => each > 1);
  return page.findLast((each, n) => n > 0 && each < (page[n - 1] ?? 0) * LOOKED_THROUGH) ?? page[0] ?? 0;
}
