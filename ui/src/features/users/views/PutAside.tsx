import { useQuery } from "@tanstack/react-query";
import { useAsideRead, viewsQuery } from "@/data/views";
import { Banner } from "@/kit/Banner";
import { IconButton } from "@/kit/IconButton";
import { CloseIcon } from "@/kit/icons";
import { kit } from "@/words/kit";
import { views } from "@/words/views";

/** Says that the views that were kept could not be read, and where they are; until it is put away. */
export function PutAside({ profile }: { profile: string }) {
  const file = useQuery(viewsQuery(profile)).data?.setAside;
  const { read, setRead } = useAsideRead(profile);
  if (!file || read) return null;
  return (
    <div className="flex items-center gap-2 px-6 pb-3">
      <div className="min-w-0 flex-1">
        <Banner tone="warn" title={views.aside.title}>
          {views.aside.text(file)}
        </Banner>
      </div>
      <IconButton small label={kit.close} icon={<CloseIcon />} onPress={setRead} />
    </div>
  );
}
