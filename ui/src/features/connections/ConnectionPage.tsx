import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { profilesQuery } from "@/data/profiles";
import { statusQuery } from "@/data/status";
import { EmptyState } from "@/kit/EmptyState";
import { Skeleton } from "@/kit/Skeleton";
import { connections } from "@/words/connections";
import { Editor } from "./Editor";
import { COLOURS } from "./form/ColourPicker";
import { OrganizationsDropped } from "./organizations/OrganizationsDropped";

const words = connections.form;

type ConnectionPageProps = {
  /** Nothing for a new connection. */
  id: string | null;
  /** Try it at once. */
  testNow?: boolean;
  onTested?: () => void;
};

/** A connection, new or known. */
export function ConnectionPage({ id, testNow, onTested }: ConnectionPageProps) {
  const profiles = useQuery(profilesQuery());
  const status = useQuery(statusQuery());
  const fresh = useOnce(!profiles.isFetching);
  if (profiles.error) {
    return (
      <Page title={connections.title}>
        <div className="px-6">
          <Failure error={profiles.error} onRetry={() => void profiles.refetch()} />
        </div>
      </Page>
    );
  }
  const profile = profiles.data?.find((one) => one.id === id) ?? null;
  if (!profiles.data || status.isPending || (id === null && !fresh)) {
    return (
      <Page title={id === null ? words.newTitle : connections.title}>
        <div className="max-w-180 px-6">
          <Skeleton height={360} />
        </div>
      </Page>
    );
  }
  if (id !== null && !profile) {
    return (
      <Page title={connections.title}>
        <EmptyState title={words.gone} />
      </Page>
    );
  }
  const taken = profiles.data.map((one) => one.colour);
  const defaults = {
    sessionOnly: status.data !== undefined && status.data.keychain.state !== "ok",
    colour: COLOURS.find((colour) => !taken.includes(colour)) ?? COLOURS[0] ?? "",
  };
  return (
    <>
      <Editor profile={profile} defaults={defaults} testNow={testNow ?? false} onTested={onTested} />
      <OrganizationsDropped {...(profile ? { own: profile.id } : {})} />
    </>
  );
}

/**
 * Whether something was so once. A new connection begins with a colour that no other has: it waits for a list that is on
 * its way, and takes in no later one, as the person may be typing by then.
 */
function useOnce(now: boolean): boolean {
  const was = useRef(false);
  if (now) was.current = true;
  return was.current;
}
