import { SearchAsYouType } from "@/components/SearchAsYouType";
import { people } from "@/words/people";

/** Search among the people of the list. */
export function SearchPeople(props: { value: string; onChange: (value: string) => void }) {
  return <SearchAsYouType label={people.users.search} hint={people.users.searchHint} {...props} />;
}
