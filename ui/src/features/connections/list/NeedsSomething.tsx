import type { ProfileView } from "@/ipc";
import { Banner } from "@/kit/Banner";
import { connectionList } from "@/words/connectionList";

const words = connectionList.needs;

/** So few are in sight together: their own lines say enough. */
const FEW = 3;

type NeedsSomethingProps = {
  all: readonly ProfileView[];
  /** Those with which something is wrong. */
  broken: readonly ProfileView[];
  onGo: (id: string) => void;
};

/** Over a long list: which connections need somebody, each one press away. */
export function NeedsSomething({ all, broken, onGo }: NeedsSomethingProps) {
  if (broken.length === 0 || all.length <= FEW) return null;
  return (
    <Banner tone="warn" title={words.title(broken.length)}>
      <span className="flex flex-wrap gap-x-3 gap-y-0.5">
        {broken.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-label={words.go(name)}
            onClick={() => onGo(id)}
            className="max-w-60 truncate rounded-sm font-medium underline underline-offset-3"
          >
            {name}
          </button>
        ))}
      </span>
    </Banner>
  );
}
