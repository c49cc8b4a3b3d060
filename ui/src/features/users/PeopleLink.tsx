import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { searchOf } from "@/data/addresses";
import type { UserQuery } from "@/ipc";

type PeopleLinkProps = {
  profile: string;
  /** Finds exactly these people. */
  query: UserQuery;
  /** How many they are; nobody is nowhere to go to. */
  people: number;
  /** What it does, where the words in sight don't say. */
  label?: string;
  children: ReactNode;
};

/** A number of people that leads to them in Users. */
export function PeopleLink({ profile, query, people, label, children }: PeopleLinkProps) {
  if (people === 0) return <span className="text-ink-3">{children}</span>;
  return (
    <Link
      to="/p/$profile/users"
      params={{ profile }}
      search={searchOf(query)}
      aria-label={label}
      className="rounded-sm text-accent hover:underline"
    >
      {children}
    </Link>
  );
}
