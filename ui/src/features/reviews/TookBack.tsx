import { useTookBack } from "@/data/reviews";
import type { TakenBack } from "@/ipc";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { reviews } from "@/words/reviews";

const words = reviews.tookBack;

/** What was taken of the part that came back just now, until it was read. */
export function TookBack({ profile }: { profile: string }) {
  const { taken, read } = useTookBack(profile);
  if (taken === null) return null;
  return (
    <Dialog
      title={words.title(taken.to)}
      open
      onClose={read}
      actions={
        <Button kind="primary" autoFocus onPress={read}>
          {words.close}
        </Button>
      }
    >
      <div className="flex flex-col gap-2 select-text">
        <p className="text-ink">
          {words.taken(taken.taken)} {taken.same > 0 ? words.same(taken.same) : null}{" "}
          {taken.blank > 0 ? words.blank(taken.blank) : null}
        </p>
        {taken.refused > 0 ? <Refused taken={taken} /> : null}
      </div>
    </Dialog>
  );
}

function Refused({ taken: { refused, refusedRows } }: { taken: TakenBack }) {
  const more = refused - refusedRows.length;
  return (
    <>
      <p className="font-semibold text-ink">{words.refused(refused)}</p>
      <ul className="flex flex-col gap-1.5">
        {refusedRows.map(({ row, who, why }) => (
          <li key={`${row} ${why}`} className="break-words">
            <span className="text-ink tabular-nums">
              {words.row(row)}
              {who === "" ? "" : ` · ${who}`}
            </span>{" "}
            {reviews.why[why]}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{words.more(more)}</p> : null}
    </>
  );
}
