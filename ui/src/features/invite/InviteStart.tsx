import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Page } from "@/components/Page";
import { useSaveBook } from "@/data/drafts";
import { rolesQuery } from "@/data/roster";
import { ipc } from "@/ipc";
import { Button } from "@/kit/Button";
import { InviteIcon } from "@/kit/icons";
import { invite as words } from "@/words/invite";
import { repair } from "@/words/repair";
import { DraftList } from "./DraftList";
import { ErrorBanner } from "./ErrorBanner";
import { PasteDialog } from "./PasteDialog";
import { PersonForm } from "./PersonForm";
import { RememberedDialog } from "./Remembered";
import { useOpenFile } from "./useOpenFile";
import { useOpenTable } from "./useOpenTable";

type InviteStartProps = {
  profile: string;
  /** The role that rows without one get. */
  role?: string | undefined;
  /** Someone to begin with: an address or the id of a listed person. */
  person?: string | undefined;
  /** What is asked for at once. */
  ask?: "file" | "person" | undefined;
};

/** What stands over the screen. */
type Over = "none" | "person" | "paste" | "remembered";

/** Where an invitation begins: a draft that was left, a file, a table, or one person. */
export function InviteStart({ profile, role, person, ask }: InviteStartProps) {
  const [chosen, setOver] = useState<Over>("none");
  const over = person !== undefined || ask === "person" ? "person" : chosen;
  const navigate = useNavigate();
  const open = useOpenFile(profile, role);
  const table = useOpenTable(profile, role);
  const pick = useMutation({
    mutationFn: () => ipc.pickFile(),
    onSuccess: (offer) => offer && open.mutate(offer),
  });
  useAtOnce(ask === "file", pick.mutate);
  const close = () => {
    setOver("none");
    table.reset();
    // The prefill is used up: coming back here later starts empty.
    if (person !== undefined || ask !== undefined)
      void navigate({ to: "/p/$profile/invite", params: { profile }, replace: true });
  };
  return (
    <Page title={words.title}>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-6">
        <div className="mx-auto flex max-w-200 flex-col gap-5">
          <ErrorBanner error={open.error ?? pick.error ?? (over === "paste" ? null : table.error)} profile={profile} />
          <DraftList profile={profile} />
          <section
            data-tour="drop"
            className="flex flex-col items-center rounded-lg border-[1.5px] border-dashed border-line-strong bg-surface min-h-[min(38vh,320px)] justify-center px-8 py-8 text-center"
          >
            <span className="mb-4 grid size-12 place-items-center rounded-full bg-accent-soft text-accent [&>svg]:size-6">
              <InviteIcon />
            </span>
            <h2 className="text-xl font-[650] tracking-tight">{words.start.title}</h2>
            <p className="mt-1.5 max-w-110 text-ink-2">{words.start.text}</p>
            <div className="mt-6 flex flex-wrap justify-center gap-2">
              <Button
                kind="primary"
                autoFocus={person === undefined}
                pending={pick.isPending || open.isPending}
                onPress={() => pick.mutate()}
              >
                {words.start.choose}
              </Button>
              <Button onPress={() => setOver("paste")}>{repair.paste.open}</Button>
              <Button onPress={() => setOver("person")}>{words.start.onePerson}</Button>
            </div>
            <p role="status" className="mt-3 min-h-5 text-sm text-ink-3">
              {open.isPending ? (
                words.start.opening
              ) : table.isPending ? (
                repair.paste.reading
              ) : (
                <WithRole profile={profile} role={role} />
              )}
            </p>
          </section>
          <Beside profile={profile} onRemembered={() => setOver("remembered")} />
          <WhatItTakes />
        </div>
      </div>
      {over === "person" ? <PersonForm profile={profile} role={role} person={person} onClose={close} /> : null}
      {over === "paste" ? (
        <PasteDialog
          profile={profile}
          pending={table.isPending}
          error={table.error}
          onCheck={table.open}
          onClose={close}
        />
      ) : null}
      {over === "remembered" ? <RememberedDialog profile={profile} onClose={close} /> : null}
    </Page>
  );
}

/** Asks for a file as soon as that is wanted, once: leaving it unanswered is an answer. */
function useAtOnce(wanted: boolean, ask: () => void) {
  const asked = useRef(false);
  const navigate = useNavigate();
  useEffect(() => {
    const before = asked.current;
    asked.current = wanted;
    if (!wanted || before) return;
    ask();
    // Asked for again, the address has to be another one than this.
    void navigate({ to: ".", search: {}, replace: true });
  }, [wanted, ask, navigate]);
}

/** What helps before there is a file, and what earlier files left. */
function Beside({ profile, onRemembered }: { profile: string; onRemembered: () => void }) {
  const template = useSaveBook(() => ipc.saveTemplate(profile));
  return (
    <div className="-mt-3 flex flex-col gap-2">
      <ErrorBanner error={template.error} profile={profile} />
      <div className="flex flex-wrap justify-center gap-1">
        <Button kind="quiet" small pending={template.isPending} onPress={() => template.mutate()}>
          {repair.books.template}
        </Button>
        <Button kind="quiet" small onPress={onRemembered}>
          {repair.remembered.open}
        </Button>
      </div>
      <p role="status" className="text-center text-ink-2 empty:hidden">
        {template.data ? repair.books.saved(template.data) : null}
      </p>
    </div>
  );
}

function WithRole({ profile, role }: { profile: string; role: string | undefined }) {
  const roles = useQuery({ ...rolesQuery(profile), enabled: role !== undefined });
  const name = roles.data?.find((one) => one.id === role)?.name;
  return name ? words.start.withRole(name) : words.start.keepsFile;
}

function WhatItTakes() {
  return (
    <section aria-labelledby="what-it-takes" className="px-1">
      <h2 id="what-it-takes" className="sr-only">
        {words.start.takesTitle}
      </h2>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-4">
        {words.start.takes.map(([what, how]) => (
          <div key={what}>
            <dt className="font-semibold">{what}</dt>
            <dd className="mt-0.5 text-ink-2">{how}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
