import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isSample, platformName } from "@/components/platform";
import { useArrivedTable } from "@/data/connectionDocuments";
import { profilesQuery } from "@/data/profiles";
import { useTakeOrganizations } from "@/data/roster";
import type { FileOffer, ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { Select } from "@/kit/Select";
import { connectionList } from "@/words/connectionList";
import { OrganizationsTakenDialog } from "./OrganizationsTakenDialog";

const words = connectionList.organizations.dropped;

/** Asks whose organizations a dropped table lists. `own` is the connection that is looked at. */
export function OrganizationsDropped({ own }: { own?: string }) {
  const { table, done } = useArrivedTable();
  const profiles = useQuery(profilesQuery()).data ?? [];
  const taking = useTakeOrganizations();
  return (
    <>
      {table ? (
        <Whose
          key={table.token}
          table={table}
          profiles={profiles.filter((profile) => !isSample(profile))}
          own={own}
          onTake={(profile) => {
            done();
            taking.mutate({ profile, token: table.token });
          }}
          onClose={done}
        />
      ) : null}
      <OrganizationsTakenDialog file={taking} />
    </>
  );
}

type WhoseProps = {
  table: FileOffer;
  profiles: ProfileView[];
  own: string | undefined;
  onTake: (profile: string) => void;
  onClose: () => void;
};

function Whose({ table, profiles, own, onTake, onClose }: WhoseProps) {
  const only = profiles.length === 1 ? profiles[0]?.id : undefined;
  const [whose, setWhose] = useState<string | null>(own ?? only ?? null);
  return (
    <Dialog
      title={words.title}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          {profiles.length > 0 ? (
            <Button kind="primary" isDisabled={whose === null} onPress={() => whose !== null && onTake(whose)}>
              {words.take}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{words.text(table.name)}</p>
      {profiles.length > 0 ? (
        <Select
          label={words.whose}
          options={profiles.map((profile) => ({ id: profile.id, label: platformName(profile) }))}
          value={whose}
          onChange={setWhose}
        />
      ) : (
        <p className="font-medium">{words.none}</p>
      )}
    </Dialog>
  );
}
