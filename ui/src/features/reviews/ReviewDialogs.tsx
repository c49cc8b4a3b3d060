import type { ReviewView } from "@/ipc";
import { IconButton } from "@/kit/IconButton";
import { MoreIcon } from "@/kit/icons";
import { Menu, type MenuEntry } from "@/kit/Menu";
import { reviews } from "@/words/reviews";
import { AboutDialog } from "./AboutDialog";
import { DiscardDialog } from "./DiscardDialog";
import { FinishDialog } from "./FinishDialog";
import { HandedOver } from "./HandedOver";
import { HandOverDialog } from "./HandOverDialog";
import { RepeatDialog } from "./RepeatDialog";
import type { Marked } from "./useMarks";

const words = reviews.head;

/** What a review can be asked for that opens over it. */
export type Asked = "finish" | "hand-over" | "handed-over" | "about" | "repeat" | "discard";

type MoreMenuProps = {
  view: ReviewView;
  onAsk: (asked: Asked) => void;
  onTakeBack: () => void;
  onSave: (as: "workbook" | "pdf") => void;
};

/** What is seldom wanted of a review. */
export function MoreMenu({ view, onAsk, onTakeBack, onSave }: MoreMenuProps) {
  const entry = (id: Asked, label: string): MenuEntry => ({ id, label, onAction: () => onAsk(id) });
  const { evidence } = reviews;
  const going: MenuEntry[] = [
    { id: "take-back", label: words.takeBack, onAction: onTakeBack },
    entry("handed-over", words.handedOver),
    "-",
    { id: "workbook", label: evidence.save, note: evidence.workbook, onAction: () => onSave("workbook") },
    { id: "pdf", label: evidence.save, note: evidence.pdf, onAction: () => onSave("pdf") },
    "-",
  ];
  const open = view.review.finished === null;
  return (
    <Menu
      label={words.more}
      trigger={<IconButton label={words.more} icon={<MoreIcon />} />}
      entries={[
        ...(open ? going : [entry("handed-over", words.handedOver)]),
        entry("about", words.about),
        entry("repeat", words.repeat),
        ...(open ? [{ id: "discard", label: words.discard, danger: true, onAction: () => onAsk("discard") }] : []),
      ]}
    />
  );
}

type ReviewDialogsProps = {
  profile: string;
  view: ReviewView;
  asked: Asked | null;
  marked: Marked | null;
  onClose: () => void;
  /** A part was written into a file of this name. */
  onSaved: (name: string) => void;
};

/** What stands over the review just now. */
export function ReviewDialogs({ profile, view, asked, marked, onClose, onSaved }: ReviewDialogsProps) {
  switch (asked) {
    case null:
      return null;
    case "finish":
      return <FinishDialog profile={profile} view={view} onClose={onClose} />;
    case "hand-over":
      return <HandOverDialog profile={profile} view={view} marked={marked} onClose={onClose} onSaved={onSaved} />;
    case "handed-over":
      return <HandedOver handOvers={view.handOvers} onClose={onClose} />;
    case "about":
      return <AboutDialog view={view} onClose={onClose} />;
    case "repeat":
      return <RepeatDialog profile={profile} review={view.review} onClose={onClose} />;
    case "discard":
      return <DiscardDialog profile={profile} review={view.review} onClose={onClose} />;
  }
}
