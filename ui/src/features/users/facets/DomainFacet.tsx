import type { UserFacets } from "@/ipc";
import { SearchField } from "@/kit/SearchField";
import { filters as words } from "@/words/filters";
import { Choices } from "./Choices";

type DomainFacetProps = {
  facets: UserFacets;
  search: string;
  onSearch: (text: string) => void;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Domains of the addresses: those with most people, and whatever a search finds. */
export function DomainFacet({ facets, search, onSearch, chosen, onChange }: DomainFacetProps) {
  const { mailDomains, mailDomainsTotal } = facets;
  const hidden = mailDomainsTotal - mailDomains.length;
  const values = mailDomains.map((one) => (one.id === "" ? { ...one, label: words.nothing.domain } : one));
  return (
    <div className="flex flex-col gap-1">
      <SearchField wide label={words.searchIn(words.title.domain)} value={search} onChange={onSearch} />
      {values.length === 0 ? <p className="px-1 text-ink-3">{words.noneFound}</p> : null}
      <div>
        <Choices values={values} chosen={chosen} onChange={onChange} />
      </div>
      {hidden > 0 && search === "" ? <p className="px-1 text-sm text-ink-3">{words.domainsMore(hidden)}</p> : null}
    </div>
  );
}
