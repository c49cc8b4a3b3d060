import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, type Ref, useState } from "react";
import { Failure } from "@/components/Failure";
import { isSample } from "@/components/platform";
import { useTestProfile } from "@/data/profiles";
import type { ProfileView } from "@/ipc";
import { Badge } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { useContextMenu } from "@/kit/ContextMenu";
import { IconButton } from "@/kit/IconButton";
import { LockIcon, MoreIcon } from "@/kit/icons";
import { Kbd } from "@/kit/Kbd";
import { hits } from "@/kit/keymap";
import { keysOf } from "@/kit/keyNames";
import { Menu } from "@/kit/Menu";
import { connectionList } from "@/words/connectionList";
import { connections as words } from "@/words/connections";
import { OrganizationsTakenDialog } from "../organizations/OrganizationsTakenDialog";
import { RemoveDialog } from "../RemoveDialog";
import { Examination } from "../report/Examination";
import { CardFacts } from "./CardFacts";
import { ProblemLine } from "./ProblemLine";
import type { Problem } from "./problem";
import { UnlockDialog } from "./UnlockDialog";
import { useCardMenu } from "./useCardMenu";

type ConnectionCardProps = {
  profile: ProfileView;
  problem: Problem | null;
  now: number;
  /** The number that opens it together with Ctrl and Shift, if it has one. */
  number: number | null;
  place: { isFirst: boolean; isLast: boolean } | null;
  onMove: (by: -1 | 1) => void;
  cardRef: Ref<HTMLElement>;
};

/** One connection: what it is, what is wrong with it, and what can be done. */
export function ConnectionCard(props: ConnectionCardProps) {
  const { profile, problem, place, onMove } = props;
  const test = useTestProfile();
  const [asked, setAsked] = useState<"unlock" | "remove" | null>(null);
  const menu = useCardMenu({
    profile,
    place,
    onMove,
    onUnlock: () => setAsked("unlock"),
    onRemove: () => setAsked("remove"),
  });
  const navigate = useNavigate();
  const open = () => void navigate({ to: "/p/$profile/overview", params: { profile: profile.id } });
  const edit = () => void navigate({ to: "/connections/$id", params: { id: profile.id } });
  const { openers, menu: atPointer } = useContextMenu(words.more(profile.name), () => [
    { id: "open", label: words.open, onAction: open },
    { id: "test", label: words.test, disabled: test.isPending, onAction: () => test.mutate(profile.id) },
    ...(isSample(profile) ? [] : [{ id: "edit", label: words.edit, onAction: edit }]),
    "-",
    ...menu.entries,
  ]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = hits(event, "moveUp") ? -1 : hits(event, "moveDown") ? 1 : null;
    if (!place || !by) return openers.onKeyDown(event);
    event.preventDefault();
    onMove(by);
  };
  return (
    <section
      ref={props.cardRef}
      aria-label={profile.name}
      tabIndex={-1}
      onContextMenu={openers.onContextMenu}
      onKeyDown={onKeyDown}
      className="shrink-0 rounded-lg border border-line bg-surface outline-none focus-visible:shadow-focus"
    >
      <div className="flex items-start gap-3 p-4 max-large:flex-wrap">
        <span aria-hidden="true" className="mt-1 size-3 shrink-0 rounded-full" style={{ background: profile.colour }} />
        <div className="min-w-0 flex-1 max-large:basis-3/4">
          <Head profile={profile} number={props.number} />
          <CardFacts profile={profile} now={props.now} />
        </div>
        <Actions profile={profile} test={test} onOpen={open} onEdit={edit}>
          <Menu
            label={words.more(profile.name)}
            trigger={<IconButton small bare label={words.more(profile.name)} icon={<MoreIcon />} />}
            entries={menu.entries}
          />
        </Actions>
      </div>
      {problem || menu.error || menu.said ? (
        <div className="-mt-1 flex flex-col gap-2 px-4 pb-4 ps-10">
          {problem ? <ProblemLine profile={profile} problem={problem} /> : null}
          {menu.error ? <Failure error={menu.error} profile={profile.id} /> : null}
          {menu.said ? (
            <p role="status" className="text-ink-2">
              {menu.said}
            </p>
          ) : null}
        </div>
      ) : null}
      <Tested profile={profile} test={test} />
      {asked === "unlock" ? <UnlockDialog profile={profile} onClose={() => setAsked(null)} /> : null}
      <RemoveDialog profile={profile} open={asked === "remove"} onClose={() => setAsked(null)} />
      <OrganizationsTakenDialog file={menu.organizations} />
      {atPointer}
    </section>
  );
}

function Head({ profile, number }: { profile: ProfileView; number: number | null }) {
  return (
    <div className="flex min-w-0 items-center gap-2 max-large:flex-wrap">
      <h2 className="min-w-0 truncate font-semibold" title={profile.name}>
        {profile.name}
      </h2>
      <span className="shrink-0">
        {profile.live ? (
          <Badge tone="warn">{connectionList.live}</Badge>
        ) : (
          <Badge tone="muted">{connectionList.sandbox}</Badge>
        )}
      </span>
      {profile.readOnly ? (
        <span
          title={connectionList.readOnlyWhy}
          className="flex shrink-0 items-center gap-1 text-sm font-medium whitespace-nowrap text-ink-2"
        >
          <LockIcon width="12" height="12" />
          {connectionList.readOnly}
        </span>
      ) : null}
      {number === null ? null : (
        <span title={connectionList.switchKeys(keysOf("platform", number))} className="shrink-0 max-narrow:hidden">
          <Kbd>{keysOf("platform", number)}</Kbd>
        </span>
      )}
    </div>
  );
}

type Test = ReturnType<typeof useTestProfile>;

type ActionsProps = { profile: ProfileView; test: Test; onOpen: () => void; onEdit: () => void; children: ReactNode };

function Actions({ profile, test, onOpen, onEdit, children }: ActionsProps) {
  return (
    <div className="flex shrink-0 items-center gap-2 max-large:w-full max-large:flex-wrap max-large:ps-6">
      <Button small onPress={onOpen}>
        {words.open}
      </Button>
      <Button small pending={test.isPending} onPress={() => test.mutate(profile.id)}>
        {words.test}
      </Button>
      {isSample(profile) ? null : (
        <Button small onPress={onEdit}>
          {words.edit}
        </Button>
      )}
      {children}
    </div>
  );
}

/** The test of this card, while it runs and until it is put away. */
function Tested({ profile, test }: { profile: ProfileView; test: Test }) {
  if (test.isIdle) return null;
  return (
    <div className="border-t border-line p-4 narrow:ps-10">
      <Examination profile={profile.id} test={test} onClose={test.reset} />
    </div>
  );
}
