import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Failure } from "@/components/Failure";
import { Page } from "@/components/Page";
import { profilesQuery, useSaveProfile, useTestProfile } from "@/data/profiles";
import { statusQuery } from "@/data/status";
import type { ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Card } from "@/kit/Card";
import { EmptyState } from "@/kit/EmptyState";
import { Skeleton } from "@/kit/Skeleton";
import { connections } from "@/words/en/connections";
import { COLOURS } from "./ColourPicker";
import { ConnectionFields } from "./ConnectionFields";
import { draftOf, type FormProblems, formOf, problemsOf } from "./draft";
import { RemoveDialog } from "./RemoveDialog";
import { TestReport } from "./TestReport";

const words = connections.form;

type ConnectionPageProps = {
  /** Nothing for a new connection. */
  id: string | null;
  /** Try it at once. */
  testNow?: boolean;
  onTested?: () => void;
};

/** A connection, new or known. */
export function ConnectionPage({ id, testNow, onTested }: ConnectionPageProps) {
  const profiles = useQuery(profilesQuery());
  const status = useQuery(statusQuery());
  if (profiles.error) {
    return (
      <Page title={connections.title}>
        <div className="px-6">
          <Failure error={profiles.error} onRetry={() => void profiles.refetch()} />
        </div>
      </Page>
    );
  }
  const profile = profiles.data?.find((one) => one.id === id) ?? null;
  const title = id === null ? words.newTitle : profile ? words.editTitle(profile.name) : connections.title;
  if (!profiles.data || status.isPending) {
    return (
      <Page title={title}>
        <div className="max-w-180 px-6">
          <Skeleton height={360} />
        </div>
      </Page>
    );
  }
  if (id !== null && !profile) {
    return (
      <Page title={title}>
        <EmptyState title={words.gone} />
      </Page>
    );
  }
  const taken = profiles.data.map((one) => one.colour);
  return (
    <Page title={title}>
      <Editor
        profile={profile}
        sessionOnly={status.data !== undefined && status.data.keychain.state !== "ok"}
        colour={COLOURS.find((colour) => !taken.includes(colour)) ?? COLOURS[0] ?? ""}
        testNow={testNow ?? false}
        onTested={onTested}
      />
    </Page>
  );
}

type EditorProps = {
  profile: ProfileView | null;
  /** What a new connection begins with. */
  sessionOnly: boolean;
  colour: string;
  testNow: boolean;
  onTested: (() => void) | undefined;
};

function Editor({ profile, sessionOnly, colour, testNow, onTested }: EditorProps) {
  const navigate = useNavigate();
  const [form, setForm] = useState(() => formOf(profile, { sessionOnly, colour }));
  const [problems, setProblems] = useState<FormProblems>({});
  const [removing, setRemoving] = useState(false);
  const save = useSaveProfile();
  const test = useTestProfile();
  const fields = useRef<HTMLFormElement>(null);
  useTestOnce(profile, testNow, test.mutate, onTested);

  const submit = (andTest: boolean) => {
    const found = problemsOf(form, profile);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    save.mutate(draftOf(profile?.id ?? null, form), {
      onSuccess: (kept) => {
        // What was typed is in the keychain now; the page forgets it.
        setForm({ ...form, secret: "", key: "" });
        if (profile) {
          if (andTest) test.mutate(kept.id);
        } else if (andTest) {
          void navigate({ to: "/connections/$id", params: { id: kept.id }, search: { test: true }, replace: true });
        } else {
          void navigate({ to: "/p/$profile/users", params: { profile: kept.id } });
        }
      },
    });
  };
  const busy = save.isPending || test.isPending;

  return (
    <>
      <div className="min-h-0 flex-1 overflow-auto px-6 pb-4">
        <form
          ref={fields}
          noValidate
          className="flex max-w-180 flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit(true);
          }}
        >
          <ConnectionFields profile={profile} form={form} problems={problems} onChange={setForm} />
          {/* Enter in any field does what the main button does. */}
          <button type="submit" hidden />
        </form>
      </div>
      <div className="border-t border-line bg-bg px-6 py-3">
        <div className="flex max-h-[45vh] max-w-180 flex-col gap-3 overflow-y-auto">
          {save.error ? <Failure error={save.error} /> : null}
          {test.isPending ? (
            <p role="status" className="text-ink-2">
              {connections.report.testing}
            </p>
          ) : null}
          {test.error && !test.isPending ? <Failure error={test.error} /> : null}
          {test.data && !test.isPending ? (
            <Card padded>
              <TestReport report={test.data} />
            </Card>
          ) : null}
          <div className="flex items-center gap-2">
            {profile ? (
              <Button kind="quiet" onPress={() => setRemoving(true)}>
                {connections.remove}
              </Button>
            ) : null}
            <span className="flex-1" />
            <Button onPress={() => navigate({ to: "/connections" })}>{words.cancel}</Button>
            <Button isDisabled={busy} onPress={() => submit(false)}>
              {words.save}
            </Button>
            {profile && test.data?.ok && !busy ? (
              <Button
                kind="primary"
                onPress={() => navigate({ to: "/p/$profile/users", params: { profile: profile.id } })}
              >
                {words.openUsers}
              </Button>
            ) : (
              <Button kind="primary" pending={busy} onPress={() => submit(true)}>
                {words.saveAndTest}
              </Button>
            )}
          </div>
        </div>
      </div>
      {profile ? (
        <RemoveDialog
          profile={profile}
          open={removing}
          onClose={() => setRemoving(false)}
          onRemoved={() => navigate({ to: "/connections" })}
        />
      ) : null}
    </>
  );
}

/** Tests a connection that was just made, once. */
function useTestOnce(
  profile: ProfileView | null,
  testNow: boolean,
  test: (profile: string) => void,
  onTested: (() => void) | undefined,
) {
  const done = useRef(false);
  useEffect(() => {
    if (!testNow || !profile || done.current) return;
    done.current = true;
    test(profile.id);
    onTested?.();
  }, [testNow, profile, test, onTested]);
}
