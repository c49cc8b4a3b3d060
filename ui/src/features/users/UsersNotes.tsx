import { Failure } from "@/components/Failure";
import { Banner } from "@/kit/Banner";
import { Button } from "@/kit/Button";
import { IconButton } from "@/kit/IconButton";
import { CloseIcon } from "@/kit/icons";
import { kit } from "@/words/kit";

/** Something that was done, or that failed, and is to be said on the screen. */
export type Said = { text: string; next?: { label: string; onPress: () => void } } | { error: unknown; title?: string };

/** What was done or failed last, until it is put away. */
export function UsersNotes({ profile, said, onClose }: { profile: string; said: Said | null; onClose: () => void }) {
  if (said === null) return null;
  return (
    <div className="flex items-center gap-2 px-6 pb-3">
      <div className="min-w-0 flex-1">
        {"text" in said ? (
          <Banner
            tone="ok"
            title={said.text}
            actions={
              said.next ? (
                <Button small onPress={said.next.onPress}>
                  {said.next.label}
                </Button>
              ) : null
            }
          />
        ) : (
          <Failure error={said.error} profile={profile} {...(said.title ? { title: said.title } : {})} />
        )}
      </div>
      <IconButton small label={kit.close} icon={<CloseIcon />} onPress={onClose} />
    </div>
  );
}
