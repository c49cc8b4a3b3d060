import { cx } from "@/kit/cx";
import { count } from "@/words/format";
import { invite as words } from "@/words/invite";

/** The stations of an invitation. */
export type Station = "file" | "columns" | "review" | "send" | "report";

type StepsProps = {
  now: Station;
  /** A typed person has neither file nor columns. */
  typed?: boolean;
  /** Stations that can be gone back to. */
  onGo?: Partial<Record<Station, () => void>>;
};

const STATIONS: readonly Station[] = ["file", "columns", "review", "send", "report"];

/** Where one stands on the way from file to report. */
export function Steps({ now, typed, onGo }: StepsProps) {
  const stations = typed ? STATIONS.slice(2) : STATIONS;
  const place = stations.indexOf(now);
  return (
    <nav aria-label={words.steps.label} className="min-w-0">
      <ol className="flex items-center gap-1.5 text-sm font-medium whitespace-nowrap text-ink-3">
        {stations.map((station, at) => (
          <li
            key={station}
            // Where there is little room the other stations give way.
            className={cx("flex items-center gap-1.5", at === place ? "shrink-0" : "min-w-6 max-[1000px]:shrink-0")}
            aria-current={at === place ? "step" : undefined}
          >
            {at > 0 ? <span aria-hidden="true">›</span> : null}
            <StationName
              station={station}
              number={at + 1}
              done={at < place}
              here={at === place}
              onGo={onGo?.[station]}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StationName({
  station,
  number,
  done,
  here,
  onGo,
}: {
  station: Station;
  /** Its place, which stands for its name where there is little room. */
  number: number;
  done: boolean;
  here: boolean;
  onGo?: (() => void) | undefined;
}) {
  const name = (
    <>
      <span className={here ? undefined : "max-[1000px]:sr-only"}>{words.steps[station]}</span>
      {here ? null : (
        <span aria-hidden="true" className="hidden max-[1000px]:inline">
          {count(number)}
        </span>
      )}
      {done ? (
        <>
          <span aria-hidden="true"> ✓</span>
          <span className="sr-only">, {words.steps.done}</span>
        </>
      ) : null}
    </>
  );
  const look = cx("truncate", here && "font-semibold text-accent", done && "text-ok");
  if (!onGo || here) return <span className={look}>{name}</span>;
  return (
    <button
      type="button"
      title={words.steps[station]}
      onClick={onGo}
      className={cx(look, "min-w-6 rounded-sm underline-offset-3 hover:underline")}
    >
      {name}
    </button>
  );
}
