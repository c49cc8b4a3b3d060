import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { Card } from "@/kit/Card";
import { useCommands } from "@/kit/commands";
import type { GridHandle } from "@/kit/DataGrid";
import { visibleIds } from "@/kit/gridColumns";
import type { Selected } from "@/kit/gridSelected";
import { useWindowWidth } from "@/kit/useWindowWidth";
import { exporting as exportWords } from "@/words/exporting";
import { kit } from "@/words/kit";
import { people } from "@/words/people";
import { Empty } from "./Empty";
import { pickedOf } from "./export/choice";
import { ExportDialog } from "./export/ExportDialog";
import { FacetColumn, FacetPopover } from "./facets/Facets";
import { FilterBar } from "./filters/FilterBar";
import { onlyOrganization } from "./filters/names";
import { ListTools } from "./ListTools";
import { PersonPanel } from "./person/PersonPanel";
import { RefreshNotes } from "./RefreshNotes";
import { SearchPeople } from "./SearchPeople";
import type { UsersProps } from "./Users";
import { UsersActions } from "./UsersActions";
import { useUserColumns } from "./UsersGrid";
import { type Said, UsersNotes } from "./UsersNotes";
import { UsersSheet } from "./UsersSheet";
import { useExact } from "./useExact";
import { useList } from "./useList";
import { useToDraft } from "./useToDraft";
import { useUsersAddress } from "./useUsersAddress";
import { PutAside } from "./views/PutAside";
import type { Layout } from "./views/standing";
import { useKeptStanding } from "./views/useKeptStanding";
import { useViews } from "./views/useViews";
import { ViewsMenu } from "./views/ViewsMenu";

/** Window widths from which the facets have a column, from which every button is shown, and under which a person covers the list. */
const [FACETS, BUTTONS, BESIDE] = [1500, 1200, 1000];

type UsersScreenProps = UsersProps & { start: Layout };

/** People, what narrows them, what is marked among them, and the one who is open. */
export function UsersScreen({ profile, search, onSearch, start }: UsersScreenProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const width = useWindowWidth();
  const [layout, setLayout] = useState(start);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [exporting, setExporting] = useState(false);
  const handle = useRef<GridHandle>(null);
  const address = useUsersAddress(search, onSearch);
  const { query, filter } = address;
  const columns = useUserColumns(profile, (user, index) => {
    address.open(user.id);
    // The keyboard goes on from there, not from a button that scrolls away.
    handle.current?.goTo(index, "name");
    handle.current?.focus();
  });
  const views = useViews({ profile, search, onSearch, layout, onLayout: setLayout, columns });
  useKeptStanding(profile, search, layout, views.current?.name ?? "");
  const { summary, fetched, refresh, rows, waiting, facets, matching, total, asOf } = useList(profile, query);
  const draft = useToDraft(profile, setSaid);
  const exact = rows.outdated ? null : (rows.latest?.exact ?? null);
  useExact(query.search, exact, (person) => address.open(person, true));

  const open = search.person;
  const covered = width < BESIDE && open !== undefined;
  const column = width >= FACETS;
  const facetProps = { ...facets, profile, query, onFilter: filter, opened: search.facet };
  const read = () => refresh.mutate();
  const invite = () => void navigate({ to: "/p/$profile/invite", params: { profile } });
  const compact = layout.density === "compact";
  useCommands([
    {
      id: "export",
      label: exportWords.open,
      bound: "export",
      offBecause: total > 0 ? null : exportWords.nobody,
      act: () => setExporting(true),
    },
    {
      id: "go-to-row",
      label: kit.goTo.title,
      shown: "rowNumber",
      offBecause: total > 0 ? null : exportWords.nobody,
      act: () => handle.current?.askForRow(),
    },
    { id: "everyone", label: people.users.clear, act: address.clear },
    {
      id: "density",
      label: compact ? people.users.withRoom : people.users.compactRows,
      checked: compact,
      act: () => setLayout({ ...layout, density: compact ? "comfortable" : "compact" }),
    },
  ]);
  useFocusBack(open, handle);

  const note = fetched && rows.latest ? people.users.note(matching, total) : null;

  return (
    <Page
      title={people.users.title}
      note={note}
      actions={
        <UsersActions
          profile={profile}
          narrow={width < BUTTONS}
          refresh={refresh}
          organization={onlyOrganization(query, facets.facets)}
          onExport={total > 0 ? () => setExporting(true) : null}
        >
          <SearchPeople value={query.search} onChange={address.find} />
          <ViewsMenu profile={profile} views={views} onSaid={setSaid} />
        </UsersActions>
      }
    >
      <FilterBar
        query={query}
        facets={facets.facets}
        onFilter={filter}
        add={column ? null : <FacetPopover {...facetProps} />}
        actions={
          <ListTools
            query={query}
            matching={rows.outdated ? null : matching}
            views={views}
            columns={columns}
            layout={layout}
            onLayout={setLayout}
            draft={draft}
          />
        }
      />
      {/* Whoever does not see the title hears how many a search or a filter leaves. */}
      <p role="status" className="sr-only">
        {rows.outdated ? null : note}
      </p>
      <RefreshNotes profile={profile} summary={summary ?? null} refresh={refresh} />
      <UsersNotes profile={profile} said={said} onClose={() => setSaid(null)} />
      <PutAside profile={profile} />
      {rows.error ? (
        <div className="px-6 pb-3">
          <Failure error={rows.error} profile={profile} onRetry={() => void client.invalidateQueries()} />
        </div>
      ) : null}
      <div className="relative flex min-h-0 flex-1 gap-4 px-6 pb-4 [@media(height<=640px)]:pb-2">
        {column ? <FacetColumn {...facetProps} /> : null}
        <Card className={covered ? "invisible flex-1" : "flex-1"}>
          <UsersSheet
            profile={profile}
            query={query}
            columns={columns}
            layout={layout}
            onLayout={setLayout}
            onSort={(sort) => filter({ sort })}
            rows={rows}
            waiting={waiting}
            open={open}
            onOpen={(user) => address.open(user.id)}
            onFollow={(user) => address.open(user.id, true)}
            onClose={address.close}
            selected={selected}
            draft={draft}
            onSelect={setSelected}
            onExport={() => setExporting(true)}
            onFailed={(error) => setSaid({ error })}
            handle={handle}
            empty={
              rows.error ? null : (
                <Empty summary={summary} query={query} onClear={address.clear} onRead={read} onInvite={invite} />
              )
            }
          />
        </Card>
        {open ? (
          <PersonPanel
            profile={profile}
            person={open}
            covers={covered}
            main={query.invitation === null}
            onClose={address.close}
          />
        ) : null}
      </div>
      {exporting ? (
        <ExportDialog
          profile={profile}
          query={query}
          people={{ picked: selected?.rows ?? 0, matching, everyone: total }}
          picked={selected ? pickedOf(selected, asOf) : null}
          visible={visibleIds(columns, layout.columns)}
          who={selected ? "picked" : matching > 0 ? "matching" : "everyone"}
          onClose={() => setExporting(false)}
        />
      ) : null}
    </Page>
  );
}

/** Gives the keyboard back to the list once a person is closed: not before, for what is covered takes no focus. */
function useFocusBack(open: string | undefined, list: RefObject<GridHandle | null>): void {
  const before = useRef(open);
  // Before what gives a lost focus to the heading.
  useLayoutEffect(() => {
    const closed = before.current !== undefined && open === undefined;
    before.current = open;
    if (closed && document.activeElement === document.body) list.current?.focus();
  }, [open, list]);
}
