import type { RunView } from "@/ipc";
import { Figure } from "@/kit/Figure";
import { count, duration, time } from "@/words/format";
import { runs as words } from "@/words/runs";
import { figures, type Standing } from "./outcome";

/** The five figures that answer "how is it going". */
export function RunFigures({ run, stands }: { run: RunView; stands: Standing }) {
  const { invited, refused, checking, needsYou, toGo } = figures(run);
  return (
    <div className="grid grid-cols-5 gap-4">
      <Figure value={count(invited)} label={words.figure.invited} {...(invited > 0 ? { tone: "ok" } : {})} />
      <Figure
        value={count(refused)}
        label={refused > 0 ? words.figure.refusedBelow : words.figure.refused}
        {...(refused > 0 ? { tone: "bad" } : {})}
      />
      <Figure
        value={count(checking + needsYou)}
        label={unclear(checking, needsYou)}
        {...(checking + needsYou > 0 ? { tone: "warn" } : {})}
      />
      <Figure value={count(toGo)} label={words.figure.toGo} />
      <TimeLeft run={run} stands={stands} checking={checking} />
    </div>
  );
}

/** What the people are doing of whom it is not known what became of them. */
function unclear(checking: number, needsYou: number): string {
  if (needsYou === 0) return words.figure.checking;
  return checking === 0 ? words.figure.needYou(needsYou) : words.figure.needsYou(needsYou);
}

function TimeLeft({ run, stands, checking }: { run: RunView; stands: Standing; checking: number }) {
  const look = checking > 0 && run.nextLookAt ? { n: checking, at: time(run.nextLookAt) } : null;
  if (stands.kind === "finished") {
    return stands.waiting ? (
      <Figure value={words.figure.none} label={words.figure.yourWord} />
    ) : (
      <Figure value={words.figure.done} label={words.figure.allOutcomes} />
    );
  }
  const moving = stands.kind === "sending" || stands.kind === "waits-for-time";
  if (moving && run.secondsLeft !== null) {
    return (
      <Figure
        value={duration(run.secondsLeft)}
        label={look ? words.figure.leftLookedUp(look.n, look.at) : words.figure.left}
      />
    );
  }
  const otherwise = moving ? words.figure.leftUnknown : words.figure.leftNone;
  return <Figure value={words.figure.none} label={look ? words.figure.lookedUp(look.n, look.at) : otherwise} />;
}
