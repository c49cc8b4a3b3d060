import { type ReactNode, useState } from "react";
import { FromCore } from "@/components/FromCore";
import type { DraftChange, ProblemGroup } from "@/ipc";
import { Badge, type Tone } from "@/kit/Badge";
import { Button } from "@/kit/Button";
import { IconButton } from "@/kit/IconButton";
import { MoreIcon } from "@/kit/icons";
import { Menu, type MenuEntry } from "@/kit/Menu";
import { told } from "@/words/core/told";
import { invite as words } from "@/words/invite";
import { repair as said } from "@/words/repair";
import { keyOf, mayChooseAnother, repairOf, sentences } from "./repairs";

type GroupRowProps = {
  group: ProblemGroup;
  pending: boolean;
  onChange: (change: DraftChange) => void;
  /** Opens the dialog to pick another value. */
  onChoose: () => void;
  onShow: () => void;
};

/** What it may have meant, or what fits where several things do; nothing where the message has said so. */
export function hintOf(problem: Pick<ProblemGroup, "message" | "suggestion" | "choices">): string | null {
  const { suggestion, choices } = problem;
  const message = told(problem.message).text;
  const fitting = suggestion ? [suggestion] : choices;
  if (fitting.every((one) => message.includes(one))) return null;
  return suggestion ? words.review.suggestion(suggestion) : words.review.choices(choices);
}

/** A group: how many rows, what is wrong with them, and at the right what repairs them all. */
export function GroupRow(props: GroupRowProps) {
  const { group, onChange, onShow } = props;
  const entries: MenuEntry[] = [
    {
      id: "skip",
      label: said.group.skipThese(group.rows),
      onAction: () => onChange({ kind: "skip-group", group: keyOf(group) }),
    },
    // Rows with a warning are sent, so they are not among those that need attention.
    ...(group.severity === "problem" ? [{ id: "show", label: said.group.show(group.rows), onAction: onShow }] : []),
  ];
  const message = told(group.message).text;
  // Choices that stand there as buttons need not be told.
  const hint = repairOf(group).kind === "choices" ? null : hintOf(group);
  return (
    <GroupLine
      tone={group.severity === "warning" ? "warn" : "bad"}
      count={words.rows(group.rows)}
      title={<FromCore of={group.message} part={(text) => sentences(text).title} />}
      hint={
        sentences(message).rest || hint ? (
          <>
            <FromCore of={group.message} part={(text) => sentences(text).rest} /> {hint}
          </>
        ) : null
      }
    >
      <Repairs {...props} />
      <Menu
        label={said.group.more(message)}
        trigger={<IconButton small bare label={said.group.more(message)} icon={<MoreIcon />} />}
        entries={entries}
      />
    </GroupLine>
  );
}

function Repairs({ group, pending, onChange, onChoose, onShow }: GroupRowProps) {
  const repair = repairOf(group);
  const [used, setUsed] = useState<string | null>(null);
  // A group that is being repaired is still there until the rows are checked.
  const underWay = pending ? used : null;
  const use = (value: string) => {
    if (underWay !== null) return;
    setUsed(value);
    onChange({ kind: "repair", group: keyOf(group), with: value, remember: false });
  };
  const another = mayChooseAnother(group) ? (
    <Button small onPress={onChoose}>
      {said.group.chooseAnother}
    </Button>
  ) : null;
  switch (repair.kind) {
    case "use":
      return (
        <>
          <Button small pending={underWay === repair.value} onPress={() => use(repair.value)}>
            {said.group.use(repair.value, group.rows)}
          </Button>
          {another}
        </>
      );
    case "choices":
      return (
        <>
          {repair.values.map((value) => (
            <Button key={value} small pending={underWay === value} onPress={() => use(value)}>
              {value}
            </Button>
          ))}
          {another}
        </>
      );
    case "choose-of":
      return <Choose onPress={onChoose}>{said.group.chooseOf(repair.values.length)}</Choose>;
    case "choose-for-all":
      return <Choose onPress={onChoose}>{said.group.chooseForAll}</Choose>;
    case "choose":
      return <Choose onPress={onChoose}>{said.group.choose}</Choose>;
    case "skip":
      return (
        <Choose onPress={() => onChange({ kind: "skip-group", group: keyOf(group) })}>
          {said.group.skip(group.rows)}
        </Choose>
      );
    case "show":
      return <Choose onPress={onShow}>{said.group.show(group.rows)}</Choose>;
    case "none":
      return null;
  }
}

function Choose({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <Button small onPress={onPress}>
      {children}
    </Button>
  );
}

type GroupLineProps = { tone: Tone; count: string; title: ReactNode; hint: ReactNode; children: ReactNode };

/** The look of a group: badge, sentence, buttons. The badges of all lines are one column, as wide as the widest. */
export function GroupLine({ tone, count, title, hint, children }: GroupLineProps) {
  return (
    <div className="col-span-full grid min-h-9.5 grid-cols-subgrid items-center border-b border-line px-4 py-1.5 last:border-0">
      <span>
        <Badge tone={tone}>{count}</Badge>
      </span>
      {/* Where the buttons would leave the sentence no room, they go under it. */}
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="min-w-0 flex-[1_1_12rem] select-text">
          <b className="font-semibold">{title}</b>
          {hint ? <span className="block text-sm text-ink-3">{hint}</span> : null}
        </p>
        <span className="ms-auto flex max-w-full flex-wrap items-center justify-end gap-2">{children}</span>
      </div>
    </div>
  );
}
