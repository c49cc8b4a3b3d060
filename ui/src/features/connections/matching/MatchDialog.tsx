import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "@/components/Failure";
import { recordQuery, useMatchFields } from "@/data/matching";
import type { FieldPlace, ProfileView, RecordMatch } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { Skeleton } from "@/kit/Skeleton";
import { Tabs } from "@/kit/Tabs";
import { connectionsMatch as words } from "@/words/connectionsMatch";
import { FieldPlaces } from "./FieldPlaces";
import { type ListCall, listsOf, placesOf } from "./places";

type MatchDialogProps = {
  profile: ProfileView;
  /** The connection as it is once places were saved. */
  onMatched: (profile: ProfileView) => void;
  onClose: () => void;
};

/** A real record of each list beside Rollcall's fields. */
export function MatchDialog({ profile, onMatched, onClose }: MatchDialogProps) {
  const [call, setCall] = useState<ListCall>("users");
  const [chosen, setChosen] = useState<Partial<Record<ListCall, FieldPlace[]>>>({});
  const record = useQuery(recordQuery(profile.id, call));
  const save = useMatchFields(profile.id);
  const places = record.data ? placesOf(record.data, chosen[call] ?? []) : [];
  const choose = (places: FieldPlace[]) => setChosen((all) => ({ ...all, [call]: places }));
  const keep = async () => {
    // A refusal stands in the dialog. What was kept is told to the form also where the dialog was closed meanwhile: it would
    // else save what there was before over it.
    const kept = await save.mutateAsync({ call, places }).catch(() => undefined);
    if (kept === undefined) return;
    choose([]);
    if (kept) onMatched(kept);
  };
  const shown = record.error ? (
    <Failure error={record.error} profile={profile.id} onRetry={() => void record.refetch()} />
  ) : record.data ? (
    <Matching match={record.data} chosen={chosen[call] ?? []} pending={save.isPending} onChange={choose} />
  ) : (
    <Asking />
  );
  return (
    <Dialog
      title={words.title(profile.name)}
      size="page"
      open
      onClose={onClose}
      actions={
        <>
          <p role="status" className="min-w-0 flex-1 self-center text-ink-2">
            {save.isSuccess && places.length === 0 ? words.saved : null}
          </p>
          <Button onPress={onClose}>{words.close}</Button>
          <Button
            kind="primary"
            pending={save.isPending}
            offBecause={places.length === 0 ? words.nothing : null}
            onPress={keep}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <p className="mb-3">{words.text}</p>
      {save.error ? <Failure error={save.error} /> : null}
      <Tabs
        label={words.tabs}
        selected={call}
        onChange={(id) => setCall(id as ListCall)}
        tabs={listsOf(profile.needs).map((one) => ({
          id: one,
          label: words.call[one],
          content: one === call ? shown : null,
        }))}
      />
    </Dialog>
  );
}

function Asking() {
  return (
    <div role="status">
      <p className="mb-2">{words.asking}</p>
      <Skeleton height={240} />
    </div>
  );
}

type MatchingProps = {
  match: RecordMatch;
  chosen: FieldPlace[];
  pending: boolean;
  onChange: (chosen: FieldPlace[]) => void;
};

function Matching(props: MatchingProps) {
  return (
    <div className="grid items-start gap-4 narrow:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] text-ink">
      <section aria-label={words.record} className="min-w-0">
        <h3 className="mb-1.5 font-medium">{words.record}</h3>
        {/* What a platform sent is text, whatever it looks like. */}
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
          tabIndex={0}
          aria-label={words.record}
          role="group"
          className="max-h-44 narrow:max-h-[calc(100vh-330px)] overflow-auto rounded-md border border-line bg-sunken p-3 font-mono text-sm break-words whitespace-pre-wrap"
        >
          {props.match.record}
        </pre>
      </section>
      <section aria-label={words.fields} className="min-w-0">
        <h3 className="mb-1.5 font-medium">{words.fields}</h3>
        <FieldPlaces {...props} />
      </section>
    </div>
  );
}
