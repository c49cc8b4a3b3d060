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
  return (
    <Dialog
      title={words.title(profile.name)}
      size="page"
      open
      onClose={onClose}
      actions={<Button onPress={onClose}>{words.close}</Button>}
    >
      <p className="mb-3">{words.text}</p>
      <Tabs
        label={words.tabs}
        selected={call}
        onChange={(id) => setCall(id as ListCall)}
        tabs={listsOf(profile.needs).map((one) => ({
          id: one,
          label: words.call[one],
          content: <Record key={one} profile={profile} call={one} onMatched={onMatched} />,
        }))}
      />
    </Dialog>
  );
}

type RecordProps = Pick<MatchDialogProps, "profile" | "onMatched"> & { call: ListCall };

function Record({ profile, call, onMatched }: RecordProps) {
  const record = useQuery(recordQuery(profile.id, call));
  if (record.error) {
    return <Failure error={record.error} profile={profile.id} onRetry={() => void record.refetch()} />;
  }
  if (!record.data) {
    return (
      <div role="status">
        <p className="mb-2">{words.asking}</p>
        <Skeleton height={240} />
      </div>
    );
  }
  return <Matching profile={profile} call={call} match={record.data} onMatched={onMatched} />;
}

function Matching({ profile, call, match, onMatched }: RecordProps & { match: RecordMatch }) {
  const [chosen, setChosen] = useState<FieldPlace[]>([]);
  const save = useMatchFields(profile.id, call);
  const places = placesOf(match, chosen);
  const keep = () =>
    save.mutate(places, {
      onSuccess: (profile) => {
        setChosen([]);
        if (profile) onMatched(profile);
      },
    });
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
          {match.record}
        </pre>
      </section>
      <section aria-label={words.fields} className="min-w-0">
        <h3 className="mb-1.5 font-medium">{words.fields}</h3>
        <FieldPlaces match={match} chosen={chosen} pending={save.isPending} onChange={setChosen} />
        {/* What is to be done next is in sight, however long the record is. */}
        <div className="sticky bottom-0 mt-1 flex items-center justify-end gap-3 bg-raised py-2">
          <p role="status" className="min-w-0 flex-1 text-ink-2">
            {save.isSuccess && places.length === 0 ? words.saved : null}
          </p>
          <Button
            kind="primary"
            pending={save.isPending}
            offBecause={places.length === 0 ? words.nothing : null}
            onPress={keep}
          >
            {words.save}
          </Button>
        </div>
        {save.error ? <Failure error={save.error} /> : null}
      </section>
    </div>
  );
}
