import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { SaveMenu } from "@/components/SaveMenu";
import { SearchAsYouType } from "@/components/SearchAsYouType";
import type { ChangesSearch } from "@/data/addresses";
import { type ChangeChoice, changesQuery, refreshesQuery, useExportChanges } from "@/data/changes";
import type { ChangesView, RefreshView } from "@/ipc";
import { Skeleton } from "@/kit/Skeleton";
import { tell } from "@/kit/toasts";
import { changes as words } from "@/words/changes";
import { ChangeRows } from "./ChangeRows";
import { KindChips } from "./KindChips";
import { SpanPickers } from "./SpanPickers";
import { sentenceOf, spanOf } from "./span";
import { TooFewLists } from "./TooFewLists";

export type ChangesProps = {
  profile: string;
  search: ChangesSearch;
  /** Changes the address; `replace` leaves no step back. */
  onSearch: (change: ChangesSearch, replace?: boolean) => void;
};

/** Who joined, left and changed between two lists. */
export function Changes(props: ChangesProps) {
  const { profile, search, onSearch } = props;
  const lists = useQuery(refreshesQuery(profile));
  const kept = lists.data ?? [];
  const choice = choiceOf(search, kept);
  const compared = useQuery({
    ...changesQuery(profile, choice.span),
    enabled: kept.length > 1,
    // What stands there stays until the other comparison is known.
    placeholderData: keepPreviousData,
  });
  const save = useExportChanges(profile);
  const enough = lists.data === undefined || kept.length > 1;
  return (
    <Page
      title={words.title}
      note={enough && compared.data ? words.note(compared.data.people) : null}
      actions={
        enough ? (
          <>
            <SearchAsYouType
              label={words.search}
              hint={words.searchHint}
              value={choice.search}
              onChange={(text) => onSearch({ search: text || undefined }, true)}
            />
            <SaveMenu
              large
              label={words.export}
              pending={save.isPending}
              onSave={(format) =>
                save.mutate({ ...choice, format }, { onSuccess: (name) => name && tell({ text: words.saved(name) }) })
              }
            />
          </>
        ) : null
      }
    >
      <div className="flex min-h-0 flex-1 flex-col gap-3 px-6 pb-4">
        {lists.error ? <Failure error={lists.error} profile={profile} onRetry={() => void lists.refetch()} /> : null}
        {save.error ? <Failure title={words.exportFailed} error={save.error} profile={profile} /> : null}
        {lists.error ? null : enough ? (
          <Compared {...props} kept={kept} choice={choice} compared={compared} />
        ) : (
          <TooFewLists profile={profile} lists={kept.length} />
        )}
      </div>
    </Page>
  );
}

const choiceOf = (search: ChangesSearch, kept: RefreshView[]): ChangeChoice => ({
  span: spanOf(search, kept),
  kinds: search.kind ?? [],
  search: search.search ?? "",
});

type ComparedProps = ChangesProps & {
  kept: RefreshView[];
  choice: ChangeChoice;
  compared: { data: ChangesView | undefined; error: Error | null; refetch: () => Promise<unknown> };
};

function Compared({ profile, search, onSearch, kept, choice, compared }: ComparedProps) {
  const view = compared.data;
  return (
    <>
      <SpanPickers
        kept={kept}
        span={choice.span}
        view={view}
        onSpan={(change) => onSearch({ ...change, person: undefined })}
      />
      {compared.error ? (
        <Failure error={compared.error} profile={profile} onRetry={() => void compared.refetch()} />
      ) : (
        <p role="status" className="min-h-5 select-text">
          {view ? sentenceOf(view, kept[0]?.number ?? view.to.number) : <Skeleton width={320} height={14} />}
        </p>
      )}
      <KindChips
        counts={view?.counts ?? []}
        chosen={choice.kinds}
        onChange={(kinds) => onSearch({ kind: kinds.length > 0 ? kinds : undefined }, true)}
      />
      <ChangeRows
        profile={profile}
        choice={choice}
        ready={kept.length > 1}
        person={search.person}
        onPerson={(person) => onSearch({ person }, true)}
        onClear={() => onSearch({ search: undefined, kind: undefined })}
      />
    </>
  );
}
