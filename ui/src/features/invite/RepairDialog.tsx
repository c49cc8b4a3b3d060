import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FromCore } from "@/components/FromCore";
import { identityProvidersQuery, organizationsQuery, rolesQuery } from "@/data/roster";
import type { DraftChange, ProblemGroup } from "@/ipc";
import { Button } from "@/kit/Button";
import { Checkbox } from "@/kit/Checkbox";
import { ComboBox } from "@/kit/ComboBox";
import { Dialog } from "@/kit/Dialog";
import type { Option } from "@/kit/options";
import { Select } from "@/kit/Select";
import { told } from "@/words/core/told";
import { repair } from "@/words/repair";
import { isForAll, keyOf, type Picked, pickedFrom, repairOf, sentences } from "./repairs";
import { organizationOption, roleOption } from "./ValueFields";

const words = repair.choose;

/** Something that can be meant: an option, and whether it must be chosen anew each time. */
type Meaning = Option & { privileged?: boolean };

type RepairDialogProps = {
  profile: string;
  group: ProblemGroup;
  onChange: (change: DraftChange) => void;
  onClose: () => void;
};

/** What all rows of a group mean, picked from the platform's own lists, and whether that is remembered. */
export function RepairDialog({ profile, group, onChange, onClose }: RepairDialogProps) {
  const likely = repairOf(group);
  const { rest } = sentences(told(group.message).text);
  const picked: Picked | "other" = likely.kind === "choose-of" ? "other" : (pickedFrom(group) ?? "other");
  const listed = useMeanings(profile, picked);
  const meanings: Meaning[] =
    likely.kind === "choose-of" ? likely.values.map((value) => ({ id: value, label: value })) : listed;
  const [chosen, setChosen] = useState<string | null>(null);
  const [remember, setRemember] = useState(false);
  const meaning = meanings.find((one) => one.id === chosen);
  const mayRemember = !isForAll(group) && !meaning?.privileged;
  const use = () => {
    if (!meaning) return;
    onChange({ kind: "repair", group: keyOf(group), with: meaning.id, remember: mayRemember && remember });
    onClose();
  };
  return (
    <Dialog
      title={<FromCore of={group.message} part={(text) => sentences(text).title} />}
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {words.cancel}
          </Button>
          <Button kind="primary" offBecause={meaning ? null : words[picked]} onPress={use}>
            {meaning ? words.use(meaning.label, group.rows) : words.without(group.rows)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {rest ? (
          <p>
            <FromCore of={group.message} part={(text) => sentences(text).rest} />
          </p>
        ) : null}
        <Picker picked={picked} meanings={meanings} value={chosen} onChange={setChosen} />
        {mayRemember ? (
          <Checkbox isSelected={remember} onChange={setRemember}>
            {words.remember}
          </Checkbox>
        ) : null}
        {meaning?.privileged ? <p className="text-sm text-ink-3">{words.power}</p> : null}
      </div>
    </Dialog>
  );
}

type PickerProps = {
  picked: Picked | "other";
  meanings: Meaning[];
  value: string | null;
  onChange: (value: string | null) => void;
};

function Picker({ picked, meanings, value, onChange }: PickerProps) {
  const field = { label: words.field[picked], options: meanings, value, onChange };
  // Organizations are many: they are found by typing.
  if (picked !== "organizations") return <Select {...field} />;
  // The list is taken once by the box: a new one when it has come.
  return <ComboBox key={meanings.length} {...field} placeholder={words.search} />;
}

function useMeanings(profile: string, picked: Picked | "other"): Meaning[] {
  const roles = useQuery({ ...rolesQuery(profile), enabled: picked === "role" });
  const providers = useQuery({ ...identityProvidersQuery(profile), enabled: picked === "identityProvider" });
  const organizations = useQuery({ ...organizationsQuery(profile), enabled: picked === "organizations" });
  switch (picked) {
    case "role":
      return (roles.data ?? []).map((role) => ({ ...roleOption(role), privileged: role.privileged }));
    case "identityProvider":
      return (providers.data ?? []).filter((one) => one.enabled).map(({ id, name }) => ({ id, label: name }));
    case "organizations":
      return (organizations.data ?? []).map(organizationOption);
    case "other":
      return [];
  }
}
