import { useOrganizationsFromFile } from "@/data/roster";
import { Button } from "@/kit/Button";
import { FileIcon } from "@/kit/icons";
import { connectionList } from "@/words/connectionList";
import { OrganizationsTakenDialog } from "./OrganizationsTakenDialog";

/** Where organizations are looked for: more of them out of a small spreadsheet. */
export function OrganizationsFromFile({ profile }: { profile: string }) {
  const file = useOrganizationsFromFile(profile);
  return (
    <>
      <Button small kind="quiet" icon={<FileIcon />} pending={file.isPending} onPress={() => file.mutate()}>
        {connectionList.organizations.open}
      </Button>
      <OrganizationsTakenDialog file={file} />
    </>
  );
}
