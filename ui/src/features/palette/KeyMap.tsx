import { useState } from "react";
import { Button } from "@/kit/Button";
import { useCommands } from "@/kit/commands";
import { Dialog } from "@/kit/Dialog";
import { Kbd } from "@/kit/Kbd";
import { KEY_NAMES, KEYMAP, type KeyArea, type KeyName } from "@/kit/keymap";
import { allKeysOf } from "@/kit/keyNames";
import { keyWords as words } from "@/words/keys";

/** All keys by where they mean something, from the list that binds them. */
export function KeyMap() {
  const [open, setOpen] = useState(false);
  useCommands([{ id: "keys", label: words.does.keys, bound: "keys", act: () => setOpen(true) }], "anywhere");
  const areas = [...new Set(KEY_NAMES.map((name) => KEYMAP[name].area))];
  return (
    <Dialog
      wide
      title={words.title}
      open={open}
      onClose={() => setOpen(false)}
      actions={
        <Button kind="primary" autoFocus onPress={() => setOpen(false)}>
          {words.close}
        </Button>
      }
    >
      <p className="mb-4">{words.note}</p>
      <div className="gap-x-8 columns-1 narrow:columns-2">
        {areas.map((area) => (
          <Area key={area} area={area} />
        ))}
      </div>
    </Dialog>
  );
}

function Area({ area }: { area: KeyArea }) {
  const heading = `keys-${area}`;
  return (
    <section aria-labelledby={heading} className="mb-5 break-inside-avoid">
      <h3 id={heading} className="mb-1.5 font-semibold text-ink">
        {words.area[area]}
      </h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5">
        {KEY_NAMES.filter((name) => KEYMAP[name].area === area).map((name) => (
          <Line key={name} name={name} />
        ))}
      </dl>
    </section>
  );
}

function Line({ name }: { name: KeyName }) {
  return (
    <>
      <dt className="min-w-0">{words.does[name]}</dt>
      <dd className="flex flex-wrap justify-end gap-1">
        {allKeysOf(name).map((keys) => (
          <Kbd key={keys}>{keys}</Kbd>
        ))}
      </dd>
    </>
  );
}
