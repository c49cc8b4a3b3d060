import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Failure } from "@/components/Failure";
import { userQuery } from "@/data/users";
import { PersonHistory } from "@/features/changes/PersonHistory";
import type { UserDetail } from "@/ipc";
import { Button } from "@/kit/Button";
import { CopyButton } from "@/kit/CopyButton";
import { cx } from "@/kit/cx";
import { IconButton } from "@/kit/IconButton";
import { CloseIcon } from "@/kit/icons";
import { Said } from "@/kit/Said";
import { Skeleton } from "@/kit/Skeleton";
import { Tabs } from "@/kit/Tabs";
import { useEscapeWithin } from "@/kit/useEscapeWithin";
import { people } from "@/words/people";
import { Avatar } from "../Avatar";
import { StateBadge } from "../StateBadge";
import { userCan } from "../userCan";
import { PersonFacts } from "./PersonFacts";
import { PersonRuns } from "./PersonRuns";

const words = people.person;

type PersonPanelProps = {
  profile: string;
  person: string;
  /** It lies over the list, so the focus has to come along. */
  covers: boolean;
  /** The screen's one main button may be here: it has no other. */
  main: boolean;
  onClose: () => void;
};

/** Everything about one person. */
export function PersonPanel({ profile, person, covers, main, onClose }: PersonPanelProps) {
  const detail = useQuery(userQuery(profile, person));
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (covers) panel.current?.focus();
  }, [covers]);
  useEscapeWithin(panel, onClose);
  const name = detail.data ? detail.data.person.name || detail.data.person.email : "";
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={words.region(name)}
      className={cx(
        "flex min-h-0 flex-col overflow-hidden rounded-lg border border-line bg-surface outline-none",
        covers ? "absolute inset-x-6 top-0 bottom-4 z-4" : "relative w-79 shrink-0",
      )}
    >
      {/* The focus stays on the list: whoever does not see the panel hears whom it is about. */}
      <Said>{name && !covers ? words.region(name) : null}</Said>
      <div className="absolute end-2 top-2 z-1">
        <IconButton small label={words.close} keys="Esc" icon={<CloseIcon />} onPress={onClose} />
      </div>
      {detail.error ? (
        <div className="p-4 pt-10">
          <Failure
            title={words.notShown}
            error={detail.error}
            profile={profile}
            onRetry={() => void detail.refetch()}
          />
        </div>
      ) : detail.data ? (
        <Person profile={profile} detail={detail.data} main={main} />
      ) : (
        <Loading />
      )}
    </aside>
  );
}

function Loading() {
  return (
    <div className="flex flex-col gap-4 p-4">
      <Skeleton width="60%" height={20} />
      <Skeleton width="40%" height={14} />
      <Skeleton height={120} />
    </div>
  );
}

type PersonProps = { profile: string; detail: UserDetail; main: boolean };

function Person({ profile, detail, main }: PersonProps) {
  const { person } = detail;
  const [tab, setTab] = useState("details");
  const name = person.name || person.email;
  return (
    // In a low window all of it scrolls, and what the tabs show keeps some lines.
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto p-4">
      <div className="flex items-center gap-2.5 pe-6">
        <Avatar large name={name} />
        <div className="min-w-0 select-text">
          <h2 className="text-lg leading-tight font-semibold break-words">{name}</h2>
          <span className="block truncate text-ink-3" title={person.email}>
            {person.email}
          </span>
        </div>
      </div>
      <div className="mt-2.5">
        <StateBadge user={person} />
      </div>
      <Invitation detail={detail} />
      <Actions profile={profile} detail={detail} main={main} />
      <div className="mt-3 flex min-h-40 flex-1 flex-col">
        <Tabs
          label={words.tabs}
          selected={tab}
          onChange={setTab}
          tabs={[
            { id: "details", label: words.details, content: <PersonFacts detail={detail} /> },
            {
              id: "history",
              label: words.historyTab,
              content: (
                <>
                  <PersonHistory profile={profile} person={person.id} />
                  <h3 className="mt-6 mb-2 font-semibold">{words.history.runs}</h3>
                  <PersonRuns profile={profile} runs={detail.runs} />
                </>
              ),
            },
            { id: "json", label: words.json, content: <Json detail={detail} /> },
          ]}
        />
      </div>
    </div>
  );
}

function Invitation({ detail }: { detail: UserDetail }) {
  const { invitation } = detail.person;
  if (!invitation) return null;
  return (
    <p className="mt-2 text-sm text-ink-2">
      {words.invitedBy[invitation.basis](invitation.invitedAt)}{" "}
      {invitation.lapsed ? words.lapsed : words.pending(invitation.days)}
    </p>
  );
}

function Actions({ profile, detail, main }: PersonProps) {
  const navigate = useNavigate();
  const { person } = detail;
  const may = userCan.reinvite(person);
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button
        small
        kind={may.may && main ? "primary" : "normal"}
        offBecause={may.may ? null : may.because}
        onPress={() => navigate({ to: "/p/$profile/invite", params: { profile }, search: { person: person.id } })}
      >
        {words.inviteAgain}
      </Button>
      {person.email ? <CopyButton text={person.email} label={words.copyAddress} /> : null}
    </div>
  );
}

function Json({ detail: { json, raw } }: { detail: UserDetail }) {
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-sm text-ink-2">{raw ? words.asSent : words.asRead}</p>
      <CopyButton text={json} label={words.copyJson} />
      <pre className="w-full rounded-md bg-sunken p-3 font-mono text-xs leading-relaxed wrap-anywhere whitespace-pre-wrap">
        {json}
      </pre>
    </div>
  );
}
