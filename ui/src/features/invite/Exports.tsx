import { useSaveBook } from "@/data/drafts";
import { type CheckView, ipc } from "@/ipc";
import { Button } from "@/kit/Button";
import { IconButton } from "@/kit/IconButton";
import { MoreIcon } from "@/kit/icons";
import { Menu } from "@/kit/Menu";
import { useWindowWidth } from "@/kit/useWindowWidth";
import { repair } from "@/words/repair";
import { ErrorBanner } from "./ErrorBanner";

const words = repair.books;

/** Below this, two exports beside the button that sends leave no room for how fresh the check is. */
const ROOM_FOR_BOTH = 1500;
/** Below this, not even for all words of one, nor of how fresh the check is. */
export const ROOM_FOR_WORDS = 1200;

/** Rows that somebody has to look at: they can't be sent as they are. */
const needAttention = (check: CheckView): boolean =>
  check.counts.some(
    ({ class: one, rows }) => rows > 0 && (one === "problem" || one === "conflict" || one === "blocked-user"),
  );

/** Workbooks for what is done elsewhere: rows to put right, and people to change in the portal. */
export function Exports({ draft, check }: { draft: string; check: CheckView }) {
  const width = useWindowWidth();
  const [wide, tight] = [width >= ROOM_FOR_BOTH, width < ROOM_FOR_WORDS];
  const attention = useSaveBook(() => ipc.saveAttention(draft));
  const differing = useSaveBook(() => ipc.saveDiffering(draft));
  const label = words.differing(check.differing);
  const error = attention.error ?? differing.error;
  const names = [attention.data, differing.data].filter((name) => typeof name === "string");
  return (
    <>
      {/* Its own line over the buttons: they keep their places. */}
      {error ? (
        <div className="order-first w-full">
          <ErrorBanner error={error} />
        </div>
      ) : null}
      <p role="status" className="order-first w-full text-ink-2 empty:hidden">
        {names.map(words.saved).join(" ")}
      </p>
      {check.differing === 0 ? null : wide ? (
        <Button kind="quiet" pending={differing.isPending} onPress={() => differing.mutate()}>
          {label}
        </Button>
      ) : (
        <Menu
          label={words.more}
          trigger={<IconButton bare label={words.more} icon={<MoreIcon />} />}
          entries={[{ id: "differing", label, onAction: () => differing.mutate() }]}
        />
      )}
      {needAttention(check) ? (
        <Button
          aria-label={words.attention}
          hint={tight ? words.attention : undefined}
          pending={attention.isPending}
          onPress={() => attention.mutate()}
        >
          {tight ? words.attentionShort : words.attention}
        </Button>
      ) : null}
    </>
  );
}
