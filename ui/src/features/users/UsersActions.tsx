import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "@/kit/Button";
import { IconButton } from "@/kit/IconButton";
import { InviteIcon, MoreIcon } from "@/kit/icons";
import { Menu } from "@/kit/Menu";
import { exporting } from "@/words/exporting";
import { people } from "@/words/people";
import { RefreshMenu, type RefreshMenuProps, refreshEntries } from "./RefreshMenu";

const words = people.users;

type UsersActionsProps = RefreshMenuProps & {
  profile: string;
  /** There is little room: what is not needed at every step goes under one button. */
  narrow: boolean;
  /** Nothing while there is nobody to export. */
  onExport: (() => void) | null;
  /** The search and the views. */
  children: ReactNode;
};

/** What can be done with the list as a whole. */
export function UsersActions({ profile, narrow, onExport, children, ...reading }: UsersActionsProps) {
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
            ...refreshEntries(reading),
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
      <RefreshMenu {...reading} />
      <Button icon={<InviteIcon />} onPress={invite}>
        {words.invite}
      </Button>
    </>
  );
}
