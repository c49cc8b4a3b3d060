import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Failure } from "@/components/Failure";
import { REMOVAL_STANDS } from "@/data/addresses";
import { followUpKey, followUpQuery } from "@/data/reviews";
import { useRefresh, useRefreshProgress } from "@/data/roster";
import { type FollowUpRow, ipc, type RemovalStands, type FollowUp as Window } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { Chip } from "@/kit/Chip";
import { DataGrid } from "@/kit/DataGrid";
import { EmptyState } from "@/kit/EmptyState";
import { RefreshIcon } from "@/kit/icons";
import { useWindowedRows } from "@/kit/useWindowedRows";
import { reviews } from "@/words/reviews";
import { FOLLOW_UP_COLUMNS } from "./followUpColumns";

const words = reviews.followUp;

type FollowUpProps = {
  profile: string;
  review: string;
  /** None means all. */
  stands: RemovalStands[];
  onStands: (stands: RemovalStands[]) => void;
};

/** What became of everybody who was to be removed, by the newest list after the end. */
export function FollowUp({ profile, review, stands, onStands }: FollowUpProps) {
  const known = useQuery(followUpQuery(profile, review));
  if (known.error) return <Failure error={known.error} profile={profile} onRetry={() => void known.refetch()} />;
  if (!known.data) return <div aria-busy="true" className="h-full" />;
  if (known.data.removals === 0) return <EmptyState title={words.none}>{words.noneText}</EmptyState>;
  return (
    <section aria-label={words.label} className="flex h-full min-h-72 flex-col gap-3">
      <Told profile={profile} known={known.data} />
      <StandsChips known={known.data} chosen={stands} onChange={onStands} />
      <Rows profile={profile} review={review} stands={stands} onClear={() => onStands([])} />
    </section>
  );
}

function Told({ profile, known }: { profile: string; known: Window }) {
  const refresh = useRefresh(profile);
  const refreshing = useRefreshProgress(profile) !== null || refresh.isPending;
  return (
    <>
      {refresh.error ? <Failure error={refresh.error} profile={profile} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="min-w-0 flex-1 select-text">
          <b className="font-semibold">{known.removals === 1 ? words.one : words.removals(known.removals)}</b>{" "}
          <span className="text-ink-2">{known.asOf === null ? words.notYet : words.asOf(known.asOf)}</span>
        </p>
        <Button small icon={<RefreshIcon />} pending={refreshing} onPress={() => refresh.mutate()}>
          {words.refresh}
        </Button>
      </div>
    </>
  );
}

type StandsChipsProps = { known: Window; chosen: RemovalStands[]; onChange: (stands: RemovalStands[]) => void };

function StandsChips({ known, chosen, onChange }: StandsChipsProps) {
  if (known.asOf === null) return null;
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{words.filter}</legend>
      {REMOVAL_STANDS.map((one) => (
        <Chip
          key={one}
          count={known.counts.find((count) => count.stands === one)?.people ?? 0}
          selected={chosen.includes(one)}
          onChange={(on) => onChange(REMOVAL_STANDS.filter((other) => (other === one ? on : chosen.includes(other))))}
        >
          {words.stands[one]}
        </Chip>
      ))}
    </fieldset>
  );
}

type RowsProps = { profile: string; review: string; stands: RemovalStands[]; onClear: () => void };

function Rows({ profile, review, stands, onClear }: RowsProps) {
  const client = useQueryClient();
  const key = followUpKey(profile, review, stands);
  const rows = useWindowedRows<FollowUpRow, Window>({
    queryKey: key,
    fetchWindow: (offset, limit) => ipc.followUp(profile, review, stands, offset, limit),
  });
  return (
    <>
      {rows.error ? (
        <Failure
          error={rows.error}
          profile={profile}
          onRetry={() => void client.invalidateQueries({ queryKey: key })}
        />
      ) : null}
      <Card className="flex min-h-48 flex-1 flex-col">
        <div className="min-h-0 flex-1">
          <DataGrid
            label={words.label}
            columns={FOLLOW_UP_COLUMNS}
            rowCount={rows.latest?.total ?? (rows.error ? 0 : 20)}
            getRow={rows.getRow}
            rowKey={(row) => row.userId}
            onVisibleRange={rows.onVisibleRange}
            resetKey={stands.join()}
            dimmed={rows.outdated}
            empty={
              rows.error ? null : (
                <EmptyState title={words.noMatch} action={<Button onPress={onClear}>{words.clear}</Button>} />
              )
            }
          />
        </div>
      </Card>
    </>
  );
}
