import { useEffect, useState } from "react";
import { kit } from "@/words/kit";
import { Button } from "./Button";
import { IconButton } from "./IconButton";
import { CheckIcon, CopyIcon } from "./icons";

type CopyButtonProps = {
  /** What goes to the clipboard. */
  text: string;
  /** "Copy address", "Copy id". */
  label: string;
  /** A drawing alone. */
  compact?: boolean;
  /** The one button to press: as high as the others, and in the accent's colour. */
  large?: boolean;
};

/** Copies, and says that it did. */
export function CopyButton({ text, label, compact, large }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 1600);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      () => setOutcome("failed"),
    );
  const said = outcome === "copied" ? kit.copied : outcome === "failed" ? kit.copyFailed : null;
  const icon = outcome === "copied" ? <CheckIcon className={large ? undefined : "text-ok"} /> : <CopyIcon />;
  return (
    <>
      {compact ? (
        <IconButton small label={label} icon={icon} onPress={copy} />
      ) : (
        <Button small={!large} kind={large ? "primary" : "normal"} icon={icon} onPress={copy}>
          {outcome === "failed" ? said : label}
        </Button>
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
