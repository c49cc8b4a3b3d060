import type { OrganizationFacet } from "@/ipc";
import { compare, holdsAll } from "@/words/format";

/** An organization at its place in the tree. */
export type Branch = {
  organization: OrganizationFacet;
  /** 1 at the top. */
  level: number;
  /** Whether something is below it. */
  parent: boolean;
  open: boolean;
  /** Its place among those beside it, from 1, and how many they are. */
  place: number;
  beside: number;
};

type Children = Map<string | null, OrganizationFacet[]>;

/** Who is below whom. Whoever is below nobody who is listed, or only below themselves, stands at the top. */
function childrenOf(all: readonly OrganizationFacet[]): Children {
  const byId = new Map(all.map((one) => [one.id, one]));
  const children: Children = new Map();
  for (const one of all) {
    const above = one.parentId !== null && byId.has(one.parentId) && !inCircle(one, byId) ? one.parentId : null;
    const beside = children.get(above);
    if (beside) beside.push(one);
    else children.set(above, [one]);
  }
  for (const beside of children.values()) beside.sort((a, b) => b.people - a.people || compare(a.label, b.label));
  return children;
}

function inCircle(one: OrganizationFacet, byId: Map<string, OrganizationFacet>): boolean {
  const seen = new Set<string>();
  let above = one.parentId === null ? undefined : byId.get(one.parentId);
  while (above && !seen.has(above.id)) {
    if (above.id === one.id) return true;
    seen.add(above.id);
    above = above.parentId === null ? undefined : byId.get(above.parentId);
  }
  return false;
}

/** Those who hold the text, and everyone above them. */
function sought(all: readonly OrganizationFacet[], text: string): Set<string> {
  const byId = new Map(all.map((one) => [one.id, one]));
  const shown = new Set<string>();
  for (const one of all) {
    if (!holdsAll(one.label, text)) continue;
    let at: OrganizationFacet | undefined = one;
    while (at && !shown.has(at.id)) {
      shown.add(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
  }
  return shown;
}

/** The rows of the tree that are in sight: what is open, or what a search leaves, fully open. */
export function branches(all: readonly OrganizationFacet[], open: ReadonlySet<string>, search: string): Branch[] {
  const searching = search.trim() !== "";
  const shown = searching ? sought(all, search) : null;
  const children = childrenOf(shown ? all.filter((one) => shown.has(one.id)) : all);
  const rows: Branch[] = [];
  const walk = (above: string | null, level: number) => {
    const beside = children.get(above) ?? [];
    beside.forEach((organization, at) => {
      const parent = children.has(organization.id);
      const isOpen = parent && (searching || open.has(organization.id));
      rows.push({ organization, level, parent, open: isOpen, place: at + 1, beside: beside.length });
      if (isOpen) walk(organization.id, level + 1);
    });
  };
  walk(null, 1);
  return rows;
}

/** The ids of those above the chosen ones: open at first, so that what is chosen is in sight. */
export function above(all: readonly OrganizationFacet[], chosen: readonly string[]): Set<string> {
  const byId = new Map(all.map((one) => [one.id, one]));
  const ids = new Set<string>();
  for (const id of chosen) {
    let at = byId.get(id)?.parentId ?? null;
    while (at !== null && !ids.has(at)) {
      ids.add(at);
      at = byId.get(at)?.parentId ?? null;
    }
  }
  return ids;
}

/** Open are those above what is chosen and a lone top one, until somebody says otherwise. */
export function openOnes(
  all: readonly OrganizationFacet[],
  chosen: readonly string[],
  flipped: ReadonlyMap<string, boolean>,
): Set<string> {
  const open = above(all, chosen);
  // Whoever belongs to nothing stands at the top as well, under no id.
  const top = all.filter((one) => one.parentId === null && one.id !== "");
  if (top.length === 1 && top[0]) open.add(top[0].id);
  for (const [id, isOpen] of flipped) {
    if (isOpen) open.add(id);
    else open.delete(id);
  }
  return open;
}
