import type { ReactNode } from "react";
import { Failure } from "@/components/Failure";
import { SaveMenu } from "@/components/SaveMenu";
import { useSaveEvidence, useSaveRemoveList } from "@/data/reviews";
import type { SavedPdf } from "@/ipc";
import { Button } from "@/kit/Button";
import { Menu } from "@/kit/Menu";
import { reviews } from "@/words/reviews";

const words = reviews.evidence;

/** Ways to save what a review leaves behind, and what came of the last one. */
export function useEvidence(profile: string, review: string) {
  const evidence = useSaveEvidence(profile, review);
  const removals = useSaveRemoveList(profile, review);
  const error = evidence.error ?? removals.error;
  const told: ReactNode = (
    <>
      {error ? <Failure title={words.failed} error={error} profile={profile} /> : null}
      <p role="status" className="text-ink-2 empty:hidden">
        {savedSaid(evidence.data ?? null, removals.data ?? null)}
      </p>
    </>
  );
  return {
    told,
    saving: evidence.isPending || removals.isPending,
    save: (as: "workbook" | "pdf") => {
      removals.reset();
      evidence.mutate(as);
    },
    saveRemovals: (format: Parameters<typeof removals.mutate>[0]) => {
      evidence.reset();
      removals.mutate(format);
    },
  };
}

function savedSaid(evidence: SavedPdf | null, removals: string | null): string | null {
  const name = evidence?.name ?? removals;
  if (name === null) return null;
  const letters = evidence && evidence.unknownLetters > 0 ? ` ${words.letters(evidence.unknownLetters)}` : "";
  return words.saved(name) + letters;
}

/** The buttons that save the evidence and the remove list of a review that was signed off. */
export function EvidenceButtons({
  evidence,
  removals,
}: {
  evidence: ReturnType<typeof useEvidence>;
  removals: number;
}) {
  return (
    <>
      {removals > 0 ? (
        <SaveMenu large label={words.removeList} pending={evidence.saving} onSave={evidence.saveRemovals} />
      ) : null}
      <Menu
        label={words.label}
        trigger={
          <Button kind="primary" pending={evidence.saving}>
            {words.save}
          </Button>
        }
        entries={[
          { id: "workbook", label: words.workbook, note: ".xlsx", onAction: () => evidence.save("workbook") },
          { id: "pdf", label: words.pdf, note: ".pdf", onAction: () => evidence.save("pdf") },
        ]}
      />
    </>
  );
}
