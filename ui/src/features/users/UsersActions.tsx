import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "@/kit/Button";
import { IconButton } from "@/kit/IconButton";
import { InviteIcon, MoreIcon, RefreshIcon } from "@/kit/icons";
import { Menu } from "@/kit/Menu";
import { exporting } from "@/words/en/exporting";
import { people } from "@/words/en/people";

const words = people.users;

type UsersActionsProps = {
  profile: string;
  /** There is little room: what is not needed at every step goes under one button. */
  narrow: boolean;
  refreshing: boolean;
  onRefresh: () => void;
  /** Nothing while there is nobody to export. */
  onExport: (() => void) | null;
  /** The search and the views. */
  children: ReactNode;
};

/** What can be done with the list as a whole. */
export function UsersActions({ profile, narrow, refreshing, onRefresh, onExport, children }: UsersActionsProps) {
  const navigate = useNavigate();
  const invite = () => navigate({ to: "/p/$profile/invite", params: { profile } });
  if (narrow) {
    return (
      <>
        {children}
        <Menu
          label={words.moreLabel}
          trigger={<IconButton label={words.more} icon={<MoreIcon />} />}
          entries={[
            { id: "export", label: words.exportPeople, disabled: !onExport, onAction: () => onExport?.() },
            { id: "refresh", label: words.refresh, disabled: refreshing, onAction: onRefresh },
            { id: "invite", label: words.invite, onAction: invite },
          ]}
        />
      </>
    );
  }
  return (
    <>
      {children}
      <Button isDisabled={!onExport} onPress={() => onExport?.()}>
        {exporting.open}
      </Button>
      <Button icon={<RefreshIcon />} pending={refreshing} onPress={onRefresh}>
        {words.refresh}
      </Button>
      <Button icon={<InviteIcon />} onPress={invite}>
        {words.invite}
      </Button>
    </>
  );
}
