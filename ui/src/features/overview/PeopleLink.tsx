import { Link } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";
import { searchOf, type UsersFacet, type UsersSearch } from "@/data/addresses";
import type { UserQuery } from "@/ipc";

type PeopleLinkProps = Omit<ComponentProps<"a">, "href" | "children" | "ref"> & {
  profile: string;
  query: UserQuery;
  /** The facet that is open there. */
  facet?: UsersFacet;
  children?: ReactNode;
};

/** Leads to exactly the people of a query, in Users. */
export function PeopleLink({ profile, query, facet, ...rest }: PeopleLinkProps) {
  const search: UsersSearch = { ...searchOf(query), ...(facet ? { facet } : {}) };
  return <Link {...rest} to="/p/$profile/users" params={{ profile }} search={search} />;
}
