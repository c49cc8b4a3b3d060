import { Section } from "@/components/Section";
import type { DescriptionNeeds, ProfileView } from "@/ipc";
import { Button } from "@/kit/Button";
import { Checkbox } from "@/kit/Checkbox";
import { RadioGroup } from "@/kit/RadioGroup";
import { Switch } from "@/kit/Switch";
import { TextField } from "@/kit/TextField";
import { connections } from "@/words/connections";
import type { ChangeForm, ConnectionForm } from "../draft";
import { KeychainNote } from "../KeychainNote";
import { ColourPicker } from "./ColourPicker";
import { HeadersEditor } from "./HeadersEditor";
import { NetworkFields } from "./NetworkFields";
import type { FormProblems } from "./problems";
import { SignInFields } from "./SignInFields";

const words = connections.form;

/** What every part of the form is given. */
export type FieldsProps = {
  profile: ProfileView | null;
  form: ConnectionForm;
  /** What the description asks for. */
  needs: DescriptionNeeds;
  problems: FormProblems;
  onChange: ChangeForm;
};

/** Everything that a connection is made of, but its description. */
export function ConnectionFields(props: FieldsProps) {
  return (
    <>
      <Basics {...props} />
      <Where {...props} />
      <SignInFields {...props} />
      <Keeping {...props} />
      <NetworkFields {...props} />
      <Headers {...props} />
    </>
  );
}

function Basics({ form, problems, onChange }: FieldsProps) {
  return (
    <Section title={words.basics} note={words.basicsNote}>
      <TextField
        name="name"
        label={words.name}
        placeholder={words.nameHint}
        error={problems.name ?? null}
        value={form.name}
        onChange={(name) => onChange({ ...form, name })}
      />
      <ColourPicker value={form.colour} onChange={(colour) => onChange({ ...form, colour })} />
      <Switch isSelected={form.live} onChange={(live) => onChange({ ...form, live })}>
        {words.live}
        <span className="block text-sm text-ink-3">{words.liveNote}</span>
      </Switch>
      <Switch isSelected={form.readOnly} onChange={(readOnly) => onChange({ ...form, readOnly })}>
        {words.readOnly}
        <span className="block text-sm text-ink-3">{words.readOnlyNote}</span>
      </Switch>
    </Section>
  );
}

function Where(props: FieldsProps) {
  const { form, needs, problems, onChange } = props;
  return (
    <Section title={words.where} note={needs.scope ? words.whereNote : words.whereNoteAll}>
      <TextField
        mono
        name="baseUrl"
        label={words.baseUrl}
        placeholder={words.baseUrlHint}
        help={needs.scope ? words.baseUrlHelp : words.baseUrlHelpOther}
        error={problems.baseUrl ?? null}
        value={form.baseUrl}
        onChange={(baseUrl) => onChange({ ...form, baseUrl })}
      />
      {needs.scope ? <ScopeFields {...props} /> : null}
    </Section>
  );
}

function ScopeFields({ form, problems, onChange }: FieldsProps) {
  return (
    <>
      <RadioGroup
        inline
        label={words.scope}
        value={form.scopeKind}
        onChange={(scopeKind) => onChange({ ...form, scopeKind })}
        options={[
          { value: "platform", label: words.scopePlatform },
          { value: "customer", label: words.scopeCustomer },
        ]}
      />
      <TextField
        mono
        name="ids"
        lines={2}
        label={form.scopeKind === "platform" ? words.platformIds : words.customerIds}
        help={words.idsHelp[form.scopeKind]}
        error={problems.ids ?? null}
        value={form.ids}
        onChange={(ids) => onChange({ ...form, ids })}
      />
    </>
  );
}

function Keeping({ form, onChange }: FieldsProps) {
  return (
    <Section title={words.keep}>
      <KeychainNote
        actions={
          form.sessionOnly ? null : (
            <Button small onPress={() => onChange({ ...form, sessionOnly: true })}>
              {words.useSession}
            </Button>
          )
        }
      />
      <Checkbox isSelected={form.sessionOnly} onChange={(sessionOnly) => onChange({ ...form, sessionOnly })}>
        {words.sessionOnly}
        <span className="block text-sm text-ink-3">{words.sessionOnlyNote}</span>
      </Checkbox>
    </Section>
  );
}

function Headers({ form, problems, onChange }: FieldsProps) {
  return (
    <Section title={words.advanced} note={words.advancedNote}>
      <HeadersEditor
        value={form.headers}
        error={problems.headers}
        onChange={(headers) => onChange({ ...form, headers })}
      />
    </Section>
  );
}
