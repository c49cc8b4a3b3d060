import type { SetStateAction } from "react";
import type { ArrivedDocument } from "@/data/connectionDocuments";
import type { ConnectionDocument, OpenapiProposal } from "@/ipc";
import { type ConnectionForm, formOfTaken, wholeChoice, withProposal } from "./draft";
import { withFile } from "./form/authorities";

/** What is shown of a connection that is made or edited. */
export type Stage =
  | { at: "begin" }
  /** What an OpenAPI document proposes; the word for its file asks more of it. */
  | { at: "proposal"; token: string; proposal: OpenapiProposal }
  | { at: "form" };

/** What was filled in from a document, to be told. */
export type Filled = {
  kind: ConnectionDocument["kind"];
  /** The file's name, or the document's title. */
  name: string;
  /** How many certificates it held. */
  certificates: number;
  /** Headers that it has and does not fill in. */
  headers: readonly string[];
};

/** A connection that is made or edited. */
export type Editing = { stage: Stage; form: ConnectionForm; filled: Filled | null };

/** A connection with its form changed. */
export function withForm(editing: Editing, next: SetStateAction<ConnectionForm>): Editing {
  return { ...editing, form: typeof next === "function" ? next(editing.form) : next };
}

/** A connection with what a document says. Nothing is kept by it. */
export function withDocument(editing: Editing, { file, document }: ArrivedDocument): Editing {
  const { form } = editing;
  const filled: Filled = { kind: document.kind, name: file.name, certificates: 0, headers: [] };
  switch (document.kind) {
    case "connection":
      return {
        stage: { at: "form" },
        form: formOfTaken(document.data, form),
        filled: { ...filled, headers: document.data.leftOut },
      };
    case "openapi":
      return { ...editing, stage: { at: "proposal", token: file.token, proposal: document.data }, filled: null };
    case "description":
      return { stage: { at: "form" }, form: { ...form, description: wholeChoice(document.data) }, filled };
    case "authorities": {
      const authorities = withFile(form.authorities, document.data);
      return {
        ...editing,
        form: { ...form, authorities },
        filled: { ...filled, certificates: document.data.certificates.length },
      };
    }
    // Of whose organizations it may be is asked before it comes here.
    case "table":
      return editing;
  }
}

/** A connection that uses what an OpenAPI document proposes. */
export function withUsedProposal(editing: Editing, proposal: OpenapiProposal, baseUrl: string): Editing {
  return {
    stage: { at: "form" },
    form: withProposal(editing.form, proposal, baseUrl),
    filled: { kind: "openapi", name: proposal.title, certificates: 0, headers: [] },
  };
}

/** A new connection of a built-in kind. */
export function withKind(editing: Editing, base: string): Editing {
  return { ...editing, stage: { at: "form" }, form: { ...editing.form, description: wholeChoice({ base }) } };
}
