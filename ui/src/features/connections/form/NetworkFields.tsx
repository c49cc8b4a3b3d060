import { useState } from "react";
import { Section } from "@/components/Section";
import { Button } from "@/kit/Button";
import { RadioGroup } from "@/kit/RadioGroup";
import { TextField } from "@/kit/TextField";
import { connectionsNetwork as words } from "@/words/connectionsNetwork";
import { AuthorityList } from "./AuthorityList";
import type { FieldsProps } from "./ConnectionFields";
import { SecretField } from "./SecretField";

/** The way through the network; a line while it is as the system says. */
export function NetworkFields(props: FieldsProps) {
  const { form, onChange } = props;
  const [opened, setOpened] = useState(false);
  const asSystem = form.proxy === "system" && form.authorities.length === 0;
  if (asSystem && !opened) {
    return (
      <Section title={words.title} note={words.asSystem}>
        <span>
          <Button small aria-label={words.changeName} onPress={() => setOpened(true)}>
            {words.change}
          </Button>
        </span>
      </Section>
    );
  }
  return (
    <Section title={words.title} note={words.note}>
      <RadioGroup
        inline
        label={words.proxy}
        value={form.proxy}
        onChange={(proxy) => onChange({ ...form, proxy })}
        options={[
          { value: "system", label: words.system },
          { value: "none", label: words.none },
          { value: "manual", label: words.manual },
        ]}
      />
      {form.proxy === "manual" ? <ManualProxy {...props} /> : null}
      <AuthorityList value={form.authorities} onChange={(authorities) => onChange({ ...form, authorities })} />
      <p className="text-ink-2">{words.checked}</p>
    </Section>
  );
}

function ManualProxy({ profile, form, problems, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        mono
        name="proxyUrl"
        label={words.url}
        placeholder={words.urlHint}
        error={problems.proxyUrl ?? null}
        value={form.proxyUrl}
        onChange={(proxyUrl) => onChange({ ...form, proxyUrl })}
      />
      <div className="grid grid-cols-2 items-start gap-4">
        <TextField
          label={words.user}
          help={words.userHelp}
          value={form.proxyUser}
          onChange={(proxyUser) => onChange({ ...form, proxyUser })}
        />
        <SecretField
          name="proxyPassword"
          label={words.password}
          help={words.passwordHelp}
          state={profile?.proxyPassword}
          value={form.proxyPassword}
          onChange={(proxyPassword) => onChange({ ...form, proxyPassword })}
        />
      </div>
    </>
  );
}
