import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { SaveMenu } from "@/components/SaveMenu";
import { useRefresh, useRefreshProgress } from "@/data/roster";
import { sinceQuery, useInviteAgain, useSaveSince } from "@/data/since";
import type { RunView, RunSince as Since, SinceCounts } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { ChevronDownIcon, ChevronRightIcon, RefreshIcon } from "@/kit/icons";
import { Select } from "@/kit/Select";
import { since as words } from "@/words/since";
import { figures } from "./outcome";

import { SinceByOrganization } from "./SinceByOrganization";
import { type Choice, choices, whenOf } from "./sinceChoice";

/** What became of the people whom a finished run invited, and what can be done about those who have not accepted. */
export function RunSince({ run }: { run: RunView }) {
  const since = useQuery(sinceQuery(run.profile, run.id));
  if (since.error && !since.data) {
    return <Failure error={since.error} profile={run.profile} onRetry={() => since.refetch()} />;
  }
  if (!since.data) {
    // Its place is kept, so that what stands below does not jump.
    return figures(run).invited > 0 ? <div aria-busy="true" className="h-24 shrink-0" /> : null;
  }
  if (since.data.invited === 0) return null;
  return (
    <Card padded label={words.title} className="shrink-0">
      <Told run={run} since={since.data} />
    </Card>
  );
}

function Told({ run, since }: { run: RunView; since: Since }) {
  const [open, setOpen] = useState(false);
  const refresh = useRefresh(run.profile);
  const refreshing = useRefreshProgress(run.profile) !== null || refresh.isPending;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-60 flex-1 select-text">
          <p role="status">
            <b className="font-semibold">{words.of(since.invited)}</b>{" "}
            {since.asOf === null ? words.notKnown : <Sentence people={since.people} />}
          </p>
          <p className="mt-0.5 text-ink-2">
            {refreshing ? words.refreshing : since.asOf === null ? null : words.asOf(whenOf(since.asOf))}
          </p>
        </div>
        <Button small icon={<RefreshIcon />} pending={refreshing} onPress={() => refresh.mutate()}>
          {words.refresh}
        </Button>
      </div>
      {refresh.error ? <Failure error={refresh.error} profile={run.profile} /> : null}
      {since.asOf === null ? null : <WhatNow run={run} people={since.people} />}
      {since.asOf === null || since.organizations.length < 2 ? null : (
        <div>
          <Button
            kind="quiet"
            small
            aria-expanded={open}
            icon={open ? <ChevronDownIcon /> : <ChevronRightIcon />}
            onPress={() => setOpen(!open)}
          >
            {words.byOrganization}
          </Button>
          {open ? <SinceByOrganization organizations={since.organizations} /> : null}
        </div>
      )}
    </div>
  );
}

/** `201 accepted, 40 wait (12 lapse within 2 days), 20 lapsed, 7 no longer listed.` */
function Sentence({ people }: { people: SinceCounts }) {
  const soon = people.lapseSoon > 0 ? ` ${words.soon(people.lapseSoon)}` : "";
  const parts = [words.accepted(people.accepted), `${words.waits(people.waits)}${soon}`];
  if (people.lapsed > 0) parts.push(words.lapsed(people.lapsed));
  if (people.notListed > 0) parts.push(words.notListed(people.notListed));
  if (people.blocked > 0) parts.push(words.blocked(people.blocked));
  if (people.other > 0) parts.push(words.other(people.other));
  return <>{parts.join(", ")}.</>;
}

/** Those who have not accepted: to be looked at as a draft, or saved. */
function WhatNow({ run, people }: { run: RunView; people: SinceCounts }) {
  const offered = choices(people);
  const [chosen, setChosen] = useState<string | null>(null);
  const navigate = useNavigate();
  const again = useInviteAgain(run.profile, run.id);
  const save = useSaveSince(run.profile, run.id);
  const choice = offered.find((one) => one.id === chosen) ?? offered[0];
  if (!choice) return null;
  const invite = ({ who }: Choice) =>
    again.mutate(who, {
      onSuccess: (draft) =>
        navigate({
          to: "/p/$profile/invite/$draft",
          params: { profile: run.profile, draft: draft.id },
          search: { step: "review" } as never,
        }),
    });
  const error = again.error ?? save.error;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <div className="w-52">
          <Select
            small
            label={words.who}
            hideLabel
            options={offered.map(({ id, label }) => ({ id, label }))}
            value={choice.id}
            onChange={setChosen}
          />
        </div>
        <Button
          small
          pending={again.isPending}
          offBecause={choice.again ? null : words.notListedOff}
          onPress={() => invite(choice)}
        >
          {choice.people === 1 ? words.inviteOne : words.invite(choice.people)}
        </Button>
        <SaveMenu
          label={words.save}
          pending={save.isPending}
          onSave={(format) => save.mutate({ who: choice.who, format })}
        />
      </div>
      {error ? <Failure error={error} profile={run.profile} /> : null}
      <p role="status" className="truncate text-ink-2 empty:hidden">
        {save.data ? words.saved(save.data) : null}
      </p>
    </>
  );
}
