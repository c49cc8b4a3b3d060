import { useNavigate } from "@tanstack/react-router";
import { isSample } from "@/components/platform";
import { unchanged, useDuplicateProfile, useExportConnection, useSaveProfile } from "@/data/profiles";
import { useOrganizationsFromFile } from "@/data/roster";
import type { ProfileView } from "@/ipc";
import { keysOf } from "@/kit/keyNames";
import type { MenuEntry } from "@/kit/Menu";
import { connectionList } from "@/words/connectionList";

const words = connectionList.act;

type CardMenuProps = {
  profile: ProfileView;
  /** Where it stands among all; nothing where it can't be moved. */
  place: { isFirst: boolean; isLast: boolean } | null;
  onMove: (by: -1 | 1) => void;
  onUnlock: () => void;
  onRemove: () => void;
};

/** What can be done with a connection beside opening, testing and editing it, and what came of it. */
export function useCardMenu({ profile, place, onMove, onUnlock, onRemove }: CardMenuProps) {
  const navigate = useNavigate();
  const duplicate = useDuplicateProfile();
  const exporting = useExportConnection();
  const lock = useSaveProfile();
  const organizations = useOrganizationsFromFile(profile.id);
  const entry = (id: keyof typeof words, onAction: () => void, more: Partial<Exclude<MenuEntry, "-">> = {}) => ({
    id,
    label: words[id],
    onAction,
    ...more,
  });
  const openCopy = (copy: ProfileView) => void navigate({ to: "/connections/$id", params: { id: copy.id } });
  const ofItsOwn: MenuEntry[] = isSample(profile)
    ? []
    : [
        entry("duplicate", () => duplicate.mutate(profile.id, { onSuccess: openCopy })),
        entry("export", () => exporting.mutate(profile)),
        profile.readOnly
          ? entry("unlock", onUnlock)
          : entry("lock", () => lock.mutate({ ...unchanged(profile), readOnly: true })),
        entry("organizations", () => organizations.mutate()),
        "-",
      ];
  const moving: MenuEntry[] = place
    ? [
        entry("up", () => onMove(-1), { keys: keysOf("moveUp"), disabled: place.isFirst }),
        entry("down", () => onMove(1), { keys: keysOf("moveDown"), disabled: place.isLast }),
        "-",
      ]
    : [];
  const said = exporting.data
    ? connectionList.exported(exporting.data.file, exporting.data.headers)
    : lock.data?.readOnly && profile.readOnly
      ? connectionList.lockedSaid(profile.name)
      : null;
  return {
    entries: [...ofItsOwn, ...moving, entry("remove", onRemove, { danger: true })],
    said,
    error: duplicate.error ?? exporting.error ?? lock.error,
    organizations,
  };
}
