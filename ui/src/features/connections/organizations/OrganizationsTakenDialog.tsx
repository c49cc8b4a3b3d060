import { Failure } from "@/components/Failure";
import { FromCore } from "@/components/FromCore";
import type { useOrganizationsFromFile } from "@/data/roster";
import type { OrganizationsTaken } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { connectionList } from "@/words/connectionList";

const words = connectionList.organizations;

type Reading = Pick<ReturnType<typeof useOrganizationsFromFile>, "data" | "error" | "reset">;

/** The file of organizations that was read last; nothing before one was, or once it was looked at. */
export function OrganizationsTakenDialog({ file }: { file: Reading }) {
  if (!file.data && !file.error) return null;
  return (
    <Dialog
      title={words.title}
      open
      onClose={file.reset}
      actions={
        <Button kind="primary" autoFocus onPress={file.reset}>
          {words.done}
        </Button>
      }
    >
      {file.error ? <Failure error={file.error} title={words.failed} /> : null}
      {file.data ? <Taken taken={file.data} /> : null}
    </Dialog>
  );
}

/** Rows that could not be used are told of at most. */
const TOLD = 10;

function Taken({ taken: { known, added, leftOut } }: { taken: OrganizationsTaken }) {
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-ink">
        {words.known(known)} {known > 0 ? words.added(added) : null}
      </p>
      {leftOut.length > 0 ? (
        <div className="rounded-md bg-warn-soft px-3 py-2">
          <p className="font-medium text-warn">
            {leftOut.length < TOLD ? words.leftOut(leftOut.length) : words.leftOutMany}
          </p>
          <ul className="mt-1 flex list-disc flex-col gap-0.5 ps-4 text-ink-2 select-text">
            {leftOut.map((row) => (
              <li key={row} className="break-words">
                <FromCore of={row} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="text-sm">{words.wins}</p>
    </div>
  );
}
