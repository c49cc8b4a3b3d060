import { findingPeopleKey } from "@/data/findings";
import { PeopleGrid } from "@/features/users/PeopleGrid";
import { type FindingView, type FindingPeople as FindingWindow, ipc } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { told } from "@/words/core/told";
import { findings as words } from "@/words/findings";

type FindingPeopleProps = { profile: string; finding: FindingView; onClose: () => void };

/** The people of a finding that no filter of Users finds. */
export function FindingPeople({ profile, finding, onClose }: FindingPeopleProps) {
  return (
    <Dialog
      wide
      open
      title={told(finding.title).text}
      onClose={onClose}
      actions={<Button onPress={onClose}>{words.close}</Button>}
    >
      <PeopleGrid<FindingWindow>
        profile={profile}
        label={words.grid(told(finding.title).text)}
        queryKey={findingPeopleKey(profile, finding.rule)}
        fetchWindow={(offset, limit) => ipc.findingPeople(profile, finding.rule, offset, limit)}
        total={(window) => window.total}
        // The list may have been refreshed since: then nobody may be left.
        empty={words.nobodyLeft}
      />
    </Dialog>
  );
}
