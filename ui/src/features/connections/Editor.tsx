import { useState } from "react";
import { Page } from "@/components/Page";
import { useArrivedDocument } from "@/data/connectionDocuments";
import type { ProfileView } from "@/ipc";
import { connections } from "@/words/connections";
import { connectionsOpenapi } from "@/words/connectionsOpenapi";
import { Begin } from "./begin/Begin";
import { type Defaults, formOf } from "./draft";
import { type Editing, withDocument, withForm, withKind, withUsedProposal } from "./editing";
import { FilledNote } from "./FilledNote";
import { FormStage } from "./FormStage";
import { Proposal } from "./openapi/Proposal";

const words = connections.form;

type EditorProps = {
  /** Nothing for a new connection. */
  profile: ProfileView | null;
  /** What a new connection begins with. */
  defaults: Defaults;
  testNow: boolean;
  onTested: (() => void) | undefined;
};

/** Makes or edits a connection: where it begins, what a document proposes, and the form. */
export function Editor({ profile, defaults, testNow, onTested }: EditorProps) {
  const first: Editing["stage"] = profile ? { at: "form" } : { at: "begin" };
  const [editing, setEditing] = useState<Editing>(() => ({
    stage: first,
    form: formOf(profile, defaults),
    filled: null,
  }));
  useArrivedDocument((arrived) => setEditing((before) => withDocument(before, arrived)));
  const title = profile ? words.editTitle(profile.name) : words.newTitle;
  const { stage, form, filled } = editing;
  const back = () => setEditing({ ...editing, stage: first, filled: null });
  switch (stage.at) {
    case "begin":
      return (
        <Page title={title}>
          <FilledNote filled={filled} />
          <Begin onKind={(base) => setEditing(withKind(editing, base))} />
        </Page>
      );
    case "proposal": {
      const { title, version, form } = stage.proposal;
      return (
        <Page title={connectionsOpenapi.title(title)} note={connectionsOpenapi.note(version, form)}>
          <Proposal
            key={stage.token}
            token={stage.token}
            proposal={stage.proposal}
            onUse={(proposal, baseUrl) => setEditing(withUsedProposal(editing, proposal, baseUrl))}
            onBack={back}
          />
        </Page>
      );
    }
    case "form":
      return (
        <Page title={title}>
          <FilledNote filled={filled} />
          <FormStage
            profile={profile}
            form={form}
            filled={filled}
            onForm={(next) => setEditing((before) => withForm(before, next))}
            onBack={profile ? null : back}
            testNow={testNow}
            onTested={onTested}
          />
        </Page>
      );
  }
}
