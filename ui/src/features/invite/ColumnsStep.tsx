import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { useChooseColumns, useReread, useValues } from "@/data/drafts";
import type { CheckView, Defaults, DraftView, Field } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { invite as words } from "@/words/invite";
import { repair } from "@/words/repair";
import { ColumnMap } from "./ColumnMap";
import { rowsIn } from "./classes";
import { ErrorBanner } from "./ErrorBanner";
import { FileFacts } from "./FileFacts";
import { ForgetLearned } from "./ForgetLearned";
import { UndoRedo } from "./UndoRedo";
import { usePlaces } from "./usePlaces";
import { OrganizationsField, RoleField, SignInField } from "./ValueFields";

type ColumnsStepProps = {
  profile: string;
  draft: DraftView;
  missing: readonly Field[];
  /** What the choices lead to, once nothing is missing. */
  check: UseQueryResult<CheckView>;
  onReview: () => void;
};

/** What the file's columns mean, and what stands in where the file says nothing. */
export function ColumnsStep({ profile, draft, missing, check, onReview }: ColumnsStepProps) {
  const reread = useReread(draft.id);
  const columns = useChooseColumns(draft.id);
  const values = useValues(draft);
  const places = usePlaces(profile);
  const pending = reread.isPending || columns.isPending;
  const need = missing.length > 0 ? words.columns.missing(missing.map((field) => words.field[field])) : null;
  return (
    <>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-4">
        <div className="mx-auto flex max-w-300 flex-col gap-4">
          <ErrorBanner error={reread.error ?? columns.error ?? values.error} profile={profile} />
          <ColumnMap
            draft={draft}
            missing={missing}
            places={places}
            pending={pending}
            onChange={(choice) => columns.mutate(choice)}
            note={<Origin profile={profile} draft={draft} />}
          />
          <DefaultValues
            profile={profile}
            defaults={values.defaults}
            onChange={(defaults) => values.choose({ defaults })}
          />
          <FileFacts draft={draft} pending={pending} onChoice={(choice) => reread.mutate(choice)} />
          <Notices codes={draft.file.notices} />
        </div>
      </div>
      <footer className="flex items-center gap-3 border-t border-line px-6 py-3">
        <UndoRedo draft={draft} />
        <p role="status" className="line-clamp-2 min-w-0 flex-1 text-ink-3">
          {reread.isPending ? words.columns.rereading : (need ?? leadsTo(draft, check))}
        </p>
        <Button kind="primary" offBecause={need} onPress={onReview}>
          {words.columns.toReview}
        </Button>
      </footer>
    </>
  );
}

/** Whether the columns are guessed or remembered; what is remembered can be forgotten. */
function Origin({ profile, draft }: { profile: string; draft: DraftView }) {
  const [asked, setAsked] = useState(false);
  const { rememberedAt, rememberedId } = draft;
  if (rememberedAt === null) return words.columns.mapText;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {repair.remembered.since(rememberedAt)} {repair.remembered.sinceHint}
      {rememberedId !== null ? (
        <Button
          small
          kind="quiet"
          aria-label={repair.remembered.forgetWhat(words.columns.mapTitle)}
          onPress={() => setAsked(true)}
        >
          {repair.remembered.forget}
        </Button>
      ) : null}
      {asked && rememberedId !== null ? (
        <ForgetLearned
          profile={profile}
          learned={{ id: rememberedId, what: words.columns.mapTitle }}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </span>
  );
}

/** One line on what the choices lead to. */
function leadsTo(draft: DraftView, check: UseQueryResult<CheckView>): string {
  if (check.isFetching) return words.review.checking(draft.file.rowsRead);
  if (!check.data) return words.start.keepsFile;
  const attention = rowsIn("attention", check.data.counts);
  return words.columns.leadsTo(check.data.invites, attention);
}

function DefaultValues({
  profile,
  defaults,
  onChange,
}: {
  profile: string;
  defaults: Defaults;
  onChange: (defaults: Defaults) => void;
}) {
  const places = usePlaces(profile);
  if (!places.role && !places.identityProviders && !places.organizations) return null;
  return (
    <Card label={words.columns.defaultsTitle} padded className="overflow-visible">
      <h2 className="text-lg font-semibold">{words.columns.defaultsTitle}</h2>
      <p className="text-ink-2">{words.columns.defaultsText}</p>
      <div className="mt-3 grid grid-cols-3 items-start gap-4">
        {places.role ? (
          <RoleField
            profile={profile}
            none={words.columns.defaultNone}
            value={defaults.roleId ?? null}
            onChange={(roleId) => onChange({ ...defaults, roleId })}
          />
        ) : null}
        {places.identityProviders ? (
          <SignInField
            profile={profile}
            none={words.columns.defaultNone}
            value={defaults.identityProviderId ?? null}
            onChange={(identityProviderId) => onChange({ ...defaults, identityProviderId })}
          />
        ) : null}
        {places.organizations ? (
          <OrganizationsField
            profile={profile}
            value={defaults.organizationIds ?? []}
            onChange={(organizationIds) => onChange({ ...defaults, organizationIds })}
          />
        ) : null}
      </div>
    </Card>
  );
}

function Notices({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <section aria-label={words.columns.noticesTitle} className="text-ink-2">
      <ul className="list-inside list-disc">
        {codes.map((code) => (
          // A notice without a sentence of its own is still told, by its code.
          <li key={code}>{words.notices[code] ?? code}</li>
        ))}
      </ul>
    </section>
  );
}
